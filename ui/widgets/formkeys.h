#pragma once

#include <functional>

class QWidget;

namespace icp::ui {

/// Enter does `keep` and Esc does `close` wherever the focus is in `form`, save where a field takes them
/// itself. Without `keep` Enter is left alone.
void takeFormKeys(QWidget* form, std::function<void()> keep, std::function<void()> close);

}  // namespace icp::ui
