#pragma once

#include "core/workshop/accounttotals.h"
#include "core/workshop/fit.h"

#include <array>

namespace icp {

/// Some customers, and what they are worth.
struct Moved {
    std::vector<std::uint32_t> accounts;  ///< rows, most valuable first
    double value = 0;                     ///< AccountTotals::value
};

/// How customers moved from one ICP to another, or from one version to the next. Inside = ideal fit. The four
/// lists together are all customers, and their values the value of all.
struct Migration {
    Moved in;
    Moved out;
    Moved stayedInside;
    Moved stayedOutside;
    /// Customers by fit before and after, both in the order of Fit.
    std::array<std::array<qint64, 4>, 4> byFit{};
};
Migration migration(const FitTable& before, const FitTable& after, const AccountTotals& totals);

}  // namespace icp
