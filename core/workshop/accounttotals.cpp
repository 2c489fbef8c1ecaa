#include "core/workshop/accounttotals.h"

#include <algorithm>
#include <numeric>

namespace icp {

namespace {

/// The first of these attributes that any account has.
const Column* valueColumn(const Dataset& dataset) {
    for (const char16_t* name : {u"account.acv", u"account.mrr", u"account.ltv"})
        if (const Column* column = dataset.column(name); column != nullptr && column->isNumeric())
            return column;
    return nullptr;
}

double total(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

AccountTotals::AccountTotals(const Dataset& dataset)
    : customers(customersOf(dataset)),
      kept(dataset.accounts.rows()),
      left(dataset.accounts.rows()),
      closed(dataset.accounts.rows(), 0),
      won(dataset.accounts.rows(), 0),
      value(dataset.accounts.rows(), 0),
      pipeline(dataset.accounts.rows(), 0) {
    const Column* amount = dataset.column(u"deal.amount");
    if (amount != nullptr && !amount->isNumeric()) amount = nullptr;
    const auto amountOf = [&](std::size_t deal) {
        return amount != nullptr && !amount->isMissing(deal) ? std::max(0.0, amount->numbers()[deal]) : 0;
    };
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (dataset.dealState[deal] == DealState::Open) {
            if (account != noRow) pipeline[account] += amountOf(deal);
            continue;
        }
        if (account == noRow) {
            ++unlinked;
            continue;
        }
        ++closed[account];
        ++closedTotal;
        if (dataset.dealState[deal] != DealState::Won) continue;
        ++won[account];
        ++wonTotal;
        value[account] += amountOf(deal);
    }
    for (std::size_t account = 0; account < dataset.accountState.size(); ++account) {
        left.assign(account, dataset.accountState[account] == AccountState::Left);
        kept.assign(account, dataset.accountState[account] == AccountState::Customer);
    }

    const bool valued = std::any_of(value.begin(), value.end(), [](double v) { return v > 0; });
    if (const Column* column = valueColumn(dataset); column != nullptr && !valued)
        customers.forEach([&](std::size_t account) {
            if (!column->isMissing(account)) value[account] = std::max(0.0, column->numbers()[account]);
        });
    valueTotal = total(value);
    pipelineTotal = total(pipeline);
}

}  // namespace icp
