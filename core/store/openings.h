#pragma once

#include "core/store/change.h"

#include <vector>

namespace icp {

/// How often the sealed deals of a dataset have been opened, by the journal: looks that were undone count
/// too, since what was seen stays seen.
int openingsOf(const std::vector<Change>& journal, const QString& fingerprint);

}  // namespace icp
