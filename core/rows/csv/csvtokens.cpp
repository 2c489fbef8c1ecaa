#include "core/rows/csv/csvtokens.h"

#include "core/rows/csv/quotedcell.h"
#include "core/rows/csv/stopscan.h"

#include <algorithm>

namespace icp {

namespace {

bool isLineEnd(char c) { return CellRules::isLineEnd(c); }

class Splitter {
public:
    Splitter(RowBatch& batch, const CsvDialect& dialect)
        : m_batch(batch),
          m_dialect(dialect),
          m_rules(batch.text, dialect),
          m_begin(batch.text.data()),
          m_end(m_begin + batch.text.size()),
          m_scan(batch.text, dialect.delimiter.front(), '\n', '\r',
                 dialect.escape != 0 ? dialect.escape : '\n'),
          m_first(dialect.quote.empty() ? '\n' : dialect.quote.front()),
          m_skips(dialect.delimiter.front() != ' '),
          m_simple(dialect.delimiter.size() == 1 && dialect.escape == 0) {}

    void run() {
        const char* at = m_begin;
        while (at < m_end) at = isLineEnd(*at) ? lineEnd(at) : row(at);
        m_batch.lineCount = m_line;
    }

private:
    const char* row(const char* at) {
        at = m_rules.skipMark(at);
        m_batch.lines.push_back(m_line);
        for (;;) {
            at = m_simple && at < m_end && !mayBeQuoted(*at) ? bare(at) : cell(at);
            if (at == m_end) break;
            if (isLineEnd(*at)) {
                at = lineEnd(at);
                break;
            }
            at += m_dialect.delimiter.size();
            if (at == m_end) {
                add(at, at);
                break;
            }
        }
        m_batch.starts.push_back(std::uint32_t(m_batch.fields.size()));
        return at;
    }

    const char* lineEnd(const char* at) {
        ++m_line;
        return *at == '\r' && at + 1 < m_end && at[1] == '\n' ? at + 2 : at + 1;
    }

    bool mayBeQuoted(char c) const { return c == m_first || (c == ' ' && m_skips); }

    /// As plain() from a cell's beginning, where every stop ends a cell.
    const char* bare(const char* at) {
        const char* end = m_scan.next(at);
        add(at, end);
        return end;
    }

    /// One cell from `at`; returns its end: a delimiter, a line end or the end of the text.
    const char* cell(const char* at) {
        if (at < m_end && mayBeQuoted(*at)) {
            const char* quote = m_rules.skipBlanks(at);
            if (quote < m_end && m_rules.isQuote(quote)) return quoted(at, quote);
        }
        return plain(at, at);
    }

    /// A cell without quotes that begins at `begin` and whose end is looked for from `from`.
    const char* plain(const char* begin, const char* from) {
        bool escaped = false;
        const char* end = m_scan.next(from);
        while (!m_simple && end < m_end && !isLineEnd(*end)) {
            if (m_rules.isDelimiter(end)) break;
            const bool escape = m_dialect.escape != 0 && *end == m_dialect.escape && end + 1 < m_end;
            escaped |= escape;
            end = m_scan.next(end + (escape && !isLineEnd(end[1]) ? 2 : 1));
        }
        add(begin, escaped ? undone(begin, end, false) : end);
        return end;
    }

    const char* quoted(const char* at, const char* quote) {
        const char* inside = quote + m_dialect.quote.size();
        const QuotedCell found = m_rules.quoted(inside);
        const auto row = std::uint32_t(m_batch.rows() - 1);
        if (found.kind == QuotedCell::Kind::Open)
            note(row, RowNote::What::OpenQuote);
        else if (found.stray)
            note(row, RowNote::What::StrayQuote);
        const char* from = at;
        if (found.close != nullptr) {
            add(inside, found.doubled ? undone(inside, found.close, true) : found.close);
            from = inside;
        }
        const char* after = found.after != nullptr ? found.after : at;
        for (const char* c = from; c < after; ++c)
            m_line += *c == '\n' || (*c == '\r' && (c + 1 == m_end || c[1] != '\n'));
        return found.close != nullptr ? after : plain(at, after);
    }

    /// Turns doubled and escaped characters between the two into single ones, in place; returns the new end.
    char* undone(const char* from, const char* to, bool isQuoted) {
        const std::string_view closing = m_dialect.closing;
        const auto closes = [&](const char* c) {
            return isQuoted && std::size_t(to - c) >= closing.size() &&
                   std::string_view(c, closing.size()) == closing;
        };
        char* out = m_begin + (from - m_begin);
        for (const char* c = from; c < to;) {
            if (m_dialect.escape != 0 && *c == m_dialect.escape && c + 1 < to && isEscapable(c + 1)) {
                ++c;
            } else if (closes(c) && closes(c + closing.size())) {
                c += closing.size();
                out = std::copy(closing.begin(), closing.end(), out);
                c += closing.size();
                continue;
            }
            *out++ = *c++;
        }
        return out;
    }

    /// An escape before anything else is text: paths and "\N" stay as they are.
    bool isEscapable(const char* c) const {
        return *c == m_dialect.escape || isLineEnd(*c) || *c == m_dialect.delimiter.front() ||
               (!m_dialect.quote.empty() &&
                (*c == m_dialect.quote.front() || *c == m_dialect.closing.front()));
    }

    void add(const char* from, const char* to) {
        m_batch.fields.push_back({std::uint32_t(from - m_begin), std::uint32_t(to - from)});
    }

    void note(std::uint32_t row, RowNote::What what) {
        if (m_batch.notes.empty() || m_batch.notes.back().row != row) m_batch.notes.push_back({row, what});
    }

    RowBatch& m_batch;
    const CsvDialect& m_dialect;
    const CellRules m_rules;
    char* m_begin;
    const char* m_end;
    StopScan m_scan;
    const char m_first;   ///< of the quote
    const bool m_skips;   ///< blanks before a quote do not count
    const bool m_simple;  ///< every stop ends a cell
    std::uint32_t m_line = 0;
};

/// Where each row of `text` begins: takes the quotes around whole rows away and keeps every line end.
std::string unwrapped(const std::string& text, const CsvDialect& dialect) {
    RowBatch rows;
    rows.text = text;
    splitCsv(rows, {dialect.delimiter, dialect.quote, dialect.closing, dialect.escape, false});
    std::string out;
    out.reserve(text.size());
    std::size_t done = 0;  // of `text`
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const RowBatch::Field last = rows.fields[rows.starts[row + 1] - 1];
        if (rows.width(row) != 1 || last.offset < dialect.quote.size()) continue;
        const std::size_t quote = last.offset - dialect.quote.size();
        if (text.compare(quote, dialect.quote.size(), dialect.quote) != 0 || quote < done) continue;
        const CellRules rules(text, dialect);
        const QuotedCell cell = rules.quoted(text.data() + last.offset);
        if (cell.kind != QuotedCell::Kind::Closed) continue;
        out.append(text, done, quote - done);
        out += rows.cell(row, 0).text;
        done = std::size_t(cell.after - text.data());
    }
    out.append(text, done, text.size() - done);
    return out;
}

/// As lastRowEnd for any dialect, cell by cell.
std::size_t walkedRowEnd(std::string_view text, const CsvDialect& dialect) {
    const CellRules rules(text, dialect);
    const char* begin = text.data();
    const char* stop = begin + text.size();
    std::size_t end = 0;
    const auto plainEnd = [&](const char* at) {
        while (at < stop && !isLineEnd(*at) && !rules.isDelimiter(at))
            at += dialect.escape != 0 && *at == dialect.escape && at + 1 < stop && !isLineEnd(at[1]) ? 2 : 1;
        return at;
    };
    for (const char* at = begin; at < stop;) {
        if (isLineEnd(*at)) {
            const bool cr = *at++ == '\r';
            if (cr && at == stop) break;
            if (cr && *at == '\n') ++at;
            end = std::size_t(at - begin);
            at = rules.skipMark(at);
            continue;
        }
        if (rules.isDelimiter(at)) at += dialect.delimiter.size();
        const char* quote = rules.skipBlanks(at);
        if (quote < stop && rules.isQuote(quote)) {
            const QuotedCell cell = rules.quoted(quote + dialect.quote.size());
            if (cell.kind == QuotedCell::Kind::Open || cell.after == stop) return end;
            at = cell.kind == QuotedCell::Kind::Closed ? cell.after : plainEnd(cell.after);
        } else {
            at = plainEnd(at);
        }
    }
    return end;
}

}  // namespace

std::size_t lastRowEnd(std::string_view text, const CsvDialect& dialect, bool atEnd) {
    if (atEnd) return text.size();
    if (!dialect.isSimple()) return walkedRowEnd(text, dialect);
    const CellRules rules(text, dialect);
    std::size_t from = 0;  // all before lies outside quotes or was looked at
    std::size_t end = 0;
    const auto lookBack = [&](std::size_t to) {
        for (std::size_t at = to; at > from; --at)
            // A CR at the very end may be half of a CRLF.
            if (text[at - 1] == '\n' || (text[at - 1] == '\r' && at < text.size() && text[at] != '\n')) {
                end = at;
                return;
            }
    };
    std::size_t search = 0;
    for (;;) {
        const std::size_t quote =
            dialect.quote.empty() ? text.npos : text.find(dialect.quote.front(), search);
        if (quote == text.npos) {
            lookBack(text.size());
            return end;
        }
        search = quote + 1;
        if (!rules.opensCell(text.data() + quote)) continue;
        lookBack(quote);
        const QuotedCell cell = rules.quoted(text.data() + quote + 1);
        const char* stop = text.data() + text.size();
        if (cell.kind == QuotedCell::Kind::Open || cell.after == stop) return end;
        from = search = std::size_t(cell.after - text.data());
    }
}

void splitCsv(RowBatch& batch, const CsvDialect& dialect) {
    if (dialect.wholeRows) batch.text = unwrapped(batch.text, dialect);
    batch.fields.reserve(batch.text.size() / 8);
    Splitter(batch, dialect).run();
}

}  // namespace icp
