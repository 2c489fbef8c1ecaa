#pragma once

#include "ui/charts/standing.h"

class QPainter;

namespace icp::ui {

/// A win-rate chart the size of a word (84 x 32 at 100%): bars, dotted base line, no text. `maximum` as
/// sharedMaximum().
void paintSparkBars(QPainter& painter, const QRectF& rect, const AttributeProfile& attribute, double base,
                    double maximum, bool ranked, const Tokens& tokens);

/// A lying bar with its range, the base rate as a dashed line through the whole height of `rect`, and the
/// rate as text right of the range. `maximum` is the share at the right end, less the room that the text
/// needs.
void paintRateBar(QPainter& painter, const QRectF& rect, const Rate& rate, double base, double maximum,
                  const Tokens& tokens);

/// Part of a whole as a bar on a soft ground.
void paintPartBar(QPainter& painter, const QRectF& rect, double share, const QColor& colour,
                  const Tokens& tokens);

}  // namespace icp::ui
