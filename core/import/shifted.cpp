#include "core/import/shifted.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace icp {

namespace {

constexpr std::size_t mostIssues = 1000;
constexpr int farthest = 4;
constexpr std::size_t fewestCells = 10;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Shifted)
};

/// What a text looks like.
enum class Shape : std::uint8_t { Text, Mail, Web, Number, Date, Phone };

Shape shapeOf(std::string_view text) {
    std::size_t digits = 0;
    std::size_t marks = 0;   // of telephone numbers
    std::size_t points = 0;  // of numbers
    bool slashes = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c == '-' || c == '+' || c == '(' || c == ')' || c == ' ')
            ++marks;
        else if (c == '.' || c == ',' || c == '%')
            ++points;
        else if (c == '/' || c == ':')
            slashes = true;
        else if (const auto at = text.find('@'); at != text.npos && text.find(' ') == text.npos)
            return text.find('.', at) != text.npos ? Shape::Mail : Shape::Text;
        else
            return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")
                       ? Shape::Web
                       : Shape::Text;
    }
    if (digits == 0) return Shape::Text;
    const bool iso = text.size() >= 10 && text[4] == '-' && text[7] == '-';
    if (iso || (slashes && digits >= 4)) return Shape::Date;
    if (marks > 0 && digits >= 7) return Shape::Phone;
    return marks <= 1 && !slashes ? Shape::Number : Shape::Text;
}

/// What the cells of a column look like, where nearly all look alike.
class Look {
public:
    Look(const Column& column, std::size_t misfits) {
        const std::size_t known = column.size() - column.missing().count();
        if (known + misfits < fewestCells) return;
        if (column.isNumeric() || column.type() == ColumnType::Boolean) {
            m_shape = column.type() == ColumnType::Date ? Shape::Date : Shape::Number;
            m_any = column.type() == ColumnType::Boolean;
            if (m_any) m_levels = {{"yes", 1}, {"no", 1}};
            m_tells = true;
            return;
        }
        if (column.type() == ColumnType::Multi) return;
        std::array<std::size_t, 6> shapes{};
        std::unordered_map<std::string_view, std::size_t> counts;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.isMissing(row)) continue;
            const std::string_view text = textOf(column, row);
            ++shapes[std::size_t(shapeOf(text))];
            if (counts.size() <= 60) ++counts[text];
        }
        const auto most = std::max_element(shapes.begin(), shapes.end());
        m_shape = Shape(most - shapes.begin());
        if (m_shape != Shape::Text && 10 * *most >= 8 * known) {
            m_tells = true;
            return;
        }
        std::size_t common = 0;
        for (const auto& [text, count] : counts)
            if (count >= 5) {
                common += count;
                m_levels.emplace(text, count);
            }
        m_any = counts.size() <= 60 && 100 * common >= 95 * known;
        m_tells = m_any;
    }

    bool tells() const { return m_tells; }
    bool fits(std::string_view text) const {
        return m_any ? m_levels.contains(std::string(text)) : shapeOf(text) == m_shape;
    }

    static std::string_view textOf(const Column& column, std::size_t row) {
        return column.isCoded() ? column.dictionary().at(column.codes()[row]) : column.text(row);
    }

private:
    Shape m_shape = Shape::Text;
    bool m_tells = false;  ///< otherwise any text may stand here
    bool m_any = false;    ///< one of m_levels, whatever its shape
    std::map<std::string, std::size_t> m_levels;
};

/// The cells of a table as they stand in the file, also those that did not fit their column's type.
class Cells {
public:
    explicit Cells(const TypedFile& file) : m_table(file.table) {
        std::map<QString, std::size_t> columns;
        for (std::size_t i = 0; i < m_table.fields.size(); ++i) columns[m_table.fields[i].header] = i;
        std::unordered_map<qint64, std::size_t> rows;
        for (const Issue& issue : file.issues)
            if (issue.row > 0 && !issue.text.isEmpty() && columns.contains(issue.column)) rows[issue.row] = 0;
        for (std::size_t row = 0; row < m_table.sourceRow.size(); ++row)
            if (const auto known = rows.find(m_table.sourceRow[row]); known != rows.end())
                known->second = row;
        for (const Issue& issue : file.issues)
            if (const auto column = columns.find(issue.column); issue.row > 0 && column != columns.end())
                if (const auto row = rows.find(issue.row);
                    row != rows.end() && m_table.fields[column->second].column.isMissing(row->second))
                    m_odd[{row->second, column->second}] = issue.text.toStdString();
    }

    const std::map<std::pair<std::size_t, std::size_t>, std::string>& odd() const { return m_odd; }
    std::vector<std::string> row(std::size_t row) const {
        std::vector<std::string> cells;
        for (std::size_t column = 0; column < m_table.fields.size(); ++column) {
            const auto odd = m_odd.find({row, column});
            const Column& data = m_table.fields[column].column;
            cells.push_back(odd != m_odd.end()    ? odd->second
                            : data.isMissing(row) ? std::string()
                                                  : data.display(row));
        }
        return cells;
    }

private:
    const Table& m_table;
    std::map<std::pair<std::size_t, std::size_t>, std::string> m_odd;  // (row, column) -> text
};

struct Shift {
    std::size_t from = 0;  ///< first cell that moves
    int by = 0;
    int left = 0;  ///< cells that would not fit then
    int mended = 0;
    std::size_t cell = 0;  ///< the first that would fit
};

/// The best way to move the end of a row; `by` is 0 when none mends it.
Shift bestShift(const std::vector<std::string>& cells, const std::vector<Look>& looks, int misfits) {
    const auto odd = [&](std::size_t cell, std::size_t column) {
        return !cells[cell].empty() && looks[column].tells() && !looks[column].fits(cells[cell]);
    };
    std::vector<int> before(cells.size() + 1);  // odd cells in front of each
    for (std::size_t i = 0; i < cells.size(); ++i) before[i + 1] = before[i] + (odd(i, i) ? 1 : 0);
    Shift best;
    best.left = misfits;
    for (int by = -farthest; by <= farthest; ++by) {
        if (by == 0) continue;
        Shift shift;
        shift.by = by;
        for (std::size_t i = cells.size(); i-- > 0;) {  // moving from cell i on
            if (const auto target = std::ptrdiff_t(i) + by;
                !cells[i].empty() && target >= 0 && target < std::ptrdiff_t(cells.size())) {
                const bool fits = looks[std::size_t(target)].tells() && !odd(i, std::size_t(target));
                shift.left += odd(i, std::size_t(target)) ? 1 : 0;
                if (fits && odd(i, i)) {
                    ++shift.mended;
                    shift.cell = i;
                }
            }
            shift.from = i;
            Shift whole = shift;
            whole.left += before[i];
            if (std::pair(whole.left, -whole.mended) < std::pair(best.left, -best.mended)) best = whole;
        }
    }
    const bool mends = 3 * best.left <= misfits && best.mended >= std::max(1, misfits / 2);
    if (!mends) best.by = 0;
    return best;
}

}  // namespace

std::vector<Issue> shiftedRows(const TypedFile& file, const Job& job) {
    std::vector<Issue> issues;
    const Table& table = file.table;
    const Cells cells(file);
    std::vector<std::size_t> oddIn(table.fields.size());
    for (const auto& [at, text] : cells.odd()) ++oddIn[at.second];
    std::vector<Look> looks;
    std::vector<std::uint16_t> misfits(table.rows);
    for (std::size_t column = 0; column < table.fields.size(); ++column) {
        if (job.cancelled()) return issues;
        const Column& data = table.fields[column].column;
        const Look& look = looks.emplace_back(data, oddIn[column]);
        if (!look.tells() || data.isNumeric() || data.type() == ColumnType::Boolean) continue;
        std::vector<bool> levelFits;
        if (data.isCoded())
            for (std::uint32_t code = 0; code < data.dictionary().size(); ++code)
                levelFits.push_back(look.fits(data.dictionary().at(code)));
        for (std::size_t row = 0; row < table.rows; ++row)
            if (!data.isMissing(row) &&
                !(data.isCoded() ? levelFits[data.codes()[row]] : look.fits(data.text(row))))
                ++misfits[row];
    }
    for (const auto& [at, text] : cells.odd())
        if (looks[at.second].tells() && !looks[at.second].fits(text)) ++misfits[at.first];

    for (std::size_t row = 0; row < table.rows && issues.size() < mostIssues; ++row) {
        if (misfits[row] < 2) continue;
        const std::vector<std::string> texts = cells.row(row);
        const Shift shift = bestShift(texts, looks, misfits[row]);
        if (shift.by == 0) continue;
        const QString text = toQString(texts[shift.cell]).left(200);
        const auto meant = std::size_t(std::ptrdiff_t(shift.cell) + shift.by);
        issues.push_back(
            {Severity::Warning,
             QStringLiteral("row-shifted"),
             {},
             qint64(table.sourceRow[row]),
             table.fields[shift.cell].header,
             text,
             Words::tr(
                 "The cells of this row seem to stand in the wrong columns: “%1” would fit “%2”. Nothing "
                 "was moved; mend the row in the file and import it again.")
                 .arg(text, table.fields[meant].header)});
    }
    return issues;
}

}  // namespace icp
