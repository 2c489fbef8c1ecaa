#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/table/dataset.h"
#include "core/typing/columnwish.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace icp {

/// What the user has decided about one file; everything left open is detected.
struct FileRequest {
    QString path;
    std::optional<Entity> role;
    QString sheet;                    ///< XLSX: name of the sheet; empty = the first with data
    std::optional<QChar> delimiter;   ///< CSV
    QString encoding;                 ///< CSV; empty = detect
    QHash<QString, QString> mapping;  ///< header -> attribute name, "ignore" leaves a column out of analysis
    QHash<QString, ColumnWish> columns;  ///< header -> how to read it
};

struct ImportRequest {
    std::vector<FileRequest> files;
    unsigned threads = 0;  ///< 0 = one per core; the result is the same whatever it is
};

/// Reads, types, maps and links all files into one Dataset: the whole of data flow step 1. Pure: touches
/// nothing but the files it reads. Errors: InputUnusable (one sentence naming the file), Cancelled. A file
/// without a single data row is an error; rows that make no sense are in Dataset::rejected, and every
/// doubtful cell is an Issue.
Result<std::shared_ptr<const Dataset>> importFiles(const ImportRequest& request, const Job& job = {});

}  // namespace icp
