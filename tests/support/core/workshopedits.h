#pragma once

#include "core/store/workshopfile.h"

#include <QJsonDocument>

namespace icp::test {

/// Adds an ICP, or replaces the one with its id.
inline Change putting(const Icp& icp, const QString& text = QStringLiteral("Edit ICP")) {
    Change change;
    change.entity = QStringLiteral("icp");
    change.id = icp.id;
    change.after = toJson(icp);
    change.text = text;
    return change;
}

inline Icp namedIcp(const QString& id, const QString& name) {
    Icp icp;
    icp.id = id;
    icp.name = name;
    return icp;
}

/// Everything the team wrote, as bytes that are equal when it is.
inline QByteArray written(const Workshop& workshop) {
    QByteArray result = QJsonDocument(toJson(workshop.settings)).toJson();
    for (const Icp& icp : workshop.icps) result += QJsonDocument(toJson(icp)).toJson();
    for (const Persona& persona : workshop.personas) result += QJsonDocument(toJson(persona)).toJson();
    for (const Pin& pin : workshop.pins) result += QJsonDocument(toJson(pin)).toJson();
    for (const MarketMix& market : workshop.markets) result += QJsonDocument(toJson(market)).toJson();
    for (const SealOpening& opening : workshop.openings) result += QJsonDocument(toJson(opening)).toJson();
    for (const Claim& claim : workshop.claims) result += QJsonDocument(toJson(claim)).toJson();
    for (const Action& action : workshop.actions) result += QJsonDocument(toJson(action)).toJson();
    for (const Practice& practice : workshop.practices) result += QJsonDocument(toJson(practice)).toJson();
    for (const PromptAnswer& answer : workshop.answers) result += QJsonDocument(toJson(answer)).toJson();
    for (const ResearchItem& item : workshop.research) result += QJsonDocument(toJson(item)).toJson();
    for (const DotVote& vote : workshop.votes) result += QJsonDocument(toJson(vote)).toJson();
    for (const Acknowledgement& one : workshop.acknowledgements)
        result += QJsonDocument(toJson(one)).toJson();
    return result;
}

/// What went wrong, empty when nothing did.
inline QString failure(const Result<void>& result) {
    return result ? QString() : result.error().message + QStringLiteral(" | ") + result.error().detail;
}

/// The value of a Result that a test relies on; a failure is told and ends the program.
template <class T>
T expectValue(Result<T> result) {
    if (!result) qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(*result);
}

}  // namespace icp::test
