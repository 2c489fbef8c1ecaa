#pragma once

#include "core/proposals/accountkeys.h"
#include "core/workshop/fit.h"

#include <QJsonObject>

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace icp {

/// What has to be talked through before a stretch account is worked on, beside somebody who answers for it.
enum class VettingPoint { LimitsKnown, ExpectationsTold, SuccessAgreed };
inline constexpr int vettingPointCount = 3;
QString vettingPointName(VettingPoint point);  ///< "limits-known" ...: for files

/// What the team decided on one account under one ICP.
struct FitDecision {
    QString id;
    QString icp;
    AccountKey account;
    std::optional<Fit> fit;  ///< by hand, Ideal, Stretch or Bad; nothing: as the criteria say
    QString reason;          ///< of the fit by hand; must not be empty then
    bool test = false;       ///< sold to on purpose although it is no ideal fit, to learn from it
    std::array<bool, vettingPointCount> vetted{};
    QString owner;        ///< who answers for it
    QString skipVetting;  ///< why the checklist is passed over; empty: it is not

    /// Every point is checked and there is an owner, or there is a reason to pass the list over.
    bool isVetted() const;
    /// Says nothing: there is no need to keep it.
    bool isEmpty() const;
};
QJsonObject toJson(const FitDecision& decision);
FitDecision fitDecisionFromJson(const QJsonObject& json);

/// Whether an account may be worked on.
enum class Gate {
    Open,     ///< an ideal fit, or a stretch that was vetted
    Vetting,  ///< a stretch whose checklist is not done
    Closed    ///< a bad fit, or nothing to judge by
};
Gate gateOf(Fit fit, const FitDecision* decision);

/// The decisions under one ICP by the rows of a dataset.
class FitDecisions {
public:
    FitDecisions() = default;
    FitDecisions(const std::vector<FitDecision>& decisions, QStringView icp, const AccountKeys& keys);

    const FitDecision* of(std::size_t account) const;
    /// The accounts whose fit was set by hand.
    const std::vector<HandFit>& byHand() const { return m_byHand; }

private:
    std::unordered_map<std::uint32_t, FitDecision> m_decisions;
    std::vector<HandFit> m_byHand;
};

/// The accounts of a dataset whose fit under one ICP was set by hand; costs nothing where there are none.
std::vector<HandFit> handFits(const std::vector<FitDecision>& decisions, QStringView icp,
                              const Dataset& dataset);

}  // namespace icp
