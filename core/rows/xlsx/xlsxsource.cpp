#include "core/rows/xlsx/xlsxsource.h"

#include "core/base/blank.h"
#include "core/rows/sheetchoice.h"
#include "core/rows/xlsx/sheetrows.h"

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
    // Hidden sheets are taken only when no other one holds data, or by name.
    const std::vector<XlsxPackage::Sheet> sheets = visibleFirst(source->m_package->sheets());
    QStringList names;
    for (const XlsxPackage::Sheet& sheet : sheets) names << sheet.name;
    const QString wanted = sheetMeant(options.sheet, names);
    for (const XlsxPackage::Sheet& sheet : sheets) {
        if (!isWanted(sheet.name, wanted)) continue;
        if (const Result<void> opened = source->openSheet(sheet); !opened) return fail(opened.error());
        const Result<bool> data = source->hasData(job);
        if (!data) return fail(data.error());
        if (*data || !options.sheet.isEmpty()) return source;
    }
    if (!options.sheet.isEmpty()) return fail(noSuchSheet(name, options.sheet, names));
    // Empty from the first sheet to the last: a workbook with no rows.
    source->m_sheet = names.value(0);
    source->m_rows.reset();
    return source;
}

ReadInfo XlsxSource::info() const {
    ReadInfo info{QStringLiteral("xlsx"), {}, {}, m_sheet};
    for (const XlsxPackage::Sheet& sheet : m_package->sheets()) {
        info.sheets << sheet.name;
        info.extents.push_back({sheet.rows, sheet.columns, sheet.hidden});
    }
    return info;
}

Result<void> XlsxSource::openSheet(const XlsxPackage::Sheet& sheet) {
    m_sheet = sheet.name;
    m_peeked.reset();
    m_rows.emplace("sheetData", "row");
    return m_package->openSheet(sheet);
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

Result<bool> XlsxSource::fetch(RowBatch& batch, const Job& job) {
    batch.clear();
    while (m_rows) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        std::string& pending = m_rows->pending();
        // A row longer than that doubles it, so that looking for its end again stays linear.
        const Result<bool> more = m_package->read(pending, std::max(chunkBytes, qint64(pending.size())));
        if (!more) return fail(more.error());
        if (pending.size() < batchBytes && *more) continue;
        m_rows->take(batch.raw, !*more);
        batch.doneBytes = m_package->partPosition();
        const bool tooLong = batch.raw.empty() && pending.size() > maxRowBytes;
        if (tooLong) {
            batch.raw = std::move(pending);
            batch.stop = ReadStop{};
        } else if (m_rows->done() && *more) {
            // What follows the rows tells nothing, but its checksum does.
            if (const Result<void> rest = m_package->skipRest(job); !rest) return fail(rest.error());
        }
        if (tooLong || m_rows->done() || !*more) m_rows.reset();
        if (!batch.raw.empty()) return true;
    }
    return false;
}

void XlsxSource::split(RowBatch& batch) const {
    if (!splitSheetRows(batch, m_package->parts()))
        batch.stop =
            ReadStop{batch.lines.empty() ? 0 : batch.lines.back(), 0,
                     tr("The sheet is damaged after row %1. Export or download the file once more.")};
}

}  // namespace icp
