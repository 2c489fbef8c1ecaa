#include "core/draft/draft.h"

#include "core/analysis/confounders/instead.h"
#include "core/draft/criteria.h"
#include "core/workshop/gauge.h"
#include "core/workshop/workshop.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Draft)
};

constexpr std::size_t mostMusts = 3;
constexpr std::size_t mostShoulds = 4;
constexpr std::size_t mostNices = 4;
constexpr std::size_t mostExclusions = 6;
constexpr double mostLost = 0.1;  // of the won value, for an exclusion

/// Whether an attribute says something of the company itself.
bool describesCompany(const Dataset& dataset, const QString& name) {
    static const QSet<QString> aboutSeller{QStringLiteral("account.owner"), QStringLiteral("account.source"),
                                           QStringLiteral("account.created"),
                                           QStringLiteral("account.customer_since")};
    const Attribute* attribute = dataset.find(name);
    return attribute != nullptr && !aboutSeller.contains(name) &&
           (attribute->entity == Entity::Account || attribute->entity == Entity::Usage) &&
           dataset.column(*attribute).type() != ColumnType::Date;
}

bool overlaps(const Condition& condition, const std::vector<Condition>& conditions) {
    return std::any_of(conditions.begin(), conditions.end(),
                       [&](const Condition& other) { return other.attribute == condition.attribute; });
}

/// Did what was found with this attribute fade on the units kept for checking: no better than all there, or
/// clearly worse than before? Few of them leave a range that holds both, which is no fading.
bool faded(const Findings& findings, const Condition& condition) {
    bool fades = false;
    for (const Segment& segment : findings.segments) {
        if (!overlaps(condition, segment.conditions)) continue;
        if (segment.verdict == u"held") return false;
        fades = fades || segment.verdict == u"average" ||
                (segment.verdict == u"weaker" && segment.heldOut.high < segment.rate.rate);
    }
    return fades;
}

struct Candidate {
    const AttributeProfile* profile;
    Criterion criterion;
};

/// The levels clearly above the base rate and, of ranges, those that touch them and lie above it too: a
/// profile should not end in the middle of what works only because one range is thin.
std::vector<Level> betterLevels(const AttributeProfile& profile, double base) {
    const std::vector<Level>& levels = profile.levels;
    const auto counts = [](const Level& level) {
        return !level.unknown && level.status != LevelStatus::Untested;
    };
    std::vector<bool> taken(levels.size());
    for (std::size_t i = 0; i < levels.size(); ++i) taken[i] = counts(levels[i]) && levels[i].rate.low > base;
    const auto grow = [&](std::size_t i, std::size_t neighbour) {
        const bool range = levels[i].condition.op == Condition::Op::Range;
        if (range && taken[neighbour] && counts(levels[i]) && levels[i].rate.rate > base) taken[i] = true;
    };
    for (std::size_t i = 1; i < levels.size(); ++i) grow(i, i - 1);
    for (std::size_t i = levels.size(); i-- > 1;) grow(i - 1, i);
    std::vector<Level> better;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (taken[i]) better.push_back(levels[i]);
    return better;
}

std::vector<Candidate> candidatesOf(const Findings& findings, const Dataset& dataset) {
    std::vector<Candidate> candidates;
    for (const AttributeProfile& profile : findings.attributes) {
        if (!profile.isDriver() || profile.circular || !describesCompany(dataset, profile.name)) continue;
        if (behind(findings, profile) != nullptr) continue;
        const std::vector<Level> better = betterLevels(profile, findings.base.rate);
        if (!better.empty()) candidates.push_back({&profile, criterionFrom(profile, better, dataset)});
    }
    return candidates;
}

/// Ranges that touch the must's range and are not clearly worse than usual.
std::vector<Criterion> stretchLimits(const Candidate& must, const Findings& findings,
                                     const Dataset& dataset) {
    std::vector<Criterion> limits;
    const Condition& range = *must.criterion.condition;
    if (range.op != Condition::Op::Range) return limits;
    for (const Level& level : must.profile->levels) {
        const bool beside = level.condition.op == Condition::Op::Range &&
                            (level.condition.high == range.low || level.condition.low == range.high);
        if (!beside || level.status == LevelStatus::Untested || level.rate.high < findings.base.rate)
            continue;
        limits.push_back(criterionFrom(*must.profile, {level}, dataset));
        limits.back().section = Section::StretchLimits;
    }
    return limits;
}

/// Shares 100 in whole points by how far each criterion lies above the base rate, musts counting most.
void weigh(Icp& icp, double base) {
    std::vector<std::pair<double, Criterion*>> parts;
    double total = 0;
    for (Criterion& criterion : icp.criteria) {
        const CriterionPart part = partOf(criterion);
        const double factor = part == CriterionPart::Must     ? 3
                              : part == CriterionPart::Should ? 2
                              : part == CriterionPart::Nice   ? 1
                                                              : 0;
        if (factor == 0) continue;
        const double rate =
            double(criterion.evidence.positives) / double(std::max<qint64>(1, criterion.evidence.n));
        parts.emplace_back(factor * std::max(0.01, rate - base), &criterion);
        total += parts.back().first;
    }
    double left = 100;
    for (auto& [strength, criterion] : parts) {
        criterion->weight = std::floor(100 * strength / total);
        left -= criterion->weight;
        strength = 100 * strength / total - criterion->weight;
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < parts.size() && left > 0; ++i, --left) parts[i].second->weight += 1;
}

/// Whether the profile with this should on top still holds enough to be judged, and says no less for sure.
bool keepsEnough(GaugeModel& gauge, const Icp& icp, const Criterion& should, bool scored) {
    Icp narrower = icp;
    const double before = gauge.evaluate(narrower).inside.low;
    narrower.criteria.push_back(should);
    const Gauge after = gauge.evaluate(narrower);
    return after.narrowness != Narrowness::TooNarrow && (scored || after.inside.low >= before);
}

}  // namespace

Icp draftIcp(const Findings& findings, const Dataset& dataset, const QString& name) {
    Icp icp;
    icp.id = newId();
    icp.name = name;
    GaugeModel gauge(dataset);
    std::vector<Criterion> limits;
    std::size_t musts = 0;
    std::size_t shoulds = 0;
    std::size_t nices = 0;
    const bool scored = isScored(findings.study.outcome);
    for (Candidate& candidate : candidatesOf(findings, dataset)) {
        Criterion& criterion = candidate.criterion;
        if (musts < mostMusts && !faded(findings, *criterion.condition)) {
            Icp narrower = icp;
            std::erase_if(narrower.criteria,
                          [](const Criterion& c) { return c.importance != Importance::Must; });
            const double before = gauge.evaluate(narrower).inside.low;
            narrower.criteria.push_back(criterion);
            narrower.criteria.back().importance = Importance::Must;
            const Gauge after = gauge.evaluate(narrower);
            // A rate that rises only because few are left has a low end that falls.
            const bool raises = scored || after.inside.low > before;
            if (musts == 0 || (after.narrowness != Narrowness::TooNarrow && raises))
                criterion.importance = Importance::Must;
        }
        if (criterion.importance == Importance::Must) {
            ++musts;
            for (Criterion& limit : stretchLimits(candidate, findings, dataset))
                limits.push_back(std::move(limit));
        } else if (shoulds < mostShoulds && keepsEnough(gauge, icp, criterion, scored)) {
            ++shoulds;
        } else if (nices++ < mostNices) {
            criterion.importance = Importance::Nice;
        } else {
            break;
        }
        icp.criteria.push_back(std::move(criterion));
    }
    icp.hypothesis = icp.criteria.empty() || findings.mode != Mode::Full;
    weigh(icp, findings.base.rate);
    // Where no value is known, the share of customers stands for it.
    const double customers = double(customersOf(dataset).count());
    const auto lossOf = [&](const Exclusion& exclusion) {
        if (findings.valueTotal > 0) return exclusion.revenueShare;
        return customers > 0 ? double(exclusion.customers) / customers : 0;
    };
    const auto isCircular = [&](const QString& attribute) {
        const AttributeProfile* profile = findings.find(attribute);
        return profile != nullptr && profile->circular;
    };
    std::size_t exclusions = 0;
    for (const Exclusion& exclusion : findings.exclusions)
        if (exclusion.verdict != u"average" && describesCompany(dataset, exclusion.condition.attribute) &&
            !isCircular(exclusion.condition.attribute) && lossOf(exclusion) <= mostLost &&
            exclusions++ < mostExclusions)
            icp.criteria.push_back(criterionFrom(exclusion, dataset));
    std::move(limits.begin(), limits.end(), std::back_inserter(icp.criteria));
    // What the product is built for is the baseline the others answer to.
    if (!icp.criteria.empty()) icp.baseline = Words::tr("Product");
    return icp;
}

}  // namespace icp
