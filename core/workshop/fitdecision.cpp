#include "core/workshop/fitdecision.h"

#include "core/base/names.h"

#include <algorithm>

namespace icp {

namespace {

constexpr Names<VettingPoint, vettingPointCount> points{
    {"limits-known", "expectations-told", "success-agreed"}};

}  // namespace

QString vettingPointName(VettingPoint point) { return points.of(point); }

bool FitDecision::isVetted() const {
    const bool all = std::all_of(vetted.begin(), vetted.end(), [](bool checked) { return checked; });
    return (all && !owner.isEmpty()) || !skipVetting.isEmpty();
}

bool FitDecision::isEmpty() const {
    const bool none = std::none_of(vetted.begin(), vetted.end(), [](bool checked) { return checked; });
    return !fit && reason.isEmpty() && !test && none && owner.isEmpty() && skipVetting.isEmpty();
}

QJsonObject toJson(const FitDecision& decision) {
    QJsonObject vetted;
    for (int i = 0; i < vettingPointCount; ++i)
        if (decision.vetted[std::size_t(i)]) vetted[vettingPointName(VettingPoint(i))] = true;
    QJsonObject json{{"id", decision.id},
                     {"icp", decision.icp},
                     {"account", toJson(decision.account)},
                     {"reason", decision.reason},
                     {"test", decision.test},
                     {"vetted", vetted},
                     {"owner", decision.owner},
                     {"skipVetting", decision.skipVetting}};
    if (decision.fit) json["fit"] = fitName(*decision.fit);
    return json;
}

FitDecision fitDecisionFromJson(const QJsonObject& json) {
    FitDecision decision;
    decision.id = json["id"].toString();
    decision.icp = json["icp"].toString();
    decision.account = accountKeyFromJson(json["account"].toObject());
    if (const Fit fit = fitFromName(json["fit"].toString()); fit != Fit::None) decision.fit = fit;
    decision.reason = json["reason"].toString();
    decision.test = json["test"].toBool();
    for (int i = 0; i < vettingPointCount; ++i)
        decision.vetted[std::size_t(i)] =
            json["vetted"].toObject()[vettingPointName(VettingPoint(i))].toBool();
    decision.owner = json["owner"].toString();
    decision.skipVetting = json["skipVetting"].toString();
    return decision;
}

Gate gateOf(Fit fit, const FitDecision* decision) {
    if (fit == Fit::Ideal) return Gate::Open;
    if (fit != Fit::Stretch) return Gate::Closed;
    return decision != nullptr && decision->isVetted() ? Gate::Open : Gate::Vetting;
}

FitDecisions::FitDecisions(const std::vector<FitDecision>& decisions, QStringView icp,
                           const AccountKeys& keys) {
    for (const FitDecision& decision : decisions) {
        if (decision.icp != icp) continue;
        const std::uint32_t account = keys.row(decision.account);
        if (account == noRow) continue;
        m_decisions.insert_or_assign(account, decision);
        if (decision.fit) m_byHand.push_back({account, *decision.fit, decision.reason});
    }
}

const FitDecision* FitDecisions::of(std::size_t account) const {
    const auto found = m_decisions.find(std::uint32_t(account));
    return found == m_decisions.end() ? nullptr : &found->second;
}

std::vector<HandFit> handFits(const std::vector<FitDecision>& decisions, QStringView icp,
                              const Dataset& dataset) {
    if (decisions.empty()) return {};
    return FitDecisions(decisions, icp, AccountKeys(dataset)).byHand();
}

}  // namespace icp
