#pragma once

#include "core/deck/page.h"

namespace icp {

/// A column chart of rates as shapes and texts: bars coloured by where their range lies against all, 95%
/// ranges, n under every level, a dashed line at the rate of all, untested levels hatched and without a
/// percentage.
void addRateChart(Page& page, const Box& area, const std::vector<Level>& levels, const Rate& base);

/// The levels a chart shows, in its order: ordered kinds as they are, names by rate, Unknown last; when there
/// are more than `atMost`, those with the most units.
std::vector<Level> chartLevels(const AttributeProfile& profile, std::size_t atMost);

}  // namespace icp
