#pragma once

#include "ui/stations/station.h"

#include <vector>

namespace icp::ui {

/// All stations in the order of the rail. Only this file knows them all.
std::vector<Station*> makeStations(QWidget* parent);

}  // namespace icp::ui
