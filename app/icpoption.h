#pragma once

#include "core/base/result.h"
#include "core/workshop/workshop.h"

namespace icp {

/// The ICP that `--icp` names, the first without it; nullptr when none is named and the workshop has none.
/// Errors: Usage.
Result<const Icp*> chosenIcp(const Workshop& workshop, const QString& wanted);

}  // namespace icp
