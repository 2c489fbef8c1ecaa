#pragma once

#include "core/table/condition.h"

namespace icp {

struct Frame;
struct Study;

/// What would have been saved, and lost, had units that meet some conditions been left alone.
struct LeadsSaved {
    qint64 tries = 0;      ///< closed units of the study
    qint64 saved = 0;      ///< of them, those that would not have been worked on
    qint64 wins = 0;       ///< positives among all
    qint64 winsLost = 0;   ///< positives among those saved
    qint64 open = 0;       ///< deals that are open now
    qint64 openSaved = 0;  ///< of them, those that meet the conditions

    double savedShare() const { return tries > 0 ? double(saved) / double(tries) : 0; }  ///< 0 to 1
    double lostShare() const { return wins > 0 ? double(winsLost) / double(wins) : 0; }  ///< 0 to 1
};

/// Leaving alone what meets any of `excluded`. What is unknown is never left alone.
LeadsSaved leadsSaved(const Dataset& dataset, const Study& study, const std::vector<Condition>& excluded);
/// The same of a study's units.
LeadsSaved leadsSaved(const Dataset& dataset, const Frame& frame, const std::vector<Condition>& excluded);

}  // namespace icp
