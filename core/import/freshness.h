#pragma once

#include "core/table/dataset.h"

#include <QDate>

namespace icp {

/// Months from one day to another, the days beyond whole months as a share of an average month; 0 when `to`
/// is not later.
double monthsBetween(const QDate& from, const QDate& to);

/// Share of what a database says that still holds after so many months, when each month `keptPerMonth` of it
/// does: more than 3% a month go out of date.
double expectedValid(double months, double keptPerMonth);

/// Says of every file how new it is and how much of its rows, and of every column how much of its values,
/// should still hold on the as-of day of the data, by the day on which each row was last verified, changed
/// or, failing that, made. An Issue names accounts and contacts of which less than `staleBelow` should hold.
void judgeFreshness(Dataset& dataset, double keptPerMonth);

}  // namespace icp
