#pragma once

#include "core/analysis/coded.h"
#include "core/base/job.h"

namespace icp {

/// Asks of every driver whether another attribute explains it, and keeps the three most telling answers per
/// driver in Findings::confounders. Held equal are the other drivers and what is plausible without being one:
/// source, owner, year, region and amount; only where they go together with the driver (Cramer's V of 0.1 or
/// more).
///
/// Units of which the other attribute is unknown are left out of both answers and counted: they are alike in
/// nothing but that nobody wrote it down.
///
/// Where no level of the other holds units of both sides, nothing is left to compare: the answer is Unclear,
/// Confounder::strata is 0 and every estimate with the other held equal is 1 with [0, the largest double].
///
/// A driver is cut in two: its known levels above the base rate against the other known ones; a multi-valued
/// one by the element that moves the outcome most. Where accounts repeat, ranges rest on the variance over
/// accounts (linearised), if that is the larger one. `attributes` are those of the study over `frame`.
void findConfounders(Findings& findings, const Frame& frame, const std::vector<Coded>& attributes,
                     const Job& job);

}  // namespace icp
