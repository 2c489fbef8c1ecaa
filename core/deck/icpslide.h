#pragma once

#include "core/deck/overflow.h"

namespace icp {

/// The one-slide ICP: always one page. Footer included.
Slide icpSlide(const DeckInput& input, const MeasureText& measure, Overflow& overflow);

}  // namespace icp
