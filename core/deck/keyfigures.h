#pragma once

#include "core/deck/page.h"

namespace icp {

/// The row of large numbers at the foot of the one-slide ICP: only those that the data or the team can
/// answer.
void addKeyFigures(Page& page);

/// What the slide of the ICP has no room for where consumers are sold to: how often it wins, and the figures.
std::vector<Draft> figurePages(const DeckInput& input, const MeasureText& measure);

/// Whether the profile has a criterion that the data can check.
bool hasComputableCriteria(const Icp& icp);

}  // namespace icp
