#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/analysis/study.h"
#include "core/analysis/time/stages.h"
#include "core/table/bitmap.h"

#include <optional>

namespace icp {

/// Days that deals spend at a stage. Deals that stand at it are watched until Dataset::asOf (Kaplan, Meier
/// 1958), so that slow ones count.
struct StageDays {
    qint64 deals = 0;             ///< with a day on which they entered
    std::optional<double> lower;  ///< a quarter has moved on or ended by then
    std::optional<double> median;
    std::optional<double> upper;
};

struct FunnelStage {
    QString label;
    Rate reached;     ///< deals that came so far, of all whose stage is known
    Rate passed;      ///< went on to the next stage or were won, of those that went on or were lost here
    qint64 lost = 0;  ///< here
    qint64 open = 0;  ///< still here: under way, so neither passed nor lost
    StageDays days;   ///< with dates of stages only
};
/// Stages in the order deals go through them. Ranges of rates count accounts as what varies: deals of one
/// account are alike (Rao and Scott 1992).
struct Funnel {
    qint64 deals = 0;  ///< whose stage is known
    qint64 won = 0;
    std::vector<FunnelStage> stages;
};

/// What parts two groups at one stage.
struct FunnelGap {
    Estimate passed;  ///< inside less others, range by Newcombe, accounts as what varies
    double p = 1;     ///< score test; of Rao and Scott where accounts have several deals
    double q = 1;     ///< Benjamini-Hochberg over the stages
};

/// Stage-to-stage conversion of one group of deals beside all others of the study. Cohorts of deals that
/// reached a stage, not a snapshot of where they stand.
struct FunnelPair {
    FunnelBasis basis = FunnelBasis::None;
    QString cannot;  ///< why it cannot be told yet, one sentence; then there are no stages
    Funnel inside;
    Funnel others;
    std::vector<FunnelGap> gaps;  ///< per stage; empty when one group has no deals
    qint64 unknown = 0;           ///< deals of the study whose stage is not known
    bool clustered = false;       ///< accounts have several deals
    int worst = -1;               ///< the stage at which the groups differ most, beyond chance; -1 = none
    QString sentence;             ///< "At Proposal 40% go on, against 62% of all others."
};
/// `inside` as of dealsMeeting().
FunnelPair funnelOf(const Dataset& dataset, const Study& study, const Bitmap& inside);

}  // namespace icp
