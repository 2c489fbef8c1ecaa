#include "core/deck/csvtext.h"
#include "core/deck/writers.h"

#include <algorithm>

namespace icp {

QByteArray rejectedCsv(const Dataset& dataset) {
    CsvText csv;
    qsizetype columns = 0;
    bool oneFile = true;
    for (const RejectedRow& row : dataset.rejected) {
        columns = std::max(columns, row.cells.size());
        oneFile = oneFile && row.file == dataset.rejected.front().file;
    }
    for (const char* header : {"file", "row", "reason"}) csv.cell(header);
    const std::vector<ColumnInfo>* headers =
        oneFile && !dataset.rejected.empty()
            ? &dataset.files[std::size_t(dataset.rejected.front().file)].columnInfo
            : nullptr;
    for (qsizetype i = 0; i < columns; ++i)
        csv.cell((headers != nullptr && i < qsizetype(headers->size()) ? (*headers)[std::size_t(i)].header
                                                                       : QStringLiteral("cell %1").arg(i + 1))
                     .toStdString());
    csv.endRow();
    for (const RejectedRow& row : dataset.rejected) {
        csv.cell(dataset.files[std::size_t(row.file)].name.toStdString());
        csv.cell(std::to_string(row.row));
        csv.cell(row.reason.toStdString());
        for (qsizetype i = 0; i < columns; ++i) csv.cell(row.cells.value(i).toStdString());
        csv.endRow();
    }
    return csv.bytes();
}

}  // namespace icp
