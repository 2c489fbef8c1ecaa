#pragma once

#include "core/base/result.h"
#include "core/table/importchoices.h"

#include <QDate>
#include <QMap>

#include <optional>

namespace icp {

/// What the user has decided about files with certain headers, and when.
struct FileMemory {
    QDate day;
    std::optional<Entity> role;
    QString vendor;                      ///< as it was detected, for people who read the file
    QHash<QString, QString> mapping;     ///< as FileRequest::mapping
    QHash<QString, ColumnWish> columns;  ///< as FileRequest::columns
    QStringList won;                     ///< as OutcomeWords; both empty = nothing was decided
    QStringList lost;

    friend bool operator==(const FileMemory&, const FileMemory&) = default;
};

/// Decisions of earlier imports, by the signature of a file's headers.
struct MappingMemory {
    QMap<QString, FileMemory> files;

    friend bool operator==(const MappingMemory&, const MappingMemory&) = default;
};

/// 16 hex digits over the headers of a file, as they compare: neither their order nor their case, spaces and
/// punctuation count.
QString signatureOf(const QStringList& headers);

/// Reads what writeMemory() wrote. A file that does not exist is an empty memory. Errors: InputUnusable, when
/// it cannot be read or is something else.
Result<MappingMemory> readMemory(const QString& path);

/// Writes all of it as JSON, in the order of signatures, replacing the file at once or not at all; missing
/// folders are made. Errors: OutputNotWritable.
Result<void> writeMemory(const QString& path, const MappingMemory& memory);

}  // namespace icp
