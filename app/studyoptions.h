#pragma once

#include "app/options.h"
#include "core/analysis/study.h"

namespace icp {

/// Options --unit, --outcome, --where, --depth over what the data themselves propose. Errors: Usage.
Result<Study> studyFrom(const Options& options, const Dataset& dataset);

/// A command's own options, followed by those.
std::vector<Option> withStudyOptions(std::vector<Option> own);

}  // namespace icp
