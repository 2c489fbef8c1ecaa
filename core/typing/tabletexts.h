#pragma once

#include "core/rows/reader.h"

#include <functional>

namespace icp {

/// A row that is no row of the table, or one that is doubtful.
struct TextRemark {
    qint64 line = 0;
    bool leftOut = false;  ///< the row is not among those handed out
    QString reason;
    QStringList cells;  ///< of a row that was left out
};

/// The table in a file as texts: its header first, then every row, all with as many cells as the table has
/// columns. Header rows are joined. What stands above the table, repeated headers, a row of units and footers
/// are left out and told to `remark`, cell by cell; so are rows that were mended. A row with more values than
/// there are columns keeps them all and is told. A file without a header begins with its first row. Errors:
/// as readRows.
Result<ReadInfo> readTexts(const QString& path, const ReadOptions& options, const RowSink& sink,
                           const std::function<void(const TextRemark&)>& remark, const Job& job = {});

}  // namespace icp
