#pragma once

#include "core/workshop/gauge.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace icp {

/// What an ICP meant for the customers on the day it was agreed.
struct VersionFigures {
    QString fingerprint;  ///< Dataset::fingerprint they are of; empty when nothing was imported
    QDate asOf;           ///< Dataset::asOf
    Share customers;
    Share wins;
    Share revenue;
    qint64 insideN = 0;  ///< as Gauge::inside and outside
    qint64 insidePositives = 0;
    qint64 outsideN = 0;
    qint64 outsidePositives = 0;
    bool aboutRetention = false;
    qint64 ideal = 0;  ///< customers by fit
    qint64 stretch = 0;
    qint64 bad = 0;

    friend bool operator==(const VersionFigures&, const VersionFigures&) = default;
};
VersionFigures figuresOf(const Gauge& gauge, const Dataset& dataset);

/// How the room voted.
struct Tally {
    int inFavour = 0;
    int against = 0;
    int abstained = 0;

    friend bool operator==(const Tally&, const Tally&) = default;
};

/// An ICP as it was agreed, and by whom. It is never changed after: the store refuses to.
struct IcpVersion {
    QString id;
    QString note;               ///< what it was agreed for, in the team's words
    QStringList departments;    ///< that took part
    QStringList people;         ///< who took part, by name
    std::optional<Tally> vote;  ///< empty: none was counted
    QString dissent;            ///< who did not agree, and why
    QStringList unmet{};  ///< checks that were not met, by their names in files, see core/draft/readiness.h
    Icp icp;  ///< as agreed: version, agreed and review say which one it is, of which day, and until when
    VersionFigures figures;
};
QJsonObject toJson(const IcpVersion& version);
IcpVersion versionFromJson(const QJsonObject& json);

/// Who has to agree for an ICP to be used: product, sales, customer success and marketing. Those of them that
/// are none of these departments, in that order: "product", "sales", "success", "marketing", for files.
/// Departments are told by the words of job titles, in every language these are known in.
QStringList missingAmong(const QStringList& departments);
/// "product, customer success": the same as shown; empty when nobody is missing.
QString missingText(const QStringList& departments);

/// "Sales, Product, Anna Berg": departments, then people. Empty when nobody was named.
QString participantsText(const IcpVersion& version);
/// "6 for, 1 against, 2 abstained"; empty when none was counted.
QString voteText(const IcpVersion& version);

inline constexpr int usualReviewDays = 90;

/// The ICP on the day it is agreed, with the day it has to be looked at again.
Icp agreed(Icp icp, QDate day, int reviewDays);

/// What an edit makes of the ICP that is stored: when that one was agreed, the draft of its next version. A
/// counter-proposal, a vote on it, a test of it and reactions to it leave it agreed.
Icp edited(Icp next, const Icp& stored);

/// Whether the day of review has passed.
bool reviewIsDue(const Icp& icp, QDate today);

/// Versions of one ICP, oldest first.
std::vector<const IcpVersion*> versionsOf(const std::vector<IcpVersion>& versions, QStringView icp);

/// The one that held on a day: the last that was agreed by then; nullptr before the first.
const IcpVersion* heldOn(const std::vector<IcpVersion>& versions, QStringView icp, QDate day);

}  // namespace icp
