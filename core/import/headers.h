#pragma once

#include "core/table/dataset.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace icp {

/// A header, read the way exports write them: decoration, prefixes and the entity they name taken apart.
struct Header {
    /// One way to read it, without spaces and folded, and how much of the header it stands for, 0 to 1.
    struct Form {
        QString key;
        double sure = 1;
    };
    QString text;  ///< as in the file
    std::optional<Entity>
        about;  ///< "Organization - Name", "Account: Industry", "Account.Name": the entity the prefix names
    QString line;             ///< folded words with a space on either side: " streaming tv "
    std::vector<Form> forms;  ///< the surest first
};

Header parseHeader(const QString& text);

/// The form in which headers are compared: folded, without spaces. "Company Domain Name" ->
/// "companydomainname".
QString headerKey(QStringView text);

/// "CampaignId", "owner id", "LEADID": the last word is an id, not merely the letters ("paid").
bool isIdHeader(const Header& header);

/// `phrase` as hasPhrase() wants it: folded, with a space on either side unless its script has none.
QString phraseOf(QStringView text);

/// Whether the words of a phraseOf() stand as neighbours in `line`.
inline bool hasPhrase(const QString& line, const QString& phrase) { return line.contains(phrase); }

}  // namespace icp
