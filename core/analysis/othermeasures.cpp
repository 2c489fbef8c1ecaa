#include "core/analysis/othermeasures.h"

#include "core/analysis/contingency.h"
#include "core/analysis/fisher.h"
#include "core/analysis/multiple.h"

#include <limits>

namespace icp {

namespace {

std::vector<Group> knownGroups(const AttributeProfile& profile) {
    std::vector<Group> groups;
    for (const Level& level : profile.levels)
        if (!level.unknown && level.rate.n > 0) groups.push_back({level.rate.positives, level.rate.n});
    return groups;
}

}  // namespace

std::vector<OtherMeasures> otherMeasures(const Findings& findings) {
    std::vector<OtherMeasures> all(findings.attributes.size());
    std::vector<double> p;
    for (std::size_t a = 0; a < all.size(); ++a) {
        const AttributeProfile& profile = findings.attributes[a];
        if (profile.test.isEmpty()) continue;
        p.push_back(profile.p);
        const std::vector<Group> groups = knownGroups(profile);
        if (profile.kind == AttributeKind::Multi || groups.empty()) continue;
        const Contingency table = tableOf(groups);
        all[a].informationValue = informationValue(groups);
        all[a].mutualInformation = mutualInformation(table);
        all[a].uncertainty = uncertaintyCoefficient(table);
    }
    const std::vector<double> q = benjaminiYekutieli(p);
    std::size_t next = 0;
    for (std::size_t a = 0; a < all.size(); ++a)
        if (!findings.attributes[a].test.isEmpty()) all[a].qAnyDependence = q[next++];
    return all;
}

std::optional<Estimate> ratioToOthers(const AttributeProfile& profile, const Level& level) {
    if (profile.kind == AttributeKind::Multi || level.unknown || level.rate.n == 0) return std::nullopt;
    Group others;
    for (const Group& group : knownGroups(profile)) {
        others.n += group.n;
        others.positives += group.positives;
    }
    others.n -= level.rate.n;
    others.positives -= level.rate.positives;
    if (others.n == 0) return std::nullopt;
    return ratioOf(level.rate.positives, level.rate.n, others.positives, others.n);
}

std::optional<double> exactOdds(const AttributeProfile& profile) {
    const std::vector<Group> groups = knownGroups(profile);
    if (profile.test != u"fisher" || groups.size() != 2) return std::nullopt;
    const double odds =
        conditionalOddsRatio({groups[0].positives, groups[0].n, groups[1].positives, groups[1].n});
    if (!(odds < std::numeric_limits<double>::max())) return std::nullopt;
    return odds;
}

}  // namespace icp
