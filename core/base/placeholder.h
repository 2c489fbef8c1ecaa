#pragma once

#include <string_view>

namespace icp {

/// Whether a text says in words that there is nothing: "-", "n/a", "NULL", "\N", "-- Select --", "unknown".
/// It is judged alone; whether the cell is missing depends on its column. White space around it does not
/// count.
bool isPlaceholder(std::string_view text);

}  // namespace icp
