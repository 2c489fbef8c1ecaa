#pragma once

#include "core/workshop/fit.h"

namespace icp::ui {

class Badge;

/// The class of an account in its colour; `tier` adds which tier of accounts it belongs to.
void showFit(Badge& badge, Fit fit, bool tier = false);

}  // namespace icp::ui
