#pragma once

#include "core/analysis/study.h"
#include "core/analysis/time/survival.h"

namespace icp::time {

/// Deals that times and stages are told of: in the study's filter, open ones too. For FirstDeal the first
/// created deal of every account that is no repeat business; ties go to the smaller id, so that the order of
/// rows does not matter.
Bitmap dealsOf(const Dataset& dataset, const Study& study);

/// Accounts in the study's filter that are or were customers.
Bitmap customersIn(const Dataset& dataset, const Study& study);

/// The number of a cell, NaN when it is missing or the column is none of numbers.
double numberAt(const Column* column, std::size_t row);

/// Days since 1970 of Dataset::asOf, NaN when that is not known.
double asOfDay(const Dataset& dataset);

}  // namespace icp::time
