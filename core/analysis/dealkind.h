#pragma once

#include "core/table/dataset.h"

namespace icp {

/// Deals that their own type calls repeat business: a renewal, upsell, expansion or other sale to an existing
/// customer. None where the deals have no type, or where no type speaks of new business either.
Bitmap repeatBusiness(const Dataset& dataset);

}  // namespace icp
