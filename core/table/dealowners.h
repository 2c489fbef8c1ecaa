#pragma once

#include "core/table/dataset.h"

#include <cstdint>
#include <vector>

namespace icp {

/// Whose every deal is, for counting accounts: the account's row in accounts; from accounts.rows() on one
/// number for every account that is none of those, but that deals name, by the same id or, without one, the
/// same name, domain or domain of an e-mail address; noRow where a deal names nobody.
std::vector<std::uint32_t> dealOwners(const Dataset& dataset);

}  // namespace icp
