#include "core/analysis/time/alikespells.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace icp::time {

namespace {

/// Spells that tell something, those of an account one after another, and where each account begins.
struct ByAccount {
    std::vector<std::uint32_t> order;
    std::vector<std::size_t> start;
    bool repeats() const { return start.size() - 1 < order.size(); }
};

ByAccount byAccount(std::span<const Spell> spells) {
    ByAccount result;
    for (std::size_t i = 0; i < spells.size(); ++i)
        if (counts(spells[i])) result.order.push_back(std::uint32_t(i));
    std::stable_sort(result.order.begin(), result.order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return spells[a].account < spells[b].account; });
    for (std::size_t i = 0; i < result.order.size(); ++i) {
        const std::uint32_t account = spells[result.order[i]].account;
        if (i == 0 || account == noRow || account != spells[result.order[i - 1]].account)
            result.start.push_back(i);
    }
    result.start.push_back(result.order.size());
    return result;
}

bool atRisk(const Spell& spell, double time) {
    return (spell.from < time || spell.from == 0) && spell.to >= time;
}

}  // namespace

bool counts(const Spell& spell) {
    return std::isfinite(spell.from) && std::isfinite(spell.to) && spell.from >= 0 &&
           (spell.to > spell.from || (spell.to == 0 && spell.from == 0));
}

std::vector<double> incidenceVariance(std::span<const Spell> spells, std::span<const Moment> moments,
                                      std::uint8_t end) {
    const ByAccount accounts = byAccount(spells);
    if (!accounts.repeats()) return {};
    std::vector<double> going;  // just before each moment
    std::vector<double> share;  // right after it
    double still = 1;
    double ended = 0;
    for (const Moment& moment : moments) {
        going.push_back(still);
        ended += still * double(moment.ended) / double(moment.atRisk);
        still *= 1 - double(moment.ended + moment.other) / double(moment.atRisk);
        share.push_back(ended);
    }
    // An account adds a - F(t) b. Once it is watched no longer, a and b stay, and three sums hold all such
    // accounts.
    std::vector<double> variance(moments.size(), 0);
    std::vector<double> aa(moments.size() + 1, 0);
    std::vector<double> ab(moments.size() + 1, 0);
    std::vector<double> bb(moments.size() + 1, 0);
    for (std::size_t c = 0; c + 1 < accounts.start.size(); ++c) {
        const std::span<const std::uint32_t> own(accounts.order.data() + accounts.start[c],
                                                 accounts.start[c + 1] - accounts.start[c]);
        double last = 0;
        for (const std::uint32_t i : own) last = std::max(last, spells[i].to);
        double a = 0;
        double b = 0;
        std::size_t m = 0;
        for (; m < moments.size() && moments[m].time <= last; ++m) {
            const Moment& moment = moments[m];
            const auto n = double(moment.atRisk);
            const auto all = double(moment.ended + moment.other);
            double watched = 0;
            double gone = 0;
            double inWay = 0;
            for (const std::uint32_t i : own) {
                const Spell& spell = spells[i];
                watched += atRisk(spell, moment.time) ? 1 : 0;
                if (spell.to != moment.time || spell.end == 0) continue;
                gone += 1;
                inWay += spell.end == end ? 1 : 0;
            }
            if (n > all) {
                const double excess = (gone - watched * all / n) / (n - all);
                a += share[m] * excess;
                b += excess;
            }
            a += going[m] * (inWay - watched * double(moment.ended) / n) / n;
            variance[m] += std::pow(a - share[m] * b, 2);
        }
        aa[m] += a * a;
        ab[m] += a * b;
        bb[m] += b * b;
    }
    double sums[3] = {};
    for (std::size_t m = 0; m < moments.size(); ++m) {
        sums[0] += aa[m];
        sums[1] += ab[m];
        sums[2] += bb[m];
        variance[m] += std::max(0.0, sums[0] - 2 * share[m] * sums[1] + share[m] * share[m] * sums[2]);
    }
    return variance;
}

void ScoreMoments::add(double time, double hazard, double first) {
    m_times.push_back(time);
    m_first.push_back(first);
    m_hazard.push_back(m_hazard.back() + hazard);
    m_both.push_back(m_both.back() + hazard * first);
}

double ScoreMoments::part(const Spell& spell, double group, std::uint8_t end) const {
    const auto upTo = [&](double time) {
        return std::size_t(std::upper_bound(m_times.begin(), m_times.end(), time) - m_times.begin());
    };
    const std::size_t from = spell.from == 0 ? 0 : upTo(spell.from);
    const std::size_t to = upTo(spell.to);
    double score = -(group * (m_hazard[to] - m_hazard[from]) - (m_both[to] - m_both[from]));
    const bool ended = spell.end != 0 && (end == 0 || spell.end == end);
    if (ended && to > 0 && m_times[to - 1] == spell.to) score += group - m_first[to - 1];
    return score;
}

double ScoreMoments::varianceOverAccounts(std::span<const Spell> first, std::span<const Spell> second,
                                          std::uint8_t end) const {
    std::vector<Spell> both(first.begin(), first.end());
    both.insert(both.end(), second.begin(), second.end());
    const ByAccount accounts = byAccount(both);
    if (!accounts.repeats()) return 0;
    double sum = 0;
    for (std::size_t c = 0; c + 1 < accounts.start.size(); ++c) {
        double own = 0;
        for (std::size_t i = accounts.start[c]; i < accounts.start[c + 1]; ++i) {
            const std::uint32_t spell = accounts.order[i];
            own += part(both[spell], spell < first.size() ? 1 : 0, end);
        }
        sum += own * own;
    }
    return sum;
}

}  // namespace icp::time
