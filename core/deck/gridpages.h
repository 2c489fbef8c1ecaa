#pragma once

#include "core/deck/grid.h"

namespace icp {

/// A grid with what it is called, when a page has more than one.
struct GridPart {
    QString heading;
    Grid grid;
};

/// Sets the parts one below the other on as many pages as they need.
std::vector<Draft> gridPages(const QString& subject, const QString& title, std::vector<GridPart> parts,
                             const DeckInput& input, const MeasureText& measure);

}  // namespace icp
