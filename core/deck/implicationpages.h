#pragma once

#include "core/deck/page.h"
#include "core/deck/sheet.h"

namespace icp {

/// What follows from the ICP: actions by department, the audit of what is done today, the three questions
/// and the research backlog. None when nothing of it was written.
std::vector<Draft> implicationPages(const DeckInput& input, const MeasureText& measure);

/// The same as a table, one row per entry.
Sheet implicationsSheet(const Workshop& workshop, const Icp& icp);

}  // namespace icp
