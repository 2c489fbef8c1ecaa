#include "core/draft/criteria.h"

#include "core/base/interval.h"
#include "core/workshop/workshop.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Draft)
};

qint64 unitsIn(const std::vector<Level>& levels) {
    qint64 n = 0;
    for (const Level& level : levels) n += level.rate.n;
    return n;
}

Condition joined(const std::vector<Level>& run) {
    Condition condition = run.front().condition;
    for (std::size_t i = 1; i < run.size(); ++i) {
        condition.values += run[i].condition.values;
        condition.low = std::min(condition.low, run[i].condition.low);
        condition.high = std::max(condition.high, run[i].condition.high);
    }
    condition.values.removeDuplicates();
    return condition;
}

Evidence evidenceOf(Evidence::Source source, const QString& note, const Rate& rate, double q,
                    const QString& verdict, const Dataset& dataset) {
    Evidence evidence;
    evidence.source = source;
    evidence.note = note;
    evidence.fingerprint = dataset.fingerprint;
    evidence.n = rate.n;
    evidence.positives = rate.positives;
    evidence.low = rate.low;
    evidence.high = rate.high;
    evidence.q = q;
    evidence.verdict = verdict;
    return evidence;
}

/// The levels together. Units of a multi-valued attribute stand in several levels, so there it is the
/// strongest one.
Rate together(const AttributeProfile& profile, const std::vector<Level>& levels) {
    const auto strongest = std::max_element(
        levels.begin(), levels.end(), [](const Level& a, const Level& b) { return a.rate.low < b.rate.low; });
    if (levels.size() == 1 || profile.kind == AttributeKind::Multi) return strongest->rate;
    Rate rate;
    for (const Level& level : levels) {
        rate.n += level.rate.n;
        rate.positives += level.rate.positives;
    }
    const Interval interval = wilson(rate.positives, rate.n);
    rate.rate = rate.n > 0 ? double(rate.positives) / double(rate.n) : 0;
    rate.low = interval.low;
    rate.high = interval.high;
    return rate;
}

}  // namespace

Criterion criterionOn(const Condition& condition, const Dataset& dataset) {
    const Attribute* attribute = dataset.find(condition.attribute);
    Criterion criterion;
    criterion.id = newId();
    criterion.section = attribute == nullptr ? Section::Specialised : sectionFor(attribute->cls);
    criterion.text = conditionLabel(condition, dataset);
    criterion.condition = condition;
    return criterion;
}

std::vector<std::vector<Level>> runsOf(const std::vector<Level>& levels) {
    std::vector<Level> known;
    std::copy_if(levels.begin(), levels.end(), std::back_inserter(known),
                 [](const Level& level) { return !level.unknown; });
    if (known.empty()) return {levels};
    std::stable_sort(known.begin(), known.end(),
                     [](const Level& a, const Level& b) { return a.condition.low < b.condition.low; });
    std::vector<std::vector<Level>> runs;
    for (const Level& level : known) {
        const bool range = level.condition.op == Condition::Op::Range;
        const bool apart = runs.empty() || level.condition.op != runs.back().back().condition.op ||
                           (range && runs.back().back().condition.high != level.condition.low);
        if (apart) runs.emplace_back();
        runs.back().push_back(level);
    }
    return runs;
}

Criterion criterionFrom(const AttributeProfile& profile, const std::vector<Level>& levels,
                        const Dataset& dataset) {
    const std::vector<std::vector<Level>> runs = runsOf(levels);
    const std::vector<Level>& run = *std::max_element(
        runs.begin(), runs.end(),
        [](const std::vector<Level>& a, const std::vector<Level>& b) { return unitsIn(a) < unitsIn(b); });
    Criterion criterion = criterionOn(joined(run), dataset);
    criterion.evidence = evidenceOf(Evidence::Source::Pattern, Tr::tr("From Patterns"),
                                    together(profile, run), profile.q, {}, dataset);
    return criterion;
}

std::vector<Criterion> criteriaFrom(const Segment& segment, const Dataset& dataset) {
    const bool ofCompanies =
        std::none_of(segment.conditions.begin(), segment.conditions.end(),
                     [&](const Condition& condition) { return isOfDeals(condition, dataset); });
    std::vector<Criterion> criteria;
    for (const Condition& condition : segment.conditions) {
        criteria.push_back(criterionOn(condition, dataset));
        if (!ofCompanies) continue;
        criteria.back().evidence =
            evidenceOf(Evidence::Source::Segment,
                       Tr::tr("From the segment %1").arg(segment.labels.join(QStringLiteral(", "))),
                       segment.rate, segment.q, segment.verdict, dataset);
    }
    return criteria;
}

Criterion criterionFrom(const Exclusion& exclusion, const Dataset& dataset) {
    Criterion criterion = criterionOn(exclusion.condition, dataset);
    criterion.importance = Importance::Exclude;
    criterion.section = Section::Exclusions;
    criterion.evidence = evidenceOf(Evidence::Source::Exclusion, Tr::tr("From exclusions"), exclusion.rate, 1,
                                    exclusion.verdict, dataset);
    return criterion;
}

}  // namespace icp
