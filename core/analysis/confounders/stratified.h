#pragma once

#include "core/analysis/contingency.h"
#include "core/analysis/proportions.h"

#include <span>

namespace icp {

/// Outcomes of two sides of a contrast within one stratum.
struct TwoSides {
    double inPositive = 0;
    double inOther = 0;
    double outPositive = 0;
    double outOther = 0;
    double n() const { return inPositive + inOther + outPositive + outOther; }
    bool bothSides() const { return inPositive + inOther > 0 && outPositive + outOther > 0; }
};

// Everything pooled over strata. Strata without both sides tell nothing. Where a sum needed is 0, half a unit
// is added to every cell of the strata that tell something; without any such stratum the estimate is 1 with
// [0, the largest double].

/// Odds ratio of Mantel & Haenszel 1959, range by the variance of Robins, Breslow & Greenland 1986.
Estimate pooledOdds(std::span<const TwoSides> strata);
/// Ratio of rates likewise, variance by Greenland & Robins 1985.
Estimate pooledRisk(std::span<const TwoSides> strata);
/// Whether the pooled odds ratio is 1 (Mantel & Haenszel 1959).
TestResult pooledTest(std::span<const TwoSides> strata, bool continuity);
/// Whether the odds ratio is one and the same in all strata (Breslow & Day 1980, corrected by Tarone 1985).
TestResult homogeneity(std::span<const TwoSides> strata);

/// How strong an unknown cause of both would have to be, as a ratio of rates, to bring `ratio` to 1
/// (VanderWeele & Ding 2017). At least 1; ratios below 1 are turned over.
double eValueOf(double ratio);
/// The same for the end of the range nearest to 1; 1 when the range holds 1.
double eValueOf(const Interval& range);

}  // namespace icp
