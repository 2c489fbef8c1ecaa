#include "core/rows/xlsxsource.h"

#include "core/rows/sheetrows.h"
#include "core/base/blank.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::XlsxSource", text); }

constexpr std::size_t batchBytes = 1 << 20;
constexpr qint64 chunkBytes = 1 << 18;
constexpr std::size_t maxRowBytes = 4 * maxCellBytes;

bool hasValue(const RowBatch& batch) {
    for (std::size_t row = 0; row < batch.rows(); ++row)
        for (std::size_t column = 0; column < batch.width(row); ++column)
            if (!isBlank(batch.cell(row, column).text)) return true;
    return batch.stop.has_value();
}

}  // namespace

Result<std::unique_ptr<RowSource>> XlsxSource::open(const QString& path, const ReadOptions& options,
                                                    const Job& job) {
    Result<std::unique_ptr<XlsxPackage>> package = XlsxPackage::open(path, job);
    if (!package) return fail(package.error());
    const QString name = QFileInfo(path).fileName();
    std::unique_ptr<XlsxSource> source(new XlsxSource(name, std::move(*package)));
    QStringList names;
    // Hidden sheets are taken only when no other one holds data, or by name.
    std::vector<XlsxPackage::Sheet> sheets = source->m_package->sheets();
    std::stable_partition(sheets.begin(), sheets.end(), [](const auto& sheet) { return !sheet.hidden; });
    for (const XlsxPackage::Sheet& sheet : sheets) {
        names << sheet.name;
        if (!options.sheet.isEmpty() && sheet.name.compare(options.sheet, Qt::CaseInsensitive) != 0) continue;
        if (const Result<void> opened = source->openSheet(sheet); !opened) return fail(opened.error());
        const Result<bool> data = source->hasData(job);
        if (!data) return fail(data.error());
        if (*data || !options.sheet.isEmpty()) return source;
    }
    if (!options.sheet.isEmpty())
        return fail(ErrorCode::Usage, tr("%1 has no sheet “%2”. It has: %3.")
                                          .arg(name, options.sheet, names.join(QStringLiteral(", "))));
    // Empty from the first sheet to the last: a workbook with no rows.
    source->m_sheet = names.value(0);
    source->m_atEnd = true;
    return source;
}

ReadInfo XlsxSource::info() const { return {QStringLiteral("xlsx"), {}, {}, m_sheet}; }

Result<void> XlsxSource::openSheet(const XlsxPackage::Sheet& sheet) {
    m_sheet = sheet.name;
    m_pending.clear();
    m_rowTag.clear();
    m_peeked.reset();
    m_atEnd = false;
    return m_package->openPart(sheet.part);
}

Result<bool> XlsxSource::hasData(const Job& job) {
    for (;;) {
        RowBatch batch;
        const Result<bool> more = fetch(batch, job);
        if (!more || !*more) return more;
        RowBatch looked = batch;
        split(looked);
        // Batches of nothing but formatted blanks are not kept: their rows would be left out anyway.
        if (hasValue(looked)) {
            m_peeked = std::move(batch);
            return true;
        }
    }
}

Result<bool> XlsxSource::next(RowBatch& batch, const Job& job) {
    if (!m_peeked) return fetch(batch, job);
    batch = *std::exchange(m_peeked, {});
    return true;
}

/// The first or last place in m_pending where a row begins, npos when there is none.
std::size_t XlsxSource::findRow(bool last) const {
    const auto begins = [&](std::size_t at) {
        const std::size_t after = at + m_rowTag.size();
        return after < m_pending.size() &&
               (m_pending[after] == ' ' || m_pending[after] == '>' || m_pending[after] == '/' ||
                m_pending[after] == '\n' || m_pending[after] == '\r' || m_pending[after] == '\t');
    };
    std::size_t at = last ? m_pending.rfind(m_rowTag) : m_pending.find(m_rowTag);
    while (at != m_pending.npos && !begins(at)) {
        if (last)
            at = at == 0 ? m_pending.npos : m_pending.rfind(m_rowTag, at - 1);
        else
            at = m_pending.find(m_rowTag, at + 1);
    }
    return at;
}

std::string XlsxSource::takeRows() {
    if (m_rowTag.empty()) {
        // <worksheet ...> or <x:worksheet ...>: rows carry the same prefix.
        const std::size_t root = m_pending.find("worksheet");
        if (root == m_pending.npos) return {};
        const std::size_t open = m_pending.rfind('<', root);
        m_rowTag = m_pending.substr(open, root - open) + "row";
    }
    const std::size_t sheetEnd = m_pending.find("</" + m_rowTag.substr(1, m_rowTag.size() - 4) + "sheetData");
    if (sheetEnd != m_pending.npos) {
        m_pending.resize(sheetEnd);
        m_atEnd = true;
    }
    const std::size_t first = findRow(false);
    if (first == m_pending.npos) return {};
    const std::size_t end = m_atEnd ? m_pending.size() : findRow(true);
    std::string rows = m_pending.substr(first, end - first);
    m_pending.erase(0, end);
    return rows;
}

Result<bool> XlsxSource::fetch(RowBatch& batch, const Job& job) {
    batch = RowBatch();
    for (;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        if (m_atEnd) return false;
        // A row longer than that doubles it, so that looking for its end again stays linear.
        const Result<bool> more = m_package->read(m_pending, std::max(chunkBytes, qint64(m_pending.size())));
        if (!more) return fail(more.error());
        if (!*more) m_atEnd = true;
        if (m_pending.size() < batchBytes && !m_atEnd) continue;
        batch.text = takeRows();
        batch.doneBytes = m_package->partPosition();
        if (!batch.text.empty()) return true;
        if (m_pending.size() > maxRowBytes) {
            batch.text = std::exchange(m_pending, {});
            batch.stop = ReadStop{};
            return true;
        }
    }
}

void XlsxSource::split(RowBatch& batch) const {
    if (!splitSheetRows(batch, m_package->parts()))
        batch.stop =
            ReadStop{batch.lines.empty() ? 0 : batch.lines.back(), 0,
                     tr("The sheet is damaged after row %1. Export or download the file once more.")};
}

}  // namespace icp
