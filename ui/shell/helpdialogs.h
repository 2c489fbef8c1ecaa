#pragma once

#include "ui/stations/station.h"

#include <QAction>

#include <vector>

class QWidget;

namespace icp::ui {

/// All keys of the program, as they are: those of the menus, and those of single stations.
void showShortcuts(QWidget* window, const std::vector<QAction*>& actions,
                   const std::vector<Station*>& stations);

/// Name, version, licence.
void showAbout(QWidget* window);

}  // namespace icp::ui
