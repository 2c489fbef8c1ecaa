#pragma once

#include "app/options.h"
#include "core/analysis/study.h"

namespace icp {

/// Options --unit, --outcome, --where, --depth over what the data themselves propose. Errors: Usage.
Result<Study> studyFrom(const Options& options, const Dataset& dataset);

/// Names of those options, to be added to a command's own.
QStringList studyOptions();

}  // namespace icp
