#include "ui/stations/patterns/narrowing.h"

#include "ui/stations/filterrow.h"

#include <algorithm>

namespace icp::ui {

namespace {

std::vector<Condition> without(std::vector<Condition> filter, const QString& attribute) {
    std::erase_if(filter, [&](const Condition& condition) { return condition.attribute == attribute; });
    return filter;
}

bool alike(const Study& a, const Study& b) {
    return a.unit == b.unit && a.outcome == b.outcome && a.measure == b.measure && a.blend == b.blend &&
           a.market == b.market && a.holdout == b.holdout && a.newestQuarter == b.newestQuarter &&
           a.quality == b.quality;
}

}  // namespace

bool narrowedBy(const Study& study, const QString& attribute) {
    const auto conditions = chosenConditions(study);
    return std::any_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return condition.attribute == attribute; });
}

Study toggled(const Study& study, const Condition& level) {
    const std::vector<Condition> now = chosenConditions(study);
    std::vector<Condition> out = without(now, level.attribute);
    if (std::find(now.begin(), now.end(), level) == now.end()) out.push_back(level);
    return narrowedTo(study, out);
}

void Narrowing::remember(const QString& attribute, const Findings& findings) {
    if (!narrowedBy(findings.study, attribute)) m_before[attribute] = findings;
}

const Findings& Narrowing::of(const QString& attribute, const Findings& now) const {
    if (!narrowedBy(now.study, attribute)) return now;
    const auto found = m_before.find(attribute);
    if (found == m_before.end() || !alike(found->second.study, now.study)) return now;
    return found->second.study.filter == without(now.study.filter, attribute) ? found->second : now;
}

}  // namespace icp::ui
