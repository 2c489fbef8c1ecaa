#include "core/rows/csv/othercut.h"

#include "core/rows/csv/csvtokens.h"

namespace icp {

OtherCut cutOtherwise(const RowBatch& batch, std::pair<std::size_t, std::size_t> rows, std::size_t width,
                      const std::string& delimiter) {
    OtherCut most;
    for (const char other : std::string_view(",;\t|")) {
        if (delimiter.find(other) != delimiter.npos) continue;
        std::size_t count = 0;
        CsvDialect dialect;
        dialect.delimiter = std::string(1, other);
        for (std::size_t row = rows.first; row < rows.second; ++row) {
            if (batch.width(row) >= width) continue;
            const RowBatch::Field first = batch.row(row).front();
            const RowBatch::Field last = batch.row(row).back();
            RowBatch alone;
            alone.text = batch.text.substr(first.offset, last.offset + last.size - first.offset);
            splitCsv(alone, dialect);
            count += alone.rows() == 1 && alone.width(0) == width;
        }
        if (count > most.rows) most = {count, other};
    }
    return most;
}

}  // namespace icp
