#pragma once

#include "core/analysis/contingency.h"

namespace icp {

/// How two groups of numbers compare, from counts per distinct value in ascending order.
struct RankComparison {
    double u = 0;            ///< Mann-Whitney U of the first group
    double p = 1;            ///< two-sided, normal approximation with ties and continuity correction
    double cliffsDelta = 0;  ///< P(first > second) - P(first < second) (Cliff 1993)
};
/// Mann & Whitney 1947. `first[i]` and `second[i]` count the units that have the i-th smallest value.
RankComparison mannWhitney(std::span<const qint64> first, std::span<const qint64> second);

/// Kruskal & Wallis 1952 with ties, and epsilon squared as effect (Kelley 1935).
struct KruskalWallis {
    TestResult test;
    double epsilonSquared = 0;
};
/// `groups[i]` is the group (0 .. count - 1) of the i-th unit, `values[i]` its value; values ascending.
KruskalWallis kruskalWallis(std::span<const double> values, std::span<const std::uint8_t> groups,
                            std::size_t count);

}  // namespace icp
