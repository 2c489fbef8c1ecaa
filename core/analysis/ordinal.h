#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace icp {

/// How the levels of an attribute follow each other when their texts say so: sizes ("1-10", "11-50", "<10",
/// "500+",
/// "$20,001 - $30K") and scales ("low", "medium", "high"). The result lists indices into `texts` in ascending
/// order; nothing when the texts have no order of their own or are fewer than
/// `least`: of two words one cannot be sure that a scale is meant, unless the attribute says so.
std::optional<std::vector<std::size_t>> naturalOrder(const std::vector<QString>& texts,
                                                     std::size_t least = 3);

}  // namespace icp
