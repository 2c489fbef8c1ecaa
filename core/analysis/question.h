#pragma once

#include "core/analysis/study.h"

namespace icp {

/// questionOf() for people: limits as conditionLabel() has them.
QString questionShown(const Study& study, const Dataset& dataset);

}  // namespace icp
