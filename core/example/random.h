#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>

namespace icp {

/// SplitMix64 (Steele, Lea and Flood 2014) with whole-number draws only, so that every machine makes the same
/// example.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    /// low <= result <= high
    int between(int low, int high) { return low + int(next() % std::uint64_t(high - low + 1)); }
    bool chance(int perMille) { return between(0, 999) < perMille; }
    /// An index drawn with these weights.
    int pick(std::span<const int> weights) {
        int total = 0;
        for (const int weight : weights) total += weight;
        int at = between(0, total - 1);
        int index = 0;
        while (at >= weights[std::size_t(index)]) at -= weights[std::size_t(index++)];
        return index;
    }
    int pick(std::initializer_list<int> weights) { return pick(std::span(weights.begin(), weights.size())); }

private:
    std::uint64_t m_state;
};

}  // namespace icp
