#pragma once

#include "core/table/dataset.h"

#include <QString>

#include <vector>

namespace icp {

/// What is known of the stages deals went through.
enum class FunnelBasis {
    None,        ///< the data do not say where lost deals stood
    StageDates,  ///< a date per stage ("Date entered Demo")
    LastStage    ///< the stage a deal stands at, or stood at when it was lost
};
QString basisName(FunnelBasis basis);  ///< "none", "stage-dates", "last-stage"

/// The stages of a dataset in the order deals go through them, and how far every deal came. A stage that was
/// left out counts as passed; won and lost are ends, no stages.
struct Stages {
    FunnelBasis basis = FunnelBasis::None;
    QStringList labels;
    std::vector<int> furthest;                 ///< per deal: index of a stage, -1 = not known
    std::vector<std::vector<double>> entered;  ///< StageDates: per stage and deal, days; NaN = not known
    QString cannot;                            ///< why not, one sentence; empty when it can be told
};
Stages stagesOf(const Dataset& dataset);

}  // namespace icp
