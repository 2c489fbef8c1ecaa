#pragma once

#include "core/deck/page.h"

namespace icp {

/// The row of large numbers at the foot of the one-slide ICP: only those that the data or the team can
/// answer.
void addKeyFigures(Page& page);

/// Whether the profile has a criterion that the data can check.
bool hasComputableCriteria(const Icp& icp);

}  // namespace icp
