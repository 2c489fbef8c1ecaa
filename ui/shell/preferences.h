#pragma once

#include "ui/stations/start/recentpanel.h"
#include "ui/stations/station.h"

#include <QByteArray>
#include <QSettings>

#include <vector>

namespace icp::ui {

/// What the program remembers of this computer's user between two runs; nothing of any workshop's content but
/// its title.
class Preferences {
public:
    bool dark() const;
    void setDark(bool dark);
    double zoom() const;  ///< 0.9 to 1.5
    void setZoom(double zoom);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    Station::Id lastStation() const;
    void setLastStation(Station::Id station);

    std::vector<RecentWorkshop> recent() const;  ///< newest first, at most 8, only files that are still there
    void remember(const RecentWorkshop& workshop);

private:
    mutable QSettings m_settings;  ///< one for all the time: the last of several writes its file each time
};

}  // namespace icp::ui
