#pragma once

#include "core/analysis/frame.h"

namespace icp {

/// What the number and kind of units does not allow to say: "no-closed-deals", "filter-meets-none",
/// "no-customers", "all-won", "all-lost", "few-deals", "clusters", "no-dates", "outcome-from",
/// "outcome-is-size".
void warnOfUnits(Findings& findings, const Dataset& dataset, const Frame& frame);

/// "grows-with-staying", "single-level" and "few-attempts", once for every attribute concerned.
void warnOfAttributes(Findings& findings);

}  // namespace icp
