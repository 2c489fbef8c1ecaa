#include "core/rows/csv/csvdialect.h"

#include "core/rows/csv/celllook.h"
#include "core/rows/csv/delimiters.h"
#include "core/rows/csv/othercut.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace icp {

namespace {

constexpr std::size_t rowsLookedAt = 300;
constexpr std::size_t bytesLookedAt = 1 << 16;

struct Cut {
    double quality = 0;     ///< the measure
    double share = 0;       ///< of the rows that have the most common width
    std::size_t width = 0;  ///< the most common one
    std::size_t rows = 0;
    std::size_t single = 0;      ///< rows of one cell that holds the delimiter
    std::size_t firstWidth = 0;  ///< of the first row
    bool odd = false;            ///< with quotes that are not closed or stand within a cell
    bool tight = true;           ///< no cell begins with a blank or is empty
    bool valued = false;         ///< the last cells, but for that of the first row, are numbers or dates
};

double weightOf(std::string_view cell, CellLook look) {
    if (look == CellLook::Uncut) return 0;
    const bool spaced = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    return spaced ? 0.9 : 1;
}

class Detector {
public:
    Detector(std::string_view sample, bool whole, const DialectWish& wish)
        : m_sample(sample.substr(0, bytesLookedAt)),
          m_whole(whole && sample.size() <= bytesLookedAt),
          m_wish(wish) {}

    CsvDialect run() {
        std::vector<DelimiterCandidate> candidates = delimiterCandidates(m_sample);
        if (!m_wish.delimiter.empty()) candidates = {{m_wish.delimiter, false}};
        const bool typed = linesAreValues();
        CsvDialect best;
        double leader = 0;
        for (const DelimiterCandidate& candidate : candidates) {
            const auto [dialect, cut] = bestQuoting(candidate.text);
            const bool may = !m_wish.delimiter.empty() || isEligible(candidate, dialect, cut, typed);
            const double quality = cut.quality * (candidate.rare ? 0.8 : 1);
            if (!may || (leader > 0 && quality <= leader * 1.01)) continue;
            leader = quality;
            best = dialect;
        }
        if (leader > 0) return best;
        best.delimiter = m_wish.delimiter;
        if (best.delimiter.empty()) best.delimiter = unused(typed);
        return bestQuoting(best.delimiter).first;
    }

private:
    CsvDialect plain(const std::string& delimiter) const {
        CsvDialect dialect;
        dialect.delimiter = delimiter;
        if (m_wish.quote) dialect.quote = dialect.closing = *m_wish.quote;
        if (m_wish.escape) dialect.escape = *m_wish.escape;
        return dialect;
    }

    Cut cut(const CsvDialect& dialect) const {
        RowBatch batch;
        const std::size_t end = lastRowEnd(m_sample, dialect, m_whole);
        batch.text = m_sample.substr(0, end > 0 ? end : m_sample.size());
        splitCsv(batch, dialect);
        Cut cut;
        cut.rows = std::min(batch.rows(), rowsLookedAt);
        if (cut.rows == 0) return cut;
        std::map<std::size_t, std::size_t> widths;
        double weight = 0;
        std::size_t cells = 0;
        const std::size_t titles = titlesAbove(batch, cut.rows);
        cut.rows -= titles;
        for (std::size_t row = titles; row < titles + cut.rows; ++row) {
            const std::size_t width = batch.width(row);
            ++widths[width];
            cells += width;
            for (std::size_t column = 0; column < width; ++column) {
                const std::string_view cell = batch.cell(row, column).text;
                const CellLook look = lookAt(cell);
                weight += weightOf(cell, look);
                cut.tight &= !cell.empty() && cell.front() != ' ';
                if (column + 1 == width && row > titles)
                    cut.valued = (cut.valued || row == titles + 1) &&
                                 (look == CellLook::Number || look == CellLook::Date);
            }
            if (width == 1 && batch.cell(row, 0).text.find(dialect.delimiter) != std::string_view::npos)
                ++cut.single;
        }
        double pattern = 0;
        std::size_t most = 0;
        for (const auto& [width, count] : widths) {
            pattern += double(count) * std::max(1e-3, double(width - 1) / double(width));
            if (count >= most) std::tie(most, cut.width) = std::pair(count, width);
        }
        cut.quality = pattern / double(widths.size()) * weight / double(cells);
        cut.share = double(most) / double(cut.rows);
        joinParts(batch, titles, widths, dialect, cut);
        cut.firstWidth = batch.width(0);
        cut.odd = !batch.notes.empty();
        return cut;
    }

    /// A file may have been put together from parts with different delimiters, which cut all its rows alike.
    static void joinParts(const RowBatch& batch, std::size_t first,
                          const std::map<std::size_t, std::size_t>& widths, const CsvDialect& dialect,
                          Cut& cut) {
        constexpr std::size_t fewest = 3;
        if (dialect.delimiter.find_first_of(",;\t|") != 0 || dialect.delimiter.size() > 1) return;
        for (const auto& [width, count] : widths) {
            if (width < fewest || count < fewest || count == cut.rows) continue;
            const std::size_t others =
                cutOtherwise(batch, {first, first + cut.rows}, width, dialect.delimiter).rows;
            if (others < fewest || others > count || (count + others) * 20 < cut.rows * 19) continue;
            double weight = 0;
            for (std::size_t row = first; row < first + cut.rows; ++row)
                for (std::size_t column = 0; batch.width(row) == width && column < width; ++column) {
                    const std::string_view cell = batch.cell(row, column).text;
                    weight += weightOf(cell, lookAt(cell));
                }
            const double quality =
                double(count + others) * double(width - 1) / double(width) * weight / double(count * width);
            if (quality <= cut.quality) continue;
            cut.quality = quality;
            cut.width = width;
            cut.share = double(count + others) / double(cut.rows);
        }
    }

    /// Rows of one cell above others, no more than those, most of which have several: a title says nothing of
    /// how cells are cut. It is no row that another delimiter cuts: its signs stand beside blanks or within
    /// numbers.
    static std::size_t titlesAbove(const RowBatch& batch, std::size_t rows) {
        std::size_t titles = 0;
        while (titles < rows && batch.width(titles) == 1 && isTitle(batch.cell(titles, 0).text)) ++titles;
        std::size_t cut = 0;
        for (std::size_t row = titles; row < rows; ++row) cut += batch.width(row) > 1;
        return titles * 2 <= rows && cut * 2 > rows - titles ? titles : 0;
    }

    static bool isTitle(std::string_view text) {
        const auto isLetter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        };
        for (std::size_t at = 1; at + 1 < text.size(); ++at) {
            const bool sign = std::string_view(":#^~*!$%@=+\\;|\t").find(text[at]) != std::string_view::npos;
            if (sign && (isLetter(text[at - 1]) || isLetter(text[at + 1])) && text[at - 1] != ' ' &&
                text[at + 1] != ' ')
                return false;
        }
        return lookAt(text) == CellLook::Word;
    }

    /// Tries a variant that the sample gives reason for; it must be better than what is known. Quotes of
    /// another kind and backslashes may be as good, when they leave no quote unexplained.
    void attempt(std::pair<CsvDialect, Cut>& best, const CsvDialect& dialect, bool sure = false) const {
        const Cut now = cut(dialect);
        const bool usual = !dialect.quote.empty() && (dialect.escape == 0 || dialect.escape == '\\');
        const bool explains = sure || (usual && best.second.odd && !now.odd);
        if (now.quality > best.second.quality * (explains ? 1 - 1e-9 : 1 + 1e-9)) best = {dialect, now};
    }

    std::pair<CsvDialect, Cut> bestQuoting(const std::string& delimiter) const {
        const CsvDialect base = plain(delimiter);
        std::pair<CsvDialect, Cut> best{base, cut(base)};
        const bool odd = best.second.odd;
        if (!m_wish.quote) {
            CsvDialect without = base;
            without.quote = without.closing = {};
            if (odd) attempt(best, without);
            static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> others{
                {{"'", "'"},
                 {"`", "`"},
                 {"“", "”"},
                 {"„", "“"},
                 {"«", "»"},
                 {"‘", "’"},
                 {"þ", "þ"},
                 {"|", "|"},
                 {"~", "~"},
                 {"^", "^"}}};
            for (const auto& [quote, closing] : others) {
                if (delimiter.find(quote) != delimiter.npos) continue;
                CsvDialect other = base;
                other.quote = quote;
                other.closing = closing;
                if (const Wraps wraps = wrapsIn(other); wraps != Wraps::No)
                    attempt(best, other, wraps == Wraps::Surely);
            }
        }
        if (!m_wish.escape && !best.first.quote.empty()) {
            const CsvDialect unescaped = best.first;
            for (const char escape : std::string_view("\\^/|#%&$*?!@~")) {
                if (delimiter.find(escape) != delimiter.npos) continue;
                const bool beforeQuote = m_sample.find(escape + unescaped.closing) != m_sample.npos;
                const bool beforeDelimiter =
                    escape == '\\' && m_sample.find(escape + delimiter) != m_sample.npos;
                if (!(odd && beforeQuote) && !beforeDelimiter) continue;
                CsvDialect other = unescaped;
                other.escape = escape;
                attempt(best, other);
            }
        }
        if (best.second.single * 2 > best.second.rows) {
            CsvDialect other = best.first;
            other.wholeRows = true;
            attempt(best, other);
        }
        return best;
    }

    enum class Wraps { No, Perhaps, Surely };

    /// Whether cells stand between these quotes: as many begin with one as end with one, and at least three
    /// do, or all, or, surely, one that holds the delimiter or doubled quotes; and fewer between the usual
    /// ones, unless those explain no delimiter.
    Wraps wrapsIn(const CsvDialect& dialect) const {
        if (m_sample.find(dialect.quote) == m_sample.npos) return Wraps::No;
        CsvDialect bare = dialect;
        bare.quote = bare.closing = {};
        RowBatch batch;
        batch.text = m_sample;
        splitCsv(batch, bare);
        std::size_t begins = 0;
        std::size_t ends = 0;
        std::size_t holds = 0;
        std::size_t usual = 0;
        std::size_t cells = 0;
        bool usualHolds = false;
        for (const RowBatch::Field& field : batch.fields) {
            const std::string_view cell = std::string_view(batch.text).substr(field.offset, field.size);
            const bool begin = cell.substr(0, dialect.quote.size()) == dialect.quote;
            const bool end = cell.size() >= dialect.closing.size() &&
                             cell.substr(cell.size() - dialect.closing.size()) == dialect.closing;
            begins += begin;
            const bool usualBegin = !cell.empty() && cell.front() == '"';
            cells += !cell.empty();
            usual += usualBegin;
            usualHolds |= usualBegin && (cell.size() == 1 || cell.back() != '"');
            ends += end;
            holds += begin && (!end || holdsDoubled(cell, dialect));
        }
        const std::size_t apart = begins > ends ? begins - ends : ends - begins;
        if (apart * 5 > begins) return Wraps::No;
        if (holds > 0 && !usualHolds) return Wraps::Surely;
        const bool several = begins >= 3 || holds > 0 || (begins >= 2 && begins == cells);
        return begins > usual && several ? Wraps::Perhaps : Wraps::No;
    }

    /// Whether quotes stand within a cell between quotes, and each of them twice.
    static bool holdsDoubled(std::string_view cell, const CsvDialect& dialect) {
        const std::string& closing = dialect.closing;
        if (cell.size() < dialect.quote.size() + closing.size()) return false;
        cell.remove_prefix(dialect.quote.size());
        cell.remove_suffix(closing.size());
        bool any = false;
        for (std::size_t at = cell.find(closing); at != cell.npos; at = cell.find(closing, at)) {
            if (cell.substr(at + closing.size(), closing.size()) != closing) return false;
            at += 2 * closing.size();
            any = true;
        }
        return any;
    }

    bool isEligible(const DelimiterCandidate& candidate, const CsvDialect& dialect, const Cut& cut,
                    bool typed) const {
        if (cut.width < 2) return false;
        if (typed && cut.firstWidth == 1) return false;
        if (!candidate.rare) return true;
        const bool loose = candidate.text == " " || candidate.text == ":" || candidate.text == "/";
        const bool quoted =
            m_sample.find(dialect.closing + candidate.text + dialect.quote) != m_sample.npos &&
            !dialect.quote.empty();
        // Names and values: every row is cut in two, and nothing looks like a sentence or a time.
        const bool pairs =
            candidate.text == ":" && cut.share == 1 && cut.rows >= 4 && cut.tight && cut.valued;
        if (cut.width == 2 && loose && !quoted && !pairs) return false;
        // A header of one word stands above a single column, the words of which are no cells.
        if (candidate.text == " " && cut.firstWidth == 1) return false;
        if (loose && typed) return false;
        if (cut.rows == 1 && candidate.text == " " && m_sample.find_first_of(",;\t|") != m_sample.npos)
            return false;
        return cut.share >= (cut.width >= 4 ? 0.6 : 0.8) && (cut.rows > 1 || cut.width > 3);
    }

    /// Whether nearly every line is one number, one date or one address: a file of one column.
    bool linesAreValues() const {
        std::size_t lines = 0;
        std::size_t values = 0;
        for (std::size_t at = 0; at < m_sample.size() && lines < rowsLookedAt;) {
            const std::size_t end = std::min(m_sample.find_first_of("\r\n", at), m_sample.size());
            const CellLook look = lookAt(m_sample.substr(at, end - at));
            if (at > 0 && look != CellLook::Empty) {
                ++lines;
                values += look != CellLook::Word && look != CellLook::Uncut;
            }
            at = end + 1;
        }
        return lines > 0 && values * 5 >= lines * 4;
    }

    /// Whether a blank follows every comma: those of sentences, which separate no cells.
    bool commasBelongToSentences() const {
        for (std::size_t at = m_sample.find(','); at != m_sample.npos; at = m_sample.find(',', at + 1))
            if (at + 1 == m_sample.size() || m_sample[at + 1] != ' ') return false;
        return true;
    }

    /// A delimiter that cuts nothing.
    std::string unused(bool typed) const {
        if (typed || commasBelongToSentences())
            for (const char c : std::string_view(",;\t|"))
                if (m_sample.find(c) == m_sample.npos) return {c};
        return ",";
    }

    const std::string_view m_sample;
    const bool m_whole;
    const DialectWish& m_wish;
};

}  // namespace

CsvDialect detectDialect(std::string_view sample, bool whole, const DialectWish& wish) {
    return Detector(sample, whole, wish).run();
}

}  // namespace icp
