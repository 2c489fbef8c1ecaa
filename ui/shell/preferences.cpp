#include "ui/shell/preferences.h"

#include <QFileInfo>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr std::size_t mostRecent = 8;
const QString recentKey = QStringLiteral("recent");
}  // namespace

bool Preferences::dark() const { return m_settings.value(QStringLiteral("dark"), false).toBool(); }
void Preferences::setDark(bool dark) { m_settings.setValue(QStringLiteral("dark"), dark); }

double Preferences::zoom() const {
    return std::clamp(m_settings.value(QStringLiteral("zoom"), 1.0).toDouble(), 0.9, 1.5);
}
void Preferences::setZoom(double zoom) { m_settings.setValue(QStringLiteral("zoom"), zoom); }

QByteArray Preferences::geometry() const {
    return m_settings.value(QStringLiteral("geometry")).toByteArray();
}
void Preferences::setGeometry(const QByteArray& geometry) {
    m_settings.setValue(QStringLiteral("geometry"), geometry);
}

Station::Id Preferences::lastStation() const {
    const int id = m_settings.value(QStringLiteral("station"), int(Station::Id::Import)).toInt();
    return Station::Id(std::clamp(id, int(Station::Id::Import), int(Station::Id::Present)));
}
void Preferences::setLastStation(Station::Id station) {
    m_settings.setValue(QStringLiteral("station"), int(station));
}

std::vector<RecentWorkshop> Preferences::recent() const {
    std::vector<RecentWorkshop> result;
    const int count = m_settings.beginReadArray(recentKey);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        RecentWorkshop workshop{m_settings.value(QStringLiteral("path")).toString(),
                                m_settings.value(QStringLiteral("title")).toString(),
                                m_settings.value(QStringLiteral("state")).toString(),
                                m_settings.value(QStringLiteral("opened")).toDateTime()};
        if (QFileInfo::exists(workshop.path)) result.push_back(std::move(workshop));
    }
    m_settings.endArray();
    return result;
}

void Preferences::remember(const RecentWorkshop& workshop) {
    std::vector<RecentWorkshop> all = recent();
    std::erase_if(all, [&](const RecentWorkshop& other) { return other.path == workshop.path; });
    all.insert(all.begin(), workshop);
    if (all.size() > mostRecent) all.resize(mostRecent);
    m_settings.remove(recentKey);
    m_settings.beginWriteArray(recentKey, int(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        m_settings.setArrayIndex(int(i));
        m_settings.setValue(QStringLiteral("path"), all[i].path);
        m_settings.setValue(QStringLiteral("title"), all[i].title);
        m_settings.setValue(QStringLiteral("state"), all[i].state);
        m_settings.setValue(QStringLiteral("opened"), all[i].opened);
    }
    m_settings.endArray();
}

}  // namespace icp::ui
