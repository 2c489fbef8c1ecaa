#include "core/analysis/proportions.h"

#include "core/analysis/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace icp {

namespace {
constexpr double z95 = 1.95996398454005423552;
constexpr double z80 = 0.84162123357291441;  // power of 80%
}  // namespace

Interval jeffreys(qint64 x, qint64 n) {
    if (n <= 0) return {};
    const double a = double(x) + 0.5;
    const double b = double(n - x) + 0.5;
    return {x == 0 ? 0 : betaQuantile(0.025, a, b), x == n ? 1 : betaQuantile(0.975, a, b)};
}

Interval clopperPearson(qint64 x, qint64 n) {
    if (n <= 0) return {};
    return {x == 0 ? 0 : betaQuantile(0.025, double(x), double(n - x + 1)),
            x == n ? 1 : betaQuantile(0.975, double(x + 1), double(n - x))};
}

double upperLimit(double x, double n) { return n > 0 && x < n ? betaQuantile(0.95, x + 1, n - x) : 1; }

double sizeToTell(double p1, double p2) {
    if (p1 == p2) return std::numeric_limits<double>::infinity();
    const double middle = (p1 + p2) / 2;
    const double same = std::sqrt(2 * middle * (1 - middle));
    const double apart = std::sqrt(p1 * (1 - p1) + p2 * (1 - p2));
    return std::pow((z95 * same + z80 * apart) / (p1 - p2), 2);
}

double sizeToTellFrom(double fixed, double p) {
    if (fixed == p) return std::numeric_limits<double>::infinity();
    const double same = std::sqrt(fixed * (1 - fixed));
    const double apart = std::sqrt(p * (1 - p));
    return std::pow((z95 * same + z80 * apart) / (fixed - p), 2);
}

Estimate ratioOf(qint64 x1, qint64 n1, qint64 x2, qint64 n2) {
    if (n1 <= 0 || n2 <= 0) return {1, {0, std::numeric_limits<double>::max()}};
    const double add = x1 == 0 || x2 == 0 ? 0.5 : 0;
    const double a = double(x1) + add;
    const double b = double(x2) + add;
    const double m1 = double(n1) + add;
    const double m2 = double(n2) + add;
    const double ratio = (a / m1) / (b / m2);
    const double half = z95 * std::sqrt(std::max(0.0, 1 / a - 1 / m1 + 1 / b - 1 / m2));
    return {ratio, {ratio * std::exp(-half), ratio * std::exp(half)}};
}

double scoreTest(qint64 x1, qint64 n1, qint64 x2, qint64 n2) {
    const qint64 x = x1 + x2;
    const qint64 n = n1 + n2;
    if (n1 <= 0 || n2 <= 0 || x == 0 || x == n) return 1;
    const double p = double(x) / double(n);
    const double z = (double(x1) / double(n1) - double(x2) / double(n2)) /
                     std::sqrt(p * (1 - p) * (1 / double(n1) + 1 / double(n2)));
    return 2 * normalTail(std::abs(z));
}

}  // namespace icp
