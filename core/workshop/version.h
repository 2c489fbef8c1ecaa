#pragma once

#include "core/workshop/gauge.h"

#include <QJsonObject>

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

/// An ICP as it was agreed. It is never changed after: the store refuses to.
struct IcpVersion {
    QString id;
    QString note;         ///< what it was agreed for, in the team's words
    QStringList agreed;   ///< departments that agreed
    QString dissent;      ///< who did not, and why
    QStringList unmet{};  ///< checks that were not met, by their names in files, see core/draft/readiness.h
    Icp icp;  ///< as agreed: version, agreed and review say which one it is, of which day, and until when
    VersionFigures figures;
};
QJsonObject toJson(const IcpVersion& version);
IcpVersion versionFromJson(const QJsonObject& json);

inline constexpr int usualReviewDays = 90;

/// The ICP on the day it is agreed, with the day it has to be looked at again.
Icp agreed(Icp icp, QDate day, int reviewDays);

/// What an edit makes of the ICP that is stored: when that one was agreed, the draft of its next version. A
/// vote on it and a test of it leave it agreed.
Icp edited(Icp next, const Icp& stored);

/// Whether the day of review has passed.
bool reviewIsDue(const Icp& icp, QDate today);

/// Versions of one ICP, oldest first.
std::vector<const IcpVersion*> versionsOf(const std::vector<IcpVersion>& versions, QStringView icp);

/// The one that held on a day: the last that was agreed by then; nullptr before the first.
const IcpVersion* heldOn(const std::vector<IcpVersion>& versions, QStringView icp, QDate day);

}  // namespace icp
