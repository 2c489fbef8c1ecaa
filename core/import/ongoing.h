#pragma once

#include "core/base/job.h"
#include "core/import/profiles.h"
#include "core/table/dataset.h"

#include <vector>

namespace icp {

/// Fills Attribute::caution of those features of deals that seem to be filled in or changed while a deal goes
/// on: what they say at the end may follow the result instead of explaining it. In this order:
///
/// - the header says so ("Next Step", "Purchase Timeframe");
/// - it is filled for closed deals at least 20 points more often than for open ones;
/// - it is known ("unknown" and the like do not count) of won deals at least 30 points more often than of lost
///   ones;
/// - among open deals it differs from stage to stage: Cramér's V, corrected for bias (Bergsma 2013), of 0.3
///   or more, numbers by their quarters;
/// - among open deals a number grows or shrinks with their age: Spearman's rho of 0.3 or more either way.
///
/// Compares groups of 20 deals and more, and 50 open ones and more. What is farther apart knows the result
/// and was set aside before; see setAsideWhatKnows().
void cautionWhatGoesOn(EntityTable& deals, const std::vector<DealState>& states, const Profiles& profiles,
                       const Job& job);

}  // namespace icp
