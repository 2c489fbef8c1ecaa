#include "core/analysis/time/hazard.h"

#include "core/analysis/time/alikespells.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace icp {

namespace {

constexpr double z95 = 1.959963984540054;
constexpr int fewEnds = 10;
constexpr double farthest = 20;  // on the log scale: further away there is no maximum

/// A time at which some end: those watched and those who end there, of both groups.
struct Tied {
    double watched[2] = {};
    double ended[2] = {};
};

std::vector<Tied> tiedEnds(std::span<const Spell> first, std::span<const Spell> second) {
    std::vector<double> begun[2];
    std::vector<double> gone[2];
    std::vector<std::pair<double, int>> ends;
    const std::span<const Spell> groups[2] = {first, second};
    for (int g = 0; g < 2; ++g) {
        for (const Spell& spell : groups[g]) {
            if (!time::counts(spell)) continue;
            begun[g].push_back(spell.from);
            gone[g].push_back(spell.to);
            if (spell.end != 0) ends.emplace_back(spell.to, g);
        }
        std::sort(begun[g].begin(), begun[g].end());
        std::sort(gone[g].begin(), gone[g].end());
    }
    std::sort(ends.begin(), ends.end());
    std::vector<Tied> result;
    for (std::size_t i = 0; i < ends.size();) {
        const double now = ends[i].first;
        Tied tied;
        for (int g = 0; g < 2; ++g) {
            const auto entered = std::max(std::lower_bound(begun[g].begin(), begun[g].end(), now),
                                          std::upper_bound(begun[g].begin(), begun[g].end(), 0.0)) -
                                 begun[g].begin();
            const auto left = std::lower_bound(gone[g].begin(), gone[g].end(), now) - gone[g].begin();
            tied.watched[g] = double(entered - left);
        }
        for (; i < ends.size() && ends[i].first == now; ++i) tied.ended[ends[i].second] += 1;
        result.push_back(tied);
    }
    return result;
}

struct State {
    double likelihood = 0;
    double score = 0;
    double information = 0;
};

State stateAt(const std::vector<Tied>& times, double beta) {
    State state;
    const double odds = std::exp(beta);
    for (const Tied& tied : times) {
        const double all = tied.ended[0] + tied.ended[1];
        state.likelihood += tied.ended[0] * beta;
        state.score += tied.ended[0];
        for (double l = 0; l < all; ++l) {
            const double own = odds * (tied.watched[0] - l / all * tied.ended[0]);
            const double sum = own + tied.watched[1] - l / all * tied.ended[1];
            const double share = own / sum;
            state.likelihood -= std::log(sum);
            state.score -= share;
            state.information += share * (1 - share);
        }
    }
    return state;
}

}  // namespace

std::optional<Estimate> hazardRatio(std::span<const Spell> first, std::span<const Spell> second) {
    const std::vector<Tied> times = tiedEnds(first, second);
    double ends = 0;
    for (const Tied& tied : times) ends += tied.ended[0] + tied.ended[1];
    if (ends < fewEnds) return std::nullopt;
    double beta = 0;
    State state = stateAt(times, beta);
    for (int round = 0; round < 50; ++round) {
        if (!(state.information > 1e-9)) return std::nullopt;
        double step = std::clamp(state.score / state.information, -2.0, 2.0);
        const double asked = std::abs(step);
        State next = stateAt(times, beta + step);
        for (int halved = 0; halved < 30 && !(next.likelihood >= state.likelihood - 1e-12); ++halved) {
            step /= 2;
            next = stateAt(times, beta + step);
        }
        beta += step;
        state = next;
        if (std::abs(beta) > farthest) return std::nullopt;
        if (asked > 1e-10) continue;
        const double half = z95 / std::sqrt(state.information);
        if (half > farthest) return std::nullopt;
        return Estimate{std::exp(beta), {std::exp(beta - half), std::exp(beta + half)}};
    }
    return std::nullopt;
}

}  // namespace icp
