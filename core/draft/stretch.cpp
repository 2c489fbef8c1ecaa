#include "core/draft/stretch.h"

#include "core/analysis/clusteredrate.h"
#include "core/analysis/findings.h"
#include "core/analysis/study.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double clearly = 0.05;

/// What became of a set of accounts.
class Outcomes {
public:
    explicit Outcomes(const AccountTotals& totals)
        : m_totals(totals), m_retention(totals.closedTotal + totals.unlinked == 0) {}

    bool aboutRetention() const { return m_retention; }

    ClusteredRate rate(const Bitmap& accounts) const {
        ClusteredRate rate;
        accounts.forEach([&](std::size_t row) {
            const auto account = std::uint32_t(row);
            if (m_retention) {
                if (m_totals.kept.test(row) || m_totals.left.test(row))
                    rate.add(account, m_totals.kept.test(row));
                return;
            }
            for (std::uint32_t deal = 0; deal < m_totals.closed[row]; ++deal)
                rate.add(account, deal < m_totals.won[row]);
        });
        return rate;
    }

    ClusteredRate left(const Bitmap& accounts) const {
        ClusteredRate rate;
        accounts.forEach([&](std::size_t row) {
            if (m_totals.kept.test(row) || m_totals.left.test(row))
                rate.add(std::uint32_t(row), m_totals.left.test(row));
        });
        return rate;
    }

private:
    const AccountTotals& m_totals;
    bool m_retention;
};

Bitmap fails(const Match& match) { return ~(match.yes | match.unknown); }

std::vector<const Criterion*> computed(const Icp& icp, CriterionPart part) {
    std::vector<const Criterion*> criteria;
    for (const Criterion& criterion : icp.criteria)
        if (partOf(criterion) == part) criteria.push_back(&criterion);
    return criteria;
}

/// The accounts of every group, by what keeps them from being ideal.
std::vector<std::pair<StretchGroup, Bitmap>> groupsOf(const FitModel& fit, const Icp& icp) {
    const std::size_t accounts = fit.table().fit.size();
    Bitmap open = fit.table().stretch;
    for (std::size_t account = 0; account < accounts; ++account)
        if (fit.byHand(account) != nullptr) open.reset(account);
    const std::vector<const Criterion*> musts = computed(icp, CriterionPart::Must);
    const std::vector<const Criterion*> shoulds = computed(icp, CriterionPart::Should);
    Bitmap anyShould(accounts, shoulds.empty());
    Bitmap noShould(accounts, !shoulds.empty());
    for (const Criterion* should : shoulds) {
        anyShould |= fit.match(should->id)->yes;
        noShould &= fails(*fit.match(should->id));
    }
    std::vector<std::pair<StretchGroup, Bitmap>> groups;
    const auto add = [&](const QString& criterion, const QString& limit, const Bitmap& rows) {
        if (!rows.any()) return;
        StretchGroup group;
        group.criterion = criterion;
        group.limit = limit;
        group.accounts = rows.count();
        groups.emplace_back(std::move(group), rows);
    };
    for (const Criterion* must : musts) {
        Bitmap only = open & anyShould & fails(*fit.match(must->id));
        for (const Criterion* other : musts)
            if (other != must) only &= fit.match(other->id)->yes;
        for (const Criterion* limit : computed(icp, CriterionPart::StretchLimit)) {
            if (limit->condition->attribute != must->condition->attribute) continue;
            const Bitmap passed = only & fit.match(limit->id)->yes;
            add(must->id, limit->id, passed);
            only -= passed;
        }
    }
    Bitmap allMusts = open & noShould;
    for (const Criterion* must : musts) allMusts &= fit.match(must->id)->yes;
    add({}, {}, allMusts);
    return groups;
}

/// s - (i + b) / 2 with its interval.
Estimate aboveMiddle(const Estimate& stretch, const Estimate& ideal, const Estimate& bad) {
    const double value = stretch.value - (ideal.value + bad.value) / 2;
    const auto far = [](double own, double one, double other) { return std::hypot(own, one / 2, other / 2); };
    return {value,
            {value - far(stretch.value - stretch.interval.low, ideal.interval.high - ideal.value,
                         bad.interval.high - bad.value),
             value + far(stretch.interval.high - stretch.value, ideal.value - ideal.interval.low,
                         bad.value - bad.interval.low)}};
}

void judge(StretchGroup& group, const ClusteredRate& stretch, const ClusteredRate& ideal,
           const ClusteredRate& bad) {
    const qint64 least = Study().minLevel;
    if (std::min({stretch.n(), ideal.n(), bad.n()}) < least) return;
    if (ideal.rate() <= bad.rate() || pOfEqual(ideal, bad) >= clearly) {
        group.verdict = StretchVerdict::NoGap;
        return;
    }
    group.aboveMiddle = aboveMiddle(stretch.estimate(), ideal.estimate(), bad.estimate());
    group.verdict = group.aboveMiddle.interval.low > 0    ? StretchVerdict::Promote
                    : group.aboveMiddle.interval.high < 0 ? StretchVerdict::Demote
                                                          : StretchVerdict::Unclear;
}

/// Both conditions as one; nothing when they are not of one kind, or leave a gap between them.
std::optional<Condition> either(const Condition& a, const Condition& b) {
    if (a.op != b.op || a.attribute != b.attribute) return std::nullopt;
    Condition both = a;
    if (a.op == Condition::Op::Range) {
        if (a.low > b.high || b.low > a.high) return std::nullopt;
        both.low = std::min(a.low, b.low);
        both.high = std::max(a.high, b.high);
        return both;
    }
    if (a.op != Condition::Op::In && a.op != Condition::Op::Has) return std::nullopt;
    both.values << b.values;
    both.values.removeDuplicates();
    return both;
}

}  // namespace

StretchOutcomes stretchOutcomes(const FitModel& fit, const Icp& icp, const AccountTotals& totals,
                                const std::vector<std::uint32_t>& tests) {
    const Outcomes outcomes(totals);
    const FitTable& table = fit.table();
    const ClusteredRate ideal = outcomes.rate(table.ideal);
    const ClusteredRate bad = outcomes.rate(table.bad);
    const ClusteredRate leftIdeal = outcomes.left(table.ideal);
    Bitmap tested(table.fit.size());
    for (const std::uint32_t account : tests) tested.set(account);

    StretchOutcomes result;
    result.aboutRetention = outcomes.aboutRetention();
    result.ideal = ideal.asRate();
    result.stretch = outcomes.rate(table.stretch).asRate();
    result.bad = bad.asRate();
    result.tests = outcomes.rate(tested).asRate();
    result.leftIdeal = leftIdeal.asRate();
    result.leftStretch = outcomes.left(table.stretch).asRate();
    result.leftBad = outcomes.left(table.bad).asRate();
    for (auto& [group, accounts] : groupsOf(fit, icp)) {
        const ClusteredRate rate = outcomes.rate(accounts);
        const ClusteredRate left = outcomes.left(accounts);
        group.rate = rate.asRate();
        group.left = left.asRate();
        judge(group, rate, ideal, bad);
        const bool leaves = !result.aboutRetention && left.n() > 0 && leftIdeal.n() > 0 &&
                            left.rate() > leftIdeal.rate() && pOfEqual(left, leftIdeal) < clearly;
        if (group.verdict == StretchVerdict::Promote && leaves) group.verdict = StretchVerdict::Leaves;
        result.groups.push_back(std::move(group));
    }
    return result;
}

std::optional<Icp> afterVerdict(const Icp& icp, const StretchGroup& group, const Dataset& dataset) {
    const bool promote = group.verdict == StretchVerdict::Promote;
    if (!promote && group.verdict != StretchVerdict::Demote) return std::nullopt;
    Icp next = icp;
    if (group.criterion.isEmpty()) {
        std::vector<Criterion*> shoulds;
        for (Criterion& criterion : next.criteria)
            if (partOf(criterion) == CriterionPart::Should) shoulds.push_back(&criterion);
        if (shoulds.empty() || (!promote && shoulds.size() > 1)) return std::nullopt;
        for (Criterion* should : shoulds) should->importance = promote ? Importance::Nice : Importance::Must;
        return next;
    }
    const Criterion* limit = icp.find(group.limit);
    const auto must = std::find_if(next.criteria.begin(), next.criteria.end(),
                                   [&](const Criterion& one) { return one.id == group.criterion; });
    if (limit == nullptr || must == next.criteria.end() || !limit->condition || !must->condition)
        return std::nullopt;
    if (promote) {
        const std::optional<Condition> both = either(*must->condition, *limit->condition);
        if (!both) return std::nullopt;
        must->condition = both;
        must->text = conditionLabel(*both, dataset);
    }
    std::erase_if(next.criteria, [&](const Criterion& one) { return one.id == group.limit; });
    return next;
}

}  // namespace icp
