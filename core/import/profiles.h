#pragma once

#include "core/base/result.h"
#include "core/table/dataset.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace icp {

/// One attribute of the vocabulary every room knows (resources/profiles/attributes.json).
struct StandardAttribute {
    Attribute shape;  ///< name, entity, class, use, unit; the label is the header's in a dataset
    QString reason;   ///< code of a LeakRule's reason, when its use needs one
    ColumnType type = ColumnType::Text;
    /// Synonyms of two words and more, as phraseOf(), for longer headers that hold one; none when only whole
    /// headers count ("whole": true).
    QStringList phrases;
    QSet<QString> inverse;  ///< keys of headers that say the opposite ("Active" for churned)
};

/// How to tell one vendor's exports.
struct VendorProfile {
    QString name;
    QSet<QString> distinctive;  ///< header keys
    QStringList beginning;      ///< how distinctive headers begin, as written
    QStringList ending;
    QStringList containing;
};

/// Headers of columns that cannot explain an outcome because they know it, or say nothing of the customer.
struct LeakRule {
    QString reason;  ///< see leakReason()
    QSet<int> on;    ///< Entity
    QSet<QString> headers;
    QStringList beginning;
    QStringList containing;  ///< as phraseOf()
};

/// What is known of the world's CRM exports, from resources/profiles. Plain data.
struct Profiles {
    /// Which attribute a header key stands for, and how preferred that synonym is, 0 = most.
    struct Synonym {
        int attribute = 0;
        int rank = 0;
    };
    std::vector<StandardAttribute> attributes;
    QHash<QString, std::vector<Synonym>> synonyms;
    std::vector<VendorProfile> vendors;
    std::vector<LeakRule> leaks;
    std::vector<LeakRule> cautions;  ///< of columns that are analysed, but may follow the outcome
    QHash<QString, QSet<QString>> words;  ///< list -> its words, folded
    QHash<int, QSet<QString>> refused;    ///< Entity -> header keys that rule the role out
    std::vector<std::pair<AttributeClass, QStringList>> classWords;
    QStringList described;  ///< words in headers of columns that are read, not analysed
    QStringList people;     ///< words that end headers of columns that name people

    const StandardAttribute* find(QStringView name) const;
    /// Whether `foldedText` is one of the words of a list.
    bool says(const QString& list, const QString& foldedText) const;
    /// Whether `foldedText` holds one of the words of a list.
    bool saysWithin(const QString& list, const QString& foldedText) const;
};

/// The entity of "deal.stage"; nothing when the name belongs to none.
std::optional<Entity> entityOfAttribute(QStringView name);
/// Whether a column that the vocabulary does not know may be called so: "deal.x_colour".
bool isCustomName(const QString& name);
/// "deal."
QString attributePrefix(Entity entity);

/// Constant; read at the first call, which takes tens of milliseconds: an import makes it beside the window.
/// Errors: Internal, when the program was built with broken resources.
const Result<Profiles>& loadProfiles();

}  // namespace icp
