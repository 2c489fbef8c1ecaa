#pragma once

#include <QtGlobal>

namespace icp {

/// A 95% interval.
struct Interval {
    double low = 0;
    double high = 1;
};

/// Of a share, x out of n: the score interval without continuity correction (Wilson 1927). Within [0, 1]; [0,
/// 1] when n is 0. Both may be effective sizes, which are not whole.
Interval wilson(double x, double n);

/// Of the difference x1/n1 - x2/n2 of two independent shares: the hybrid score interval (Newcombe 1998,
/// Statistics in Medicine 17:873). Within [-1, 1]; a share of nothing counts as anything from 0 to 1.
Interval newcombe(qint64 x1, qint64 n1, qint64 x2, qint64 n2);

}  // namespace icp
