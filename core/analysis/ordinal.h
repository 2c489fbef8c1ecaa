#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace icp {

/// How the levels of an attribute follow each other when their texts say so: sizes ("1-10", "11-50", "<10",
/// "500+",
/// "$20,001 - $30K") and scales ("low", "medium", "high"). The result lists indices into `texts` in ascending
/// order; nothing when the texts have no order of their own or are fewer than three.
std::optional<std::vector<std::size_t>> naturalOrder(const std::vector<QString>& texts);

}  // namespace icp
