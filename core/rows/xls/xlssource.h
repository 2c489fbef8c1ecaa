#pragma once

#include "core/rows/rowsource.h"

namespace icp {

/// Rows of one sheet of an Excel file from before 2007: the sheet that `options` name, else the first visible
/// one with data, else the first with data.
Result<std::unique_ptr<RowSource>> openXls(const QString& path, const ReadOptions& options, const Job& job);

}  // namespace icp
