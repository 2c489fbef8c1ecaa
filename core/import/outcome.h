#pragma once

#include "core/import/profiles.h"
#include "core/table/dataset.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace icp {

/// What a stage, status or result says of a deal: "Closed Won", "verloren", "6 - Closed Lost"; nothing when
/// it is a stage on the way.
std::optional<DealState> dealStateOf(const QString& text, const Profiles& profiles);

/// What a type, status or lifecycle stage says of an account; Unknown for prospects; nothing when it says
/// neither.
std::optional<AccountState> accountStateOf(const QString& text, const Profiles& profiles);

/// Whether the levels tell both how deals were won and how they were lost.
bool tellsDeals(const QStringList& levels, const Profiles& profiles);
/// Whether at least one level says how a deal stands.
bool tellsAnyDeal(const QStringList& levels, const Profiles& profiles);
/// Whether the levels tell customers from customers who left.
bool tellsChurn(const QStringList& levels, const Profiles& profiles);
/// Whether at least one level says "customer".
bool tellsCustomers(const QStringList& levels, const Profiles& profiles);

/// "yes", "wahr", "0" ...; nothing when the text is not a yes or no.
std::optional<bool> truthOf(const QString& text, const Profiles& profiles);

struct DealOutcomes {
    std::vector<DealState> states;   ///< per deal
    std::vector<OutcomeWord> words;  ///< what decided: by attribute, most deals first
    QString note;                    ///< a sentence on what decided; empty when nothing did
};

/// Open, won or lost per deal, from is_won and is_closed, else the status, else the stage; from the texts of
/// these alone where `decided` says what they mean.
DealOutcomes dealOutcomes(const EntityTable& deals, const Profiles& profiles,
                          const std::optional<OutcomeWords>& decided = {});

/// Per account: from churned, churn_date or the type; an account that says nothing but won a deal is a
/// customer.
std::vector<AccountState> accountStates(const Dataset& dataset, const Profiles& profiles);

}  // namespace icp
