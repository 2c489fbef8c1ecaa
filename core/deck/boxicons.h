#pragma once

#include "core/deck/page.h"

namespace icp::slide {

/// The signs of the boxes below the ICP: whom it is not for, its limits, whom it looks like.
enum class BoxIcon { Crossed, Limits, Star };

void addIcon(Page& page, BoxIcon icon, const Box& box, Rgb colour);

}  // namespace icp::slide
