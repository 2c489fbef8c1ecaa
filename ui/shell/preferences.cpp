#include "ui/shell/preferences.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr std::size_t mostRecent = 8;
const QString recentKey = QStringLiteral("recent");
}  // namespace

bool Preferences::dark() const { return QSettings().value(QStringLiteral("dark"), false).toBool(); }
void Preferences::setDark(bool dark) { QSettings().setValue(QStringLiteral("dark"), dark); }

double Preferences::zoom() const {
    return std::clamp(QSettings().value(QStringLiteral("zoom"), 1.0).toDouble(), 0.9, 1.5);
}
void Preferences::setZoom(double zoom) { QSettings().setValue(QStringLiteral("zoom"), zoom); }

QByteArray Preferences::geometry() const {
    return QSettings().value(QStringLiteral("geometry")).toByteArray();
}
void Preferences::setGeometry(const QByteArray& geometry) {
    QSettings().setValue(QStringLiteral("geometry"), geometry);
}

Station::Id Preferences::lastStation() const {
    const int id = QSettings().value(QStringLiteral("station"), int(Station::Id::Import)).toInt();
    return Station::Id(std::clamp(id, int(Station::Id::Import), int(Station::Id::Present)));
}
void Preferences::setLastStation(Station::Id station) {
    QSettings().setValue(QStringLiteral("station"), int(station));
}

std::vector<RecentWorkshop> Preferences::recent() const {
    QSettings settings;
    std::vector<RecentWorkshop> result;
    const int count = settings.beginReadArray(recentKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        RecentWorkshop workshop{settings.value(QStringLiteral("path")).toString(),
                                settings.value(QStringLiteral("title")).toString(),
                                settings.value(QStringLiteral("state")).toString(),
                                settings.value(QStringLiteral("opened")).toDateTime()};
        if (QFileInfo::exists(workshop.path)) result.push_back(std::move(workshop));
    }
    settings.endArray();
    return result;
}

void Preferences::remember(const RecentWorkshop& workshop) {
    std::vector<RecentWorkshop> all = recent();
    std::erase_if(all, [&](const RecentWorkshop& other) { return other.path == workshop.path; });
    all.insert(all.begin(), workshop);
    if (all.size() > mostRecent) all.resize(mostRecent);
    QSettings settings;
    settings.remove(recentKey);
    settings.beginWriteArray(recentKey, int(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        settings.setArrayIndex(int(i));
        settings.setValue(QStringLiteral("path"), all[i].path);
        settings.setValue(QStringLiteral("title"), all[i].title);
        settings.setValue(QStringLiteral("state"), all[i].state);
        settings.setValue(QStringLiteral("opened"), all[i].opened);
    }
    settings.endArray();
}

}  // namespace icp::ui
