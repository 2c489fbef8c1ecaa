#pragma once

#include "core/deck/findingsbeside.h"

#include <QStringList>

namespace icp::text {

/// What a workshop tells beside the findings, as lines to read on a terminal: who left, by fit; what changed
/// since the earlier data; what the data say of claims.
QStringList beside(const FindingsBeside& beside);

}  // namespace icp::text
