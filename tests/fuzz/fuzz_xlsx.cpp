#include "core/rows/xlsx/elementcutter.h"
#include "core/rows/xlsx/sheetrows.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

/// Every cell with its place and kind, and whether the XML is sound.
std::vector<std::string> cellsOf(std::string xml, const icp::WorkbookParts& parts) {
    icp::RowBatch batch;
    batch.raw = std::move(xml);
    std::vector<std::string> cells{icp::splitSheetRows(batch, parts) ? "sound" : "damaged"};
    for (std::size_t row = 0; row < batch.rows(); ++row)
        for (std::size_t column = 0; column < batch.width(row); ++column) {
            const icp::Cell cell = batch.cell(row, column);
            cells.push_back(std::to_string(batch.lines[row]) + char('0' + int(cell.kind)));
            cells.back() += cell.text;
        }
    return cells;
}

std::vector<std::string> textsOf(const std::string& xml) {
    icp::SharedTexts texts;
    std::vector<std::string> all{texts.addElements(xml) ? "sound" : "damaged"};
    for (std::size_t i = 0; i < texts.size(); ++i) all.emplace_back(texts.at(i));
    return all;
}

/// The same XML with a blank more behind the name in each of these tags, so that it has to be taken apart as XML.
std::string withBlanks(std::string xml, std::string_view tag) {
    for (std::size_t at = xml.find(tag); at != xml.npos; at = xml.find(tag, at + tag.size() + 1))
        xml.insert(at + tag.size() - 1, 1, ' ');
    return xml;
}

void expectSame(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a != b) std::abort();
}

}  // namespace

/// Any bytes as the rows of a worksheet, as a whole worksheet that arrives in pieces, and as shared texts;
/// what is read the quick way and as XML must be the same. The ZIP archive around them is the business of
/// fuzz_ods.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string xml(reinterpret_cast<const char*>(data), size);
    icp::WorkbookParts parts;
    parts.dateStyles = {false, true};
    for (const char* text : {"one", "", "_x000D_"}) {
        parts.texts.add(text);
        parts.texts.endText();
    }
    const std::vector<std::string> cells = cellsOf(xml, parts);
    const std::vector<std::string> texts = textsOf(xml);
    // In CDATA a tag is text.
    if (xml.find("<!") == xml.npos) {
        expectSame(cells, cellsOf(withBlanks(xml, "<c "), parts));
        expectSame(texts, textsOf(withBlanks(xml, "<si>")));
    }
    const std::size_t step = 1 + size % 61;
    std::size_t cut = 0;
    std::size_t bytes = cells.size();
    icp::ElementCutter cutter("sheetData", "row");
    std::string rows;
    for (std::size_t at = 0; at < size && !cutter.done(); at += step) {
        cutter.pending() += xml.substr(at, step);
        cutter.take(rows, at + step >= size);
        cut += rows.size();
        bytes += cellsOf(rows, parts).size();
    }
    if (cut > size) std::abort();
    return bytes == SIZE_MAX;
}
