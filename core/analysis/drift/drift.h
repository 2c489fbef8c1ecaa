#pragma once

#include "core/analysis/contingency.h"
#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/analysis/study.h"
#include "core/base/job.h"
#include "core/base/result.h"

#include <QStringList>

#include <span>

namespace icp {

/// Population stability index of two sets of shares; a share of nothing counts as 1 in 10,000.
double stabilityIndex(std::span<const double> before, std::span<const double> now);
/// Jensen-Shannon divergence (Lin 1991) of two sets of shares in bits, 0 to 1.
double jensenShannon(std::span<const double> before, std::span<const double> now);
/// Kolmogorov-Smirnov of two samples: the largest distance of their distributions, and the asymptotic p with
/// ties as they are (Smirnov 1948), which is then too large rather than too small.
TestResult kolmogorovSmirnov(std::vector<double> before, std::vector<double> now);

enum class DriftSize { None, Some, Strong };  ///< stability index below 0.1, below 0.25, at least 0.25
QString sizeName(DriftSize size);             ///< "none", "some", "strong"

struct DriftLevel {
    QString label;
    Rate before;  ///< share of this level
    Rate now;
};
struct AttributeDrift {
    QString name;
    QString label;
    double stability = 0;   ///< stabilityIndex()
    double divergence = 0;  ///< jensenShannon()
    QString test;           ///< "chi-square", "permutation", "kolmogorov-smirnov"; empty: none could be made
    double statistic = 0;
    double p = 1;
    double q = 1;  ///< Benjamini-Hochberg over all attributes
    DriftSize size = DriftSize::None;
    std::vector<DriftLevel> levels;  ///< as of the earlier data, then what is new; "Unknown" last
    QString sentence;                ///< empty when it has not changed
    bool changed() const { return q < 0.05 && size != DriftSize::None; }
};

/// How the units of a study differ between earlier data and newer ones. Exports overlap: what the earlier one
/// had already is not counted as new, where ids tell.
struct Drift {
    Rate before;  ///< the outcome
    Rate now;
    qint64 repeated = 0;       ///< units of the newer data that the earlier ones had
    Estimate change;           ///< now less before, range by Newcombe
    bool directional = false;  ///< one of both has fewer than Study::minWon positives, or others
    QString sentence;          ///< of the outcome
    std::vector<AttributeDrift> attributes;  ///< changed ones by stability index, then the others by q
    QStringList onlyBefore;  ///< labels of attributes that the newer data lack, or have as something else
    QStringList onlyNow;
};
/// Pure. What accounts are is counted by account, once each, also where deals are the unit. Errors:
/// Cancelled.
Result<Drift> driftBetween(const Dataset& before, const Dataset& now, const Study& study,
                           const Job& job = {});

}  // namespace icp
