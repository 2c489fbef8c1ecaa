#pragma once

#include "core/deck/page.h"

namespace icp {

/// One page for every attribute that the profile asks for (exclusions have their own table): the rate of
/// every level with its range, what that means in a sentence, and how sure it is.
std::vector<Draft> evidencePages(const DeckInput& input, const MeasureText& measure);

}  // namespace icp
