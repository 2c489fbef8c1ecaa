#pragma once

#include <QtGlobal>

namespace icp {

/// Two groups of n1 and n2 units with x1 and x2 positives.
struct TwoByTwo {
    qint64 x1 = 0;
    qint64 n1 = 0;
    qint64 x2 = 0;
    qint64 n2 = 0;
};

/// Two-sided exact p (Fisher 1934): all tables with these margins that are at most as probable as this one.
double fisherTest(const TwoByTwo& table);
/// One-sided exact p that group 1 has so many positives or more.
double fisherGreater(const TwoByTwo& table);
/// Conditional maximum-likelihood odds ratio, as in R's fisher.test. 0 or the largest double at the edges, 1
/// when the margins leave one table only.
double conditionalOddsRatio(const TwoByTwo& table);

}  // namespace icp
