#pragma once

#include "core/rows/rowsource.h"

namespace icp {

/// Whether the ZIP file `path` holds files of their own rather than the parts of one workbook.
bool isArchive(const QString& path);

/// The rows of the one table in a ZIP archive, or of the entry that options.sheet names. Folders, hidden
/// files and what is no table by its first bytes do not count. Errors: InputUnusable, with the names when
/// there are several; Usage when there is no such entry; Cancelled.
Result<std::unique_ptr<RowSource>> openZip(const QString& path, const ReadOptions& options, const Job& job);

/// The rows of the file that `path` packs.
Result<std::unique_ptr<RowSource>> openGzipped(const QString& path, const ReadOptions& options,
                                               const Job& job);

}  // namespace icp
