#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/study.h"
#include "core/table/claimquestion.h"

namespace icp {

enum class ClaimVerdict { Supported, Contradicted, TooLittleData, Anecdote };
QString verdictName(ClaimVerdict verdict);  ///< "supported", "contradicted", "too-little-data", "anecdote"

/// What data say of a claim.
struct ClaimCheck {
    ClaimVerdict verdict = ClaimVerdict::Anecdote;
    qint64 n = 0;       ///< deals or customers inside
    Estimate inside;    ///< the metric, with its range
    qint64 others = 0;  ///< what it is held against; 0 for a number
    Estimate against;   ///< the others' metric, or the number
    Estimate gap;       ///< inside less against, with its range
    QString sentence;   ///< of the numbers; for an anecdote why it is none
    /// Of a rate: all data together have fewer than Study::minWon that ended well, or badly. A verdict is a
    /// direction then, no proof.
    bool directional = false;
};

/// Pure; made anew on any dataset, within the study's filter and for its unit of deals. Supported when the
/// gap's whole range lies on the claimed side; contradicted when it lies on the other, or shows that there is
/// no difference worth speaking of: 5 points of a rate, a tenth of a value or a count. "Equal" is the
/// reverse. Rates of deals count accounts as what varies. Less than Study::minLevel inside, or among the
/// others, is too little data; so is everything in between, and conditions on attributes that the data do not
/// have.
ClaimCheck checkClaim(const Dataset& dataset, const Study& study, const ClaimQuestion& question);

}  // namespace icp
