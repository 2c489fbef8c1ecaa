#pragma once

#include "core/table/dataset.h"

#include <vector>

namespace icp {

// What dates, deals and usage tell of every account over time. NaN = not known; all NaN where the data lack
// it.

/// Months from the first day as a customer (its own column, else the first won deal) to the day it left, or
/// to Dataset::asOf.
std::vector<double> monthsKept(const Dataset& dataset);

/// Won amount of the last twelve months before Dataset::asOf less that of the twelve before. Known of
/// accounts that had won their first deal before those; nothing when the data do not reach back so far.
std::vector<double> changeInTwelveMonths(const Dataset& dataset);

/// Amount won after an account's first won deal (the number of deals where no amounts are known); 0 where
/// that was the only one. Nothing when no account has a second one.
std::vector<double> wonAgain(const Dataset& dataset);

/// Users at the newest measurement divided by those at the oldest, of accounts with at least two on different
/// days.
std::vector<double> usersGrowth(const Dataset& dataset);

/// Days from creation to close, the mean over an account's won deals.
std::vector<double> daysToWin(const Dataset& dataset);

}  // namespace icp
