#include "core/typing/tablereader.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>

/// Any bytes as a text file: read as rows and as a typed table. Cells never reach past their row, whatever
/// comes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("input"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return 0;
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    std::size_t bytes = 0;
    (void)icp::readRows(path, {}, [&](qint64, std::span<const icp::Cell> cells) {
        for (const icp::Cell& cell : cells) bytes += std::string(cell.text).size();
        return true;
    });
    const auto table = icp::readTable(path, {}, {}, 1);
    if (table)
        for (const icp::Table::Field& field : table->table.fields)
            for (std::size_t row = 0; row < table->table.rows; ++row)
                bytes += field.column.display(row).size();
    return bytes == SIZE_MAX;
}
