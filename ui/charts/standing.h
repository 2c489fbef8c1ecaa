#pragma once

#include "core/analysis/findings.h"
#include "ui/theme/tokens.h"

namespace icp::ui {

/// How the range of a rate lies to the base rate; what a bar's colour means on every page.
enum class Standing { Above, Unclear, Below, Untested };

Standing standing(const Rate& rate, double base);
/// Untested when the level has too few units, whatever its range says.
Standing standing(const Level& level, double base);

/// Bars: best, rest, least. Untested bars are hatched with this colour.
QColor standingColour(Standing standing, const Tokens& tokens);
QBrush standingBrush(Standing standing, const Tokens& tokens);

/// Upper end and step of a value axis from 0: the first of 1, 2, 5 x 10^k that needs at most `steps` steps
/// for `highest`.
struct Scale {
    double maximum = 1;
    double step = 1;
    int ticks() const { return qRound(maximum / step) + 1; }
};
Scale niceScale(double highest, int steps);

/// The scale, as a share, that all win-rate charts of these findings have in common, so that bars of
/// different attributes can be compared. Untested levels do not stretch it.
double sharedMaximum(const Findings& findings);

}  // namespace icp::ui
