#pragma once

#include "core/analysis/time/dealtimes.h"
#include "core/analysis/time/funnel.h"

namespace icp::ui {

/// How deals and customers of one group go on over time, beside all others of the study.
struct GroupTimes {
    QString name;         ///< "Segment 1"; "All deals" when there is no group
    bool beside = false;  ///< there is a group, so that there are others
    FunnelPair funnel;
    CloseTimesPair closing;
    std::vector<LostReason> reasons;
    StayPair staying;
    QDate asOf;
    qint64 sealed = 0;  ///< deals kept aside for the check of segments, which count here too
};

/// `conditions`: the group; none = everything, beside nobody. Takes time in proportion to deals.
GroupTimes groupTimes(const Dataset& dataset, const Study& study, const std::vector<Condition>& conditions,
                      const QString& name);

/// What is seen, in words: one sentence, then its numbers, then how it was computed. When the data cannot
/// tell, `cannot` says why and the others are empty.
struct TimeWords {
    QString sentence;
    QString numbers;
    QString method;
    QString cannot;
};
TimeWords funnelWords(const GroupTimes& times);
TimeWords closingWords(const GroupTimes& times);
TimeWords reasonWords(const GroupTimes& times);
TimeWords stayingWords(const GroupTimes& times);

}  // namespace icp::ui
