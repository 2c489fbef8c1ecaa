#include "core/analysis/values/numbers.h"

#include "core/analysis/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace icp {

namespace {

constexpr double z95 = 1.959963984540054;

/// How many of the pairwise differences first - second are at most `limit`.
qint64 pairsUpTo(const std::vector<double>& first, const std::vector<double>& second, double limit) {
    qint64 count = 0;
    std::size_t below = 0;  // of `second`, those less than first[i] - limit; it only grows
    for (const double value : first) {
        while (below < second.size() && value - second[below] > limit) ++below;
        count += qint64(second.size() - below);
    }
    return count;
}

/// All differences above `low` and up to `high`, which are not many.
std::vector<double> between(const std::vector<double>& first, const std::vector<double>& second, double low,
                            double high) {
    std::vector<double> found;
    std::size_t from = 0;  // of `second`, the first that is not further below than `high`
    std::size_t to = 0;    // likewise for `low`
    for (const double value : first) {
        while (from < second.size() && value - second[from] > high) ++from;
        while (to < second.size() && value - second[to] > low) ++to;
        for (std::size_t i = from; i < to; ++i) found.push_back(value - second[i]);
    }
    return found;
}

/// The difference of rank `rank` (1 = smallest) among all pairs: the span of differences is halved until it
/// holds few enough to be looked at.
double difference(const std::vector<double>& first, const std::vector<double>& second, qint64 rank) {
    const auto few = qint64(4 * (first.size() + second.size()));
    double low = first.front() - second.back();
    double high = first.back() - second.front();
    qint64 upToLow = pairsUpTo(first, second, low);
    qint64 upToHigh = qint64(first.size()) * qint64(second.size());
    if (upToLow >= rank) return low;
    while (upToHigh - upToLow > few) {
        const double middle = low + (high - low) / 2;
        if (!(middle > low) || !(middle < high)) return high;  // all that are left are the same
        const qint64 upTo = pairsUpTo(first, second, middle);
        (upTo >= rank ? high : low) = middle;
        (upTo >= rank ? upToHigh : upToLow) = upTo;
    }
    std::vector<double> left = between(first, second, low, high);
    const auto place = left.begin() + std::ptrdiff_t(rank - upToLow - 1);
    std::nth_element(left.begin(), place, left.end());
    return *place;
}

/// The bootstrap distribution of the median: what share of infinitely many redraws lies where.
class RedrawnMedian {
public:
    virtual ~RedrawnMedian() = default;
    virtual double below(double value) const = 0;
    virtual double atMost(double value) const = 0;
    virtual double quantile(double p) const = 0;
};

/// Of one place: the `place`-th smallest of n values drawn with replacement is at most the k-th of all with
/// the chance that at least `place` draws fall among the first k.
class RedrawnPlace : public RedrawnMedian {
public:
    RedrawnPlace(const std::vector<double>& ascending, std::size_t place)
        : m_values(ascending), m_a(double(place)), m_b(double(ascending.size() - place + 1)) {}

    double below(double value) const override {
        return upTo(std::lower_bound(m_values.begin(), m_values.end(), value));
    }
    double atMost(double value) const override {
        return upTo(std::upper_bound(m_values.begin(), m_values.end(), value));
    }
    double quantile(double p) const override {
        const auto n = double(m_values.size());
        const double k = std::ceil(n * betaQuantile(p, m_a, m_b) - 1e-9);
        return m_values[std::size_t(std::clamp(k, 1.0, n)) - 1];
    }

private:
    double upTo(std::vector<double>::const_iterator end) const {
        return betaCdf(double(end - m_values.begin()) / double(m_values.size()), m_a, m_b);
    }

    const std::vector<double>& m_values;
    double m_a;
    double m_b;
};

/// Of the mean of the two middle places of an even number of values, each pair with its chance: the lower
/// place holds the i-th of all and the upper the j-th when half of the draws fall among the first i, the i-th
/// itself among them, and half from the j-th on, likewise.
class RedrawnMiddle : public RedrawnMedian {
public:
    explicit RedrawnMiddle(const std::vector<double>& ascending) {
        const std::size_t n = ascending.size();
        const auto half = double(n / 2);
        const double ways = logChoose(double(n), half);
        const auto power = [&](std::size_t k) {
            return k == 0 ? 0 : std::exp(ways / 2 + half * std::log(double(k) / double(n)));
        };
        const auto lower = [&](std::size_t i) { return betaCdf(double(i) / double(n), half, half + 1); };
        for (std::size_t i = 1; i <= n; ++i) {
            const double first = power(i) - power(i - 1);
            m_chances.emplace_back(ascending[i - 1],
                                   std::max(0.0, lower(i) - lower(i - 1) - first * power(n - i)));
            for (std::size_t j = i + 1; j <= n; ++j)
                m_chances.emplace_back((ascending[i - 1] + ascending[j - 1]) / 2,
                                       first * (power(n - j + 1) - power(n - j)));
        }
        std::sort(m_chances.begin(), m_chances.end());
    }

    double below(double value) const override {
        return sumWhile([&](double v) { return v < value; });
    }
    double atMost(double value) const override {
        return sumWhile([&](double v) { return v <= value; });
    }
    double quantile(double p) const override {
        double sum = 0;
        for (const auto& [value, chance] : m_chances)
            if ((sum += chance) >= p) return value;
        return m_chances.back().first;
    }

private:
    template <class While>
    double sumWhile(While holds) const {
        double sum = 0;
        for (const auto& [value, chance] : m_chances) {
            if (!holds(value)) break;
            sum += chance;
        }
        return sum;
    }

    std::vector<std::pair<double, double>> m_chances;  // by value
};

constexpr std::size_t mostPairs = 100;  // values, beyond which the two middle places are told apart by nobody

std::unique_ptr<const RedrawnMedian> redrawn(const std::vector<double>& ascending) {
    const std::size_t n = ascending.size();
    if (n % 2 == 0 && n <= mostPairs) return std::make_unique<RedrawnMiddle>(ascending);
    return std::make_unique<RedrawnPlace>(ascending, (n + 1) / 2);
}

/// Efron's acceleration of the median, from leaving out one value at a time: only three medians come of it.
double accelerationOf(const std::vector<double>& ascending) {
    const std::size_t n = ascending.size();
    std::vector<double> without(n);
    double mean = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto at = [&](std::size_t place) { return ascending[place < i ? place : place + 1]; };
        without[i] = at((n - 2) / 2) / 2 + at((n - 1) / 2) / 2;
        mean += without[i] / double(n);
    }
    double cubes = 0;
    double squares = 0;
    for (const double one : without) {
        cubes += std::pow(mean - one, 3);
        squares += std::pow(mean - one, 2);
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

}  // namespace

double quantile(std::span<const double> ascending, double p) {
    if (ascending.empty()) return 0;
    const double at = p * double(ascending.size() - 1);
    const auto below = std::size_t(at);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (at - double(below)) * (ascending[above] - ascending[below]);
}

Estimate hodgesLehmann(std::vector<double> first, std::vector<double> second) {
    if (first.empty() || second.empty()) return {0, {0, 0}};
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    const auto m = double(first.size());
    const auto n = double(second.size());
    const qint64 pairs = qint64(first.size()) * qint64(second.size());
    const double middle =
        (difference(first, second, (pairs + 1) / 2) + difference(first, second, pairs / 2 + 1)) / 2;
    std::vector<double> both(first);
    both.insert(both.end(), second.begin(), second.end());
    std::sort(both.begin(), both.end());
    double ties = 0;
    for (std::size_t i = 0; i < both.size();) {
        std::size_t end = i;
        while (end < both.size() && both[end] == both[i]) ++end;
        const auto t = double(end - i);
        ties += t * t * t - t;
        i = end;
    }
    const double all = m + n;
    const double variance = m * n / 12 * (all + 1 - ties / (all * (all - 1)));
    const auto edge = std::clamp<qint64>(
        qint64(std::floor(m * n / 2 - z95 * std::sqrt(std::max(0.0, variance)))), 1, pairs);
    return {middle, {difference(first, second, edge), difference(first, second, pairs + 1 - edge)}};
}

Estimate medianWithRange(std::vector<double> values) {
    if (values.empty()) return {0, {0, 0}};
    std::sort(values.begin(), values.end());
    const double median = quantile(values, 0.5);
    if (values.front() == values.back()) return {median, {median, median}};
    const std::unique_ptr<const RedrawnMedian> redraws = redrawn(values);
    const double share = (redraws->below(median) + redraws->atMost(median)) / 2;  // ties half on each side
    if (!(share > 0) || !(share < 1)) return {median, {values.front(), values.back()}};
    const double bias = normalQuantile(share);
    const double acceleration = accelerationOf(values);
    const auto edge = [&](double z) {
        const double shifted = bias + (bias + z) / (1 - acceleration * (bias + z));
        return redraws->quantile(normalTail(-shifted));
    };
    return {median, {std::min(median, edge(-z95)), std::max(median, edge(z95))}};
}

}  // namespace icp
