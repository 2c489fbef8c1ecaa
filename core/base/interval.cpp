#include "core/base/interval.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double z = 1.959963984540054;  // 97.5% point of the normal distribution

double share(qint64 x, qint64 n) { return n > 0 ? double(x) / double(n) : 0; }

}  // namespace

Interval wilson(double x, double n) {
    if (!(n > 0)) return {0, 1};
    const double rate = x / n;
    const double denominator = 1 + z * z / n;
    const double centre = (rate + z * z / (2 * n)) / denominator;
    const double half = z / denominator * std::sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
    return {x <= 0 ? 0.0 : std::max(0.0, centre - half), x >= n ? 1.0 : std::min(1.0, centre + half)};
}

Interval newcombe(qint64 x1, qint64 n1, qint64 x2, qint64 n2) {
    if (n1 <= 0 && n2 <= 0) return {-1, 1};
    const Interval first = wilson(double(x1), double(n1));
    const Interval second = wilson(double(x2), double(n2));
    if (n1 <= 0 || n2 <= 0) return {first.low - second.high, first.high - second.low};
    const double p1 = share(x1, n1);
    const double p2 = share(x2, n2);
    const double difference = p1 - p2;
    return {std::max(-1.0, difference - std::hypot(p1 - first.low, second.high - p2)),
            std::min(1.0, difference + std::hypot(first.high - p1, p2 - second.low))};
}

}  // namespace icp
