#pragma once

#include <QString>

namespace icp {

/// Text as XML 1.0 allows it: control characters and halves of surrogate pairs become spaces.
QString xmlText(QString text);

}  // namespace icp
