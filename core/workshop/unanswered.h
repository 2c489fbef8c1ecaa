#pragma once

#include "core/table/dataset.h"
#include "core/workshop/icp.h"

namespace icp {

/// What criteria ask for that a list of companies has no column of, so that they stay unknown for all of
/// them: labels as `known` has them, each once, in the ICP's order.
QStringList unanswered(const Icp& icp, const Dataset& leads, const Dataset& known);

}  // namespace icp
