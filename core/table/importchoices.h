#pragma once

#include "core/table/columnwish.h"
#include "core/table/entity.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace icp {

/// What the user has decided about one file; everything left open is remembered or detected.
struct FileRequest {
    QString path;
    std::optional<Entity> role = {};
    QString sheet = {};                       ///< XLSX: name of the sheet; empty = the first with data
    QString delimiter = {};                   ///< CSV; empty = detect
    QString encoding = {};                    ///< CSV; empty = detect
    QHash<QString, QString> mapping = {};     ///< header -> attribute name, "ignore" leaves a column out
    QHash<QString, ColumnWish> columns = {};  ///< header -> how to read it
    /// Headers about which nothing holds that was decided for earlier imports.
    QStringList asDetected = {};
    /// Rows, as a spreadsheet counts, that hold these cells instead of what the file says.
    std::map<qint64, QStringList> fixed = {};
    QString fixedIn = {};  ///< SourceFile::digest of the file that `fixed` belongs to; empty without any

    friend bool operator==(const FileRequest&, const FileRequest&) = default;
};

/// The texts of stages, statuses and results that say "won" and "lost", when the user decides; every other
/// text then means open. Compared without case, accents and punctuation.
struct OutcomeWords {
    QStringList won;
    QStringList lost;

    friend bool operator==(const OutcomeWords&, const OutcomeWords&) = default;
};

/// What the user has decided about an import, as plain values that stay with its dataset.
struct ImportChoices {
    std::vector<FileRequest> files;
    std::optional<OutcomeWords> outcome = {};  ///< overrules the words found in stages and statuses
    bool outcomeAsDetected = false;            ///< words decided for earlier imports do not hold
    QStringList use = {};   ///< names of attributes to analyse in spite of what leaks, triage and types say
    QStringList hide = {};  ///< names of attributes to leave out

    friend bool operator==(const ImportChoices&, const ImportChoices&) = default;
};

/// In files: only what is decided is there, and what is of no known kind is passed over.
QJsonObject toJson(const ImportChoices& choices);
ImportChoices importChoicesFromJson(const QJsonObject& json);

/// Part of it, for other files: header -> attribute name, and header -> how to read it.
QJsonObject toJson(const QHash<QString, QString>& mapping);
QHash<QString, QString> mappingFromJson(const QJsonObject& json);
QJsonObject toJson(const QHash<QString, ColumnWish>& columns);
QHash<QString, ColumnWish> columnWishesFromJson(const QJsonObject& json);

}  // namespace icp
