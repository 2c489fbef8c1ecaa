#include "core/workshop/gauge.h"

#include "core/base/interval.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

// Where the three zones of the meter meet.
constexpr double broadEnd = 0.27;
constexpr double narrowStart = 0.73;

GaugeRate rateOf(qint64 positives, qint64 n) {
    const Interval interval = wilson(positives, n);
    return {n, positives, n > 0 ? double(positives) / double(n) : 0, interval.low, interval.high};
}

}  // namespace

GaugeModel::GaugeModel(const Dataset& dataset)
    : GaugeModel(dataset, std::make_shared<const AccountTotals>(dataset)) {}

GaugeModel::GaugeModel(const Dataset& dataset, std::shared_ptr<const AccountTotals> totals)
    : m_fit(dataset), m_totals(std::move(totals)) {}

Gauge GaugeModel::evaluate(const Icp& icp) {
    const FitTable& fit = m_fit.evaluate(icp);
    const AccountTotals& all = *m_totals;
    Gauge gauge;
    gauge.ideal = qint64(fit.ideal.countAnd(all.customers));
    gauge.bad = qint64(fit.bad.countAnd(all.customers));
    gauge.stretch = qint64(fit.stretch.countAnd(all.customers));
    gauge.accounts = {double(fit.ideal.count()), double(all.customers.size())};
    gauge.customers = {double(gauge.ideal), double(all.customers.count())};
    const qint64 won = sumOver(fit.ideal, all.won);
    gauge.wins = {double(won), double(all.wonTotal)};
    gauge.revenue = {sumOver(fit.ideal, all.value), all.valueTotal};
    gauge.pipeline = {sumOver(fit.ideal, all.pipeline), all.pipelineTotal};
    if (icp.market.companies && icp.marketInside)
        gauge.market = {double(*icp.marketInside), double(*icp.market.companies)};

    const qint64 left = qint64(all.left.count());
    const qint64 kept = qint64(all.kept.count());
    const qint64 leftInside = qint64(fit.ideal.countAnd(all.left));
    const qint64 keptInside = qint64(fit.ideal.countAnd(all.kept));
    gauge.leftInside = rateOf(leftInside, leftInside + keptInside);
    gauge.leftOutside = rateOf(left - leftInside, left - leftInside + kept - keptInside);

    gauge.unlinked = all.unlinked;
    gauge.aboutRetention = all.closedTotal + all.unlinked == 0;
    if (gauge.aboutRetention) {
        gauge.inside = rateOf(keptInside, leftInside + keptInside);
        gauge.outside = rateOf(kept - keptInside, left - leftInside + kept - keptInside);
    } else {
        const qint64 closed = sumOver(fit.ideal, all.closed);
        gauge.inside = rateOf(won, closed);
        gauge.outside = rateOf(all.wonTotal - won, all.closedTotal - closed);
    }
    const GaugeRate& in = gauge.inside;
    const GaugeRate& out = gauge.outside;
    const Interval difference = newcombe(in.positives, in.n, out.positives, out.n);
    gauge.difference = in.n > 0 && out.n > 0 ? in.rate - out.rate : 0;
    gauge.differenceLow = difference.low;
    gauge.differenceHigh = difference.high;
    setNarrowness(gauge, icp, all.wonTotal > 0 ? gauge.wins : gauge.customers);
    return gauge;
}

/// `wins` are what must not become too few: won deals, or customers when there are none.
void GaugeModel::setNarrowness(Gauge& gauge, const Icp& icp, const Share& wins) const {
    const bool describes =
        std::any_of(icp.criteria.begin(), icp.criteria.end(), [](const Criterion& criterion) {
            const CriterionPart part = partOf(criterion);
            return part == CriterionPart::Must || part == CriterionPart::Should;
        });
    if (!describes || gauge.customers.whole == 0) return;
    const auto [broadShare, fewWins] = m_bands;
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
