#pragma once

#include "core/analysis/proportions.h"

#include <cstdint>
#include <span>
#include <vector>

namespace icp {

/// Quantile of ascending values, type 7 of Hyndman & Fan 1996; 0 when there are none.
double quantile(std::span<const double> ascending, double p);

/// How far the first group's values lie above the second's: median of all pairwise differences, 95% range
/// from the rank sum's normal approximation with ties (Hodges & Lehmann 1963). In logarithms it becomes a
/// ratio. 0 without values. Values in any order.
Estimate hodgesLehmann(std::vector<double> first, std::vector<double> second);

/// Median with the bias-corrected and accelerated range of 2,000 redraws (Efron 1987) from a fixed seed, so
/// that the same values give the same range in any order. Values in any order; without values all 0.
Estimate medianWithRange(std::vector<double> values);

}  // namespace icp
