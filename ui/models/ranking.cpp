#include "ui/models/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace icp::ui {

namespace {

/// Customers, the best first, and how many at the front have a known measure.
struct Order {
    std::vector<std::uint32_t> accounts;
    std::size_t known = 0;
};

Order orderOf(const AccountFacts& facts, Measure measure) {
    Order out;
    std::vector<std::uint32_t> last;  // of unknown value, or those that left
    for (const std::uint32_t account : facts.byValue()) {
        if (!facts.isCustomer(account)) continue;
        const bool behind = measure == Measure::Value ? !std::isfinite(facts.value(account))
                                                      : facts.state(account) == AccountFacts::State::Left;
        (behind ? last : out.accounts).push_back(account);
    }
    out.known = measure == Measure::Value ? out.accounts.size() : out.accounts.size() + last.size();
    out.accounts.insert(out.accounts.end(), last.begin(), last.end());
    return out;
}

/// Whether two neighbours of an order, the better one first, are equally good.
bool sameRank(const AccountFacts& facts, Measure measure, std::uint32_t a, std::uint32_t b) {
    const auto left = [&](std::uint32_t account) {
        return facts.state(account) == AccountFacts::State::Left;
    };
    if (measure == Measure::Kept && left(a) != left(b)) return false;
    const bool known = std::isfinite(facts.value(a));
    return known == std::isfinite(facts.value(b)) && (!known || !(facts.value(b) < facts.value(a)));
}

/// Pins of each account: indices by list, -1 = none.
struct Pinned {
    std::int32_t best = -1;
    std::int32_t least = -1;
};
std::unordered_map<std::uint32_t, Pinned> pinned(const AccountFacts& facts, const std::vector<Pin>& pins) {
    std::unordered_map<std::uint32_t, Pinned> out;
    if (pins.empty()) return out;
    QHash<QString, Pinned> byKey;
    for (std::size_t i = 0; i < pins.size(); ++i) {
        Pinned& here = byKey[pins[i].account];
        (pins[i].list == Pin::List::Best ? here.best : here.least) = std::int32_t(i);
    }
    for (std::uint32_t account = 0; account < facts.size(); ++account) {
        const auto found = byKey.constFind(facts.key(account));
        if (found != byKey.constEnd()) out.emplace(account, *found);
    }
    return out;
}

}  // namespace

std::vector<Measure> measuresOf(const AccountFacts& facts) {
    std::vector<Measure> out;
    if (facts.hasValue()) out.push_back(Measure::Value);
    if (facts.hasLeft()) out.push_back(Measure::Kept);
    return out;
}

Ranking rank(const AccountFacts& facts, Measure measure, int best, int least, const std::vector<Pin>& pins) {
    Ranking out;
    out.list.assign(facts.size(), CustomerList::None);
    out.score.assign(facts.size(), std::numeric_limits<float>::quiet_NaN());
    out.pin.assign(facts.size(), -1);
    const auto [order, known] = orderOf(facts, measure);
    out.customers = qint64(order.size());
    out.known = qint64(known);
    for (const std::uint32_t account : order)
        if (std::isfinite(facts.value(account))) out.valueTotal += facts.value(account);
    for (std::size_t i = 0; i < known;) {  // equal ones share the middle of their places
        std::size_t end = i + 1;
        while (end < known && sameRank(facts, measure, order[i], order[end])) ++end;
        const double place = (double(i) + double(end - 1)) / 2;
        const double last = double(known - 1);
        for (; i < end; ++i) out.score[order[i]] = float(last > 0 ? 100 * (last - place) / last : 50);
    }

    const auto pinsHere = pinned(facts, pins);
    int bestLeft = best;
    int leastLeft = least;
    const auto into = [&](std::uint32_t account, CustomerList list) { out.list[account] = list; };
    for (const auto& [account, here] : pinsHere) {
        if (!facts.isCustomer(account)) continue;
        out.pin[account] = here.best >= 0 ? here.best : here.least;
        if (here.best >= 0 && pins[std::size_t(here.best)].in) {
            into(account, CustomerList::Best);
            --bestLeft;
        } else if (here.least >= 0 && pins[std::size_t(here.least)].in) {
            into(account, CustomerList::Least);
            --leastLeft;
        }
    }
    const auto barred = [&](std::uint32_t account, bool fromBest) {
        const auto found = pinsHere.find(account);
        return found != pinsHere.end() && (fromBest ? found->second.best : found->second.least) >= 0;
    };
    const auto rankedEnd = order.begin() + std::ptrdiff_t(out.known);
    for (auto it = order.begin(); it != rankedEnd && bestLeft > 0; ++it) {
        if (out.list[*it] != CustomerList::None || barred(*it, true)) continue;
        into(*it, CustomerList::Best);
        --bestLeft;
    }
    for (auto it = rankedEnd; it != order.begin() && leastLeft > 0;) {
        --it;
        if (out.list[*it] != CustomerList::None || barred(*it, false)) continue;
        into(*it, CustomerList::Least);
        --leastLeft;
    }
    for (const std::uint32_t account : order) {
        CustomerList& list = out.list[account];
        if (list == CustomerList::None) list = CustomerList::Rest;
        out.lists[std::size_t(list)].push_back(account);
        Ranking::Sum& sum = out.sums[std::size_t(list)];
        const double value = facts.value(account);
        if (std::isfinite(value) && out.valueTotal > 0) sum.valueShare += value / out.valueTotal;
        sum.left += facts.state(account) == AccountFacts::State::Left;
    }
    auto& leastList = out.lists[std::size_t(CustomerList::Least)];
    std::reverse(leastList.begin(), leastList.end());
    return out;
}

std::vector<int> listSizes(qint64 customers) {
    std::vector<int> out;
    for (const int size : {5, 10, 20, 40, 80, 160, 320, 640, 1250, 2500, 5000, 10000, 20000}) {
        if (size * 3 <= customers) out.push_back(size);
    }
    if (out.empty()) out.push_back(int(std::max<qint64>(1, customers / 3)));
    return out;
}

int usualListSize(qint64 customers) {
    const std::vector<int> sizes = listSizes(customers);
    return *std::min_element(sizes.begin(), sizes.end(), [&](int a, int b) {
        return std::abs(double(a) - double(customers) / 8) < std::abs(double(b) - double(customers) / 8);
    });
}

}  // namespace icp::ui
