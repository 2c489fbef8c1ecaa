#include "core/rows/csv/rowrepair.h"

#include "core/rows/csv/othercut.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace icp {

namespace {

constexpr std::size_t fewestRows = 4;
constexpr std::size_t widestMended = 512;

/// Cells of most rows, or of those that stand beside a part of the file with another delimiter; 0 when rows
/// differ too much to mend any.
std::size_t usualWidth(const RowBatch& sample, const std::map<std::size_t, std::size_t>& widths,
                       const std::string& delimiter) {
    const auto most = std::max_element(widths.begin(), widths.end(),
                                       [](const auto& a, const auto& b) { return a.second <= b.second; });
    const auto may = [](const auto& one) {
        return one.first >= 2 && one.first <= widestMended && one.second >= fewestRows;
    };
    if (most == widths.end()) return 0;
    if (most->second * 10 >= sample.rows() * 7) return may(*most) ? most->first : 0;
    for (auto one = widths.rbegin(); one != widths.rend(); ++one)
        if (may(*one) && one->second * 10 >= sample.rows() &&
            (one->second + cutOtherwise(sample, {0, sample.rows()}, one->first, delimiter).rows) * 10 >=
                sample.rows() * 9)
            return one->first;
    return 0;
}

}  // namespace

RowRepair::RowRepair(const RowBatch& sample, const CsvDialect& dialect)
    : m_delimiter(dialect.delimiter), m_quote(dialect.closing) {
    std::map<std::size_t, std::size_t> widths;
    for (std::size_t row = 0; row < sample.rows(); ++row) ++widths[sample.width(row)];
    const std::size_t width = usualWidth(sample, widths, m_delimiter);
    if (width == 0) return;
    std::size_t wider = 0;
    for (const auto& [cells, rows] : widths) wider += cells > width ? rows : 0;
    m_widerRows = wider > 1;
    std::vector<std::array<std::size_t, 7>> counts(width);
    m_holds.resize(width);
    std::size_t leading = 0;
    std::size_t cells = 0;
    bool header = true;  // the first row of that width may be one
    for (std::size_t row = 0; row < sample.rows(); ++row) {
        if (sample.width(row) != width || std::exchange(header, false)) continue;
        for (std::size_t column = 0; column < width; ++column) {
            const std::string_view text = sample.cell(row, column).text;
            ++counts[column][std::size_t(lookAt(text))];
            if (text.find(m_delimiter) != text.npos) m_holds[column] = true;
            leading += !text.empty() && text.front() == ' ';
            ++cells;
        }
    }
    bool typed = false;
    for (const auto& count : counts) {
        CellLook look = CellLook::Word;
        std::size_t filled = 0;
        for (std::size_t i = 1; i < count.size(); ++i) filled += count[i];
        for (const CellLook one : {CellLook::Number, CellLook::Date, CellLook::Time, CellLook::Address})
            if (filled >= 3 && count[std::size_t(one)] * 20 >= filled * 19) look = one;
        typed |= look != CellLook::Word;
        m_looks.push_back(look);
        m_full.push_back(count[std::size_t(CellLook::Empty)] == 0 && filled >= 8);
        m_lastUsed = filled > 0;
    }
    m_blanksLead = leading * 50 > cells;
    const OtherCut other = cutOtherwise(sample, {0, sample.rows()}, width, m_delimiter);
    if (other.rows >= fewestRows && (widths[width] + other.rows) * 10 >= sample.rows() * 9)
        m_second = std::string(1, other.delimiter);
    m_typed = typed;
    m_width = width;
}

bool RowRepair::fits(std::string_view text, std::size_t column) const {
    if (m_looks[column] == CellLook::Word) return true;
    const CellLook look = lookAt(text);
    if (look == CellLook::Empty || look == m_looks[column]) return true;
    // The addresses of pages and lists of those of people may hold delimiters, but no blanks.
    return m_looks[column] == CellLook::Address && text.find(' ') == text.npos &&
           lookAt(text.substr(0, text.find(m_delimiter))) == CellLook::Address;
}

bool RowRepair::fits(const RowBatch& batch, const Fields& fields) const {
    for (std::size_t column = 0; column < m_width; ++column)
        if (!fits(textOf(batch, fields[column]), column)) return false;
    return true;
}

bool RowRepair::isFull(const Fields& fields) const {
    for (std::size_t column = 0; column < m_width; ++column)
        if (m_full[column] && fields[column].size == 0) return false;
    return true;
}

const RowRepair::Form* RowRepair::only(const std::vector<Form>& forms) const {
    std::vector<const Form*> left;
    for (const Form& form : forms) left.push_back(&form);
    const auto prefer = [&](auto isBetter) {
        std::vector<const Form*> better;
        for (const Form* form : left)
            if (isBetter(*form)) better.push_back(form);
        if (left.size() > 1 && !better.empty()) left = better;
    };
    prefer([&](const Form& form) { return isFull(form.fields); });
    prefer([&](const Form& form) { return form.spaced; });
    prefer([&](const Form& form) { return bool(m_holds[form.at]); });
    return left.size() == 1 ? left.front() : nullptr;
}

bool RowRepair::joinBrackets(const RowBatch& batch, Fields& fields) const {
    const auto depthOf = [&](RowBatch::Field field) {
        int depth = 0;
        for (const char c : textOf(batch, field))
            depth += c == '{' || c == '[' || c == '(' ? 1 : c == '}' || c == ']' || c == ')' ? -1 : 0;
        return depth;
    };
    Fields joined;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        RowBatch::Field cell = fields[at];
        for (int depth = depthOf(cell); depth > 0;) {
            if (++at == fields.size()) return false;
            if (fields[at].offset != cell.offset + cell.size + m_delimiter.size()) return false;
            depth += depthOf(fields[at]);
            cell.size = fields[at].offset + fields[at].size - cell.offset;
        }
        joined.push_back(cell);
    }
    if (joined.size() != m_width || !fits(batch, joined)) return false;
    fields = std::move(joined);
    return true;
}

bool RowRepair::showsTypes(const RowBatch& batch, const Fields& fields) const {
    for (std::size_t column = 0; column < m_width; ++column)
        if (m_looks[column] != CellLook::Word && lookAt(textOf(batch, fields[column])) == m_looks[column])
            return true;
    return false;
}

bool RowRepair::isBlank(const RowBatch& batch, const Fields& fields, std::size_t from) const {
    return std::all_of(fields.begin() + std::ptrdiff_t(from), fields.end(), [&](RowBatch::Field field) {
        return lookAt(textOf(batch, field)) == CellLook::Empty;
    });
}

/// Too many cells: one mended form must fit, and no other.
bool RowRepair::mendWide(const RowBatch& batch, Fields& fields, bool stray) const {
    const std::size_t extra = fields.size() - m_width;
    const bool sentence = !m_blanksLead && hasBlanks(batch, fields, 1, m_width);
    if (!sentence && isBlank(batch, fields, m_width) && fits(batch, fields) && isFull(fields)) return false;
    if (joinBrackets(batch, fields)) return true;
    if (extra > 4 || !m_typed) return false;
    std::vector<Form> joined;
    std::vector<Form> dropped;
    bool anySpaced = false;
    for (std::size_t at = 0; at < m_width + 1; ++at) {
        bool allEmpty = true;
        bool bare = true;
        bool filled = true;
        bool blanks = true;
        bool closed = false;
        for (std::size_t i = 0; i <= extra && at + i < fields.size(); ++i) {
            const RowBatch::Field field = fields[at + i];
            if (i < extra) allEmpty &= field.size == 0;
            filled &= field.size > 0;
            if (i == 0) continue;
            const RowBatch::Field last = fields[at + i - 1];
            const std::size_t gap = field.offset - last.offset - last.size;
            const bool early = stray && gap == m_delimiter.size() + m_quote.size();
            bare &= gap == m_delimiter.size() || early;
            closed |= early;
            blanks &= field.size > 0 && batch.text[field.offset] == ' ';
        }
        // Of a sentence with a comma, before a column that is empty, the cell behind it is not the one too
        // many.
        const bool behind = at == m_width && sentence;
        if (allEmpty && !behind && at + extra <= fields.size() && !(at > 0 && fields[at - 1].size == 0)) {
            Fields form = fields;
            form.erase(form.begin() + std::ptrdiff_t(at), form.begin() + std::ptrdiff_t(at + extra));
            if (fits(batch, form)) dropped.push_back({std::move(form)});
        }
        if (!bare || !filled || at + extra >= fields.size()) continue;
        Fields form = fields;
        const RowBatch::Field last = form[at + extra];
        form[at].size = last.offset + last.size - form[at].offset;
        const std::string_view text = textOf(batch, form[at]);
        if (closed && text.size() > m_quote.size() && text.substr(text.size() - m_quote.size()) == m_quote)
            form[at].size -= std::uint32_t(m_quote.size());
        // A quote that was opened and never closed is what let the delimiters within it cut.
        if (stray && !m_quote.empty() && text.size() > m_quote.size() && text.rfind(m_quote) == 0) {
            form[at].offset += std::uint32_t(m_quote.size());
            form[at].size -= std::uint32_t(m_quote.size());
        }
        form.erase(form.begin() + std::ptrdiff_t(at) + 1, form.begin() + std::ptrdiff_t(at + extra) + 1);
        if (!fits(batch, form)) continue;
        const bool spaced = blanks && !m_blanksLead;
        anySpaced |= spaced;
        joined.push_back({std::move(form), at, spaced});
    }
    if (anySpaced && !dropped.empty()) return false;
    const Form* form = only(dropped.empty() ? joined : dropped);
    if (form == nullptr) return false;
    // Where all columns fit as they stand, what is too much may be values behind the last one.
    const bool sure = dropped.empty() && (form->spaced || m_holds[form->at]);
    if (!sure && fits(batch, fields) && isFull(fields)) return false;
    fields = Fields(form->fields);
    return true;
}

/// One cell too few: the others stand in their columns when the gap can be in one place only. Where the last
/// column is empty in every other row, as behind delimiters that end rows, it is that one that is missing.
bool RowRepair::mendShort(const RowBatch& batch, Fields& fields) const {
    if (fields.size() + 1 != m_width || m_width < 4 || !m_lastUsed || !m_typed) return false;
    std::optional<Fields> found;
    for (std::size_t gap = m_width; gap-- > 0;) {
        Fields form = fields;
        const std::uint32_t offset = gap < fields.size() ? fields[gap].offset : fields.back().offset;
        form.insert(form.begin() + std::ptrdiff_t(gap), RowBatch::Field{offset, 0});
        if (!fits(batch, form)) continue;
        if (gap + 1 == m_width || found) return false;
        found = std::move(form);
    }
    if (found) fields = *found;
    return found.has_value();
}

void RowRepair::mend(RowBatch& batch) const {
    if (m_width == 0) return;
    for (const RowNote note : batch.notes) {
        const auto begin = batch.fields.begin() + batch.starts[note.row];
        dropLoneQuote(batch, std::span(begin, batch.width(note.row)));
    }
    std::vector<RowNote> notes;
    Fields all;
    std::vector<std::uint32_t> starts{0};
    Fields fields;
    bool above = true;  // no row of the usual width has come
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        const auto begin = batch.fields.begin() + batch.starts[row];
        const auto end = batch.fields.begin() + batch.starts[row + 1];
        const std::size_t width = batch.width(row);
        above &= width != m_width;
        // Where rows are cut by another delimiter, the file's own one may cut one of them as often.
        const bool amongOthers =
            !notes.empty() && notes.back().what == RowNote::What::Recut && notes.back().row + 1 == row;
        if (width == m_width && amongOthers) fields.assign(begin, end);
        if (width != m_width || (amongOthers && !fits(batch, fields))) {
            fields.assign(begin, end);
            std::optional<RowNote::What> what;
            const auto noted = std::find_if(batch.notes.begin(), batch.notes.end(),
                                            [&](RowNote note) { return note.row == row; });
            const bool stray = noted != batch.notes.end() && noted->what == RowNote::What::StrayQuote;
            if (above && width > m_width && dropEmptyNames(batch, fields))
                what = RowNote::What::Joined;
            else if (width > m_width && mendWide(batch, fields, stray))
                what = RowNote::What::Joined;
            else if (width < m_width && mendShort(batch, fields))
                what = RowNote::What::Shifted;
            else if (mendOther(batch, fields, above ? row : noRow))
                what = RowNote::What::Recut;
            if (what) {
                if (notes.empty()) {
                    all.assign(batch.fields.begin(), begin);
                    starts.assign(batch.starts.begin(), batch.starts.begin() + std::ptrdiff_t(row) + 1);
                }
                notes.push_back({std::uint32_t(row), *what});
                all.insert(all.end(), fields.begin(), fields.end());
                starts.push_back(std::uint32_t(all.size()));
                continue;
            }
        }
        if (notes.empty()) continue;
        all.insert(all.end(), begin, end);
        starts.push_back(std::uint32_t(all.size()));
    }
    if (notes.empty()) return;
    batch.fields = std::move(all);
    batch.starts = std::move(starts);
    batch.notes.insert(batch.notes.end(), notes.begin(), notes.end());
    std::stable_sort(batch.notes.begin(), batch.notes.end(),
                     [](const RowNote& a, const RowNote& b) { return a.row < b.row; });
}

}  // namespace icp
