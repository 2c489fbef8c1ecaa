#include "core/workshop/migration.h"

#include <algorithm>

namespace icp {

Migration migration(const FitTable& before, const FitTable& after, const AccountTotals& totals) {
    Migration result;
    totals.customers.forEach([&](std::size_t account) {
        const bool was = before.fit[account] == Fit::Ideal;
        const bool is = after.fit[account] == Fit::Ideal;
        Moved& list = was ? (is ? result.stayedInside : result.out) : (is ? result.in : result.stayedOutside);
        list.accounts.push_back(std::uint32_t(account));
        list.value += totals.value[account];
        ++result.byFit[std::size_t(before.fit[account])][std::size_t(after.fit[account])];
    });
    for (Moved* list : {&result.in, &result.out, &result.stayedInside, &result.stayedOutside})
        std::stable_sort(list->accounts.begin(), list->accounts.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return totals.value[a] > totals.value[b]; });
    return result;
}

}  // namespace icp
