#pragma once

#include "core/deck/build.h"

#include <QStringList>

#include <optional>

/// What slides say that no single finding holds: computed from the dataset and the fit of its accounts.
namespace icp::slide {

/// Names of ideal customers, highest score first; ties in the order of the file. Masked names are not given
/// out: empty when names are hidden, or when the data has none.
QStringList idealCustomers(const DeckInput& input, std::size_t atMost);
bool namesHidden(const DeckInput& input);

/// The profile on the newest deals, those that segments were not searched on.
struct NewerDeals {
    GaugeRate inside;
    GaugeRate outside;
    QDate from;
};
/// Nothing when no deals were kept back, when these are still sealed, or when fewer than Study::minLevel of
/// them lie inside or outside.
std::optional<NewerDeals> newerDeals(const DeckInput& input);

/// "720 deals closed January 2022 to September 2025, the newest 234 kept for checking." and what limits it.
QString basis(const DeckInput& input);

/// Currency of amounts: as the findings know it, else as the amount column does.
QString currency(const DeckInput& input);

/// Text of a criterion; made from its condition when nobody wrote one.
QString criterionText(const Criterion& criterion, const Dataset& dataset);

QString levelWord(Importance importance);  ///< "Must" ...; "Not" for what is excluded

/// Words of a criterion, with why its technology counts: "Uses Slack (overlaps with what we sell)".
QString withReason(const QString& text, const Criterion& criterion);

}  // namespace icp::slide
