#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace icp {

/// A zip of these files in memory: an Office package (Open Packaging Conventions), a pack to share. They keep
/// their order and have no date, so that the same files give the same bytes. Errors: OutputNotWritable.
Result<QByteArray> zipped(const std::vector<std::pair<QString, QByteArray>>& files);

}  // namespace icp
