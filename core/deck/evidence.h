#pragma once

#include "core/deck/page.h"

namespace icp {

/// One page for every attribute that a criterion of the profile stands on: the rate of every level with its
/// range, what that means in a sentence, and how sure it is.
std::vector<Draft> evidencePages(const DeckInput& input, const MeasureText& measure);

}  // namespace icp
