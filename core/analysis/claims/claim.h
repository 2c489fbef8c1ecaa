#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/analysis/study.h"

namespace icp {

/// What a claim measures on the units or accounts that meet its conditions.
enum class ClaimMetric {
    WinRate,    ///< of closed deals
    Share,      ///< of customers
    Value,      ///< median value of customers, see accountValue()
    Retention,  ///< of customers whose state is known
    Count,      ///< accounts
    None        ///< nothing that data could answer: an anecdote
};
enum class ClaimDirection { Above, Below, Equal };
QString metricName(ClaimMetric metric);        ///< "win-rate", "share", "value", "retention", "count", "none"
ClaimMetric metricFromName(QStringView name);  ///< None when unknown
QString directionName(ClaimDirection direction);     ///< "above", "below", "equal"
ClaimDirection directionFromName(QStringView name);  ///< Above when unknown

/// "Family-owned firms win more often": conditions, metric, and what it is held against.
struct ClaimQuestion {
    std::vector<Condition> conditions;  ///< all must hold; none: everything
    ClaimMetric metric = ClaimMetric::WinRate;
    ClaimDirection direction = ClaimDirection::Above;
    /// The number it is held against; not set = all others (WinRate, Value, Retention). Share and Count need
    /// one.
    std::optional<double> baseline;
};

enum class ClaimVerdict { Supported, Contradicted, TooLittleData, Anecdote };
QString verdictName(ClaimVerdict verdict);  ///< "supported", "contradicted", "too-little-data", "anecdote"

struct ClaimCheck {
    ClaimVerdict verdict = ClaimVerdict::Anecdote;
    qint64 n = 0;       ///< units inside
    Estimate inside;    ///< the metric, with its range
    qint64 others = 0;  ///< units it is held against; 0 for a number
    Estimate against;   ///< the others' metric, or the number
    Estimate gap;       ///< inside minus against, with its range
    QString sentence;
};

/// Pure; recomputed on any dataset. Equal is supported when the gap's range lies within a tenth of what it is
/// held against (rates: 5 points). A verdict needs Study::minLevel units inside, and outside where others are
/// compared.
ClaimCheck checkClaim(const Dataset& dataset, const Study& study, const ClaimQuestion& question);

}  // namespace icp
