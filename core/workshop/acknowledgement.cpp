#include "core/workshop/acknowledgement.h"

#include <algorithm>
#include <tuple>

namespace icp {

QJsonObject toJson(const Acknowledgement& reading) {
    QJsonObject json{{"id", reading.id},
                     {"icp", reading.icp},
                     {"version", reading.version},
                     {"person", reading.person},
                     {"department", reading.department}};
    if (reading.day.isValid()) json["day"] = reading.day.toString(Qt::ISODate);
    return json;
}

Acknowledgement acknowledgementFromJson(const QJsonObject& json) {
    Acknowledgement reading;
    reading.id = json["id"].toString();
    reading.icp = json["icp"].toString();
    reading.version = json["version"].toInt(1);
    reading.person = json["person"].toString();
    reading.department = json["department"].toString();
    reading.day = QDate::fromString(json["day"].toString(), Qt::ISODate);
    return reading;
}

std::vector<Acknowledgement> readersOf(const std::vector<Acknowledgement>& all, QStringView icp) {
    std::vector<Acknowledgement> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result),
                 [&](const Acknowledgement& reading) { return reading.icp == icp; });
    std::stable_sort(result.begin(), result.end(), [](const Acknowledgement& a, const Acknowledgement& b) {
        return std::tuple(-a.version, a.day) < std::tuple(-b.version, b.day);
    });
    return result;
}

}  // namespace icp
