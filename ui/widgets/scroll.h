#pragma once

#include <QScrollArea>

namespace icp::ui {

/// A page that scrolls up and down when it is higher than its place; to the eye nothing but the page.
QScrollArea* scrolled(QWidget* page);

/// Never lower than the texts that wrap in it need. The widget has a layout.
void keepWhole(QWidget* widget);

}  // namespace icp::ui
