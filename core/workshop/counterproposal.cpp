#include "core/workshop/counterproposal.h"

#include <algorithm>

namespace icp {

Criterion inPlaceOf(const Criterion& criterion, const CounterProposal& counter) {
    Criterion result = criterion;
    result.text = counter.text;
    result.condition = counter.condition;
    result.importance = counter.importance;
    result.evidence = counter.evidence;
    result.author = counter.author;
    result.why = counter.why;
    return result;
}

CounterProposal counterFrom(const Criterion& criterion, const QString& id) {
    return {id,
            criterion.text,
            criterion.condition,
            criterion.importance,
            criterion.evidence,
            criterion.author,
            criterion.why};
}

Criterion adopted(const Criterion& criterion, const QString& counter) {
    const auto chosen = std::find_if(criterion.counters.begin(), criterion.counters.end(),
                                     [&](const CounterProposal& one) { return one.id == counter; });
    if (chosen == criterion.counters.end()) return criterion;
    Criterion result = inPlaceOf(criterion, *chosen);
    result.counters[std::size_t(chosen - criterion.counters.begin())] = counterFrom(criterion, counter);
    return result;
}

Icp withBaseline(Icp icp, const QString& department) {
    for (Criterion& criterion : icp.criteria) {
        const bool written = criterion.evidence.source == Evidence::Source::Typed ||
                             criterion.evidence.source == Evidence::Source::Examples;
        if (criterion.author == icp.baseline && (criterion.author.isEmpty() || !written))
            criterion.author = department;
    }
    icp.baseline = department;
    return icp;
}

bool isDrafted(const Icp& icp) {
    return !icp.criteria.empty() &&
           std::all_of(icp.criteria.begin(), icp.criteria.end(), [](const Criterion& criterion) {
               return criterion.evidence.source != Evidence::Source::Typed &&
                      contributors(criterion).isEmpty();
           });
}

QStringList contributors(const Criterion& criterion) {
    QStringList names{criterion.author};
    for (const CounterProposal& counter : criterion.counters) names << counter.author;
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

}  // namespace icp
