#include "core/analysis/accountlists.h"

#include <algorithm>
#include <cmath>

namespace icp {

AccountLists accountLists(const Dataset& dataset, const AccountScores& scores, int best, int least,
                          std::span<const PinnedAccount> pins) {
    const Bitmap customers = customersOf(dataset);
    AccountLists lists;
    lists.of.assign(dataset.accounts.rows(), AccountList::None);
    lists.place = places(scores.score, customers);
    lists.customers = qint64(customers.count());

    std::vector<std::uint32_t> order;  // those with a score, best first, then the others
    customers.forEach([&](std::size_t row) {
        order.push_back(std::uint32_t(row));
        lists.of[row] = AccountList::Rest;
        lists.known += std::isfinite(lists.place[row]) ? 1 : 0;
    });
    const auto key = [&](std::uint32_t row) { return std::isnan(lists.place[row]) ? -1 : lists.place[row]; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return key(a) > key(b); });

    std::vector<bool> fixed(lists.of.size());  // put on a list by hand
    std::vector<bool> offBest(lists.of.size());
    std::vector<bool> offLeast(lists.of.size());
    for (const PinnedAccount& pin : pins) {
        if (pin.account >= lists.of.size() || lists.of[pin.account] == AccountList::None) continue;
        if (pin.in) {
            lists.of[pin.account] = pin.list;
            fixed[pin.account] = true;
        } else {
            (pin.list == AccountList::Best ? offBest : offLeast)[pin.account] = true;
        }
    }
    for (const AccountList list : lists.of) {
        best -= list == AccountList::Best ? 1 : 0;
        least -= list == AccountList::Least ? 1 : 0;
    }
    const auto known = order.begin() + std::ptrdiff_t(lists.known);
    for (auto it = order.begin(); it != known && best > 0; ++it)
        if (!fixed[*it] && !offBest[*it]) {
            lists.of[*it] = AccountList::Best;
            --best;
        }
    for (auto it = known; it != order.begin() && least > 0;)
        if (--it; !fixed[*it] && !offLeast[*it] && lists.of[*it] == AccountList::Rest) {
            lists.of[*it] = AccountList::Least;
            --least;
        }
    for (const std::uint32_t row : order)
        (lists.of[row] == AccountList::Best    ? lists.best
         : lists.of[row] == AccountList::Least ? lists.least
                                               : lists.rest)
            .push_back(row);
    std::reverse(lists.least.begin(), lists.least.end());
    return lists;
}

}  // namespace icp
