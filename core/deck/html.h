#pragma once

#include "core/deck/slide.h"

#include <QByteArray>

namespace icp {

/// Slides as one web page that needs nothing beside it: each is a drawing that grows with the window, text
/// stays text, and printing gives one page each. `measure` is that of the slides, so that lines keep their
/// length in whatever typeface the reader has. The same slides give the same bytes.
QByteArray slidesHtml(const std::vector<Slide>& slides, const QString& title, const MeasureText& measure);

}  // namespace icp
