#include "core/deck/layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace icp {

namespace {

double largest(const std::vector<Run>& line) {
    double size = 0;
    for (const Run& run : line) size = std::max(size, run.size);
    return size;
}

}  // namespace

std::vector<PlacedLine> placedLines(const std::vector<std::vector<Run>>& lines, const Box& box, Anchor anchor,
                                    double lineHeight) {
    double height = 0;
    for (const auto& line : lines) height += largest(line) * lineHeight;
    double y = box.y;
    if (anchor == Anchor::Middle)
        y += (box.height - height) / 2;
    else if (anchor == Anchor::Bottom)
        y += box.height - height;
    std::vector<PlacedLine> placed;
    for (const auto& line : lines) {
        const double size = largest(line);
        placed.push_back({&line, y, size * lineHeight, size});
        y += size * lineHeight;
    }
    return placed;
}

double lineStart(const Box& box, Align align, double width) {
    switch (align) {
        case Align::Left:
            return box.x;
        case Align::Centre:
            return box.x + (box.width - width) / 2;
        case Align::Right:
            return box.right() - width;
    }
    return box.x;
}

std::vector<PlacedCell> placedCells(const TableBlock& table) {
    std::vector<PlacedCell> placed;
    double y = table.box.y;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        double x = table.box.x;
        for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
            const TableBlock::CellText& cell = table.rows[r][c];
            const Box box{x, y, table.columnWidths[c], table.rowHeights[r]};
            placed.push_back(
                {&cell,
                 box,
                 {box.x + cell.indent, box.y, box.width - cell.indent - TableBlock::padding, box.height}});
            x += box.width;
        }
        y += table.rowHeights[r];
    }
    return placed;
}

std::vector<LineBlock> tableRules(const TableBlock& table) {
    std::vector<LineBlock> rules;
    double y = table.box.y;
    for (const double height : table.rowHeights) {
        y += height;
        const bool head = rules.empty();
        rules.push_back({table.box.x, y, table.box.right(), y, head ? 2.0 : 1.0, false,
                         head ? table.headRule : table.rule});
    }
    return rules;
}

std::vector<std::pair<double, double>> starCorners(const Box& box) {
    constexpr double inner = 0.45;  // reach of the corners between the tips
    std::vector<std::pair<double, double>> corners;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        const double reach = i % 2 == 0 ? 1.0 : inner;
        corners.emplace_back(box.x + box.width / 2 * (1 + reach * std::cos(angle)),
                             box.y + box.height / 2 * (1 + reach * std::sin(angle)));
    }
    return corners;
}

}  // namespace icp
