#pragma once

#include "core/analysis/shrinkage.h"

#include <span>
#include <vector>

namespace icp {

/// A test's outcome. p = 1 and statistic = 0 where no test can be made.
struct TestResult {
    double statistic = 0;
    double df = 0;
    double p = 1;
};

/// Counts, row by row; rows and columns that are empty are ignored by everything below.
struct Contingency {
    std::size_t columns = 0;
    std::vector<double> cells;  ///< rows x columns
    std::size_t rows() const { return columns == 0 ? 0 : cells.size() / columns; }
    double at(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
    double total() const;
};
/// One row per group: positives, others.
Contingency tableOf(std::span<const Group> groups);

/// Pearson's chi-square without continuity correction (Pearson 1900).
TestResult chiSquare(const Contingency& table);
/// Whether its p can be trusted: no expected count below 1, at most a fifth below 5 (Cochran 1954).
bool chiSquareAllowed(const Contingency& table);

/// Cramer's V (1946), 0 to 1.
double cramersV(const Contingency& table);
/// Cramer's V without its upward bias (Bergsma 2013).
double cramersVCorrected(const Contingency& table);

/// Mutual information of rows and columns, in nats.
double mutualInformation(const Contingency& table);
/// Theil's U (1970): the share of the column's entropy that knowing the row removes.
double uncertaintyCoefficient(const Contingency& table);

/// ln(share of positives / share of others) of each group; half a unit is added to both where one is missing.
std::vector<double> weightOfEvidence(std::span<const Group> groups);
/// Information value: the sum of (share of positives - share of others) x weight of evidence.
double informationValue(std::span<const Group> groups);

/// Exact in the limit for tables too thin for chi-square: labels drawn anew `draws` times with a fixed seed,
/// keeping all margins; p = (1 + tables at least as far from independence) / (1 + draws).
TestResult permutationChiSquare(std::span<const Group> groups, int draws = 9999);

}  // namespace icp
