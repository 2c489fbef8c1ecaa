#pragma once

#include "core/table/condition.h"

#include <optional>
#include <vector>

namespace icp {

/// What a claim measures on the deals or customers that meet its conditions.
enum class ClaimMetric {
    WinRate,    ///< of closed deals
    Share,      ///< of customers, how many of them meet the conditions
    Value,      ///< middle of what customers are worth
    Retention,  ///< of customers whose state is known, how many stayed
    Count,      ///< customers
    None        ///< nothing that data could answer: an anecdote
};
enum class ClaimDirection { Above, Below, Equal };
QString metricName(ClaimMetric metric);        ///< "win-rate", "share", "value", "retention", "count", "none"
ClaimMetric metricFromName(QStringView name);  ///< None when unknown
QString directionName(ClaimDirection direction);     ///< "above", "below", "equal"
ClaimDirection directionFromName(QStringView name);  ///< Above when unknown

/// What of a claim can be asked of data: "family-owned firms win more often".
struct ClaimQuestion {
    std::vector<Condition> conditions;  ///< all must hold; none: everything
    ClaimMetric metric = ClaimMetric::None;
    ClaimDirection direction = ClaimDirection::Above;
    /// The number it is held against, shares as fractions. Not set: all others (WinRate, Value, Retention);
    /// Share and Count need one.
    std::optional<double> baseline = {};

    friend bool operator==(const ClaimQuestion&, const ClaimQuestion&) = default;
};

}  // namespace icp
