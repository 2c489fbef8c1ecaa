#include "core/typing/headerrow.h"

#include "core/base/text.h"
#include "core/typing/datetext.h"
#include "core/typing/typesurvey.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

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

/// The most common width of the rows; the wider one when two are as common.
std::size_t commonWidth(const RowBatch& batch) {
    std::map<std::size_t, std::size_t> widths;
    for (std::size_t row = 0; row < std::min(batch.rows(), rowsLookedAt); ++row)
        if (const std::size_t width = reach(batch, row); width > 0) ++widths[width];
    const auto most = std::max_element(widths.begin(), widths.end(),
                                       [](const auto& a, const auto& b) { return a.second <= b.second; });
    return most == widths.end() ? 0 : most->first;
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

/// Whether `row` names the columns of the rows below rather than being one of them.
bool isHeader(const RowBatch& batch, std::size_t row, std::size_t width) {
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
        if (look == Look::Word && mostlyValues)
            ++names;
        else if ((look == Look::Value && mostlyValues) || (look == Look::Word && repeated))
            ++data;
    }
    return data <= names;
}

QString columnName(std::size_t column) {
    return QCoreApplication::translate("icp::TableLayout", "Column %1").arg(columnLetters(column));
}

QStringList uniqueNames(const QStringList& written) {
    QStringList names;
    QSet<QString> taken;
    QHash<QString, int> times;
    for (qsizetype i = 0; i < written.size(); ++i) {
        const QString base = written[i].isEmpty() ? columnName(std::size_t(i)) : written[i];
        QString name = base;
        while (taken.contains(name) || (name != base && written.contains(name)))
            name = QStringLiteral("%1 (%2)").arg(base).arg(++times[base] + 1);
        taken.insert(name);
        names << name;
    }
    return names;
}

}  // namespace

TableLayout findLayout(const RowBatch& batch) {
    TableLayout layout;
    const std::size_t common = commonWidth(batch);
    const std::size_t enough =
        common >= 3 ? std::max<std::size_t>(2, (common + 1) / 2) : std::min<std::size_t>(common, 1);
    for (std::size_t row = 0; row < std::min(batch.rows(), rowsLookedAt); ++row)
        if (filled(batch, row) >= enough) {
            layout.headerRow = row;
            break;
        }
    layout.hasHeader = isHeader(batch, layout.headerRow, common);
    const std::size_t width = std::max(common, batch.rows() == 0 ? 0 : batch.width(layout.headerRow));
    for (std::size_t column = 0; column < width; ++column) {
        const Cell cell = layout.hasHeader ? batch.cell(layout.headerRow, column) : Cell{};
        layout.written << toQString(cell.text).simplified();
        if (!layout.written.back().isEmpty()) layout.named = column + 1;
    }
    layout.headers = uniqueNames(layout.written);
    return layout;
}

}  // namespace icp
