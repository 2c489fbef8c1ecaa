#pragma once

#include "core/analysis/findings.h"
#include "core/workshop/icp.h"

#include <vector>

namespace icp {

// Findings as criteria of an ICP: "Add to ICP" and "Exclude". Each has a fresh id, the finding's words, the
// section of its attribute's class and its numbers as evidence. Weights are 0: whoever adds the criterion
// weighs it.

/// A condition as a Should without evidence.
Criterion criterionOn(const Condition& condition, const Dataset& dataset);

/// Levels of one attribute as a Should. Ranges that touch become one; of ranges with a gap between them the
/// one with the most units is taken, since one condition cannot say both. `levels` must not be empty;
/// "Unknown" is only taken alone.
Criterion criterionFrom(const AttributeProfile& profile, const std::vector<Level>& levels,
                        const Dataset& dataset);

/// One Should for each condition of a segment; the numbers are those of the whole segment. None stand there
/// when one of its conditions is known of deals only: what is left in an ICP is then another group.
std::vector<Criterion> criteriaFrom(const Segment& segment, const Dataset& dataset);

/// An Exclude.
Criterion criterionFrom(const Exclusion& exclusion, const Dataset& dataset);

/// The levels, or neighbouring runs of levels, that criterionFrom() would make one condition of, in their
/// order.
std::vector<std::vector<Level>> runsOf(const std::vector<Level>& levels);

}  // namespace icp
