#pragma once

#include "core/analysis/findings.h"

#include <QStringList>

namespace icp::text {

/// How fast deals close, at which stage they drop out and why, how long customers stay and who left, as lines
/// to read on a terminal; nothing where the data do not say. The first segment beside all others, or all
/// without one.
QStringList times(const Findings& findings);

}  // namespace icp::text
