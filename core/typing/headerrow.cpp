#include "core/typing/headerrow.h"

#include "core/base/text.h"
#include "core/typing/datetext.h"
#include "core/typing/typesurvey.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <vector>

namespace icp {

namespace {

constexpr std::size_t rowsLookedAt = 200;

std::size_t filled(const RowBatch& batch, std::size_t row) {
    std::size_t count = 0;
    for (std::size_t column = 0; column < batch.width(row); ++column)
        count += !isBlank(batch.cell(row, column).text);
    return count;
}

/// Cells up to the last one with a value.
std::size_t reach(const RowBatch& batch, std::size_t row) {
    std::size_t width = batch.width(row);
    while (width > 0 && isBlank(batch.cell(row, width - 1).text)) --width;
    return width;
}

/// What the most rows from `first` on have; the larger one when two are as common.
template <class Measure>
std::pair<std::size_t, std::size_t> mostCommon(std::size_t first, std::size_t rows, Measure measure) {
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t row = first; row < rows; ++row)
        if (const std::size_t value = measure(row); value > 0) ++counts[value];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second <= b.second; });
    return most == counts.end() ? std::pair<std::size_t, std::size_t>()
                                : std::pair(most->first, most->second);
}

/// The width of the table. Where the rows of a text are cut alike, their last cells may be empty in most.
std::size_t commonWidth(const RowBatch& batch) {
    const std::size_t rows = std::min(batch.rows(), rowsLookedAt);
    std::size_t first = 0;  // below titles of one cell, when as many rows follow
    while (batch.kinds.empty() && first < rows && batch.width(first) == 1) ++first;
    if (first * 2 > rows) first = 0;
    const auto [cut, times] = mostCommon(first, rows, [&](std::size_t row) { return batch.width(row); });
    if (!batch.kinds.empty() || times * 3 < (rows - first) * 2)
        return mostCommon(first, rows, [&](std::size_t row) { return reach(batch, row); }).first;
    std::size_t width = 0;
    for (std::size_t row = 0; row < rows; ++row)
        if (batch.width(row) == cut) width = std::max(width, reach(batch, row));
    return width;
}

enum class Look { Nothing, Word, Value };

/// A number, a date or an address is a value; a year may well be the name of a column.
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

/// Columns whose cells from `row` on are values, but for a few.
std::vector<bool> valueColumns(const RowBatch& batch, std::size_t row, std::size_t width) {
    const std::size_t end = std::min(batch.rows(), row + rowsLookedAt);
    std::vector<bool> columns(width);
    for (std::size_t column = 0; column < width; ++column) {
        std::size_t values = 0;
        std::size_t cells = 0;
        for (std::size_t below = row; below < end; ++below) {
            const Look look = lookOf(batch.cell(below, column));
            cells += look != Look::Nothing;
            values += look == Look::Value;
        }
        columns[column] = cells >= 2 && values * 5 >= cells * 4;
    }
    return columns;
}

/// "-", "n/a" and the like: no value yet, rather than a name.
bool isPlaceholder(std::string_view text) {
    static const QSet<QString> known{
        QStringLiteral("n/a"),     QStringLiteral("na"),   QStringLiteral("null"), QStringLiteral("none"),
        QStringLiteral("unknown"), QStringLiteral("#n/a"), QStringLiteral("nan"),  QStringLiteral("tbd"),
        QStringLiteral("\\n"),     QStringLiteral("nil"),  QStringLiteral("k.a.")};
    text = trimmed(text);
    return text.find_first_not_of("-–—.?*") == text.npos ||
           known.contains(toQString(text.substr(0, 20)).toLower());
}

bool isUnit(std::string_view text) {
    static const QSet<QString> known{
        QStringLiteral("eur"),   QStringLiteral("usd"),     QStringLiteral("gbp"),   QStringLiteral("chf"),
        QStringLiteral("€"),     QStringLiteral("$"),       QStringLiteral("£"),     QStringLiteral("¥"),
        QStringLiteral("%"),     QStringLiteral("k€"),      QStringLiteral("k$"),    QStringLiteral("m€"),
        QStringLiteral("teur"),  QStringLiteral("kg"),      QStringLiteral("g"),     QStringLiteral("t"),
        QStringLiteral("m"),     QStringLiteral("km"),      QStringLiteral("cm"),    QStringLiteral("mm"),
        QStringLiteral("m²"),    QStringLiteral("m2"),      QStringLiteral("l"),     QStringLiteral("h"),
        QStringLiteral("min"),   QStringLiteral("s"),       QStringLiteral("days"),  QStringLiteral("hours"),
        QStringLiteral("years"), QStringLiteral("months"),  QStringLiteral("weeks"), QStringLiteral("pcs"),
        QStringLiteral("units"), QStringLiteral("stück"),   QStringLiteral("stk"),   QStringLiteral("tage"),
        QStringLiteral("jahre"), QStringLiteral("percent"), QStringLiteral("°c"),    QStringLiteral("kwh"),
        QStringLiteral("date"),  QStringLiteral("text"),    QStringLiteral("number")};
    text = trimmed(text);
    if (text.size() < 2 || text.size() > 30) return known.contains(toQString(text).toLower());
    const bool framed =
        (text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']');
    return framed || known.contains(toQString(text).toLower());
}

/// Whether `row`, below a header, goes on with it: words only, where values follow further down.
bool goesOn(const RowBatch& batch, std::size_t row, std::size_t width) {
    if (row + 2 >= batch.rows()) return false;
    const std::vector<bool> values = valueColumns(batch, row + 1, width);
    std::size_t against = 0;
    for (std::size_t column = 0; column < width; ++column) {
        const Cell cell = batch.cell(row, column);
        const Look look = lookOf(cell);
        if (look == Look::Value || (look == Look::Nothing && !isBlank(cell.text))) return false;
        against += values[column] && look == Look::Word && !isPlaceholder(cell.text);
    }
    const auto all = std::size_t(std::count(values.begin(), values.end(), true));
    return against >= 2 || (against == 1 && all <= 2);
}

bool isUnitsRow(const RowBatch& batch, std::size_t row, std::size_t width) {
    std::size_t units = 0;
    for (std::size_t column = 0; column < width; ++column) {
        const std::string_view text = batch.cell(row, column).text;
        if (isBlank(text) || isPlaceholder(text)) continue;
        if (!isUnit(text)) return false;
        ++units;
    }
    return units > 0;
}

/// Whether `row`, above a header, names groups of its columns.
bool namesGroups(const RowBatch& batch, std::size_t row, std::size_t header) {
    if (batch.lines[header] != batch.lines[row] + 1) return false;
    std::size_t groups = 0;
    std::size_t last = 0;
    for (std::size_t column = 0; column < batch.width(row); ++column) {
        const Cell cell = batch.cell(row, column);
        if (isBlank(cell.text)) continue;
        if (lookOf(cell) == Look::Value || isBlank(batch.cell(header, column).text)) return false;
        ++groups;
        last = column;
    }
    return groups >= 2 && last >= 2 && batch.width(row) == batch.width(header);
}

/// By how many columns `row` rather names those of the rows below than is one of them; 0 says nothing.
int headerScore(const RowBatch& batch, std::size_t row, std::size_t width) {
    const std::size_t end = std::min(batch.rows(), row + 1 + rowsLookedAt);
    int names = 0;
    int data = 0;
    for (std::size_t column = 0; column < width; ++column) {
        const Cell head = batch.cell(row, column);
        const Look look = lookOf(head);
        std::size_t values = 0;
        std::size_t cells = 0;
        bool repeated = false;
        for (std::size_t below = row + 1; below < end; ++below) {
            const Cell cell = batch.cell(below, column);
            if (isBlank(cell.text)) continue;
            ++cells;
            values += lookOf(cell) == Look::Value;
            repeated |= cell.text == head.text && batch.cell(below, 0).text != batch.cell(row, 0).text;
        }
        const bool mostlyValues = cells > 0 && values * 5 >= cells * 4;
        const bool alone = row + 1 == batch.rows();
        if (look == Look::Word && (mostlyValues || alone))
            ++names;
        else if ((look == Look::Value && (mostlyValues || alone)) || (look == Look::Word && repeated))
            ++data;
    }
    return names - data;
}

QString columnName(std::size_t column) {
    return QCoreApplication::translate("icp::TableLayout", "Column %1").arg(columnLetters(column));
}

QStringList uniqueNames(const QStringList& written) {
    QStringList names;
    const QSet<QString> all(written.begin(), written.end());
    QSet<QString> taken;
    QHash<QString, int> times;
    for (qsizetype i = 0; i < written.size(); ++i) {
        const QString base = written[i].isEmpty() ? columnName(std::size_t(i)) : written[i];
        QString name = base;
        while (taken.contains(name) || (name != base && all.contains(name)))
            name = QStringLiteral("%1 (%2)").arg(base).arg(++times[base] + 1);
        taken.insert(name);
        names << name;
    }
    return names;
}

/// The further rows of the header and the row of units.
void findMore(const RowBatch& batch, std::size_t width, TableLayout& layout) {
    const auto below = [&] { return layout.headerRow + layout.headerRows; };
    const auto isUnits = [&] { return below() < batch.rows() && isUnitsRow(batch, below(), width); };
    if (layout.headerRow > 0 && namesGroups(batch, layout.headerRow - 1, layout.headerRow)) {
        --layout.headerRow;
        ++layout.headerRows;
    }
    while (layout.headerRows < 3 && !isUnits() && goesOn(batch, below(), width)) ++layout.headerRows;
    layout.hasUnits = isUnits();
}

/// The texts of a column in the rows of the header; the name of a group counts for the columns to its right
/// that have none of their own.
QString joinedName(const RowBatch& batch, const TableLayout& layout, std::size_t column) {
    QStringList parts;
    for (std::size_t i = 0; i < layout.headerRows; ++i) {
        const std::size_t row = layout.headerRow + i;
        std::size_t from = column;
        const bool groups = i + 1 < layout.headerRows && !isBlank(batch.cell(row + 1, column).text);
        while (groups && from > 0 && isBlank(batch.cell(row, from).text)) --from;
        const QString part = toQString(batch.cell(row, from).text).simplified();
        if (!part.isEmpty() && !parts.contains(part)) parts << part;
    }
    return parts.join(QLatin1Char(' '));
}

/// In a table without a header, rows that hold little may stand above `row`, the first that holds much. They
/// are cut like it and have values and words where the others have them, which a title has not.
std::size_t firstOfAll(const RowBatch& batch, std::size_t row, std::size_t width) {
    const std::vector<bool> values = valueColumns(batch, row, width);
    const auto belongs = [&](std::size_t above) {
        std::size_t cells = 0;
        bool any = false;
        for (std::size_t column = 0; column < batch.width(above); ++column) {
            const Look look = lookOf(batch.cell(above, column));
            if (look == Look::Nothing) continue;
            if (column >= width || (look == Look::Value) != values[column]) return false;
            ++cells;
            any |= look == Look::Value || column > 0;
        }
        return (cells >= 2 || any) && batch.width(above) == batch.width(row);
    };
    if (!batch.kinds.empty()) return row;
    while (row > 0 && belongs(row - 1)) --row;
    return row;
}

/// The width of a table without a header whose rows are all cut into several more cells than are ever used:
/// one more may be a delimiter that ends the rows. 0 when they are not.
std::size_t emptyToo(const RowBatch& batch, std::size_t used) {
    const std::size_t rows = std::min(batch.rows(), rowsLookedAt);
    const auto [cut, times] = mostCommon(0, rows, [&](std::size_t row) { return batch.width(row); });
    return batch.kinds.empty() && cut >= used + 2 && times * 10 >= rows * 9 ? cut : 0;
}

/// Whether `row` is a title above a table of two columns: cut into one cell, or above a blank row.
bool isTitle(const RowBatch& batch, std::size_t row) {
    if (!batch.kinds.empty() || row + 1 >= batch.rows() || filled(batch, row) > 1) return false;
    if (batch.width(row) == 1) return true;
    const bool gap = batch.lines[row + 1] > batch.lines[row] + 1 || filled(batch, row + 1) == 0;
    return gap && !isBlank(batch.cell(row, 0).text);
}

/// Whether `row` is cut into fewer cells than the table has and stands above its header.
bool isPreamble(const RowBatch& batch, std::size_t row, std::size_t common) {
    if (!batch.kinds.empty() || batch.width(row) >= common) return false;
    constexpr std::size_t longest = 10;
    for (std::size_t below = row + 1; below < std::min(batch.rows(), row + longest); ++below)
        if (filled(batch, below) >= common) return headerScore(batch, below, common) > 0;
    return false;
}

bool beginsRemark(const RowBatch& batch, std::size_t row) {
    const std::string_view head = trimmed(batch.cell(row, 0).text);
    return head.size() > 2 && head[0] == '#' && head[1] == ' ';
}

}  // namespace

bool isRemark(const RowBatch& batch, std::size_t row, std::size_t width) {
    const std::string_view head = trimmed(batch.cell(row, 0).text);
    if (!batch.kinds.empty() || head.empty()) return false;
    if (batch.width(row) == 2 && width > 2 && head.back() == ':') return true;
    // One alone may be a column, "# Employees".
    return beginsRemark(batch, row) && ((row > 0 && beginsRemark(batch, row - 1)) ||
                                        (row + 1 < batch.rows() && beginsRemark(batch, row + 1)));
}

TableLayout findLayout(const RowBatch& batch) {
    TableLayout layout;
    const std::size_t common = commonWidth(batch);
    const std::size_t enough = common >= 3 ? common / 2 + 1 : std::min<std::size_t>(common, 1);
    for (std::size_t row = 0; row < std::min(batch.rows(), rowsLookedAt); ++row)
        if (filled(batch, row) >= enough && !(common == 2 && isTitle(batch, row)) &&
            !isPreamble(batch, row, common) && !isRemark(batch, row, common)) {
            layout.headerRow = row;
            break;
        }
    layout.hasHeader = headerScore(batch, layout.headerRow, common) >= 0;
    if (layout.hasHeader && common >= 2) findMore(batch, common, layout);
    if (!layout.hasHeader) layout.headerRow = firstOfAll(batch, layout.headerRow, common);
    // Empty cells at the end of the header name no column, unless some row has a value there.
    std::size_t width = common;
    for (std::size_t row = layout.headerRow; row < std::min(batch.rows(), layout.headerRow + rowsLookedAt);
         ++row)
        if (row < layout.firstDataRow() || batch.width(row) <= batch.width(layout.headerRow))
            width = std::max(width, reach(batch, row));
    if (!layout.hasHeader) width = std::max(width, emptyToo(batch, width));
    for (std::size_t column = 0; column < width; ++column) {
        layout.written << (layout.hasHeader ? joinedName(batch, layout, column) : QString());
        if (!layout.written.back().isEmpty()) layout.named = column + 1;
    }
    layout.headers = uniqueNames(layout.written);
    return layout;
}

}  // namespace icp
