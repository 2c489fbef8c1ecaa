#pragma once

#include "core/base/interval.h"

namespace icp {

/// An estimate with its 95% interval.
struct Estimate {
    double value = 0;
    Interval interval;
};

// 95% intervals of x successes out of n, beside Wilson's and Newcombe's in core/base. n = 0 gives [0, 1].

/// Jeffreys interval, with low = 0 at x = 0 and high = 1 at x = n (Brown, Cai, DasGupta 2001).
Interval jeffreys(qint64 x, qint64 n);
/// Exact interval (Clopper, Pearson 1934).
Interval clopperPearson(qint64 x, qint64 n);

/// The largest rate that x of n leaves possible: the upper end of the one-sided exact 95% interval (Clopper,
/// Pearson 1934), which for x = 0 is 1 - .05^(1/n). 1 when n is 0. Both may be effective sizes, which are not
/// whole.
double upperLimit(double x, double n);

/// (x1/n1) / (x2/n2) with the log interval (Katz et al. 1978). Half a success is added to both groups when
/// either has none; an empty group gives 1 with [0, the largest double].
Estimate ratioOf(qint64 x1, qint64 n1, qint64 x2, qint64 n2);
/// How many each of two groups needs so that the two-sided score test at 5% tells the shares p1 and p2 apart
/// in 80% of cases (normal approximation, Fleiss 1981). Not whole; infinite when they are the same.
double sizeToTell(double p1, double p2);
/// The same for one group against a share that is known, `fixed`.
double sizeToTellFrom(double fixed, double p);

/// Two-sided p of the score test that two proportions are equal (pooled variance). 1 when it cannot be made.
double scoreTest(qint64 x1, qint64 n1, qint64 x2, qint64 n2);

}  // namespace icp
