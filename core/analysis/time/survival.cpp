#include "core/analysis/time/survival.h"

#include "core/analysis/distributions.h"
#include "core/analysis/time/alikespells.h"

#include <algorithm>
#include <cmath>

namespace icp {

using time::Moment;

namespace {

using time::counts;

constexpr double z95 = 1.959963984540054;

/// Times at which anything ended, ascending. `end` 0: every way counts as the one asked for. Whoever began
/// watching at a time is at risk only after it, unless everything begins there.
std::vector<Moment> momentsOf(std::span<const Spell> spells, std::uint8_t end) {
    std::vector<double> begun;
    std::vector<std::pair<double, std::uint8_t>> ends;
    for (const Spell& spell : spells) {
        if (!counts(spell)) continue;
        begun.push_back(spell.from);
        ends.emplace_back(spell.to, spell.end);
    }
    std::sort(begun.begin(), begun.end());
    std::sort(ends.begin(), ends.end());
    std::vector<Moment> moments;
    std::size_t entered = 0;
    for (std::size_t i = 0; i < ends.size();) {
        Moment moment{ends[i].first, 0, 0, 0};
        while (entered < begun.size() && (begun[entered] < moment.time || begun[entered] == 0)) ++entered;
        moment.atRisk = qint64(entered) - qint64(i);
        for (; i < ends.size() && ends[i].first == moment.time; ++i) {
            if (ends[i].second == 0) continue;
            ++(end == 0 || ends[i].second == end ? moment.ended : moment.other);
        }
        if (moment.ended + moment.other > 0) moments.push_back(moment);
    }
    return moments;
}

/// 95% of a share whose variance is known, on the scale of log(-log share); within [0, 1].
Interval logLog(double share, double variance) {
    if (!(share > 0) || !(share < 1) || !(variance >= 0)) return {share, share};
    const double half = z95 * std::sqrt(variance) / (share * std::abs(std::log(share)));
    return {std::pow(share, std::exp(half)), std::pow(share, std::exp(-half))};
}

template <class Step>
double shareAt(const std::vector<Step>& steps, double time, double first) {
    const auto after = std::upper_bound(steps.begin(), steps.end(), time,
                                        [](double t, const Step& step) { return t < step.time; });
    return after == steps.begin() ? first : std::prev(after)->share;
}

TestResult compare(std::span<const Spell> first, std::span<const Spell> second, std::uint8_t end) {
    std::vector<Spell> both(first.begin(), first.end());
    both.insert(both.end(), second.begin(), second.end());
    const std::vector<Moment> own = momentsOf(first, end);
    std::vector<double> begun;
    std::vector<double> gone;
    for (const Spell& spell : first)
        if (counts(spell)) {
            begun.push_back(spell.from);
            gone.push_back(spell.to);
        }
    std::sort(begun.begin(), begun.end());
    std::sort(gone.begin(), gone.end());
    double excess = 0;
    double variance = 0;
    std::size_t at = 0;
    time::ScoreMoments score;
    for (const Moment& moment : momentsOf(both, end)) {
        if (moment.ended == 0) continue;
        const auto entered = std::max(std::lower_bound(begun.begin(), begun.end(), moment.time),
                                      std::upper_bound(begun.begin(), begun.end(), 0.0)) -
                             begun.begin();
        const auto left = std::lower_bound(gone.begin(), gone.end(), moment.time) - gone.begin();
        const auto n1 = double(entered - left);
        const auto n = double(moment.atRisk);
        const auto d = double(moment.ended);
        while (at < own.size() && own[at].time < moment.time) ++at;
        const double d1 = at < own.size() && own[at].time == moment.time ? double(own[at].ended) : 0;
        excess += d1 - d * n1 / n;
        score.add(moment.time, d / n, n1 / n);
        if (n > 1) variance += d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1);
    }
    if (!(variance > 0)) return {};
    variance = std::max(variance, score.varianceOverAccounts(first, second, end));
    const double statistic = excess * excess / variance;
    return {statistic, 1, chiSquareTail(statistic, 1)};
}

}  // namespace

double Survival::at(double time) const { return shareAt(steps, time, 1); }
double Incidence::at(double time) const { return shareAt(steps, time, 0); }

Survival survivalOf(std::span<const Spell> spells, double horizon) {
    Survival result;
    for (const Spell& spell : spells) {
        if (!counts(spell)) continue;
        ++result.n;
        result.horizon = std::max(result.horizon, spell.to);
    }
    if (horizon > 0) result.horizon = horizon;
    double share = 1;
    double greenwood = 0;
    double since = 0;
    for (const Moment& moment : momentsOf(spells, 0)) {
        const auto n = double(moment.atRisk);
        const auto d = double(moment.ended);
        if (moment.time > since)
            result.mean += share * std::max(0.0, std::min(moment.time, result.horizon) - since);
        since = std::min(moment.time, result.horizon);
        share *= 1 - d / n;
        if (n > d) greenwood += d / (n * (n - d));
        result.ended += moment.ended;
        SurvivalStep step{moment.time, moment.atRisk, moment.ended, share, {}, {}};
        step.interval = logLog(share, share * share * greenwood);
        const double half = z95 * std::sqrt(greenwood);
        step.plain = {share * std::exp(-half), std::min(1.0, share * std::exp(half))};
        result.steps.push_back(step);
        if (!result.median && share <= 0.5) result.median = moment.time;
    }
    result.mean += share * std::max(0.0, result.horizon - since);
    return result;
}

TestResult logRank(std::span<const Spell> first, std::span<const Spell> second) {
    return compare(first, second, 0);
}

TestResult causeLogRank(std::span<const Spell> first, std::span<const Spell> second, std::uint8_t end) {
    return compare(first, second, end);
}

Incidence incidenceOf(std::span<const Spell> spells, std::uint8_t end) {
    Incidence result;
    result.n = std::count_if(spells.begin(), spells.end(), counts);
    double going = 1;
    double share = 0;
    // The variance at t is the sum over s <= t of (F(t) - F(s))^2 a(s) + b(s) - 2 (F(t) - F(s)) c(s): its
    // three parts are kept as running sums in powers of F(s).
    double a0 = 0, a1 = 0, a2 = 0, b = 0, c0 = 0, c1 = 0;
    const std::vector<Moment> moments = momentsOf(spells, end);
    const std::vector<double> overAccounts = time::incidenceVariance(spells, moments, end);
    for (std::size_t m = 0; m < moments.size(); ++m) {
        const Moment& moment = moments[m];
        const auto n = double(moment.atRisk);
        const auto d = double(moment.ended);
        const auto all = double(moment.ended + moment.other);
        const double before = going;
        share += going * d / n;
        going *= 1 - all / n;
        result.ended += moment.ended;
        const double a = n > all ? all / (n * (n - all)) : 0;
        const double c = before * d / (n * n);
        a0 += a;
        a1 += a * share;
        a2 += a * share * share;
        b += before * before * d * (n - d) / (n * n * n);
        c0 += c;
        c1 += c * share;
        double variance = share * share * a0 - 2 * share * a1 + a2 + b - 2 * (share * c0 - c1);
        if (!overAccounts.empty()) variance = std::max(variance, overAccounts[m]);
        result.steps.push_back(
            {moment.time, moment.atRisk, moment.ended, share, logLog(share, std::max(0.0, variance))});
    }
    return result;
}

}  // namespace icp
