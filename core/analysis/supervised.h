#pragma once

#include "core/analysis/frame.h"
#include "core/base/job.h"

#include <span>
#include <vector>

namespace icp {

/// One number and how its unit ended.
struct Outcoming {
    double value;
    std::uint8_t positive;
};

/// Points that cut ascending numbers where the outcome changes: each splits so that the entropy of the
/// outcome falls most, as long as the fall is worth the length of telling it (minimum description length;
/// Fayyad & Irani 1993). Ranges are v < cut and v >= cut, none holding less than `least`; at most seven cuts,
/// halfway between two values.
std::vector<double> entropyCuts(std::span<const Outcoming> ascending, std::size_t least);

/// Those of the cuts between which the rate only rises, or only falls, whichever fits better: neighbours that
/// break the order are joined (pool adjacent violators; Ayer et al. 1955).
std::vector<double> monotoneCuts(std::span<const Outcoming> ascending, const std::vector<double>& cuts);

/// The rising sequence nearest to `y` in weighted squares (pool adjacent violators).
std::vector<double> isotonic(std::span<const double> y, std::span<const double> weight);

/// Cuts chosen by looking at the outcome, and what a test over them is worth: had the outcomes changed places
/// among whole accounts, how often would cuts chosen anew tell as much? Cuts are chosen on the units that are
/// not held out.
struct PaidCuts {
    std::vector<double> cuts;
    double p = 1;   ///< of chi-square over the ranges, all units, cut points paid for
    int draws = 0;  ///< up to 999 (199 of more than 20,000 units); fewer where 20 of them had told as much
                    ///< already (Besag & Clifford 1991)
};

/// `value`: per unit of the frame; NaN = not known, which is a level of its own and takes no part. Stops
/// early, with a p of 1, when cancelled.
PaidCuts paidCuts(const Frame& frame, std::span<const double> value, RangeChoice choice, std::size_t least,
                  const Job& job = {});

}  // namespace icp
