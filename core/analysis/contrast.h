#pragma once

#include "core/analysis/frame.h"
#include "core/analysis/shrinkage.h"

namespace icp {

/// Some units against the others of a whole.
struct Contrast {
    Group in;
    Group rest;
    double above = 1;         ///< one-sided p that `in` is better than the rest
    double below = 1;         ///< one-sided p that it is worse
    double designEffect = 1;  ///< of the accounts, on the variance of `in`; 1 when none repeats
};

/// Exact (Fisher) when no account repeats; otherwise the larger of the exact p and that of the score over
/// accounts.
Contrast contrastOf(const Frame& frame, const Bitmap& in, const Bitmap& whole);

}  // namespace icp
