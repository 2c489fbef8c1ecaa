#include "core/rows/csv/csvsource.h"

#include "core/rows/csv/csvdialect.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::CsvSource", text); }

constexpr std::size_t batchBytes = 1 << 20;
constexpr std::size_t sampleBytes = 1 << 17;
constexpr std::size_t maxRowBytes = 2 * maxCellBytes;

Result<DialectWish> wishOf(const ReadOptions& options) {
    DialectWish wish;
    const QString& delimiter = options.delimiter;
    if (delimiter.size() > 8 || delimiter.contains(u'\n') || delimiter.contains(u'\r') || delimiter == u"\"")
        return fail(ErrorCode::Usage, tr("“%1” cannot separate cells.").arg(delimiter));
    wish.delimiter = delimiter.toStdString();
    if (options.quote) {
        if (options.quote->size() > 1 || (!delimiter.isEmpty() && *options.quote == delimiter))
            return fail(ErrorCode::Usage, tr("“%1” cannot stand around cells.").arg(*options.quote));
        wish.quote = options.quote->toStdString();
    }
    if (options.escape) {
        if (options.escape->size() > 1 ||
            (!options.escape->isEmpty() && options.escape->front().unicode() > 0x7F))
            return fail(ErrorCode::Usage,
                        tr("“%1” cannot stand before a quotation mark.").arg(*options.escape));
        wish.escape = options.escape->isEmpty() ? char(0) : options.escape->front().toLatin1();
    }
    return wish;
}

/// Takes bytes of value 0, which no text has, out of it; the lines that held one, from 0.
std::vector<std::uint32_t> dropNuls(std::string& text) {
    std::vector<std::uint32_t> lines;
    std::size_t to = text.find('\0');
    if (to == text.npos) return lines;
    const auto endsLine = [&](std::size_t at) {
        return text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
    };
    std::uint32_t line = 0;
    for (std::size_t at = 0; at < to; ++at) line += endsLine(at) ? 1 : 0;
    for (std::size_t at = to; at < text.size(); ++at) {
        if (text[at] == '\0') {
            if (lines.empty() || lines.back() != line) lines.push_back(line);
            continue;
        }
        line += endsLine(at) ? 1 : 0;
        text[to++] = text[at];
    }
    text.resize(to);
    return lines;
}

}  // namespace

Result<std::unique_ptr<RowSource>> CsvSource::open(std::unique_ptr<ByteStream> bytes, const QString& name,
                                                   const ReadOptions& options, const Job& job) {
    std::unique_ptr<CsvSource> source(new CsvSource(std::move(bytes), name));
    const Result<Encoding> encoding =
        detectEncoding(*source->m_bytes, name, options.encoding, options.trustStart, job);
    if (!encoding) return fail(encoding.error());
    source->m_encoding = *encoding;
    if (!encoding->isUtf8()) source->m_decoder.emplace(qPrintable(encoding->name));
    char mark[4];
    if (!source->m_bytes->rewind() || source->m_bytes->read(mark, encoding->markBytes) < encoding->markBytes)
        return fail(ErrorCode::InputUnusable,
                    tr("%1 cannot be read: %2.").arg(name, source->m_bytes->error()));
    if (const Result<void> filled = source->fill(); !filled) return fail(filled.error());
    if (const Result<void> found = source->findDialect(options); !found) return fail(found.error());
    return source;
}

/// In a text of a single line, the sign that ends rows instead; empty when there are no two of one.
std::string CsvSource::rowSign(std::string_view text) {
    if (text.find_first_of("\r\n") != text.npos) return {};
    for (const std::string_view sign : {"\x1E", "\v", "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        if (const std::size_t first = text.find(sign);
            first != text.npos && text.find(sign, first + 1) != text.npos)
            return std::string(sign);
    return {};
}

/// Makes line ends of the signs that end rows, from `from` on.
void CsvSource::endRows(std::size_t from) {
    if (m_rowSign.empty()) return;
    from -= std::min(from, m_rowSign.size() - 1);  // one may be cut by the end of what was read before
    std::size_t to = from;
    for (std::size_t at = from; at < m_pending.size();) {
        const bool ends = m_pending.compare(at, m_rowSign.size(), m_rowSign) == 0;
        m_pending[to++] = ends ? '\n' : m_pending[at];
        at += ends ? m_rowSign.size() : 1;
    }
    m_pending.resize(to);
}

Result<void> CsvSource::findDialect(const ReadOptions& options) {
    Result<DialectWish> wish = wishOf(options);
    if (!wish) return fail(wish.error());
    if (m_rowSign = rowSign(m_pending); m_rowSign == wish->delimiter) m_rowSign.clear();
    endRows(0);
    const std::optional<std::string> told = takeSeparatorLine();
    if (told && wish->delimiter.empty()) wish->delimiter = *told;
    std::string sample = m_pending.substr(0, sampleBytes);
    const bool whole = m_atEnd && sample.size() == m_pending.size();
    dropNuls(sample);
    m_dialect = detectDialect(sample, whole, *wish);
    RowBatch rows;
    rows.text.assign(sample, 0, lastRowEnd(sample, m_dialect, whole));
    splitCsv(rows, m_dialect);
    m_repair = RowRepair(rows, m_dialect);
    return {};
}

ReadInfo CsvSource::info() const {
    ReadInfo info;
    info.format = QStringLiteral("csv");
    info.encoding = m_encoding.name;
    info.confidence = m_encoding.confidence;
    info.delimiter = QString::fromStdString(m_dialect.delimiter);
    info.quote = QString::fromStdString(m_dialect.quote);
    if (m_dialect.escape != 0) info.escape = QLatin1Char(m_dialect.escape);
    return info;
}

/// "sep=;" on the first line is a word to the spreadsheet, not data: it becomes a blank line.
std::optional<std::string> CsvSource::takeSeparatorLine() {
    const std::string_view text(m_pending);
    const std::size_t end = text.find_first_of("\r\n");
    if (end == text.npos || end > 16) return std::nullopt;
    std::string_view line = text.substr(0, end);
    if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() < 5 || (line.substr(0, 4) != "sep=" && line.substr(0, 4) != "SEP=")) return std::nullopt;
    std::string delimiter(line.substr(4));
    m_pending.erase(0, end);
    return delimiter == "\\t" ? "\t" : delimiter;
}

Result<void> CsvSource::fill() {
    // A row longer than a batch doubles it, so that looking for its end again stays linear.
    const std::size_t before = m_pending.size();
    const auto wanted = std::size_t(bufferFor(*m_bytes, qint64(std::max(batchBytes, before))));
    m_pending.resize(before + wanted);
    const qint64 got = m_bytes->read(m_pending.data() + before, qint64(wanted));
    m_atEnd = got < qint64(wanted);
    m_pending.resize(before + std::size_t(std::max<qint64>(got, 0)));
    if (got < 0)
        return fail(ErrorCode::InputUnusable, tr("%1 cannot be read: %2.").arg(m_name, m_bytes->error()));
    if (m_decoder) {
        const QString text = m_decoder->decode(QByteArrayView(m_pending.data() + before, got));
        m_pending.resize(before);
        const QByteArray utf8 = text.toUtf8();
        m_pending.append(utf8.constData(), std::size_t(utf8.size()));
    }
    endRows(before);
    // Old systems end a text with a Control-Z, and fill its last block with NUL.
    while (m_atEnd && !m_pending.empty() && (m_pending.back() == '\x1A' || m_pending.back() == '\0'))
        m_pending.pop_back();
    return {};
}

Result<bool> CsvSource::next(RowBatch& batch, const Job& job) {
    batch.clear();
    std::size_t end = 0;
    for (;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        if (m_pending.size() >= batchBytes || m_atEnd) end = lastRowEnd(m_pending, m_dialect, m_atEnd);
        if (end > 0 || m_atEnd || m_pending.size() > maxRowBytes) break;
        if (const Result<void> filled = fill(); !filled) return fail(filled.error());
    }
    if (m_pending.empty()) return false;
    if (end == 0 && !m_atEnd) {
        // A quote that is open for so long was never meant as one.
        CsvDialect bare = m_dialect;
        bare.quote = bare.closing = {};
        end = lastRowEnd(m_pending, bare, false);
    }
    if (end == 0) {
        batch.stop = ReadStop{};
        end = m_pending.size();
    }
    batch.text.assign(m_pending, end);
    m_pending.resize(end);
    batch.text.swap(m_pending);
    m_handedOut += batch.text.size();
    // Of a packed file, too: as much of it as of what came out of it.
    batch.doneBytes =
        qint64(double(m_bytes->position()) * double(m_handedOut) / double(m_handedOut + m_pending.size()));
    return true;
}

/// Turns what is no UTF-8 into it, cell by cell.
void CsvSource::mendBytes(RowBatch& batch) const {
    std::string more;
    std::vector<RowNote> notes;
    for (std::size_t row = 0; row < batch.rows(); ++row)
        for (std::size_t at = batch.starts[row]; at < batch.starts[row + 1]; ++at) {
            RowBatch::Field& field = batch.fields[at];
            const std::string_view cell = std::string_view(batch.text).substr(field.offset, field.size);
            if (checkUtf8(cell).errors == 0) continue;
            const std::string mended = mendedUtf8(cell);
            field = {std::uint32_t(batch.text.size() + more.size()), std::uint32_t(mended.size())};
            more += mended;
            if (notes.empty() || notes.back().row != row)
                notes.push_back({std::uint32_t(row), RowNote::What::OtherBytes});
        }
    batch.text += more;
    batch.notes.insert(batch.notes.end(), notes.begin(), notes.end());
    std::stable_sort(batch.notes.begin(), batch.notes.end(),
                     [](const RowNote& a, const RowNote& b) { return a.row < b.row; });
}

/// Notes the rows that hold these lines.
void CsvSource::noteRows(RowBatch& batch, const std::vector<std::uint32_t>& lines) {
    if (lines.empty()) return;
    for (const std::uint32_t line : lines) {
        const auto next = std::upper_bound(batch.lines.begin(), batch.lines.end(), line);
        if (next == batch.lines.begin()) continue;  // above all rows
        const auto row = std::uint32_t(next - batch.lines.begin() - 1);
        if (batch.notes.empty() || batch.notes.back().row != row ||
            batch.notes.back().what != RowNote::What::NulBytes)
            batch.notes.push_back({row, RowNote::What::NulBytes});
    }
    std::stable_sort(batch.notes.begin(), batch.notes.end(),
                     [](const RowNote& a, const RowNote& b) { return a.row < b.row; });
}

void CsvSource::split(RowBatch& batch) const {
    batch.misread = !m_encoding.proven && checkUtf8(batch.text).errors > 0;
    const std::vector<std::uint32_t> nuls = dropNuls(batch.text);
    splitCsv(batch, m_dialect);
    m_repair.mend(batch);
    if (m_encoding.mixed) mendBytes(batch);
    noteRows(batch, nuls);
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
