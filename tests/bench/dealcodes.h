#pragma once

#include "core/analysis/draw.h"
#include "core/analysis/search.h"

#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <numeric>

namespace icp::bench {

/// The fastest of some rounds.
inline double seconds(const std::function<void()>& work, int rounds) {
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto from = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count());
    }
    return best;
}

/// Deals with Zipf-like attributes and patterns up to three conditions deep: 248 conditions of 13 attributes.
class DealCodes {
public:
    explicit DealCodes(std::size_t rows);

    std::vector<std::uint32_t> all() const;
    SearchSpace space(std::span<const std::uint32_t> units) const;

private:
    static constexpr std::array levels{24, 40, 9,  8,  10, 7, 7,
                                       7,  7,  30, 30, 29, 40};  // the last are tags: several at once
    std::vector<std::vector<std::uint8_t>> m_codes;
    std::vector<std::vector<std::uint8_t>> m_few;  // up to 31, which are many at once
    std::vector<std::uint64_t> m_tags;
    std::vector<std::uint8_t> m_positive;
};

inline DealCodes::DealCodes(std::size_t rows)
    : m_codes(levels.size() - 1, std::vector<std::uint8_t>(rows)), m_tags(rows, 0), m_positive(rows) {
    Draw draw(20240);
    for (std::size_t a = 0; a < m_codes.size(); ++a) {
        std::vector<double> until;
        double sum = 0;
        for (int l = 0; l < levels[a]; ++l) until.push_back(sum += 1 / std::pow(l + 1, 0.6));
        for (std::uint8_t& code : m_codes[a])
            code = std::uint8_t(std::lower_bound(until.begin(), until.end(), draw.uniform() * sum) -
                                until.begin());
    }
    m_few = m_codes;
    for (std::vector<std::uint8_t>& codes : m_few)
        for (std::uint8_t& code : codes) code = std::min<std::uint8_t>(code, 31);
    for (std::uint64_t& tag : m_tags)
        for (int t = 0; t < levels.back(); ++t)
            tag |= std::uint64_t(draw.uniform() < 0.35 / std::pow(t + 1, 0.6) ? 1 : 0) << t;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto is = [&](std::size_t a, int level) { return m_codes[a][r] == level ? 1.0 : 0.0; };
        double z = -1.15 + .55 * is(4, 2) - .35 * is(4, 8) + .2 * is(3, 1) - .5 * is(0, 9) + .25 * is(2, 4);
        z += 1.6 * is(0, 0) * is(5, 3) * is(6, 0) + 1.1 * double(m_tags[r] >> 3 & 1) * is(2, 4);
        z += 1.2 * is(0, 6) * is(6, 2) * is(3, 4) + 1.3 * is(7, 1) * is(4, 3) * is(0, 1) -
             .9 * is(5, 6) * is(3, 7);
        m_positive[r] = draw.uniform() < 1 / (1 + std::exp(-z)) ? 1 : 0;
    }
}

inline std::vector<std::uint32_t> DealCodes::all() const {
    std::vector<std::uint32_t> units(m_positive.size());
    std::iota(units.begin(), units.end(), 0U);
    return units;
}

inline SearchSpace DealCodes::space(std::span<const std::uint32_t> units) const {
    SearchSpace space(units, m_positive);
    for (std::size_t a = 0; a < m_codes.size(); ++a) {
        std::vector<std::uint32_t> masks(std::size_t(std::min(levels[a], 31)));
        for (std::size_t l = 0; l < masks.size(); ++l) masks[l] = 1U << l;
        space.addCodes(int(a), m_few[a], masks);
        for (int l = 31; l < levels[a]; ++l)
            space.add(int(a), [&](std::uint32_t unit) { return m_codes[a][unit] == l; });
    }
    for (int t = 0; t < levels.back(); ++t)
        space.add(int(m_codes.size()), [&](std::uint32_t unit) { return (m_tags[unit] >> t & 1) != 0; });
    return space;
}

}  // namespace icp::bench
