#pragma once

#include "core/analysis/findings.h"

namespace icp::test {

/// A level of `attribute` with its status by 15 units, counts of accounts as given.
Level levelOf(const QString& attribute, const QString& label, qint64 positives, qint64 n, qint64 best,
              qint64 rest, double base);

/// Findings of an invented company, 720 deals of which 230 won: one very clear ordered driver (finance team
/// size, with a thin and an unknown level), a clear nominal one, one unsure, one without pattern, one left
/// out, two segments, one exclusion.
Findings sampleFindings();

}  // namespace icp::test
