#pragma once

#include "core/rows/rowsource.h"

namespace icp {

/// Whether a file that begins so is an "XML Spreadsheet 2003", which Excel opens under the name .xls or .xml.
bool isSpreadsheetXml(QByteArrayView head);

/// Rows of one of its worksheets, chosen as in openXls(). Source: XML Spreadsheet Reference (Office 2003).
Result<std::unique_ptr<RowSource>> openSpreadsheetXml(const QString& path, const ReadOptions& options,
                                                      const Job& job);

}  // namespace icp
