#pragma once

#include "core/analysis/findings.h"

#include <QStringList>

namespace icp {

/// Findings as lines to read on a terminal. Formats follow no locale, so that output can be compared.
namespace text {

/// "Studied: won by deal, 231 of 512 (45%, range 41% to 49%)", and what the filter asked.
QStringList studied(const Findings& findings, const Dataset& dataset);
/// One line per attribute that holds, or one that says that none does.
QStringList drivers(const Findings& findings);
/// "Segments: 2 held on the newest, 1 weaker on the newest"; nothing where there are none or nothing was kept
/// to check them on.
QStringList checked(const Findings& findings);
QStringList warnings(const Findings& findings);
/// All of it: base rate, drivers with their levels, segments, exclusions, what was left out, warnings.
QStringList everything(const Findings& findings, const Dataset& dataset);

}  // namespace text

}  // namespace icp
