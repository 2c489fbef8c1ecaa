#include "core/analysis/permutation.h"

#include "core/analysis/draw.h"
#include "core/base/parallel.h"

#include <algorithm>

namespace icp {

namespace {

constexpr std::uint64_t seed = 0x5EA1EDULL;
constexpr std::size_t fewest = 20;  // accounts that can change places

template <class T>
void shuffle(std::vector<T>& items, std::size_t from, std::size_t to, Draw& draw) {
    for (std::size_t i = to; i > from + 1; --i) std::swap(items[i - 1], items[from + draw.below(i - from)]);
}

}  // namespace

OutcomeShuffle::OutcomeShuffle(const Frame& frame, const std::vector<Coded>& attributes, const Bitmap& units)
    : OutcomeShuffle(frame, accountsInOrder(frame, attributes, units)) {}

OutcomeShuffle::OutcomeShuffle(const Frame& frame, const Bitmap& units,
                               const std::function<std::string(std::uint32_t unit)>& known)
    : OutcomeShuffle(frame, accountsInOrder(frame, units, known)) {}

OutcomeShuffle::OutcomeShuffle(const Frame& frame, AccountUnits accounts)
    : m_frame(frame), m_accounts(std::move(accounts)) {
    m_pool.push_back(0);
    for (std::size_t i = 1; i < m_accounts.size(); ++i)
        if (m_accounts[i].size() != m_accounts[i - 1].size() && i - m_pool.back() >= fewest)
            m_pool.push_back(i);
    if (m_pool.size() > 1 && m_accounts.size() - m_pool.back() < fewest) m_pool.pop_back();
    m_pool.push_back(m_accounts.size());
}

std::vector<std::uint8_t> OutcomeShuffle::draw(std::uint64_t number) const {
    Draw chance(seed + number * 0x9E3779B97F4A7C15ULL);
    std::vector<std::uint8_t> positive = m_frame.positive;
    std::vector<std::size_t> donor(m_accounts.size());
    for (std::size_t i = 0; i < donor.size(); ++i) donor[i] = i;
    for (std::size_t pool = 0; pool + 1 < m_pool.size(); ++pool)
        shuffle(donor, m_pool[pool], m_pool[pool + 1], chance);
    std::vector<std::uint8_t> outcomes;
    for (std::size_t i = 0; i < donor.size(); ++i) {
        const std::vector<std::uint32_t>& to = m_accounts[i];
        const std::vector<std::uint32_t>& from = m_accounts[donor[i]];
        outcomes.clear();
        while (outcomes.size() < to.size()) {
            const std::size_t begin = outcomes.size();
            for (const std::uint32_t unit : from) outcomes.push_back(m_frame.positive[unit]);
            shuffle(outcomes, begin, outcomes.size(), chance);
        }
        for (std::size_t u = 0; u < to.size(); ++u) positive[to[u]] = outcomes[u];
    }
    return positive;
}

std::vector<double> nullMaxima(
    const OutcomeShuffle& shuffle, int draws, unsigned threads, const Job& job,
    const std::function<double(const std::vector<std::uint8_t>& positive)>& searchBest) {
    std::vector<double> best(static_cast<std::size_t>(draws), 0);
    parallelFor(best.size(), threads, [&](std::size_t i) {
        if (!job.cancelled()) best[i] = searchBest(shuffle.draw(i));
    });
    if (job.cancelled()) return {};
    std::sort(best.begin(), best.end());
    return best;
}

double maximumP(const std::vector<double>& ascending, double quality) {
    const auto atLeast = ascending.end() - std::lower_bound(ascending.begin(), ascending.end(), quality);
    return double(1 + atLeast) / double(1 + ascending.size());
}

}  // namespace icp
