#pragma once

#include "core/workshop/icp.h"

namespace icp::slide {

/// The ICP in one sentence with the criteria's phrases found in it. A sentence typed by people carries no
/// emphasis of its own: there, the longest run of words it shares with a criterion is taken, when that run
/// says something.
Sentence emphasised(const Icp& icp, bool consumers = false);

}  // namespace icp::slide
