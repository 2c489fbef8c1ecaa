#include "core/workshop/version.h"

#include "core/workshop/titles.h"
#include "core/workshop/workshop.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::IcpVersion)
};

constexpr std::pair<Department, const char*> needed[] = {{Department::Product, "product"},
                                                         {Department::Sales, "sales"},
                                                         {Department::Service, "success"},
                                                         {Department::Marketing, "marketing"}};

/// Customer success has names that stand in no job title.
bool isSuccess(const QString& department) {
    const QString folded = department.simplified().toCaseFolded();
    return folded == u"cs" || folded == u"csm" || folded.contains(u"success");
}

bool knows(const QStringList& departments, Department wanted) {
    return std::any_of(departments.begin(), departments.end(), [&](const QString& department) {
        if (wanted == Department::Service && isSuccess(department)) return true;
        const std::vector<TitleReading> readings = readTitle(department);
        return std::any_of(readings.begin(), readings.end(),
                           [&](const TitleReading& reading) { return reading.department == wanted; });
    });
}

QStringList textsOf(const QJsonValue& value) {
    QStringList result;
    for (const QJsonValue element : value.toArray()) result << element.toString();
    return result;
}

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

/// What others would have in the place of a criterion, a vote, a test and reactions are no part of what is
/// agreed on.
QJsonObject agreedOn(Icp icp) {
    icp.comfort = {};
    icp.tested = {};
    icp.reactions.clear();
    for (Criterion& criterion : icp.criteria) criterion.counters.clear();
    return icp::toJson(icp);
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
    QJsonObject json{{"id", version.id},
                     {"note", version.note},
                     {"departments", QJsonArray::fromStringList(version.departments)},
                     {"people", QJsonArray::fromStringList(version.people)},
                     {"dissent", version.dissent},
                     {"unmet", QJsonArray::fromStringList(version.unmet)},
                     {"icp", toJson(version.icp)},
                     {"figures", toJson(version.figures)}};
    if (version.vote)
        json["vote"] = QJsonObject{{"for", version.vote->inFavour},
                                   {"against", version.vote->against},
                                   {"abstained", version.vote->abstained}};
    return json;
}

IcpVersion versionFromJson(const QJsonObject& json) {
    IcpVersion version;
    version.id = json["id"].toString();
    version.note = json["note"].toString();
    // Before it was asked who took part, only the departments that agreed were kept.
    version.departments = textsOf(json.contains("departments") ? json["departments"] : json["agreed"]);
    version.people = textsOf(json["people"]);
    if (const QJsonObject vote = json["vote"].toObject(); !vote.isEmpty())
        version.vote = {vote["for"].toInt(), vote["against"].toInt(), vote["abstained"].toInt()};
    version.dissent = json["dissent"].toString();
    for (const QJsonValue check : json["unmet"].toArray()) version.unmet << check.toString();
    version.icp = icpFromJson(json["icp"].toObject());
    version.figures = figuresFromJson(json["figures"].toObject());
    return version;
}

QStringList missingAmong(const QStringList& departments) {
    QStringList missing;
    for (const auto& [department, name] : needed)
        if (!knows(departments, department)) missing << QLatin1String(name);
    return missing;
}

QString missingText(const QStringList& departments) {
    const QHash<QString, QString> shown{{QStringLiteral("product"), Words::tr("product")},
                                        {QStringLiteral("sales"), Words::tr("sales")},
                                        {QStringLiteral("success"), Words::tr("customer success")},
                                        {QStringLiteral("marketing"), Words::tr("marketing")}};
    QStringList texts;
    for (const QString& name : missingAmong(departments)) texts << shown[name];
    return texts.join(QStringLiteral(", "));
}

QString participantsText(const IcpVersion& version) {
    return (version.departments + version.people).join(QStringLiteral(", "));
}

QString voteText(const IcpVersion& version) {
    if (!version.vote) return {};
    const Tally& vote = *version.vote;
    return Words::tr("%1 for, %2 against, %3 abstained")
        .arg(QString::number(vote.inFavour), QString::number(vote.against), QString::number(vote.abstained));
}

Icp agreed(Icp icp, QDate day, int reviewDays) {
    icp.agreed = day;
    icp.review = day.addDays(reviewDays);
    return icp;
}

Icp edited(Icp next, const Icp& stored) {
    if (!stored.agreed.isValid() || next.version != stored.version || agreedOn(next) == agreedOn(stored))
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
