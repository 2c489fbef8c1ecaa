#include "core/workshop/unanswered.h"

#include <algorithm>

namespace icp {

QStringList unanswered(const Icp& icp, const Dataset& leads, const Dataset& known) {
    QStringList labels;
    for (const Criterion& criterion : icp.criteria) {
        if (!criterion.condition || leads.find(criterion.condition->attribute) != nullptr) continue;
        const Attribute* attribute = known.find(criterion.condition->attribute);
        labels << (attribute != nullptr ? attribute->label : criterion.condition->attribute);
    }
    labels.removeDuplicates();
    return labels;
}

bool answersNothing(const Icp& icp, const Dataset& leads) {
    const auto judges = [](const Criterion& criterion) {
        const CriterionPart part = partOf(criterion);
        return part != CriterionPart::WordsOnly && part != CriterionPart::StretchLimit;
    };
    return std::any_of(icp.criteria.begin(), icp.criteria.end(), judges) &&
           std::none_of(icp.criteria.begin(), icp.criteria.end(), [&](const Criterion& criterion) {
               return judges(criterion) && leads.find(criterion.condition->attribute) != nullptr;
           });
}

}  // namespace icp
