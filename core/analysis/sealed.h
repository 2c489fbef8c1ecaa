#pragma once

#include "core/analysis/findings.h"

namespace icp {

/// Deals of a study of won deals that were kept out of its searches: rows of the deals table. None without a
/// hold-out, and none of a study of accounts.
Bitmap sealedDeals(const Dataset& dataset, const Findings& findings);

}  // namespace icp
