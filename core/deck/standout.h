#pragma once

#include "core/analysis/findings.h"
#include "core/base/interval.h"

/// What slides say of one attribute in a sentence: some of its levels against the others.
namespace icp::slide {

/// Two groups of units: the levels that stand out, and all others that are known.
struct Standout {
    QStringList labels;  ///< of the levels that stand out
    qint64 n = 0, positives = 0;
    qint64 otherN = 0, otherPositives = 0;
    bool above = true;
    Interval range;       ///< of rate(): that of the level where it is a single one, else Wilson's
    Interval otherRange;  ///< of otherRate(), likewise
    qint64 unknown = 0;   ///< units in neither group, because it is not known of them
    bool clear() const { return n > 0 && otherN > 0; }
    double rate() const { return double(positives) / double(n); }
    double otherRate() const { return double(otherPositives) / double(otherN); }
};

/// Levels above all when there are any, else those below. Cells with several values count in several levels,
/// so there only the level with the clearest range is taken, against everything.
Standout standout(const AttributeProfile& profile, const Rate& base);

/// The levels that make up `condition` against the others; nothing clear when the condition is no union of
/// levels, or the attribute holds several values at once.
Standout standout(const AttributeProfile& profile, const Condition& condition);

/// The levels in words, `shown` of them at most; neighbours on a scale as one stretch.
QString levelWords(const AttributeProfile& profile, const QStringList& labels, qsizetype shown);

QString positiveWord(Outcome outcome);        ///< "won", "stayed", "among the best by value"
QString unitWord(const Study& study);         ///< "customers", "deals"
QString verdictWord(const QString& verdict);  ///< "held", "too few to say"; "not checked" without a hold-out

}  // namespace icp::slide
