#pragma once

#include "core/table/dataset.h"

#include <cstdint>
#include <vector>

namespace icp {

/// What a dataset tells of its accounts whatever the ICP is, gathered once.
struct AccountTotals {
    explicit AccountTotals(const Dataset& dataset);

    Bitmap customers;  ///< customersOf()
    Bitmap kept;       ///< customers by their own word
    Bitmap left;
    std::vector<std::uint32_t> closed;  ///< per account: closed deals
    std::vector<std::uint32_t> won;
    /// Per account: won value; when no won deal has an amount, of customers their ACV, else MRR, else LTV.
    std::vector<double> value;
    /// Per account: amount of open deals.
    std::vector<double> pipeline;
    qint64 closedTotal = 0;  ///< linked to an account
    qint64 unlinked = 0;     ///< closed deals without a known account
    qint64 wonTotal = 0;
    double valueTotal = 0;
    double pipelineTotal = 0;
};

/// The sum of a figure over a set of accounts.
template <class Value>
Value sumOver(const Bitmap& accounts, const std::vector<Value>& values) {
    Value sum = 0;
    accounts.forEach([&](std::size_t account) { sum += values[account]; });
    return sum;
}

}  // namespace icp
