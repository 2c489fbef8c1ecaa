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

/// (x1/n1) / (x2/n2) with the log interval (Katz et al. 1978). Half a success is added to both groups when
/// either has none; an empty group gives 1 with [0, the largest double].
Estimate ratioOf(qint64 x1, qint64 n1, qint64 x2, qint64 n2);
/// Two-sided p of the score test that two proportions are equal (pooled variance). 1 when it cannot be made.
double scoreTest(qint64 x1, qint64 n1, qint64 x2, qint64 n2);

}  // namespace icp
