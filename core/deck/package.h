#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace icp {

/// An Office package (a zip of parts, Open Packaging Conventions) in memory. Parts keep their order; dates are fixed, so
/// that the same parts give the same bytes. Errors: Internal.
Result<QByteArray> officePackage(const std::vector<std::pair<QString, QByteArray>>& parts);

}  // namespace icp
