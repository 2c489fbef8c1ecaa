#pragma once

#include "core/analysis/study.h"

namespace icp {

/// What a study asks, in the words of the command line: the same for studies that ask the same of the same
/// data. "won by deal; round ranges; up to 3 conditions; where account.employees range 50 to inf".
QString questionOf(const Study& study);
/// questionOf() for people: limits as conditionLabel() has them.
QString questionShown(const Study& study, const Dataset& dataset);

}  // namespace icp
