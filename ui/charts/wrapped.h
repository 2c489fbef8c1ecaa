#pragma once

#include <QFontMetricsF>
#include <QStringList>

#include <vector>

namespace icp::ui {

/// `text` broken at spaces, slashes and hyphens, and inside words too long for a line, into at most `lines`
/// lines of `width`; the last one ends in an ellipsis when there is more. At least one line.
QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int lines);
/// The same for labels beside each other: those that begin alike and would look alike once cut keep their
/// end, and what is cut lies in their middle.
std::vector<QStringList> wrappedApart(const QStringList& texts, const QFontMetricsF& metrics, double width,
                                      int lines);

}  // namespace icp::ui
