#pragma once

#include "core/deck/page.h"

namespace icp {

/// Segments and exclusions.
std::vector<Draft> segmentPages(const DeckInput& input, const MeasureText& measure);
/// Every attribute with its test, those left out last with the reason.
std::vector<Draft> attributePages(const DeckInput& input, const MeasureText& measure);
/// What limits all of this.
std::vector<Draft> warningPages(const DeckInput& input, const MeasureText& measure);

}  // namespace icp
