#pragma once

#include "core/rows/rowbatch.h"
#include "core/rows/xlsx/workbookparts.h"

namespace icp {

/// Turns batch.raw, which holds whole <row> elements of a worksheet, into cells. Numbers become their
/// shortest text, dates ISO text, booleans TRUE and FALSE, formulas the value they had when the file was
/// saved. Cells between others that are not in the file are Empty. False when the XML is damaged; batch.stop
/// is set when a limit is passed.
bool splitSheetRows(RowBatch& batch, const WorkbookParts& parts);

}  // namespace icp
