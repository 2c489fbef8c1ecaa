#pragma once

#include <QScrollArea>

namespace icp::ui {

/// A page that scrolls up and down when it is higher than its place; to the eye nothing but the page.
/// It is never lower than the texts that wrap in it need.
QScrollArea* scrolled(QWidget* page);

}  // namespace icp::ui
