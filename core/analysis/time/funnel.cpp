#include "core/analysis/time/funnel.h"

#include "core/analysis/multiple.h"
#include "core/analysis/time/survival.h"
#include "core/analysis/time/unitsoftime.h"
#include "core/base/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Funnel)
};

/// First time at which no more than `share` still go on.
std::optional<double> timeOf(const Survival& survival, double share) {
    for (const SurvivalStep& step : survival.steps)
        if (step.share <= share) return step.time;
    return std::nullopt;
}

/// When a deal left a stage it had entered: by entering a later one, or by ending there.
Spell stayOf(const Dataset& dataset, const Stages& stages, std::size_t stage, std::size_t deal,
             double today) {
    const double from = std::floor(stages.entered[stage][deal]);
    for (std::size_t next = stage + 1; next < stages.entered.size(); ++next)
        if (const double day = stages.entered[next][deal]; !std::isnan(day))
            return {0, std::floor(day) - from, 1};
    if (dataset.dealState[deal] == DealState::Open) return {0, today - from, 0};
    return {0, std::floor(time::numberAt(dataset.column(u"deal.close_date"), deal)) - from, 1};
}

StageDays daysAt(const Dataset& dataset, const Stages& stages, std::size_t stage,
                 const std::vector<std::uint32_t>& deals) {
    if (stages.basis != FunnelBasis::StageDates) return {};
    std::vector<Spell> spells;
    const double today = time::asOfDay(dataset);
    for (const std::uint32_t deal : deals) {
        if (std::isnan(stages.entered[stage][deal])) continue;
        const Spell spell = stayOf(dataset, stages, stage, deal, today);
        if (spell.to >= 0) spells.push_back(spell);
    }
    const Survival survival = survivalOf(spells);
    return {survival.n, timeOf(survival, 0.75), timeOf(survival, 0.5), timeOf(survival, 0.25)};
}

Funnel funnelOfDeals(const Dataset& dataset, const Stages& stages, const std::vector<std::uint32_t>& deals) {
    const auto count = std::size_t(stages.labels.size());
    std::vector<qint64> reached(count, 0);
    Funnel funnel;
    funnel.deals = qint64(deals.size());
    funnel.stages.resize(count);
    for (const std::uint32_t deal : deals) {
        const DealState state = dataset.dealState[deal];
        const auto at = std::size_t(stages.furthest[deal]);
        const std::size_t last = state == DealState::Won ? count - 1 : at;
        for (std::size_t s = 0; s <= last; ++s) ++reached[s];
        funnel.won += state == DealState::Won ? 1 : 0;
        funnel.stages[at].lost += state == DealState::Lost ? 1 : 0;
        funnel.stages[at].open += state == DealState::Open ? 1 : 0;
    }
    for (std::size_t s = 0; s < count; ++s) {
        FunnelStage& stage = funnel.stages[s];
        stage.label = stages.labels[qsizetype(s)];
        stage.reached = rateOf(reached[s], funnel.deals);
        const qint64 passed = s + 1 < count ? reached[s + 1] : funnel.won;
        stage.passed = rateOf(passed, passed + stage.lost);
        stage.days = daysAt(dataset, stages, s, deals);
    }
    return funnel;
}

QString percent(double share) { return percentText(share, QLocale::c()); }

void compare(FunnelPair& pair) {
    std::vector<double> p;
    for (std::size_t s = 0; s < pair.inside.stages.size(); ++s) {
        const Rate& in = pair.inside.stages[s].passed;
        const Rate& out = pair.others.stages[s].passed;
        pair.gaps.push_back({{in.rate - out.rate, newcombe(in.positives, in.n, out.positives, out.n)},
                             scoreTest(in.positives, in.n, out.positives, out.n),
                             1});
        p.push_back(pair.gaps.back().p);
    }
    const std::vector<double> q = benjaminiHochberg(p);
    for (std::size_t s = 0; s < q.size(); ++s) {
        pair.gaps[s].q = q[s];
        const auto size = [&](std::size_t stage) { return std::abs(pair.gaps[stage].passed.value); };
        if (q[s] < 0.05 && (pair.worst < 0 || size(s) > size(std::size_t(pair.worst)))) pair.worst = int(s);
    }
    if (pair.worst < 0) return;
    const auto worst = std::size_t(pair.worst);
    pair.sentence = Tr::tr("At “%1” %2 go on, against %3 of all others.")
                        .arg(pair.inside.stages[worst].label, percent(pair.inside.stages[worst].passed.rate),
                             percent(pair.others.stages[worst].passed.rate));
}

}  // namespace

FunnelPair funnelOf(const Dataset& dataset, const Study& study, const Bitmap& inside) {
    FunnelPair pair;
    const Stages stages = stagesOf(dataset);
    pair.basis = stages.basis;
    pair.cannot = stages.cannot;
    if (stages.basis == FunnelBasis::None) return pair;
    std::vector<std::uint32_t> in;
    std::vector<std::uint32_t> out;
    time::dealsOf(dataset, study).forEach([&](std::size_t deal) {
        if (stages.furthest[deal] < 0)
            ++pair.unknown;
        else
            (inside.test(deal) ? in : out).push_back(std::uint32_t(deal));
    });
    pair.inside = funnelOfDeals(dataset, stages, in);
    pair.others = funnelOfDeals(dataset, stages, out);
    if (!in.empty() && !out.empty()) compare(pair);
    return pair;
}

}  // namespace icp
