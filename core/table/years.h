#pragma once

#include "core/table/column.h"

namespace icp {

/// A whole number from 1800 to 2100.
bool isYear(double value);

/// Whether a column of numbers holds years, which are written without thousands marks: at least 19 in 20 of
/// its known cells are one or, where its header says so ("Founded", "Baujahr", "Year of entry"), half of
/// them.
bool holdsYears(const Column& column, QStringView header);

}  // namespace icp
