#include "ui/shell/stations.h"

#include "ui/stations/customers/customersstation.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/patterns/patternsstation.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/stations/start/startstation.h"

namespace icp::ui {

std::vector<Station*> makeStations(QWidget* parent) {
    return {new StartStation(parent), new ImportStation(parent), new CustomersStation(parent),
            new PatternsStation(parent), new SegmentsStation(parent)};
}

}  // namespace icp::ui
