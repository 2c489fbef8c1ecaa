#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace icp {

/// Nothing is written over what is read: none of `outputs` may be one of `inputs`, whatever way their paths
/// are written. Error: Usage naming the file.
Result<void> apart(const QStringList& inputs, const QStringList& outputs);

/// A workshop that people went on with since `report` made it is not written over; one that is as it was
/// made, or cannot be read, may be. Error: Usage naming it.
Result<void> untouched(const QString& workshop);

}  // namespace icp
