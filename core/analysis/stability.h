#pragma once

#include "core/analysis/accountorder.h"
#include "core/analysis/search.h"
#include "core/base/job.h"

#include <functional>

namespace icp {

/// As many different conjunctions as a search goes on with, of the best it finds.
inline constexpr std::size_t candidatesJudged = 24;
/// The Jaccard index of two sets of units above which they count as one segment.
inline constexpr double sameCover = 0.6;

/// What is searched again.
struct Redrawn {
    AccountUnits accounts;  ///< drawn whole
    /// The conditions as sets of units, each unit as often as it is listed; called on several threads.
    std::function<SearchSpace(std::span<const std::uint32_t> units)> space;
    SearchLimits limits;
    std::vector<Conjunction> segments;  ///< whose return is counted
};

/// What the search finds in redraws of the accounts: a cluster bootstrap (as many accounts as there are,
/// drawn with replacement, each with all its units; Field and Welsh 2007), since what repeats is the account.
///
/// Every redraw is searched from scratch by the limits of the first search. Of what it finds the best 24 are
/// taken that lie clearly above the base rate of the redraw (95% lower bound, Wilson), that differ from each
/// other, and each of whose conditions earns its place: one-sided 5%, counted as twice the variance, since a
/// redraw varies around data that vary themselves. A segment is found again when one of these covers nearly
/// the same units of the data (Jaccard index above 0.6).
struct Redraws {
    struct Segment {
        int found = 0;
        /// Rate of what was found in its place, in the redraw less in the data, mean over those redraws: how
        /// much the search flatters it (Harrell, Lee, Mark 1996).
        double optimism = 0;
    };
    int made = 0;
    std::vector<Segment> segments;
    double optimism = 0;  ///< value of the quality of each redraw's best there less in the data, mean
};

/// 200 redraws from fixed seeds: the same whatever the threads, the processor and the order of rows. `soFar`
/// is told after every 25. Nothing made when cancelled.
Redraws redraw(const Redrawn& of, const Job& job = {},
               const std::function<void(const Redraws& soFar)>& soFar = {},
               const BitKernel& kernel = bestBitKernel());

}  // namespace icp
