#pragma once

#include "core/deck/slide.h"

#include <utility>
#include <vector>

namespace icp {

/// Where a slide's texts and cells stand, for every writer that draws them itself.
struct PlacedLine {
    const std::vector<Run>* runs = nullptr;  ///< into what was placed
    double top = 0;
    double height = 0;
    double size = 0;  ///< of the largest run
};

/// Lines in a box by their anchor.
std::vector<PlacedLine> placedLines(const std::vector<std::vector<Run>>& lines, const Box& box, Anchor anchor,
                                    double lineHeight);

/// Where a line of this width begins.
double lineStart(const Box& box, Align align, double width);

struct PlacedCell {
    const TableBlock::CellText* text = nullptr;  ///< into the table
    Box box;
    Box inside;  ///< without indent and padding: where its lines stand
};

/// Cells row by row.
std::vector<PlacedCell> placedCells(const TableBlock& table);

/// The line under each row, the head's first.
std::vector<LineBlock> tableRules(const TableBlock& table);

/// Corners of the five-pointed star in a box, in drawing order.
std::vector<std::pair<double, double>> starCorners(const Box& box);

/// Between the strokes of a hatched shape, along the page.
inline constexpr double hatchStep = 9;
inline constexpr double hatchWidth = 1.2;

}  // namespace icp
