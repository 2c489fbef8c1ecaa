#include "core/rows/csvtokens.h"

#include <array>
#include <cstring>

namespace icp {

namespace {

bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

/// The quote that closes a cell whose text begins at `from`, npos when there is none. `doubled` tells whether
/// doubled quotes were passed. A quote at the very end of `text` counts as closing.
std::size_t closingQuote(std::string_view text, std::size_t from, bool& doubled) {
    doubled = false;
    for (std::size_t at = text.find('"', from); at != text.npos; at = text.find('"', at + 2)) {
        if (at + 1 >= text.size() || text[at + 1] != '"') return at;
        doubled = true;
    }
    return text.npos;
}

/// Whether a cell begins at the quote `at`, spaces before it aside.
bool opensCell(std::string_view text, std::size_t at, char delimiter) {
    while (at > 0 && text[at - 1] == ' ' && delimiter != ' ') --at;
    return at == 0 || text[at - 1] == delimiter || isLineEnd(text[at - 1]);
}

class Splitter {
public:
    Splitter(RowBatch& batch, char delimiter)
        : m_batch(batch),
          m_delimiter(delimiter),
          m_begin(batch.text.data()),
          m_end(m_begin + batch.text.size()) {
        m_stops[static_cast<unsigned char>(delimiter)] = true;
        m_stops['\n'] = true;
        m_stops['\r'] = true;
    }

    void run() {
        const char* at = m_begin;
        while (at < m_end) at = isLineEnd(*at) ? lineEnd(at) : row(at);
        m_batch.lineCount = m_line;
    }

private:
    const char* row(const char* at) {
        m_batch.lines.push_back(m_line);
        for (;;) {
            at = cell(at);
            if (at == m_end) break;
            if (*at != m_delimiter) {
                at = lineEnd(at);
                break;
            }
            if (++at == m_end) {
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

    /// One cell from `at`; returns its end: a delimiter, a line end or the end of the text.
    const char* cell(const char* at) {
        const char* quote = at;
        while (quote < m_end && *quote == ' ' && m_delimiter != ' ') ++quote;
        if (quote < m_end && *quote == '"') return quoted(at, quote);
        const char* end = plainEnd(at);
        add(at, end);
        return end;
    }

    const char* plainEnd(const char* at) const {
        while (at < m_end && !m_stops[static_cast<unsigned char>(*at)]) ++at;
        return at;
    }

    const char* quoted(const char* at, const char* quote) {
        bool doubled = false;
        const std::string_view text(m_begin, std::size_t(m_end - m_begin));
        const std::size_t closing = closingQuote(text, std::size_t(quote + 1 - m_begin), doubled);
        if (closing == text.npos) {
            m_batch.openQuotes.push_back(std::uint32_t(m_batch.rows() - 1));
            const char* end = plainEnd(at);
            add(at, end);
            return end;
        }
        const char* close = m_begin + closing;
        for (const char* c = quote + 1; c < close; ++c) m_line += *c == '\n' || (*c == '\r' && c[1] != '\n');
        const char* after = close + 1;
        while (after < m_end && *after == ' ' && m_delimiter != ' ') ++after;
        if (after < m_end && !m_stops[static_cast<unsigned char>(*after)]) {
            const char* end = plainEnd(after);
            add(at, end);
            return end;
        }
        add(quote + 1, doubled ? undoubled(quote + 1, close) : close);
        return after;
    }

    /// Turns "" into " between the two, in place; returns the new end.
    char* undoubled(const char* from, const char* to) const {
        char* out = m_begin + (from - m_begin);
        for (const char* c = from; c < to; ++c) {
            *out++ = *c;
            c += *c == '"';
        }
        return out;
    }

    void add(const char* from, const char* to) {
        m_batch.fields.push_back({std::uint32_t(from - m_begin), std::uint32_t(to - from)});
    }

    RowBatch& m_batch;
    const char m_delimiter;
    char* m_begin;
    const char* m_end;
    std::uint32_t m_line = 0;
    std::array<bool, 256> m_stops{};
};

}  // namespace

std::size_t lastRowEnd(std::string_view text, CsvDialect dialect, bool atEnd) {
    if (atEnd) return text.size();
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
        const std::size_t quote = text.find('"', search);
        if (quote == text.npos) {
            lookBack(text.size());
            return end;
        }
        search = quote + 1;
        if (!opensCell(text, quote, dialect.delimiter)) continue;
        lookBack(quote);
        bool doubled = false;
        const std::size_t close = closingQuote(text, quote + 1, doubled);
        if (close == text.npos || close + 1 >= text.size()) return end;
        from = search = close + 1;
    }
}

void splitCsv(RowBatch& batch, CsvDialect dialect) {
    batch.fields.reserve(batch.text.size() / 8);
    Splitter(batch, dialect.delimiter).run();
}

}  // namespace icp
