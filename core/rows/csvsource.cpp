#include "core/rows/csvsource.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::CsvSource", text); }

constexpr std::size_t batchBytes = 1 << 20;
constexpr std::size_t maxRowBytes = 2 * maxCellBytes;

}  // namespace

Result<std::unique_ptr<RowSource>> CsvSource::open(const QString& path, const ReadOptions& options,
                                                   const Job& job) {
    std::unique_ptr<CsvSource> source(new CsvSource(path));
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(
            ErrorCode::InputUnusable,
            tr("%1 cannot be opened: %2.").arg(QFileInfo(path).fileName(), source->m_file.errorString()));
    if (options.delimiter &&
        (options.delimiter->unicode() > 0x7F || QStringLiteral("\"\r\n").contains(*options.delimiter)))
        return fail(ErrorCode::Usage, tr("“%1” cannot separate cells.").arg(*options.delimiter));
    const Result<Encoding> encoding = detectEncoding(source->m_file, options.encoding, job);
    if (!encoding) return fail(encoding.error());
    source->m_encoding = *encoding;
    if (!encoding->isUtf8() || encoding->damaged) source->m_decoder.emplace(qPrintable(encoding->name));
    source->m_file.seek(encoding->markBytes);
    if (!source->fill())
        return fail(
            ErrorCode::InputUnusable,
            tr("%1 cannot be read: %2.").arg(QFileInfo(path).fileName(), source->m_file.errorString()));
    const bool told = source->takeSeparatorLine();
    if (options.delimiter) {
        source->m_dialect.delimiter = char(options.delimiter->unicode());
    } else if (!told) {
        const std::string_view sample = std::string_view(source->m_pending).substr(0, batchBytes / 8);
        const std::size_t whole =
            lastRowEnd(sample, {}, sample.size() == source->m_pending.size() && source->m_atEnd);
        source->m_dialect.delimiter = detectDelimiter(whole > 0 ? sample.substr(0, whole) : sample);
    }
    return source;
}

ReadInfo CsvSource::info() const {
    return {QStringLiteral("csv"), m_encoding.name, QString(QLatin1Char(m_dialect.delimiter)), {}};
}

/// "sep=;" on the first line is a word to the spreadsheet, not data: it becomes a blank line.
bool CsvSource::takeSeparatorLine() {
    const std::string_view text(m_pending);
    if (text.size() < 6 || text.substr(0, 4) != "sep=" || (text[5] != '\n' && text[5] != '\r')) return false;
    m_dialect.delimiter = text[4];
    m_pending.erase(0, 5);
    return true;
}

bool CsvSource::fill() {
    // A row longer than a batch doubles it, so that looking for its end again stays linear.
    const std::size_t before = m_pending.size();
    const std::size_t wanted = std::max(batchBytes, before);
    if (!m_decoder) {
        m_pending.resize(before + wanted);
        const qint64 got = m_file.read(m_pending.data() + before, qint64(wanted));
        m_pending.resize(before + std::size_t(std::max<qint64>(got, 0)));
        m_atEnd = got < qint64(wanted);
        return got >= 0;
    }
    const QByteArray bytes = m_file.read(qint64(wanted));
    m_atEnd = bytes.size() < qsizetype(wanted);
    const QString text = m_decoder->decode(bytes);
    const QByteArray utf8 = text.toUtf8();
    m_pending.append(utf8.constData(), std::size_t(utf8.size()));
    return m_file.error() == QFileDevice::NoError;
}

Result<bool> CsvSource::next(RowBatch& batch, const Job& job) {
    batch = RowBatch();
    std::size_t end = 0;
    for (;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        if (m_pending.size() >= batchBytes || m_atEnd) end = lastRowEnd(m_pending, m_dialect, m_atEnd);
        if (end > 0 || m_atEnd || m_pending.size() > maxRowBytes) break;
        if (!fill())
            return fail(ErrorCode::InputUnusable,
                        tr("%1 cannot be read: %2.").arg(QFileInfo(m_file).fileName(), m_file.errorString()));
    }
    if (m_pending.empty()) return false;
    if (end == 0) {
        batch.stop = ReadStop{};
        end = m_pending.size();
    }
    std::string rest = m_pending.substr(end);
    m_pending.resize(end);
    batch.text = std::exchange(m_pending, std::move(rest));
    batch.doneBytes = m_file.pos() - qint64(m_pending.size());
    return true;
}

void CsvSource::split(RowBatch& batch) const {
    splitCsv(batch, m_dialect);
    const auto stopAt = [&](std::size_t row, std::size_t column, const QString& sentence) {
        batch.stop = ReadStop{batch.lines[row], column, sentence};
    };
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        if (batch.width(row) > maxColumns)
            return stopAt(row, maxColumns,
                          tr("Row %1 has more than 16,384 cells; a table cannot have more."));
        if (batch.text.size() <= maxCellBytes) continue;
        for (std::size_t column = 0; column < batch.width(row); ++column)
            if (batch.cell(row, column).text.size() > maxCellBytes)
                return stopAt(row, column,
                              tr("The cell in row %1, column %2 is longer than 32 MB. Perhaps a quotation "
                                 "mark before it "
                                 "is never closed."));
    }
    if (batch.stop && batch.rows() > 0)
        stopAt(batch.rows() - 1, batch.width(batch.rows() - 1) - 1,
               tr("Row %1 is longer than 64 MB; its column %2 does not end. Perhaps a quotation mark is "
                  "never closed."));
}

}  // namespace icp
