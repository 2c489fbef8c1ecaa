#include "core/deck/grid.h"

#include "core/deck/palette.h"

#include <algorithm>

namespace icp {

namespace {

constexpr double textSize = 20;

double heightOf(const std::vector<TableBlock::CellText>& cells) {
    std::size_t lines = 1;
    for (const TableBlock::CellText& cell : cells) lines = std::max(lines, cell.lines.size());
    return double(lines) * textSize * TableBlock::lineHeight + 18;
}

}  // namespace

std::vector<TableBlock::CellText> Grid::cells(const Row& row, bool head, const MeasureText& measure) const {
    std::vector<TableBlock::CellText> made;
    for (std::size_t i = 0; i < m_headings.size(); ++i) {
        TableBlock::CellText cell;
        cell.align = m_headings[i].align;
        cell.indent = i == 0 ? 0 : TableBlock::padding;
        const double room = m_headings[i].width - cell.indent - TableBlock::padding;
        const Run run{row.texts.value(qsizetype(i)).simplified(), textSize,
                      head                              ? Weight::SemiBold
                      : i == 0 && m_headings.size() > 1 ? Weight::Medium
                                                        : Weight::Regular,
                      row.colour};
        cell.lines = cutTo(wrapped({run}, room, measure), m_mostLines, room, measure);
        made.push_back(std::move(cell));
    }
    return made;
}

double Grid::addTo(Page& page, const Box& area) {
    TableBlock table;
    QStringList head;
    for (const Heading& heading : m_headings) {
        head << heading.text;
        table.columnWidths.push_back(heading.width);
        table.box.width += heading.width;
    }
    table.rows.push_back(cells({head, slide::ink2}, true, page.measure()));
    table.rowHeights.push_back(heightOf(table.rows.back()));
    double height = table.rowHeights.back();
    for (bool first = true; m_next < m_rows.size(); ++m_next, first = false) {
        std::vector<TableBlock::CellText> row = cells(m_rows[m_next], false, page.measure());
        const double needed = heightOf(row);
        if (!first && height + needed > area.height) break;
        height += needed;
        table.rows.push_back(std::move(row));
        table.rowHeights.push_back(needed);
    }
    table.box = {area.x, area.y, table.box.width, height};
    table.alt = head.join(QStringLiteral(", "));
    page.add(std::move(table));
    return area.y + height;
}

}  // namespace icp
