#include "core/rows/ods/odsrows.h"
#include "tests/fuzz/readeverything.h"

/// Any bytes as an OpenDocument spreadsheet: as the archive on disk, which stands for those of XLSX as well,
/// or else as the content in it, which arrives in pieces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView input(data, qsizetype(size));
    if (input.startsWith("PK")) return icp::fuzz::readEverything(data, size);
    const std::string_view xml(reinterpret_cast<const char*>(data), size);
    icp::OdsRows rows({}, false);
    std::size_t bytes = 0;
    const std::size_t step = 1 + size % 61;
    icp::RowBatch batch;
    for (std::size_t at = 0; at < size && !rows.atEnd() && !batch.stop; at += step)
        if (!rows.parse(xml.substr(at, step), at + step >= size, batch)) break;
    for (std::size_t row = 0; row < batch.rows(); ++row)
        for (std::size_t column = 0; column < batch.width(row); ++column)
            bytes += std::string(batch.cell(row, column).text).size();
    return bytes == SIZE_MAX;
}
