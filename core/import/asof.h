#pragma once

#include "core/table/dataset.h"

#include <QDate>

namespace icp {

/// What a date says of a record: when the CRM last changed or somebody last verified it, when it was made,
/// when a deal closed, since when somebody is a customer.
enum class DateKind { Changed, Created, Closed, Since, Other };
DateKind dateKindOf(const Attribute& attribute);

/// The day up to which the data tell: the newest date on which something is recorded to have happened (a
/// record was created or changed, a closed deal closed, usage was measured, a customer left). Dates more than
/// a year beyond the newest hundredth of their column are taken for typing errors. Never older than the
/// newest closed deal that is no such error: whoever closes a deal may date it after the last change of any
/// row, and it is studied as closed on that day. Invalid when nothing is dated.
/// `file` looks at the rows of one file alone.
QDate newestDate(const Dataset& dataset, int file = -1);

}  // namespace icp
