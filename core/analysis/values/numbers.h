#pragma once

#include "core/analysis/proportions.h"

#include <span>
#include <vector>

namespace icp {

/// Quantile of ascending values, type 7 of Hyndman & Fan 1996; 0 when there are none.
double quantile(std::span<const double> ascending, double p);

/// How far the first group's values lie above the second's: the middle of all pairwise differences, with a
/// 95% range from the rank sum's normal approximation with ties (Hodges & Lehmann 1963). 0 without values.
/// Values are finite, in any order; no pair of them is formed, so large groups are quick.
Estimate hodgesLehmann(std::vector<double> first, std::vector<double> second);

/// Median with the bias-corrected and accelerated bootstrap range (Efron 1987), of infinitely many redraws: a
/// median's redraws have a known distribution, so nothing is drawn. Of more than 100 values an even
/// number is taken for one less. The value itself where all are the same. Values
/// are finite, in any order; without any all is 0.
Estimate medianWithRange(std::vector<double> values);

}  // namespace icp
