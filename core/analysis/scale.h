#pragma once

#include "core/table/column.h"

#include <optional>
#include <vector>

namespace icp {

/// The cells of a column as numbers that can be put in order: numbers as they are, yes above no, words by
/// their place on a scale ("low", "medium", "high"). NaN = missing. Nothing for dates, and where the words
/// make no scale.
std::optional<std::vector<double>> scaleOf(const Column& column);

}  // namespace icp
