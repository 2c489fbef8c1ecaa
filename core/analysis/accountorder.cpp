#include "core/analysis/accountorder.h"

#include <algorithm>

namespace icp {

namespace {

/// The levels of a unit, as bytes.
std::string levelsOf(const std::vector<Coded>& attributes, std::uint32_t unit) {
    std::string key;
    for (const Coded& attribute : attributes) {
        if (attribute.kind != AttributeKind::Multi) {
            key.push_back(char(attribute.codes[unit]));
            continue;
        }
        for (const Bitmap& element : attribute.elements) key.push_back(element.test(unit) ? '\1' : '\0');
    }
    return key;
}

}  // namespace

AccountUnits accountsInOrder(const Frame& frame, const std::vector<Coded>& attributes, const Bitmap& units) {
    return accountsInOrder(frame, units, [&](std::uint32_t unit) { return levelsOf(attributes, unit); });
}

AccountUnits accountsInOrder(const Frame& frame, const Bitmap& units,
                             const std::function<std::string(std::uint32_t unit)>& known) {
    AccountUnits accounts;
    std::vector<std::string> keys;
    for (std::size_t c = 0; c < frame.clusters(); ++c) {
        std::vector<std::pair<std::string, std::uint32_t>> members;
        for (std::uint32_t unit = frame.start[c]; unit < frame.start[c + 1]; ++unit)
            if (units.test(unit)) members.emplace_back(known(unit) + char(frame.positive[unit]), unit);
        if (members.empty()) continue;
        std::sort(members.begin(), members.end());
        accounts.emplace_back();
        keys.emplace_back();
        for (const auto& [key, unit] : members) {
            keys.back() += key;
            accounts.back().push_back(unit);
        }
    }
    std::vector<std::size_t> order(accounts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return accounts[a].size() != accounts[b].size() ? accounts[a].size() < accounts[b].size()
                                                        : keys[a] < keys[b];
    });
    AccountUnits sorted;
    sorted.reserve(accounts.size());
    for (const std::size_t account : order) sorted.push_back(std::move(accounts[account]));
    return sorted;
}

}  // namespace icp
