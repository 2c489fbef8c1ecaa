#include "core/workshop/overlap.h"

#include <algorithm>
#include <bit>
#include <map>

namespace icp {

qint64 Overlap::uncovered() const {
    const auto none =
        std::find_if(parts.begin(), parts.end(), [](const Part& part) { return part.icps == 0; });
    return none == parts.end() ? 0 : none->customers;
}

qint64 Overlap::inSeveral() const {
    qint64 sum = 0;
    for (const Part& part : parts)
        if (std::popcount(part.icps) > 1) sum += part.customers;
    return sum;
}

Overlap overlap(const std::vector<FitTable>& icps, const AccountTotals& totals) {
    const std::size_t count = std::min(icps.size(), maxOverlapping);
    const std::size_t accounts = totals.customers.size();
    Overlap result;
    result.customers.assign(count, 0);
    result.primary.assign(accounts, -1);
    result.inside.assign(accounts, 0);
    for (std::size_t i = 0; i < count; ++i) {
        result.customers[i] = qint64(icps[i].ideal.countAnd(totals.customers));
        icps[i].ideal.forEach([&](std::size_t account) {
            result.inside[account] |= 1U << i;
            std::int8_t& first = result.primary[account];
            if (first < 0 || icps[i].score[account] > icps[std::size_t(first)].score[account])
                first = std::int8_t(i);
        });
    }
    std::map<std::uint32_t, Overlap::Part> parts;
    totals.customers.forEach([&](std::size_t account) {
        Overlap::Part& part = parts[result.inside[account]];
        part.icps = result.inside[account];
        ++part.customers;
        part.value += totals.value[account];
    });
    for (const auto& [icpsInside, part] : parts) result.parts.push_back(part);
    std::stable_sort(result.parts.begin(), result.parts.end(),
                     [](const auto& a, const auto& b) { return a.customers > b.customers; });
    return result;
}

}  // namespace icp
