#include "core/analysis/rate.h"

#include "core/base/interval.h"

namespace icp {

Rate rateOf(qint64 positives, qint64 n) {
    const Interval interval = wilson(double(positives), double(n));
    return {n, positives, n > 0 ? double(positives) / double(n) : 0, interval.low, interval.high};
}

}  // namespace icp
