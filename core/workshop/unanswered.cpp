#include "core/workshop/unanswered.h"

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

}  // namespace icp
