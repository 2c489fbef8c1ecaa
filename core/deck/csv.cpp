#include "core/deck/csvtext.h"
#include "core/deck/facts.h"
#include "core/deck/writers.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

/// "meets Finance team of 4 to 25; fails UK or Ireland; unknown Runs a cloud ERP"; "excluded by Public
/// sector".
QString decided(const FitModel& model, const Icp& icp, std::size_t account) {
    QStringList parts;
    for (const Reason& reason : reasons(model, icp, account)) {
        const Criterion* criterion = icp.find(reason.criterion);
        if (criterion == nullptr) continue;
        const bool excludes =
            criterion->importance == Importance::Exclude || criterion->section == Section::Exclusions;
        const QLatin1String word(reason.answer == Reason::Answer::Holds
                                     ? (excludes ? "excluded by " : "meets ")
                                 : reason.answer == Reason::Answer::Fails ? "fails "
                                                                          : "unknown ");
        parts << word + slide::criterionText(*criterion, model.dataset());
    }
    return parts.join(QStringLiteral("; "));
}

}  // namespace

QByteArray accountsCsv(const Dataset& dataset, const Icp& icp, const FitModel& model, const FitTable& fit) {
    CsvText csv;
    const std::vector<Table::Field>& fields = dataset.accounts.table->fields;
    for (const Table::Field& field : fields) csv.guardedCell(field.header.toStdString());
    for (const char* header : {"fit", "score", "decided_by"}) csv.cell(header);
    csv.endRow();
    for (std::size_t row = 0; row < dataset.accounts.rows(); ++row) {
        for (const Table::Field& field : fields) {
            if (field.column.isNumeric())
                csv.cell(field.column.display(row));
            else
                csv.guardedCell(field.column.display(row));
        }
        csv.cell(fitName(fit.fit[row]).toStdString());
        csv.cell(plainNumber(std::round(double(fit.score[row]) * 10) / 10));
        csv.guardedCell(decided(model, icp, row).toStdString());
        csv.endRow();
    }
    return csv.bytes();
}

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
        for (const QString& cell : row.cells) csv.cell(cell.toStdString());
        csv.endRow();
    }
    return csv.bytes();
}

}  // namespace icp
