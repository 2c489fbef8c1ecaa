#pragma once

#include "core/table/dataset.h"
#include "core/workshop/icp.h"

namespace icp {

/// What criteria ask for that a list of companies has no column of, so that they stay unknown for all of
/// them: labels as `known` has them, each once, in the ICP's order.
QStringList unanswered(const Icp& icp, const Dataset& leads, const Dataset& known);
/// Whether a list has not one column of those an ICP asks about, so that nobody on it can be judged: every
/// fit is None but where people set it.
bool answersNothing(const Icp& icp, const Dataset& leads);

}  // namespace icp
