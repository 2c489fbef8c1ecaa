#pragma once

#include "core/typing/tablereader.h"
#include "core/typing/tabletexts.h"
#include "tests/fuzz/scratchfile.h"

namespace icp::fuzz {

/// Any bytes as a file that holds a table: read as rows, as a table of texts and as a typed one. Every byte
/// of every cell is touched, so that none reaches past its row. With `first` only files that begin so are
/// read: others belong to another target.
inline int readEverything(const std::uint8_t* data, std::size_t size, QByteArrayView first = {}) {
    static const ScratchFile file(QStringLiteral("input"));
    const QByteArrayView input(data, qsizetype(size));
    if (!input.startsWith(first) || !file.fill(data, size)) return 0;
    std::size_t bytes = 0;
    const RowSink touch = [&](qint64, std::span<const Cell> cells) {
        for (const Cell& cell : cells) bytes += std::string(cell.text).size();
        return true;
    };
    (void)readRows(file.path(), {}, touch);
    (void)readTexts(file.path(), {}, touch,
                    [&](const TextRemark& remark) { bytes += std::size_t(remark.cells.size()); });
    if (const auto table = readTable(file.path(), {}, {}, 1))
        for (const Table::Field& field : table->table.fields)
            for (std::size_t row = 0; row < table->table.rows; ++row)
                bytes += std::size_t(field.column.display(row).size());
    return bytes == SIZE_MAX;
}

}  // namespace icp::fuzz
