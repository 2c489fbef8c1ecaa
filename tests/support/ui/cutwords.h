#pragma once

#include <QStringList>
#include <QWidget>

namespace icp::test {

/// The words under `root` that are seen but not whole: wider than the label, button, tab or head of a table
/// they stand in, figures wider than their column, lower than their wrapped lines, or beyond the edge of what
/// they lie in (below the edge of a scroll area is whole: it can be scrolled to). One line each: what, and by
/// how many pixels. What tells its whole text by a tooltip may be cut.
QStringList cutWords(const QWidget& root);

}  // namespace icp::test
