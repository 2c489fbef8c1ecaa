#pragma once

#include "core/rows/rowsource.h"

namespace icp {

/// Whether a file that begins so is a web page: some systems write one and call it an Excel file.
bool isHtml(QByteArrayView head);

/// Rows of the table of a web page that `options` name by its caption or as "Table 2", else of the one with
/// the most cells. Errors: InputUnusable, Usage when there is no such table, Cancelled.
Result<std::unique_ptr<RowSource>> openHtml(const QString& path, const ReadOptions& options, const Job& job);

}  // namespace icp
