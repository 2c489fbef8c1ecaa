#pragma once

#include "core/base/result.h"
#include "core/deck/slide.h"

#include <QByteArray>
#include <QPainter>
#include <QRectF>

namespace icp::ui {

/// Draws a slide into `target`; the same code for screen, projector and PDF. Text stays text.
void paintSlide(QPainter& painter, const Slide& slide, const QRectF& target);

/// Measures with the fonts paintSlide() uses. Remembers what it measured: use one on one thread, for one deck.
MeasureText slideMeasure();

/// Vector PDF, one 13.33 x 7.5 in page per slide, fonts embedded, text selectable. The same slides give the
/// same bytes.
Result<QByteArray> slidesPdf(const std::vector<Slide>& slides, const QString& title);

}  // namespace icp::ui
