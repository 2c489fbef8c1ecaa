#include "core/typing/tabletexts.h"

#include "core/base/text.h"
#include "core/rows/rowsource.h"
#include "core/typing/rowfilter.h"
#include "core/typing/typedissues.h"
#include "core/typing/typesurvey.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::TableTexts", text); }

class TableTexts {
public:
    TableTexts(const RowSink& sink, const std::function<void(const TextRemark&)>& remark)
        : m_sink(sink), m_remark(remark) {}

    /// False when the sink wants no more.
    bool take(const RowBatch& batch) {
        std::size_t from = 0;
        if (!m_begun) {
            m_layout = findLayout(batch);
            if (batch.kinds.empty()) keepUpperTable(batch);
            m_begun = true;
            for (std::size_t row = 0; row < m_layout.headerRow; ++row)
                if (!leaveOut(batch, row, tr("Above the table"))) return false;
            from = m_layout.firstDataRow();
            if (m_layout.hasHeader && !header(batch)) return false;
            if (m_layout.hasOtherNames)
                leaveOut(batch, m_layout.headerRow + m_layout.headerRows,
                         rejectReason(batch, {0, RowProblem::OtherNames}, m_layout));
            if (m_layout.hasUnits)
                leaveOut(batch, from - 1, rejectReason(batch, {0, RowProblem::Units}, m_layout));
        }
        RowChoice choice = chooseRows(batch, from, m_layout);
        const auto before = [](const RowChoice::Odd& a, const RowChoice::Odd& b) { return a.row < b.row; };
        std::stable_sort(choice.doubtful.begin(), choice.doubtful.end(), before);
        auto rejected = choice.rejected.begin();
        auto doubtful = choice.doubtful.begin();
        for (std::size_t row = from; row < batch.rows(); ++row) {
            if (batch.stop && batch.lines[row] >= batch.stop->line) return true;
            for (; doubtful != choice.doubtful.end() && doubtful->row == row; ++doubtful)
                m_remark({batch.line(row), false, doubtReason(batch, *doubtful, m_layout), {}});
            if (rejected != choice.rejected.end() && rejected->row == row) {
                const RowChoice::Odd odd = *rejected++;
                const QString reason = rejectReason(batch, odd, m_layout);
                if (odd.problem != RowProblem::TooWide) {
                    leaveOut(batch, row, reason);
                    continue;
                }
                m_remark({batch.line(row), false, reason, {}});
            }
            if (!hand(batch, row)) return false;
        }
        return true;
    }

private:
    /// A further table above the widest one is no preamble: three rows of one width are enough to keep it.
    void keepUpperTable(const RowBatch& batch) {
        for (std::size_t row = 0; row + 2 < m_layout.headerRow; ++row) {
            const std::size_t width = batch.width(row);
            if (width < 2 || batch.width(row + 1) != width || batch.width(row + 2) != width) continue;
            const auto filled = [&](std::size_t r) {
                std::size_t count = 0;
                for (std::size_t column = 0; column < width; ++column)
                    count += !isBlank(batch.cell(r, column).text);
                return count * 2 > width && count > 1;
            };
            if (!filled(row) || !filled(row + 1) || !filled(row + 2)) continue;
            if (isRemark(batch, row, m_layout.named)) continue;
            m_layout.headerRow = row;
            m_layout.hasHeader = m_layout.hasUnits = m_layout.hasOtherNames = false;
            return;
        }
    }

    bool leaveOut(const RowBatch& batch, std::size_t row, const QString& reason) {
        TextRemark remark{batch.line(row), true, reason, {}};
        for (std::size_t column = 0; column < batch.width(row); ++column)
            remark.cells << toQString(batch.cell(row, column).text);
        m_remark(remark);
        return true;
    }

    bool header(const RowBatch& batch) {
        for (const RowNote note : batch.notes) {
            const std::uint32_t row = note.row;
            if (row >= m_layout.headerRow && row < m_layout.headerRow + m_layout.headerRows)
                m_remark(
                    {batch.line(row), false, doubtReason(batch, {row, problemOf(note.what)}, m_layout), {}});
        }
        if (m_layout.headerRows == 1) return hand(batch, m_layout.headerRow);
        std::vector<QByteArray> names;
        std::vector<Cell> cells;
        for (const QString& name : m_layout.written) names.push_back(name.toUtf8());
        for (const QByteArray& name : names)
            cells.push_back({std::string_view(name.constData(), std::size_t(name.size()))});
        m_remark({batch.line(m_layout.headerRow),
                  false,
                  tr("The header has %1 rows; their texts are joined").arg(m_layout.headerRows),
                  {}});
        return m_sink(batch.line(m_layout.headerRow), cells);
    }

    bool hand(const RowBatch& batch, std::size_t row) {
        std::size_t width = batch.width(row);
        const auto columns = std::size_t(m_layout.headers.size());
        while (width > columns && isBlank(batch.cell(row, width - 1).text)) --width;
        std::vector<Cell> cells;
        for (std::size_t column = 0; column < std::max(width, columns); ++column)
            cells.push_back(batch.cell(row, column));
        return m_sink(batch.line(row), cells);
    }

    const RowSink& m_sink;
    const std::function<void(const TextRemark&)>& m_remark;
    TableLayout m_layout;
    bool m_begun = false;
};

}  // namespace

Result<ReadInfo> readTexts(const QString& path, const ReadOptions& options, const RowSink& sink,
                           const std::function<void(const TextRemark&)>& remark, const Job& job) {
    Result<std::unique_ptr<RowSource>> source = openRows(path, options, job);
    if (!source) return fail(source.error());
    const QString what = tr("Reading %1").arg(QFileInfo(path).fileName());
    TableTexts texts(sink, remark);
    RowBatch batch;
    for (qint64 lines = 0;;) {
        const Result<bool> more = (*source)->next(batch, job);
        if (!more) return fail(more.error());
        if (!*more) return (*source)->info();
        (*source)->split(batch);
        batch.firstLine += lines;
        lines += batch.lineCount;
        job.report(batch.doneBytes, (*source)->totalBytes(), what);
        if (batch.rows() > 0 && !texts.take(batch)) return (*source)->info();
        if (batch.stop) return fail(stopError(batch, path));
    }
}

}  // namespace icp
