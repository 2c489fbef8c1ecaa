#pragma once

#include "core/workshop/gauge.h"

namespace icp {

/// What one criterion costs and brings: the gauge of the ICP without it.
struct Contribution {
    QString criterion;  ///< id
    Gauge without;
};

/// One per criterion that can be computed, in the ICP's order. Leaves the model evaluated for the ICP itself.
std::vector<Contribution> contributions(GaugeModel& model, const Icp& icp);

}  // namespace icp
