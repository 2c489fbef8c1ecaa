#pragma once

#include "core/analysis/findings.h"
#include "core/workshop/icp.h"

namespace icp::ui {

/// What the data say about a condition a person typed: how many units of the study meet it and how many of
/// them turned out well, with the 95% Wilson interval; p and q only when the analysis tested the attribute.
Evidence typedEvidence(const Condition& condition, const Dataset& dataset, const Findings& findings);

/// The badge of a criterion.
struct EvidenceBadge {
    enum class Tone { None, Grey, Ok, Warn, Error } tone = Tone::None;
    QString text;
    QString why;  ///< one sentence for the tooltip
};
EvidenceBadge evidenceBadge(const Criterion& criterion, const Dataset& dataset, const Findings& findings);

/// "From Patterns, 178 of 424 won (38% to 47%)".
QString evidenceLine(const Criterion& criterion, Outcome outcome);
/// "Signals budget. From Patterns, 178 of 424 won (38% to 47%). Contributors: Product, Sales": all that
/// stands below a criterion.
QString criterionLine(const Criterion& criterion, Outcome outcome);
/// "5% won", or nothing when there are no numbers.
QString shortEvidence(const Criterion& criterion, Outcome outcome);

}  // namespace icp::ui
