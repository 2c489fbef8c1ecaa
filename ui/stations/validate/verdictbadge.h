#pragma once

#include "core/analysis/claims/claim.h"
#include "ui/widgets/controls.h"

#include <QColor>

#include <utility>

namespace icp::ui {

struct Tokens;

Badge::Tone verdictTone(ClaimVerdict verdict);
/// Ground and ink of the badge of a verdict, for delegates.
std::pair<QColor, QColor> verdictColours(ClaimVerdict verdict, const Tokens& tokens);

}  // namespace icp::ui
