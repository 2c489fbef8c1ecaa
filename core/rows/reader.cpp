#include "core/rows/reader.h"

#include "core/rows/rowsource.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace icp {

Result<ReadInfo> readRows(const QString& path, const ReadOptions& options, const RowSink& sink,
                          const Job& job) {
    Result<std::unique_ptr<RowSource>> source = openRows(path, options, job);
    if (!source) return fail(source.error());
    const QString what =
        QCoreApplication::translate("icp::Reader", "Reading %1").arg(QFileInfo(path).fileName());
    RowBatch batch;
    std::vector<Cell> cells;
    for (qint64 line = 0;;) {
        const Result<bool> more = (*source)->next(batch, job);
        if (!more) return fail(more.error());
        if (!*more) return (*source)->info();
        (*source)->split(batch);
        batch.firstLine += line;
        line += batch.lineCount;
        job.report(batch.doneBytes, (*source)->totalBytes(), what);
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            if (row % 1024 == 0 && job.cancelled())
                return fail(ErrorCode::Cancelled,
                            QCoreApplication::translate("icp::Reader", "Reading was cancelled."));
            if (batch.stop && batch.lines[row] >= batch.stop->line) break;
            cells.clear();
            for (std::size_t column = 0; column < batch.width(row); ++column)
                cells.push_back(batch.cell(row, column));
            if (!sink(batch.line(row), cells)) return (*source)->info();
        }
        if (batch.stop) return fail(stopError(batch, path));
    }
}

}  // namespace icp
