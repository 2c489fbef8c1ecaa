#include "core/analysis/confounders/stratified.h"

#include "core/analysis/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace icp {

namespace {

constexpr double z95 = 1.959963984540054;
const Estimate nothing{1, {0, std::numeric_limits<double>::max()}};

Estimate onLogScale(double logRatio, double variance) {
    const double half = z95 * std::sqrt(std::max(0.0, variance));
    return {std::exp(logRatio), {std::exp(logRatio - half), std::exp(logRatio + half)}};
}

std::vector<TwoSides> telling(std::span<const TwoSides> strata, double add) {
    std::vector<TwoSides> result;
    for (const TwoSides& s : strata)
        if (s.bothSides())
            result.push_back({s.inPositive + add, s.inOther + add, s.outPositive + add, s.outOther + add});
    return result;
}

/// Estimate by `sums` over strata, which gives nothing where it cannot be made.
template <class Make>
Estimate withHalves(std::span<const TwoSides> strata, Make make) {
    std::vector<TwoSides> used = telling(strata, 0);
    if (used.empty()) return nothing;
    if (const auto made = make(used)) return *made;
    used = telling(strata, 0.5);
    return *make(used);
}

/// Expected positives inside when the odds ratio is `odds` and the margins are as they are.
double expectedAt(const TwoSides& s, double odds) {
    const double in = s.inPositive + s.inOther;
    const double positive = s.inPositive + s.outPositive;
    const double n = s.n();
    if (std::abs(odds - 1) < 1e-12) return in * positive / n;
    const double b = odds * (in + positive) + n - in - positive;
    const double root = std::sqrt(std::max(0.0, b * b - 4 * odds * (odds - 1) * in * positive));
    // of the two ways to write the root, the one without cancellation
    return 2 * odds * in * positive / (b + root);
}

}  // namespace

Estimate pooledOdds(std::span<const TwoSides> strata) {
    return withHalves(strata, [](const std::vector<TwoSides>& used) -> std::optional<Estimate> {
        double up = 0, down = 0, pr = 0, mixed = 0, qs = 0;
        for (const TwoSides& s : used) {
            const double n = s.n();
            const double r = s.inPositive * s.outOther / n;
            const double t = s.inOther * s.outPositive / n;
            const double p = (s.inPositive + s.outOther) / n;
            up += r;
            down += t;
            pr += p * r;
            mixed += p * t + (1 - p) * r;
            qs += (1 - p) * t;
        }
        if (!(up > 0) || !(down > 0)) return std::nullopt;
        return onLogScale(std::log(up / down),
                          pr / (2 * up * up) + mixed / (2 * up * down) + qs / (2 * down * down));
    });
}

Estimate pooledRisk(std::span<const TwoSides> strata) {
    return withHalves(strata, [](const std::vector<TwoSides>& used) -> std::optional<Estimate> {
        double up = 0, down = 0, spread = 0;
        for (const TwoSides& s : used) {
            const double n = s.n();
            const double in = s.inPositive + s.inOther;
            const double out = s.outPositive + s.outOther;
            up += s.inPositive * out / n;
            down += s.outPositive * in / n;
            spread +=
                (in * out * (s.inPositive + s.outPositive) - s.inPositive * s.outPositive * n) / (n * n);
        }
        if (!(up > 0) || !(down > 0)) return std::nullopt;
        return onLogScale(std::log(up / down), spread / (up * down));
    });
}

TestResult pooledTest(std::span<const TwoSides> strata, bool continuity) {
    double excess = 0;
    double variance = 0;
    for (const TwoSides& s : telling(strata, 0)) {
        const double n = s.n();
        if (n < 2) continue;
        const double in = s.inPositive + s.inOther;
        const double positive = s.inPositive + s.outPositive;
        excess += s.inPositive - in * positive / n;
        variance += in * (n - in) * positive * (n - positive) / (n * n * (n - 1));
    }
    if (!(variance > 0)) return {};
    const double distance = std::max(0.0, std::abs(excess) - (continuity ? 0.5 : 0));
    const double statistic = distance * distance / variance;
    return {statistic, 1, chiSquareTail(statistic, 1)};
}

TestResult homogeneity(std::span<const TwoSides> strata) {
    const double odds = pooledOdds(strata).value;
    double statistic = 0;
    double excess = 0;
    double variances = 0;
    int used = 0;
    for (const TwoSides& s : telling(strata, 0)) {
        const double in = s.inPositive + s.inOther;
        const double positive = s.inPositive + s.outPositive;
        if (positive <= 0 || positive >= s.n()) continue;
        const double e = expectedAt(s, odds);
        const double variance =
            1 / (1 / e + 1 / (positive - e) + 1 / (in - e) + 1 / (s.n() - in - positive + e));
        if (!std::isfinite(variance) || !(variance > 0)) continue;
        statistic += (s.inPositive - e) * (s.inPositive - e) / variance;
        excess += s.inPositive - e;
        variances += variance;
        ++used;
    }
    if (used < 2) return {};
    statistic = std::max(0.0, statistic - excess * excess / variances);
    return {statistic, double(used - 1), chiSquareTail(statistic, used - 1)};
}

double eValueOf(double ratio) {
    if (!(ratio > 0)) return 1;
    const double above = std::min(std::max(ratio, 1 / ratio), 1e150);
    return above + std::sqrt(above * (above - 1));
}

double eValueOf(const Interval& range) {
    if (range.low <= 1 && range.high >= 1) return 1;
    return eValueOf(range.low > 1 ? range.low : range.high);
}

}  // namespace icp
