#pragma once

#include "core/proposals/compare.h"

namespace icp {

/// Fills `matched`, `appeared`, `vanished` and the counts of an EntityChange whose entity is set. `accounts`
/// is the match of the accounts, for deals and contacts that have a name only within their account; nullptr
/// for the accounts themselves. Unfinished when the job is cancelled meanwhile.
void matchRows(EntityChange& change, const Dataset& before, const Dataset& after,
               const EntityChange* accounts, const Job& job);

}  // namespace icp
