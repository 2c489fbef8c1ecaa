#pragma once

#include <string>

namespace icp {

/// Shortest text that reads back as the same number; integers without a point.
std::string plainNumber(double value);

}  // namespace icp
