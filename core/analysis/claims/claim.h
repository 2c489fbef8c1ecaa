#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/study.h"
#include "core/table/claimquestion.h"

#include <QLocale>

namespace icp {

enum class ClaimVerdict { Supported, Contradicted, TooLittleData, Anecdote };
QString verdictName(ClaimVerdict verdict);  ///< "supported", "contradicted", "too-little-data", "anecdote"

/// What data say of a claim.
struct ClaimCheck {
    ClaimVerdict verdict = ClaimVerdict::Anecdote;
    qint64 n = 0;        ///< deals or customers inside
    Estimate inside;     ///< the metric, with its range
    qint64 others = 0;   ///< what it is held against: known not to be inside; 0 for a number
    qint64 unknown = 0;  ///< left out, because nobody knows whether they are inside
    Estimate against;    ///< the others' metric, or the number
    Estimate gap;        ///< inside less against, with its range
    Interval tell = {
        0, 0};  ///< of a rate: what it is held against and a rate off by ten points (five for "equal")
    qint64 needed =
        0;  ///< units on each side that tell these two apart in 80% of cases, see sizeToTell(); 0 = not said
    QString sentence;  ///< of the numbers, and of what would be needed where they are too few; for an
                       ///< anecdote why it is none
    /// Of a rate: all data together have fewer than Study::minWon that ended well, or badly. A verdict is a
    /// direction then, no proof.
    bool directional = false;
};

/// Pure; made anew on any dataset, within the study's filter and for its unit of deals. Supported when the
/// gap's whole range lies on the claimed side; contradicted when it lies on the other, or shows that there is
/// no difference worth speaking of: 5 points of a rate, a tenth of a value or a count. "Equal" is the
/// reverse. What is inside and the others are what is known to be: units that miss an attribute are neither.
/// Rates of deals count accounts as what varies. Less than Study::minLevel inside, or among the others, is
/// too little data; so is everything in between, and conditions on attributes that the data do not have.
ClaimCheck checkClaim(const Dataset& dataset, const Study& study, const ClaimQuestion& question);

/// What a check leaves open, in words: that no difference worth speaking of contradicts it, how many would be
/// needed where there are too few, and how many were left out because nobody knows whether they belong. Empty
/// when nothing is.
QString claimRest(const ClaimCheck& check, const ClaimQuestion& question, const QLocale& locale);

}  // namespace icp
