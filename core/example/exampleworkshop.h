#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QString>

namespace icp {

/// Makes the example workshop at `path`, the way a team would: writes the example's files into a temporary
/// folder, imports them, analyses them, drafts the ICP and the panel from the findings and adds what the team
/// wrote. About two seconds. Errors: OutputNotWritable, Conflict (a file is there), Cancelled.
Result<void> makeExampleWorkshop(const QString& path, const Job& job = {});

}  // namespace icp
