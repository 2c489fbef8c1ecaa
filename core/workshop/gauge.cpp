#include "core/workshop/gauge.h"

#include "core/base/interval.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double broadShare = 0.6;
constexpr qint64 fewWins = 20;
// Where the three zones of the meter meet.
constexpr double broadEnd = 0.27;
constexpr double narrowStart = 0.73;

GaugeRate rateOf(qint64 positives, qint64 n) {
    const Interval interval = wilson(positives, n);
    return {n, positives, n > 0 ? double(positives) / double(n) : 0, interval.low, interval.high};
}

template <class Value>
Value sumOver(const Bitmap& accounts, const std::vector<Value>& values) {
    Value sum = 0;
    accounts.forEach([&](std::size_t account) { sum += values[account]; });
    return sum;
}

/// The first of these attributes that any account has.
const Column* valueColumn(const Dataset& dataset) {
    for (const char16_t* name : {u"account.acv", u"account.mrr", u"account.ltv"})
        if (const Column* column = dataset.column(name); column != nullptr && column->isNumeric())
            return column;
    return nullptr;
}

}  // namespace

GaugeModel::GaugeModel(const Dataset& dataset) : m_fit(dataset) {
    const std::size_t accounts = dataset.accounts.rows();
    m_closed.assign(accounts, 0);
    m_won.assign(accounts, 0);
    m_value.assign(accounts, 0);
    m_customers = customersOf(dataset);
    m_left = Bitmap(accounts);
    m_kept = Bitmap(accounts);

    const Column* amount = dataset.column(u"deal.amount");
    if (amount != nullptr && !amount->isNumeric()) amount = nullptr;
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (dataset.dealState[deal] == DealState::Open) continue;
        if (account == noRow) {
            ++m_unlinked;
            continue;
        }
        ++m_closed[account];
        ++m_closedTotal;
        if (dataset.dealState[deal] != DealState::Won) continue;
        ++m_won[account];
        ++m_wonTotal;
        if (amount != nullptr && !amount->isMissing(deal) && amount->numbers()[deal] > 0)
            m_value[account] += amount->numbers()[deal];
    }
    for (std::size_t account = 0; account < dataset.accountState.size(); ++account) {
        m_left.assign(account, dataset.accountState[account] == AccountState::Left);
        m_kept.assign(account, dataset.accountState[account] == AccountState::Customer);
    }

    const auto hasValue = [&] {
        return std::any_of(m_value.begin(), m_value.end(), [](double v) { return v > 0; });
    };
    if (const Column* column = valueColumn(dataset); column != nullptr && !hasValue())
        m_customers.forEach([&](std::size_t account) {
            if (!column->isMissing(account)) m_value[account] = std::max(0.0, column->numbers()[account]);
        });
    for (const double value : m_value) m_valueTotal += value;
}

Gauge GaugeModel::evaluate(const Icp& icp) {
    const FitTable& fit = m_fit.evaluate(icp);
    const qint64 accounts = qint64(m_customers.size());
    const qint64 customers = qint64(m_customers.count());
    Gauge gauge;
    gauge.ideal = qint64(fit.ideal.countAnd(m_customers));
    gauge.bad = qint64(fit.bad.countAnd(m_customers));
    gauge.stretch = qint64(fit.stretch.countAnd(m_customers));
    gauge.accounts = {double(fit.ideal.count()), double(accounts)};
    gauge.customers = {double(gauge.ideal), double(customers)};
    const qint64 won = sumOver(fit.ideal, m_won);
    gauge.wins = {double(won), double(m_wonTotal)};
    gauge.revenue = {sumOver(fit.ideal, m_value), m_valueTotal};
    if (icp.market.companies && icp.marketInside)
        gauge.market = {double(*icp.marketInside), double(*icp.market.companies)};

    const qint64 left = qint64(m_left.count());
    const qint64 kept = qint64(m_kept.count());
    const qint64 leftInside = qint64(fit.ideal.countAnd(m_left));
    const qint64 keptInside = qint64(fit.ideal.countAnd(m_kept));
    gauge.leftInside = rateOf(leftInside, leftInside + keptInside);
    gauge.leftOutside = rateOf(left - leftInside, left - leftInside + kept - keptInside);

    gauge.unlinked = m_unlinked;
    gauge.aboutRetention = m_closedTotal + m_unlinked == 0;
    if (gauge.aboutRetention) {
        gauge.inside = rateOf(keptInside, leftInside + keptInside);
        gauge.outside = rateOf(kept - keptInside, left - leftInside + kept - keptInside);
    } else {
        const qint64 closed = sumOver(fit.ideal, m_closed);
        gauge.inside = rateOf(won, closed);
        gauge.outside = rateOf(m_wonTotal - won, m_closedTotal - closed);
    }
    const GaugeRate& in = gauge.inside;
    const GaugeRate& out = gauge.outside;
    const Interval difference = newcombe(in.positives, in.n, out.positives, out.n);
    gauge.difference = in.n > 0 && out.n > 0 ? in.rate - out.rate : 0;
    gauge.differenceLow = difference.low;
    gauge.differenceHigh = difference.high;
    setNarrowness(gauge, icp, m_wonTotal > 0 ? gauge.wins : gauge.customers);
    return gauge;
}

/// `wins` are what must not become too few: won deals, or customers when there are none.
void GaugeModel::setNarrowness(Gauge& gauge, const Icp& icp, const Share& wins) {
    const bool describes =
        std::any_of(icp.criteria.begin(), icp.criteria.end(), [](const Criterion& criterion) {
            const CriterionPart part = partOf(criterion);
            return part == CriterionPart::Must || part == CriterionPart::Should;
        });
    if (!describes || gauge.customers.whole == 0) return;
    const double share = gauge.customers.share();
    if (share > broadShare) {
        gauge.narrowness = Narrowness::TooBroad;
        gauge.position = broadEnd * (1 - share) / (1 - broadShare);
    } else if (wins.part < double(fewWins)) {
        gauge.narrowness = Narrowness::TooNarrow;
        gauge.position = 1 - (1 - narrowStart) * wins.part / double(fewWins);
    } else {
        gauge.narrowness = Narrowness::Comfortable;
        const double narrowest = std::min(broadShare, double(fewWins) / wins.whole);
        const double way = narrowest < broadShare ? (broadShare - share) / (broadShare - narrowest) : 1;
        gauge.position = broadEnd + (narrowStart - broadEnd) * std::clamp(way, 0.0, 1.0);
    }
}

}  // namespace icp
