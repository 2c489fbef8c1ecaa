#include "core/typing/headerrow.h"

#include "core/base/text.h"
#include "core/typing/headernames.h"
#include "core/typing/typesurvey.h"
#include "core/typing/unitsrow.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace icp {

namespace {

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

/// Whether `row`, below the names of the columns, says more of them.
bool isMoreHeader(const RowLooks& looks, std::size_t header, std::size_t row) {
    return row < looks.batch().rows() &&
           (isUnitsRow(looks, row) || nameAlike(looks, header, row) || goesOn(looks, row));
}

/// By how many columns `row` rather names those of the rows below than is one of them; 0 says nothing.
int headerScore(const RowLooks& looks, std::size_t row) {
    const RowBatch& batch = looks.batch();
    std::size_t first = row + 1;
    while (first < row + 3 && isMoreHeader(looks, row, first)) ++first;
    const std::size_t end = std::min(batch.rows(), first + rowsLookedAt);
    int names = 0;
    int data = 0;
    for (std::size_t column = 0; column < looks.width(); ++column) {
        const Cell head = batch.cell(row, column);
        const Look look = looks.at(row, column);
        std::size_t values = 0;
        std::size_t cells = 0;
        bool repeated = false;
        for (std::size_t below = first; below < end; ++below) {
            const Cell cell = batch.cell(below, column);
            if (isBlank(cell.text)) continue;
            ++cells;
            values += looks.at(below, column) == Look::Value;
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

/// Names of groups above the names of the columns are a title, unless the columns are called alike without
/// them.
void findGroups(const RowLooks& looks, TableLayout& layout) {
    const std::size_t row = layout.headerRow;
    const bool below = row + 1 < looks.batch().rows() && namesGroups(looks, row, row + 1) &&
                       (goesOn(looks, row + 1) || isMoreHeader(looks, row + 1, row + 2));
    if (below)
        ++layout.headerRow;
    else if (row == 0 || !namesGroups(looks, row - 1, row))
        return;
    if (tellsApart(looks, layout.headerRow)) return;
    --layout.headerRow;
    ++layout.headerRows;
}

/// The further rows of the header, a row that repeats it in other words, and the row of units.
void findMore(const RowLooks& looks, TableLayout& layout) {
    findGroups(looks, layout);
    const auto below = [&] { return layout.firstDataRow(); };
    const auto isUnits = [&] { return below() < looks.batch().rows() && isUnitsRow(looks, below()); };
    for (int more = 0; more < 2 && !isUnits(); ++more) {
        if (layout.headerRows == 1 && !layout.hasOtherNames && nameAlike(looks, layout.headerRow, below())) {
            if (isLabels(looks, layout.headerRow, below()))
                ++layout.headerRow;
            else
                layout.hasOtherNames = true;
        } else if (!layout.hasOtherNames && goesOn(looks, below())) {
            ++layout.headerRows;
        } else {
            break;
        }
    }
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
std::size_t firstOfAll(const RowLooks& looks, std::size_t row) {
    const RowBatch& batch = looks.batch();
    const std::size_t width = looks.width();
    const std::vector<bool> values = looks.valueColumns(row);
    const auto belongs = [&](std::size_t above) {
        std::size_t cells = 0;
        bool any = false;
        for (std::size_t column = 0; column < batch.width(above); ++column) {
            const Look look = looks.at(above, column);
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
bool isPreamble(const RowLooks& looks, std::size_t row) {
    const RowBatch& batch = looks.batch();
    const std::size_t common = looks.width();
    if (!batch.kinds.empty() || batch.width(row) >= common) return false;
    constexpr std::size_t longest = 10;
    for (std::size_t below = row + 1; below < std::min(batch.rows(), row + longest); ++below)
        if (filled(batch, below) >= common) return headerScore(looks, below) > 0;
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
    const RowLooks looks(batch, common);
    const std::size_t enough = common >= 3 ? common / 2 + 1 : std::min<std::size_t>(common, 1);
    for (std::size_t row = 0; row < std::min(batch.rows(), rowsLookedAt); ++row)
        if (filled(batch, row) >= enough && !(common == 2 && isTitle(batch, row)) &&
            !isPreamble(looks, row) && !isRemark(batch, row, common)) {
            layout.headerRow = row;
            break;
        }
    layout.hasHeader = headerScore(looks, layout.headerRow) >= 0;
    if (layout.hasHeader && common >= 2) findMore(looks, layout);
    if (!layout.hasHeader) layout.headerRow = firstOfAll(looks, layout.headerRow);
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
