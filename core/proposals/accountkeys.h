#pragma once

#include "core/base/job.h"
#include "core/proposals/decisions.h"

#include <QHash>

#include <vector>

namespace icp {

/// The keys of all accounts of a dataset. In a mended one they are those of the import, so that a decision
/// made on top of others means the same when those are dropped.
class AccountKeys {
public:
    /// Of no use when the job is cancelled meanwhile.
    explicit AccountKeys(const Dataset& dataset, const Job& job = {});

    AccountKey of(std::size_t row) const;
    /// The row of an imported dataset's account; noRow when nobody goes by this key.
    std::uint32_t find(const AccountKey& key) const;
    /// The row it has now; noRow when nobody goes by this key.
    std::uint32_t row(const AccountKey& key) const;

private:
    std::shared_ptr<const Origin> m_origin;  ///< nullptr: as imported
    std::vector<AccountKey> m_keys;          ///< per imported row
    QHash<QString, std::uint32_t> m_byId;
    QHash<std::pair<QString, int>, std::uint32_t> m_byName;
};

}  // namespace icp
