#pragma once

#include "core/rows/csv/csvtokens.h"

#include <string_view>

namespace icp {

/// What follows a quote that stands at the beginning of a cell.
struct QuotedCell {
    enum class Kind {
        Closed,  ///< `close` is the closing quote, `after` the delimiter, line end or end behind it
        Text,    ///< the quote is an ordinary character; the cell goes on at `after`
        Open     ///< the text ends first; `close` or `after` say what is likely, when they are set
    };
    Kind kind = Kind::Open;
    const char* close = nullptr;
    const char* after = nullptr;
    bool doubled = false;  ///< doubled or escaped characters stand inside
    bool stray = false;    ///< quotes that should have been doubled stand inside, or it is Text
};

/// The rules by which both the cells and the last row of a text are found.
class CellRules {
public:
    CellRules(std::string_view text, const CsvDialect& dialect)
        : m_dialect(dialect), m_begin(text.data()), m_end(text.data() + text.size()) {}

    static bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
    bool isDelimiter(const char* at) const { return startsWith(at, m_dialect.delimiter); }
    bool isQuote(const char* at) const { return !m_dialect.quote.empty() && startsWith(at, m_dialect.quote); }
    bool endsCell(const char* at) const { return at == m_end || isLineEnd(*at) || isDelimiter(at); }

    const char* skipBlanks(const char* at) const {
        while (at < m_end && *at == ' ' && m_dialect.delimiter.front() != ' ') ++at;
        return at;
    }
    const char* skipMark(const char* at) const { return startsWith(at, mark) ? at + mark.size() : at; }

    /// Whether a cell begins at the quote `at`, blanks before it aside.
    bool opensCell(const char* at) const;
    /// `inside` is the first character after the opening quote.
    QuotedCell quoted(const char* inside) const;

private:
    static constexpr std::string_view mark = "\xEF\xBB\xBF";

    bool startsWith(const char* at, std::string_view what) const {
        return std::size_t(m_end - at) >= what.size() && std::string_view(at, what.size()) == what;
    }
    bool follows(const char* at, std::string_view what) const {
        return std::size_t(at - m_begin) >= what.size() &&
               std::string_view(at - what.size(), what.size()) == what;
    }
    const char* nextQuote(const char* from, bool& escaped) const;

    const CsvDialect& m_dialect;
    const char* m_begin;
    const char* m_end;
};

}  // namespace icp
