#include "core/rows/sheetrows.h"

#include <cstdint>
#include <string>

/// Any bytes as the rows of a worksheet. The ZIP archive around them is QuaZip's and zlib's business.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    icp::WorkbookParts parts;
    parts.dateStyles = {false, true};
    for (const char* text : {"one", "", "_x000D_"}) {
        parts.texts.add(text);
        parts.texts.endText();
    }
    icp::RowBatch batch;
    batch.text.assign(reinterpret_cast<const char*>(data), size);
    icp::splitSheetRows(batch, parts);
    std::size_t bytes = 0;
    for (std::size_t row = 0; row < batch.rows(); ++row)
        for (std::size_t column = 0; column < batch.width(row); ++column)
            bytes += std::string(batch.cell(row, column).text).size();
    return bytes == SIZE_MAX;
}
