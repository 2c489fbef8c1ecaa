#pragma once

#include "tests/support/ui/stationcase.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/theme/tokens.h"

#include <QTableView>

namespace icp::test {

/// The station of segments in a window of usual size, in light.
class SegmentsCase : public StationCase<ui::SegmentsStation> {
public:
    SegmentsCase() : StationCase(QSize(1400, 828)) { ui::applyTheme(false, 1); }

    QTableView& table() {
        for (QTableView* view : station().findChildren<QTableView*>())
            if (qobject_cast<ui::SegmentTableModel*>(view->model()) != nullptr) return *view;
        qFatal("The station has no table of segments.");
    }
};

}  // namespace icp::test
