#include "core/typing/rowlook.h"

#include "core/typing/datetext.h"
#include "core/typing/typesurvey.h"

#include <algorithm>

namespace icp {

/// A number, a date or an address is a value.
Look lookOf(const Cell& cell) {
    const std::string_view text = trimmed(cell.text);
    if (text.empty()) return Look::Nothing;
    if (cell.kind == CellKind::Date || readDate(text, true).problem == DateProblem::None ||
        readDate(text, false).problem == DateProblem::None)
        return Look::Value;
    const NumberText number = readNumber(text, '.');
    if (number.problem == NumberProblem::None)
        return text.size() == 4 && number.value >= 1900 && number.value <= 2100 ? Look::Nothing : Look::Value;
    const bool address = text.find('@') != text.npos || text.find("://") != text.npos;
    return address ? Look::Value : Look::Word;
}

RowLooks::RowLooks(const RowBatch& batch, std::size_t width)
    : m_batch(batch), m_width(width), m_rows(batch.rows()) {}

Look RowLooks::at(std::size_t row, std::size_t column) const {
    if (column >= m_width) return lookOf(m_batch.cell(row, column));
    std::vector<Look>& looks = m_rows[row];
    if (looks.empty())
        for (std::size_t i = 0; i < m_width; ++i) looks.push_back(lookOf(m_batch.cell(row, i)));
    return looks[column];
}

std::vector<bool> RowLooks::valueColumns(std::size_t row) const {
    const std::size_t end = std::min(m_batch.rows(), row + rowsLookedAt);
    std::vector<bool> columns(m_width);
    for (std::size_t column = 0; column < m_width; ++column) {
        std::size_t values = 0;
        std::size_t cells = 0;
        for (std::size_t below = row; below < end; ++below) {
            const Look look = at(below, column);
            cells += look != Look::Nothing;
            values += look == Look::Value;
        }
        columns[column] = cells >= 2 && values * 5 >= cells * 4;
    }
    return columns;
}

std::size_t filled(const RowBatch& batch, std::size_t row) {
    std::size_t count = 0;
    for (std::size_t column = 0; column < batch.width(row); ++column)
        count += !isBlank(batch.cell(row, column).text);
    return count;
}

}  // namespace icp
