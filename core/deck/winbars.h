#pragma once

#include "core/deck/page.h"

namespace icp {

/// A 95% range over a bar: a line with caps on a wider white one, so that it shows on dark bars.
void addWhisker(Page& page, double x, double yLow, double yHigh, double capWidth, bool dashed = false);

/// Two bars, inside and outside the profile, with their ranges and counts. Fewer than Study::minLevel on a
/// side is hatched and "untested", never a percentage. False when there was nothing to compare.
bool addWinBars(Page& page, const Box& area);

}  // namespace icp
