#include "core/typing/tablereader.h"
#include "core/typing/tabletexts.h"
#include "tests/fuzz/scratchfile.h"

/// Any bytes as a text file: read as rows, as a table of texts and as a typed one. Cells never reach past their row, whatever
/// comes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const icp::fuzz::ScratchFile file(QStringLiteral("input"));
    if (!file.fill(data, size)) return 0;
    std::size_t bytes = 0;
    (void)icp::readRows(file.path(), {}, [&](qint64, std::span<const icp::Cell> cells) {
        for (const icp::Cell& cell : cells) bytes += std::string(cell.text).size();
        return true;
    });
    (void)icp::readTexts(
        file.path(), {},
        [&](qint64, std::span<const icp::Cell> cells) {
            for (const icp::Cell& cell : cells) bytes += std::string(cell.text).size();
            return true;
        },
        [&](const icp::TextRemark& remark) { bytes += std::size_t(remark.cells.size()); });
    const auto table = icp::readTable(file.path(), {}, {}, 1);
    if (table)
        for (const icp::Table::Field& field : table->table.fields)
            for (std::size_t row = 0; row < table->table.rows; ++row)
                bytes += field.column.display(row).size();
    return bytes == SIZE_MAX;
}
