#pragma once

#include "core/analysis/measure.h"

#include <span>

namespace icp {

enum class AccountList : std::uint8_t { Best, Rest, Least, None };  ///< None: no customer

/// A customer put on a list, or kept off it, by hand.
struct PinnedAccount {
    std::uint32_t account = noRow;
    AccountList list = AccountList::Best;  ///< Best or Least
    bool in = true;                        ///< false: kept off
};

/// All customers in three lists, the best first, then the rest, then the least ideal.
struct AccountLists {
    std::vector<std::uint32_t> best;   ///< best first
    std::vector<std::uint32_t> rest;   ///< best first; those without a score last
    std::vector<std::uint32_t> least;  ///< worst first
    std::vector<AccountList> of;       ///< per account
    std::vector<double> place;         ///< per account: 0 to 100 among customers; NaN = not known
    qint64 customers = 0;
    qint64 known = 0;
};

/// The `best` first and `least` last customers by score; pins are obeyed first and count for the size of
/// their list. Equal scores go by row.
AccountLists accountLists(const Dataset& dataset, const AccountScores& scores, int best, int least,
                          std::span<const PinnedAccount> pins = {});

}  // namespace icp
