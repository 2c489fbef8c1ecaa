#pragma once

#include "core/workshop/icp.h"

namespace icp {

/// The reason of a criterion about technology, as it holds: of Include and Exclude the one that agrees with
/// what the criterion does to fit. None for criteria that are not filed under technology, exclusions or
/// stretch limits; what they keep holds again once they are.
TechnologyReason reasonOf(const Criterion& criterion);

/// "signals budget": as part of a line, in the user's language; empty for None.
QString reasonWords(TechnologyReason reason);

}  // namespace icp
