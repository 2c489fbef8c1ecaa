#pragma once

#include "core/workshop/icp.h"

#include <span>
#include <vector>

namespace icp {

/// What some example companies share: "like these five".
struct SharedTrait {
    Condition condition;
    qint64 examples = 0;  ///< that meet it
    qint64 known = 0;     ///< examples whose cell is known
    double among = 0;     ///< share of all customers with a known cell that meet it
    /// How likely as many randomly drawn customers would share something as rare of this attribute, 0 to 1.
    /// Of levels: that so many or more have the level (hypergeometric), times the number of levels there was
    /// to choose from. Of ranges: that their values span no more of all customers' values than these do (the
    /// range of k uniform values: k s^(k-1) - (k-1) s^k; David and Nagaraja 2003, Order Statistics, 2.3).
    double chance = 1;
};

/// Per attribute of accounts that may explain something, the trait most of the examples share, least likely
/// by chance first; only those that at least two of the examples and more than half of the known ones share,
/// and that not all customers have. `examples` are rows of accounts.
std::vector<SharedTrait> sharedTraits(const Dataset& dataset, std::span<const std::uint32_t> examples);

/// A Should, its evidence the examples that meet it.
Criterion criterionFrom(const SharedTrait& trait, const Dataset& dataset);

}  // namespace icp
