#include "core/analysis/fisher.h"

#include "core/analysis/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace icp {

namespace {

/// Positives of group 1 given all margins: from `low` to `high`.
struct Hypergeometric {
    explicit Hypergeometric(const TwoByTwo& t)
        : n1(t.n1),
          n2(t.n2),
          positives(t.x1 + t.x2),
          low(std::max<qint64>(0, positives - n2)),
          high(std::min(n1, positives)),
          logAll(logChoose(double(n1 + n2), double(positives))) {}
    double logP(qint64 x) const {
        return logChoose(double(n1), double(x)) + logChoose(double(n2), double(positives - x)) - logAll;
    }
    /// P(x + 1) / P(x)
    double step(qint64 x) const {
        return double(n1 - x) * double(positives - x) / (double(x + 1) * double(n2 - positives + x + 1));
    }
    qint64 n1;
    qint64 n2;
    qint64 positives;
    qint64 low;
    qint64 high;
    double logAll;
};

/// Sum of P from x towards the end in direction `up`, which shrinks geometrically past the mode.
double tailFrom(const Hypergeometric& h, qint64 x, bool up) {
    double term = std::exp(h.logP(x));
    double sum = 0;
    for (; x >= h.low && x <= h.high; x += up ? 1 : -1) {
        const double before = sum;
        sum += term;
        if (sum == before) break;
        if (up)
            term *= h.step(x);
        else if (x > h.low)
            term /= h.step(x - 1);
    }
    return sum;
}

/// Mean of group 1's positives when the odds ratio is exp(logOdds).
double meanUnder(const Hypergeometric& h, double logOdds) {
    double largest = std::numeric_limits<double>::lowest();
    for (qint64 x = h.low; x <= h.high; ++x) largest = std::max(largest, h.logP(x) + logOdds * double(x));
    double weight = 0;
    double mean = 0;
    for (qint64 x = h.low; x <= h.high; ++x) {
        const double w = std::exp(h.logP(x) + logOdds * double(x) - largest);
        weight += w;
        mean += w * double(x);
    }
    return mean / weight;
}

}  // namespace

double fisherTest(const TwoByTwo& table) {
    const Hypergeometric h(table);
    if (h.low >= h.high) return 1;
    constexpr double slack = 1e-7;  // tables as probable as this one, rounding aside
    const double limit = h.logP(table.x1) + slack;
    // The probabilities rise to one mode and fall: what is at most as probable lies in two outer tails.
    const auto mode = std::clamp(qint64(double(h.n1 + 1) * double(h.positives + 1) / double(h.n1 + h.n2 + 2)),
                                 h.low, h.high);
    double p = 0;
    if (h.logP(mode) <= limit) return 1;
    if (h.logP(h.low) <= limit) {
        qint64 in = h.low;
        for (qint64 out = mode; out - in > 1;) {
            const qint64 middle = in + (out - in) / 2;
            (h.logP(middle) <= limit ? in : out) = middle;
        }
        p += tailFrom(h, in, false);
    }
    if (h.logP(h.high) <= limit) {
        qint64 in = h.high;
        for (qint64 out = mode; in - out > 1;) {
            const qint64 middle = out + (in - out) / 2;
            (h.logP(middle) <= limit ? in : out) = middle;
        }
        p += tailFrom(h, in, true);
    }
    return std::min(1.0, p);
}

double fisherGreater(const TwoByTwo& table) {
    const Hypergeometric h(table);
    if (table.x1 <= h.low) return 1;
    const double expected = double(h.n1) * double(h.positives) / double(h.n1 + h.n2);
    return std::clamp(
        double(table.x1) > expected ? tailFrom(h, table.x1, true) : 1 - tailFrom(h, table.x1 - 1, false), 0.0,
        1.0);
}

double conditionalOddsRatio(const TwoByTwo& table) {
    const Hypergeometric h(table);
    if (h.low >= h.high) return 1;
    if (table.x1 == h.low) return 0;
    if (table.x1 == h.high) return std::numeric_limits<double>::max();
    double low = -50;
    double high = 50;
    for (int i = 0; i < 200 && high - low > 1e-13 * std::max(1.0, std::abs(low)); ++i) {
        const double middle = (low + high) / 2;
        (meanUnder(h, middle) < double(table.x1) ? low : high) = middle;
    }
    return std::exp((low + high) / 2);
}

}  // namespace icp
