#pragma once

#include <QFontMetricsF>
#include <QStringList>

namespace icp::ui {

/// `text` broken at spaces, slashes and hyphens, and inside words too long for a line, into at most `lines`
/// lines of `width`; the last one ends in an ellipsis when there is more. At least one line.
QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int lines);

}  // namespace icp::ui
