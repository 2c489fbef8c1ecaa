#pragma once

#include "core/base/job.h"
#include "core/typing/tablereader.h"

#include <vector>

namespace icp {

/// Rows whose cells seem to stand some columns too far left or right, as a stray delimiter leaves them: at
/// least two cells do not look like the rest of their columns (addresses, web sites, telephone numbers,
/// dates, one of few levels) and nearly all would, were the row's end moved. One Warning a row, at most
/// 1,000; nothing is moved.
std::vector<Issue> shiftedRows(const TypedFile& file, const Job& job = {});

}  // namespace icp
