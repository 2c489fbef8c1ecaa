#include "ui/shell/stations.h"

#include "ui/stations/customers/customersstation.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/patterns/patternsstation.h"
#include "ui/stations/personas/personasstation.h"
#include "ui/stations/present/presentstation.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/stations/start/startstation.h"
#include "ui/stations/validate/validatestation.h"

namespace icp::ui {

std::vector<Station*> makeStations(QWidget* parent) {
    return {new StartStation(parent),    new ImportStation(parent),   new CustomersStation(parent),
            new PatternsStation(parent), new SegmentsStation(parent), new IcpStation(parent),
            new PersonasStation(parent), new ValidateStation(parent), new PresentStation(parent)};
}

}  // namespace icp::ui
