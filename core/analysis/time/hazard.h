#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/time/survival.h"

#include <optional>

namespace icp {

/// How many times as often, at any time, those of `first` end as those of `second`, every way of ending
/// alike: the ratio of hazards of a regression on the group (Cox 1972), which takes it to be the same at all
/// times; ties by Efron 1977, 95% interval from the information. Left truncation is honoured. Nothing with
/// fewer than ten ends in all (Peduzzi et al. 1995), or where it would be 0 or without limit because one
/// group has none while both are watched.
std::optional<Estimate> hazardRatio(std::span<const Spell> first, std::span<const Spell> second);

}  // namespace icp
