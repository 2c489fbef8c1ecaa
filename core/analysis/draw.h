#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace icp {

/// A seeded generator of chance with the same numbers on every machine (SplitMix64; Steele, Lea, Flood 2014).
class Draw {
public:
    explicit Draw(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    /// 0 <= x < 1
    double uniform() { return double(next() >> 11) * 0x1.0p-53; }
    /// 0 .. count - 1
    std::size_t below(std::size_t count) {
        return std::min(count - 1, std::size_t(uniform() * double(count)));
    }

    /// Positives among `drawn` units taken without replacement out of `n`, `good` of which are positive.
    /// Where the variance is above 1000 by the normal approximation, rounded: there it is right to a
    /// thousandth of a deviation.
    qint64 hypergeometric(qint64 n, qint64 good, qint64 drawn) {
        const qint64 low = std::max<qint64>(0, drawn + good - n);
        const qint64 high = std::min(drawn, good);
        if (low == high) return low;
        const double share = double(good) / double(n);
        const double variance = double(drawn) * share * (1 - share) * double(n - drawn) / double(n - 1);
        if (variance > 1000) {
            const double radius = std::sqrt(-2 * std::log(1 - uniform()));
            const double normal = radius * std::cos(6.28318530717958647692 * uniform());
            return std::clamp(qint64(std::llround(double(drawn) * share + normal * std::sqrt(variance))), low,
                              high);
        }
        // Symmetric in drawn and good, and in each and its complement: walk through the smallest.
        if (drawn > n - drawn) return good - hypergeometric(n, good, n - drawn);
        if (good < drawn) std::swap(good, drawn);
        qint64 found = 0;
        for (qint64 i = 0; i < drawn; ++i) found += uniform() * double(n - i) < double(good - found) ? 1 : 0;
        return found;
    }

private:
    std::uint64_t m_state;
};

}  // namespace icp
