#include "ui/shell/stations.h"

#include "ui/stations/import/importstation.h"
#include "ui/stations/start/startstation.h"

namespace icp::ui {

std::vector<Station*> makeStations(QWidget* parent) {
    return {new StartStation(parent), new ImportStation(parent)};
}

}  // namespace icp::ui
