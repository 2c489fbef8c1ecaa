#pragma once

#include "core/table/dataset.h"

#include <QDate>

namespace icp {

/// The day up to which the data tell: the newest date on which something is recorded to have happened (a
/// record was created or changed, a closed deal closed, usage was measured, a customer left). Dates more than
/// a year beyond the newest hundredth of their column are taken for typing errors. Never older than the
/// newest closed deal that is no such error: whoever closes a deal may date it after the last change of any
/// row, and it is studied as closed on that day. Invalid when nothing is dated.
QDate newestDate(const Dataset& dataset);

}  // namespace icp
