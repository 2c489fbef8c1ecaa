#pragma once

#include "ui/stations/station.h"

#include <vector>

namespace icp::ui {

/// All stations in the order of the rail.
const std::vector<Station::Id>& stationOrder();
/// Only the file behind this knows all stations.
Station* makeStation(Station::Id id, QWidget* parent);

}  // namespace icp::ui
