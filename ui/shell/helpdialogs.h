#pragma once

#include <QAction>

#include <vector>

class QWidget;

namespace icp::ui {

/// All keys of the program: those of the menus, and those of single stations.
void showShortcuts(QWidget* window, const std::vector<QAction*>& actions);

/// Name, version, licence.
void showAbout(QWidget* window);

}  // namespace icp::ui
