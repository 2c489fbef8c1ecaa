#pragma once

#include "core/analysis/findings.h"

namespace icp {

/// Whether a check says that an attribute is not really it: Explained or Reversed once the other is held
/// equal, by units that could be compared.
bool speaksAgainst(const Confounder& check);

/// The check by which a driver is none of its own, because another driver stands behind it: one that speaks
/// against it, or one in which nothing could be compared, so that the two cannot be told apart. Null without
/// one. Of two that explain each other, and of two that cannot be told apart, the one with the larger effect
/// stands; what repeats the outcome stands behind nothing. Points into `findings`.
const Confounder* behind(const Findings& findings, const AttributeProfile& driver);

}  // namespace icp
