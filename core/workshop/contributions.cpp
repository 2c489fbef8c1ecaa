#include "core/workshop/contributions.h"

#include <algorithm>

namespace icp {

std::vector<Contribution> contributions(GaugeModel& model, const Icp& icp) {
    std::vector<Contribution> result;
    for (const Criterion& criterion : icp.criteria) {
        if (partOf(criterion) == CriterionPart::WordsOnly) continue;
        model.evaluate(icp);  // keeps the answers of all criteria, so that each is looked up only once
        Icp without = icp;
        std::erase_if(without.criteria, [&](const Criterion& other) { return other.id == criterion.id; });
        result.push_back({criterion.id, model.evaluate(without)});
    }
    model.evaluate(icp);
    return result;
}

}  // namespace icp
