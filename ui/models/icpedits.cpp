#include "ui/models/icpedits.h"

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

std::vector<Criterion>::iterator findCriterion(Icp& icp, const QString& id) {
    return std::find_if(icp.criteria.begin(), icp.criteria.end(),
                        [&](const Criterion& c) { return c.id == id; });
}

/// The level a criterion has in a section, given the one it came with.
Importance importanceIn(Section section, Importance before) {
    if (section == Section::Exclusions) return Importance::Exclude;
    return before == Importance::Exclude ? Importance::Should : before;
}

}  // namespace

double startingWeight(Importance importance) {
    switch (importance) {
        case Importance::Must:
            return 20;
        case Importance::Should:
            return 10;
        case Importance::Nice:
            return 5;
        case Importance::Exclude:
            break;
    }
    return 0;
}

std::vector<int> shownWeights(const Icp& icp) {
    std::vector<int> shown(icp.criteria.size(), 0);
    double total = 0;
    for (const Criterion& criterion : icp.criteria) total += isWeighed(criterion) ? criterion.weight : 0;
    if (total <= 0) return shown;

    // Largest remainder: whole percents that still add up to 100.
    std::vector<std::pair<double, std::size_t>> remainders;
    int given = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!isWeighed(icp.criteria[i])) continue;
        const double exact = 100 * icp.criteria[i].weight / total;
        shown[i] = int(std::floor(exact + 1e-9));
        given += shown[i];
        remainders.emplace_back(exact - shown[i], i);
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < remainders.size() && given < 100; ++i, ++given) ++shown[remainders[i].second];
    return shown;
}

std::vector<std::size_t> criteriaOf(const Icp& icp, Section section) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < icp.criteria.size(); ++i)
        if (icp.criteria[i].section == section) found.push_back(i);
    return found;
}

void setImportance(Icp& icp, const QString& id, Importance importance, Section home) {
    const auto criterion = findCriterion(icp, id);
    if (criterion == icp.criteria.end() || criterion->importance == importance) return;
    if (importance == Importance::Exclude) {
        moveTo(icp, id, Section::Exclusions, int(criteriaOf(icp, Section::Exclusions).size()));
        return;
    }
    criterion->importance = importance;
    if (criterion->section == Section::Exclusions) moveTo(icp, id, home, int(criteriaOf(icp, home).size()));
    const auto moved = findCriterion(icp, id);
    if (moved->weight <= 0) moved->weight = startingWeight(importance);
}

void moveTo(Icp& icp, const QString& id, Section section, int index) {
    const auto found = findCriterion(icp, id);
    if (found == icp.criteria.end()) return;
    Criterion criterion = *found;
    icp.criteria.erase(found);
    criterion.section = section;
    criterion.importance = importanceIn(section, criterion.importance);
    if (isWeighed(criterion) && criterion.weight <= 0)
        criterion.weight = startingWeight(criterion.importance);

    const auto places = criteriaOf(icp, section);
    const std::size_t place = std::size_t(std::clamp(index, 0, int(places.size())));
    const std::size_t at = place < places.size() ? places[place]
                           : places.empty()      ? icp.criteria.size()
                                                 : places.back() + 1;
    icp.criteria.insert(icp.criteria.begin() + std::ptrdiff_t(at), criterion);
}

bool moveBy(Icp& icp, const QString& id, int step) {
    const auto found = findCriterion(icp, id);
    if (found == icp.criteria.end()) return false;
    const Section section = found->section;
    const auto places = criteriaOf(icp, section);
    const auto here = std::find(places.begin(), places.end(), std::size_t(found - icp.criteria.begin()));
    const int place = int(here - places.begin()) + step;
    if (place >= 0 && place < int(places.size())) {
        moveTo(icp, id, section, place);
        return true;
    }
    const int next = int(section) + step;
    if (next < 0 || next >= sectionCount) return false;
    moveTo(icp, id, Section(next), step > 0 ? 0 : int(criteriaOf(icp, Section(next)).size()));
    return true;
}

void changeWeight(Icp& icp, const QString& id, double points) {
    const auto chosen = findCriterion(icp, id);
    if (chosen == icp.criteria.end() || !isWeighed(*chosen)) return;
    double total = 0;
    for (const Criterion& criterion : icp.criteria) total += isWeighed(criterion) ? criterion.weight : 0;
    if (total <= 0) {
        chosen->weight = 100;
        return;
    }
    const double before = 100 * chosen->weight / total;
    if (before >= 100) return;  // alone, or all others weigh nothing: there is nobody to take from
    const double after = std::clamp(std::round(before) + points, 0.0, 95.0);
    const double others = (100 - after) / (100 - before);
    for (Criterion& criterion : icp.criteria)
        if (isWeighed(criterion))
            criterion.weight = criterion.id == id ? after : 100 * criterion.weight / total * others;
}

void removeCriterion(Icp& icp, const QString& id) {
    std::erase_if(icp.criteria, [&](const Criterion& criterion) { return criterion.id == id; });
}

void putCriterion(Icp& icp, const Criterion& criterion) {
    const auto found = findCriterion(icp, criterion.id);
    if (found != icp.criteria.end())
        *found = criterion;
    else
        icp.criteria.push_back(criterion);
}

}  // namespace icp::ui
