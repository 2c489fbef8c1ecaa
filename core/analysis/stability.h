#pragma once

#include "core/analysis/frame.h"
#include "core/base/job.h"

#include <functional>

namespace icp {

/// How stable segments are: the share of redraws in which each would be found again. One redraw is a cluster
/// bootstrap (accounts drawn with replacement, as many as there are, each with all its units; Field and Welsh
/// 2007): what repeats is the account, not the deal. Found again means that it still holds `least` units and
/// that the 95% lower bound of its rate (Wilson) lies above the base rate of the same redraw, so that the
/// lower bound of its lift is above 1 (statistics.md 10).
///
/// `covers`: the units of each segment. `whole`: the units drawn from, those of discovery. 200 redraws from
/// fixed seeds: the same shares, 0 to 1, whatever the threads and the order of rows. Takes time in proportion
/// to accounts, not to segments times accounts. `soFar` is told the shares after every 25 redraws. Empty when
/// cancelled.
std::vector<double> stabilityOf(
    const Frame& frame, const std::vector<Bitmap>& covers, const Bitmap& whole, qint64 least,
    unsigned threads = 0, const Job& job = {},
    const std::function<void(int redraws, const std::vector<double>& share)>& soFar = {});

}  // namespace icp
