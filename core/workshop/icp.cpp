#include "core/workshop/icp.h"

#include "core/base/names.h"

#include <algorithm>

namespace icp {

namespace {
constexpr Names<Importance, 4> importances{{"must", "should", "nice", "exclude"}};
constexpr Names<Section, sectionCount> sections{{"key-challenge", "organisation", "firmographic",
                                                 "technology", "behaviour", "specialised", "exclusions",
                                                 "stretch-limits"}};
constexpr Names<TechnologyReason, technologyReasonCount> reasons{{"", "include", "exclude", "has-integration",
                                                                  "overlaps", "signals-budget",
                                                                  "early-adopter", "late-adopter"}};
}  // namespace

QString importanceName(Importance importance) { return importances.of(importance); }
Importance importanceFromName(QStringView name) { return importances.find(name, Importance::Should); }
QString sectionName(Section section) { return sections.of(section); }
Section sectionFromName(QStringView name) { return sections.find(name, Section::Firmographic); }
QString technologyReasonName(TechnologyReason reason) { return reasons.of(reason); }
TechnologyReason technologyReasonFromName(QStringView name) {
    return reasons.find(name, TechnologyReason::None);
}

Section sectionFor(AttributeClass cls) {
    switch (cls) {
        case AttributeClass::Firmographic:
        case AttributeClass::Environment:
        case AttributeClass::Geographic:
            return Section::Firmographic;
        case AttributeClass::Technology:
            return Section::Technology;
        case AttributeClass::Organisation:
        case AttributeClass::Demographic:
            return Section::Organisation;
        case AttributeClass::Behaviour:
        case AttributeClass::Psychographic:
            return Section::Behaviour;
        case AttributeClass::Specialised:
            break;
    }
    return Section::Specialised;
}

CriterionPart partOf(const Criterion& criterion) {
    if (!criterion.condition) return CriterionPart::WordsOnly;
    if (criterion.importance == Importance::Exclude || criterion.section == Section::Exclusions)
        return CriterionPart::Exclusion;
    if (criterion.section == Section::StretchLimits) return CriterionPart::StretchLimit;
    switch (criterion.importance) {
        case Importance::Must:
            return CriterionPart::Must;
        case Importance::Should:
            return CriterionPart::Should;
        case Importance::Nice:
        case Importance::Exclude:
            break;
    }
    return CriterionPart::Nice;
}

bool isWeighed(const Criterion& criterion) {
    const CriterionPart part = partOf(criterion);
    return part == CriterionPart::Must || part == CriterionPart::Should || part == CriterionPart::Nice;
}

const Criterion* Icp::find(QStringView criterionId) const {
    const auto it = std::find_if(criteria.begin(), criteria.end(),
                                 [&](const Criterion& criterion) { return criterion.id == criterionId; });
    return it == criteria.end() ? nullptr : &*it;
}

int filledSections(const Icp& icp) {
    std::array<bool, sectionCount> filled{};
    for (const Criterion& criterion : icp.criteria) filled[std::size_t(criterion.section)] = true;
    if (!icp.quote.trimmed().isEmpty() || !icp.problem.trimmed().isEmpty())
        filled[std::size_t(Section::KeyChallenge)] = true;
    return int(std::count(filled.begin(), filled.end(), true));
}

}  // namespace icp
