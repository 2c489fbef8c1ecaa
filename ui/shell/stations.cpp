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

const std::vector<Station::Id>& stationOrder() {
    using Id = Station::Id;
    static const std::vector<Id> order = {Id::Start, Id::Import,   Id::Customers, Id::Patterns, Id::Segments,
                                          Id::Icp,   Id::Personas, Id::Validate,  Id::Present};
    return order;
}

Station* makeStation(Station::Id id, QWidget* parent) {
    switch (id) {
        case Station::Id::Start:
            return new StartStation(parent);
        case Station::Id::Import:
            return new ImportStation(parent);
        case Station::Id::Customers:
            return new CustomersStation(parent);
        case Station::Id::Patterns:
            return new PatternsStation(parent);
        case Station::Id::Segments:
            return new SegmentsStation(parent);
        case Station::Id::Icp:
            return new IcpStation(parent);
        case Station::Id::Personas:
            return new PersonasStation(parent);
        case Station::Id::Validate:
            return new ValidateStation(parent);
        case Station::Id::Present:
            return new PresentStation(parent);
    }
    Q_UNREACHABLE();
}

}  // namespace icp::ui
