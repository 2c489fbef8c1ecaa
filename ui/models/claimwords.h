#pragma once

#include "core/analysis/claims/claim.h"
#include "core/workshop/workshop.h"

namespace icp::ui {

/// A claim with what the data say of it, in words; made beside the window.
struct CheckedWords {
    Claim claim;
    ClaimCheck check;
    QStringList conditions;  ///< whom it speaks of, as shown; empty = everybody
    QString asked;           ///< what is measured and held against what: "Win rate above all others"
    QString numbers;         ///< "43% of 210 deals, against 28% of 510"; of an anecdote why there are none
    QString range;           ///< of the gap: "The gap is 15 points (7 to 23)."
    QString method;          ///< how it was computed
};
CheckedWords checkedWords(const Claim& claim, const Dataset& dataset, const Study& study);

QString verdictText(const ClaimCheck& check);  ///< "Supported", "Supported, direction only" ...
QString metricText(ClaimMetric metric);        ///< "Win rate of deals"
QString directionText(ClaimDirection direction);
/// Whether a number is a share, which is typed and shown in percent.
bool isShare(ClaimMetric metric);
/// Whether it can only be held against a number.
bool needsNumber(ClaimMetric metric);

/// The claim that a bar or a segment does better, as somebody might say it; without id and author.
Claim claimThat(const std::vector<Condition>& conditions, const Dataset& dataset, const Study& study);

}  // namespace icp::ui
