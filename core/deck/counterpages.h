#pragma once

#include "core/deck/page.h"

namespace icp {

/// What departments would have in the place of criteria, beside these: by the template's sections. None
/// where nobody proposed anything.
std::vector<Draft> counterPages(const DeckInput& input, const MeasureText& measure);

}  // namespace icp
