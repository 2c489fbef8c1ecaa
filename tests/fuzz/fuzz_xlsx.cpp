#include "core/rows/xlsx/elementcutter.h"
#include "core/rows/xlsx/sheetrows.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

/// Every byte of every cell is touched.
std::size_t bytesOf(std::string xml, const icp::WorkbookParts& parts) {
    icp::RowBatch batch;
    batch.text = std::move(xml);
    icp::splitSheetRows(batch, parts);
    std::size_t bytes = 0;
    for (std::size_t row = 0; row < batch.rows(); ++row)
        for (std::size_t column = 0; column < batch.width(row); ++column)
            bytes += std::string(batch.cell(row, column).text).size();
    return bytes;
}

}  // namespace

/// Any bytes as the rows of a worksheet, as a whole worksheet that arrives in pieces, and as shared texts.
/// The ZIP archive around them is QuaZip's and zlib's business.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string xml(reinterpret_cast<const char*>(data), size);
    icp::WorkbookParts parts;
    parts.dateStyles = {false, true};
    for (const char* text : {"one", "", "_x000D_"}) {
        parts.texts.add(text);
        parts.texts.endText();
    }
    parts.texts.addElements(xml);
    std::size_t bytes = bytesOf(xml, parts);

    const std::size_t step = 1 + size % 61;
    std::size_t cut = 0;
    icp::ElementCutter cutter("sheetData", "row");
    for (std::size_t at = 0; at < size && !cutter.done(); at += step) {
        cutter.pending() += xml.substr(at, step);
        const std::string rows = cutter.take(at + step >= size);
        cut += rows.size();
        bytes += bytesOf(rows, parts);
    }
    if (cut > size) std::abort();
    return bytes == SIZE_MAX;
}
