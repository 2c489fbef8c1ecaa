#pragma once

#include "core/analysis/coded.h"

#include <functional>
#include <string>

namespace icp {

/// The accounts behind some units, each as its units, in the order of what is known of them and not of the
/// rows they stand in: first those of few units. Accounts that are alike in everything stand side by side, so
/// that what is drawn by place is the same whatever the order of rows. Accounts without such a unit are left
/// out.
using AccountUnits = std::vector<std::vector<std::uint32_t>>;

/// `known(unit)` is what is known of a unit but for its outcome, as bytes.
AccountUnits accountsInOrder(const Frame& frame, const Bitmap& units,
                             const std::function<std::string(std::uint32_t unit)>& known);
AccountUnits accountsInOrder(const Frame& frame, const std::vector<Coded>& attributes, const Bitmap& units);

}  // namespace icp
