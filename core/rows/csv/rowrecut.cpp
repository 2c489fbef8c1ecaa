#include "core/rows/csv/rowrepair.h"

#include <algorithm>
#include <set>

namespace icp {

/// Whether cells begin with blanks, as the words of a sentence do.
bool RowRepair::hasBlanks(const RowBatch& row) const {
    return std::any_of(row.fields.begin(), row.fields.end(), [&](RowBatch::Field field) {
        return field.size > 0 && row.text[field.offset] == ' ';
    });
}

bool RowRepair::hasBlanks(const RowBatch& batch, const Fields& fields, std::size_t from,
                          std::size_t to) const {
    return std::any_of(
        fields.begin() + std::ptrdiff_t(from), fields.begin() + std::ptrdiff_t(to),
        [&](RowBatch::Field field) { return field.size > 0 && batch.text[field.offset] == ' '; });
}

bool RowRepair::isHeader(const RowBatch& alone) const {
    std::set<std::string_view> names;
    for (const RowBatch::Field& field : alone.fields) {
        const std::string_view text = textOf(alone, field);
        if (lookAt(text) != CellLook::Word || text.front() == ' ' || !names.insert(text).second) return false;
    }
    return true;
}

bool RowRepair::dropEmptyNames(const RowBatch& batch, Fields& fields) const {
    if (m_widerRows || m_width < 3) return false;
    Fields names;
    std::copy_if(fields.begin(), fields.end(), std::back_inserter(names),
                 [](RowBatch::Field field) { return field.size > 0; });
    if (names.size() != m_width) return false;
    const bool words = std::all_of(names.begin(), names.end(), [&](RowBatch::Field field) {
        return lookAt(textOf(batch, field)) == CellLook::Word;
    });
    if (words) fields = std::move(names);
    return words;
}

bool RowRepair::dropLoneQuote(const RowBatch& batch, std::span<RowBatch::Field> row) const {
    if (m_quote.empty() || row.size() != m_width || m_width < 3) return false;
    RowBatch::Field* lone = nullptr;
    for (RowBatch::Field& field : row) {
        const std::size_t at = field.offset;
        const bool within =
            at >= m_quote.size() && batch.text.compare(at - m_quote.size(), m_quote.size(), m_quote) == 0;
        if (within) continue;
        if (lone != nullptr) return false;
        lone = &field;
    }
    if (lone == nullptr || lone->size <= m_quote.size()) return false;
    const std::string_view text = textOf(batch, *lone);
    const std::size_t first = text.find(m_quote);
    if (first == text.npos || text.find(m_quote, first + m_quote.size()) != text.npos) return false;
    const std::size_t behind = text.size() - m_quote.size();
    if (first != 0 && first != behind) return false;
    lone->offset += first == 0 ? std::uint32_t(m_quote.size()) : 0;
    lone->size -= std::uint32_t(m_quote.size());
    return true;
}

bool RowRepair::goesOnSo(const RowBatch& batch, std::size_t row, const std::string& delimiter) const {
    if (row + 1 >= batch.rows() || batch.width(row + 1) != 1) return false;
    RowBatch alone;
    alone.text = std::string(batch.cell(row + 1, 0).text);
    CsvDialect dialect;
    dialect.delimiter = delimiter;
    splitCsv(alone, dialect);
    return alone.rows() == 1 && alone.width(0) == m_width && fits(alone, alone.fields) &&
           showsTypes(alone, alone.fields);
}

/// A row that another delimiter cuts into just the cells the others have.
bool RowRepair::mendOther(RowBatch& batch, Fields& fields, std::size_t header) const {
    // A row of many cells must not be one as it stands, and become one that shows its types.
    const bool few = fields.size() * 2 <= m_width + 1;
    if (!m_typed && m_second.empty() && (fields.size() > 1 || m_width < 3)) return false;
    Fields asItIs = fields;
    asItIs.resize(m_width, {fields.back().offset + fields.back().size, 0});
    const bool fitting = fits(batch, asItIs);
    if (!few && (m_width < 3 || fitting)) return false;
    if (fields.size() > 1 && fitting && showsTypes(batch, asItIs)) return false;
    std::uint32_t begin = fields.front().offset;
    std::uint32_t size = fields.back().offset + fields.back().size - begin;
    // The quotes of its first and last cell were taken for those of one.
    const auto quoteAt = [&](std::size_t at) { return batch.text.compare(at, m_quote.size(), m_quote) == 0; };
    if (fields.size() == 1 && !m_quote.empty() && begin >= m_quote.size() &&
        quoteAt(begin - m_quote.size()) && quoteAt(begin + size)) {
        begin -= std::uint32_t(m_quote.size());
        size += 2 * std::uint32_t(m_quote.size());
    }
    std::vector<std::string> delimiters;
    for (const char delimiter : std::string_view(",;\t| "))
        if (m_delimiter.find(delimiter) == m_delimiter.npos) delimiters.emplace_back(1, delimiter);
    if (fields.size() == 1) delimiters.insert(delimiters.begin(), m_delimiter);
    // The cells of `alone` in the place of what they were made of, which is no shorter.
    const auto take = [&](const RowBatch& alone, std::uint32_t at, std::uint32_t length) {
        batch.text.replace(at, length, alone.text);
        fields = alone.fields;
        for (RowBatch::Field& field : fields) field.offset += at;
    };
    for (const std::string& delimiter : delimiters) {
        const bool own = delimiter == m_delimiter;
        // As many words as there are columns make a title, not a row.
        if (delimiter == " " && (m_width < 4 || !few || !m_typed)) continue;
        RowBatch alone;
        alone.text = own ? std::string(textOf(batch, fields.front())) : batch.text.substr(begin, size);
        CsvDialect dialect;
        dialect.delimiter = delimiter;
        splitCsv(alone, dialect);
        if (alone.rows() != 1 || alone.width(0) != m_width || !alone.notes.empty()) continue;
        const bool named = header != noRow && fields.size() == 1 && delimiter != " " && isHeader(alone) &&
                           (m_width >= 3 || goesOnSo(batch, header, delimiter));
        if (delimiter == m_second && m_width >= 3 && few && fits(alone, alone.fields)) {
            take(alone, begin, size);
            return true;
        }
        if (!m_typed && fields.size() > 1) continue;
        if (!named && (!fits(alone, alone.fields) || isBlank(alone, alone.fields, 1))) continue;
        if (!few && !showsTypes(alone, alone.fields)) continue;
        const bool shown = m_typed && showsTypes(alone, alone.fields);
        if (own && m_width == 2 && (!shown || hasBlanks(alone))) continue;
        if ((!m_typed || (own && !shown)) && hasBlanks(alone)) continue;
        take(alone, own ? fields.front().offset : begin, own ? fields.front().size : size);
        return true;
    }
    return false;
}

}  // namespace icp
