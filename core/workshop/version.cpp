#include "core/workshop/version.h"

#include "core/workshop/workshop.h"

#include <QJsonArray>

#include <algorithm>

namespace icp {

namespace {

QJsonArray toJson(const Share& share) { return {share.part, share.whole}; }

Share shareFrom(const QJsonValue& value) {
    const QJsonArray json = value.toArray();
    return {json.at(0).toDouble(), json.at(1).toDouble()};
}

QJsonObject toJson(const VersionFigures& figures) {
    QJsonObject json{{"fingerprint", figures.fingerprint},
                     {"customers", toJson(figures.customers)},
                     {"wins", toJson(figures.wins)},
                     {"revenue", toJson(figures.revenue)},
                     {"inside", QJsonArray{figures.insidePositives, figures.insideN}},
                     {"outside", QJsonArray{figures.outsidePositives, figures.outsideN}},
                     {"aboutRetention", figures.aboutRetention},
                     {"fit", QJsonArray{figures.ideal, figures.stretch, figures.bad}}};
    if (figures.asOf.isValid()) json["asOf"] = figures.asOf.toString(Qt::ISODate);
    return json;
}

VersionFigures figuresFromJson(const QJsonObject& json) {
    VersionFigures figures;
    figures.fingerprint = json["fingerprint"].toString();
    figures.asOf = QDate::fromString(json["asOf"].toString(), Qt::ISODate);
    figures.customers = shareFrom(json["customers"]);
    figures.wins = shareFrom(json["wins"]);
    figures.revenue = shareFrom(json["revenue"]);
    figures.insidePositives = json["inside"].toArray().at(0).toInteger();
    figures.insideN = json["inside"].toArray().at(1).toInteger();
    figures.outsidePositives = json["outside"].toArray().at(0).toInteger();
    figures.outsideN = json["outside"].toArray().at(1).toInteger();
    figures.aboutRetention = json["aboutRetention"].toBool();
    const QJsonArray fit = json["fit"].toArray();
    figures.ideal = fit.at(0).toInteger();
    figures.stretch = fit.at(1).toInteger();
    figures.bad = fit.at(2).toInteger();
    return figures;
}

}  // namespace

VersionFigures figuresOf(const Gauge& gauge, const Dataset& dataset) {
    VersionFigures figures;
    figures.fingerprint = dataset.fingerprint;
    figures.asOf = dataset.asOf;
    figures.customers = gauge.customers;
    figures.wins = gauge.wins;
    figures.revenue = gauge.revenue;
    figures.insideN = gauge.inside.n;
    figures.insidePositives = gauge.inside.positives;
    figures.outsideN = gauge.outside.n;
    figures.outsidePositives = gauge.outside.positives;
    figures.aboutRetention = gauge.aboutRetention;
    figures.ideal = gauge.ideal;
    figures.stretch = gauge.stretch;
    figures.bad = gauge.bad;
    return figures;
}

QJsonObject toJson(const IcpVersion& version) {
    return {{"id", version.id},
            {"note", version.note},
            {"agreed", QJsonArray::fromStringList(version.agreed)},
            {"dissent", version.dissent},
            {"unmet", QJsonArray::fromStringList(version.unmet)},
            {"icp", toJson(version.icp)},
            {"figures", toJson(version.figures)}};
}

IcpVersion versionFromJson(const QJsonObject& json) {
    IcpVersion version;
    version.id = json["id"].toString();
    version.note = json["note"].toString();
    for (const QJsonValue department : json["agreed"].toArray()) version.agreed << department.toString();
    version.dissent = json["dissent"].toString();
    for (const QJsonValue check : json["unmet"].toArray()) version.unmet << check.toString();
    version.icp = icpFromJson(json["icp"].toObject());
    version.figures = figuresFromJson(json["figures"].toObject());
    return version;
}

Icp agreed(Icp icp, QDate day, int reviewDays) {
    icp.agreed = day;
    icp.review = day.addDays(reviewDays);
    return icp;
}

Icp edited(Icp next, const Icp& stored) {
    Icp same = stored;
    same.comfort = next.comfort;
    same.tested = next.tested;
    if (!stored.agreed.isValid() || next.version != stored.version || toJson(next) == toJson(same))
        return next;
    next.version = stored.version + 1;
    next.agreed = {};
    return next;
}

bool reviewIsDue(const Icp& icp, QDate today) { return icp.review.isValid() && icp.review < today; }

std::vector<const IcpVersion*> versionsOf(const std::vector<IcpVersion>& versions, QStringView icp) {
    std::vector<const IcpVersion*> result;
    for (const IcpVersion& version : versions)
        if (version.icp.id == icp) result.push_back(&version);
    std::stable_sort(result.begin(), result.end(), [](const IcpVersion* a, const IcpVersion* b) {
        return a->icp.version < b->icp.version;
    });
    return result;
}

const IcpVersion* heldOn(const std::vector<IcpVersion>& versions, QStringView icp, QDate day) {
    const IcpVersion* held = nullptr;
    for (const IcpVersion* version : versionsOf(versions, icp))
        if (version->icp.agreed <= day) held = version;
    return held;
}

}  // namespace icp
