#pragma once

#include "core/proposals/accountkeys.h"

#include <span>
#include <vector>

namespace icp {

/// Which rows of accounts are one, and by which of them they go.
class AccountGroups {
public:
    explicit AccountGroups(std::size_t accounts);

    /// False when the two are one already.
    bool merge(std::uint32_t kept, std::uint32_t merged);
    std::uint32_t keptBy(std::uint32_t account) const;

    bool any() const { return m_merged > 0; }
    /// Per row: which account it is when those that are kept are counted from 0, in order.
    std::vector<std::uint32_t> numbering() const;
    /// The rows that are kept, in order.
    std::vector<std::uint32_t> kept() const;

private:
    std::vector<std::uint32_t> m_parent;
    std::size_t m_merged = 0;
};

/// The accounts of the groups: the kept row's cells, and where it has none those of the first row of its
/// group that has. `links` follow.
EntityTable mergedAccounts(const EntityTable& accounts, const AccountGroups& groups);

/// The state of the kept row, else the first that is known in the group.
std::vector<AccountState> mergedStates(const std::vector<AccountState>& states, const AccountGroups& groups);

/// For rows that are linked to no account because their domain, e-mail domain or name (in this order) is that
/// of several: the one account that all of these now are, as numbered after merging; noRow elsewhere.
/// `dataset` is the import.
std::vector<std::uint32_t> nowUnambiguous(const Dataset& dataset, Entity entity, const AccountGroups& groups);

}  // namespace icp
