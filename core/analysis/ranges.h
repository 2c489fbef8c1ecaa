#pragma once

#include "core/table/column.h"

#include <QString>

#include <span>
#include <vector>

namespace icp {

/// Points that cut numbers into ranges people use: 4 to 7 of them where the data allow, none holding less
/// than `least` values or 3% of them. Range i is cut[i - 1] <= v < cut[i]. Chosen from the values alone, so
/// that the cuts know nothing of the outcome and tests over the ranges keep their p. Does not depend on the
/// order of `values`; none may be NaN.
std::vector<double> humanCuts(std::vector<double> values, ColumnType type, std::size_t least);

/// The roundest number that parts two values: low < cut <= high. Whole where both are counts.
double roundCut(double low, double high, bool whole);

/// Whether counts are meant, so that ranges read "4–7" and not "4–8": whole numbers, few of them above
/// 100,000. Money, percent and dates are continuous.
bool isWhole(std::span<const double> values, ColumnType type);

/// "4–7", "151+", "up to 3", "under 1.5", "10–25%", "2021", "Q1 2023", "before 2019". Infinities leave a side
/// open.
/// `currency`: of amounts, "EUR"; may be empty. "€10,000–20,000".
QString rangeLabel(double low, double high, ColumnType type, bool whole, const QString& currency = {});

}  // namespace icp
