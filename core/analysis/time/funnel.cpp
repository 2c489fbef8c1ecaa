#include "core/analysis/time/funnel.h"

#include "core/analysis/clusteredrate.h"
#include "core/analysis/multiple.h"
#include "core/analysis/time/survival.h"
#include "core/analysis/time/unitsoftime.h"
#include "core/base/shown.h"
#include "core/table/dealowners.h"

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

/// One group of deals; `passed` keeps per stage who went on, by account. `owners`: see dealOwners().
Funnel funnelOfDeals(const Dataset& dataset, const Stages& stages, const std::vector<std::uint32_t>& owners,
                     const std::vector<std::uint32_t>& deals, std::vector<ClusteredRate>& passed) {
    const auto count = std::size_t(stages.labels.size());
    std::vector<ClusteredRate> reached(count);
    passed.resize(count);
    Funnel funnel;
    funnel.deals = qint64(deals.size());
    funnel.stages.resize(count);
    for (const std::uint32_t deal : deals) {
        const DealState state = dataset.dealState[deal];
        const auto at = std::size_t(stages.furthest[deal]);
        const std::size_t last = state == DealState::Won ? count - 1 : at;
        for (std::size_t s = 0; s < count; ++s) {
            reached[s].add(owners[deal], s <= last);
            if (s < last || state == DealState::Won)
                passed[s].add(owners[deal], true);
            else if (s == last && state == DealState::Lost)
                passed[s].add(owners[deal], false);
        }
        funnel.won += state == DealState::Won ? 1 : 0;
        funnel.stages[at].lost += state == DealState::Lost ? 1 : 0;
        funnel.stages[at].open += state == DealState::Open ? 1 : 0;
    }
    for (std::size_t s = 0; s < count; ++s) {
        FunnelStage& stage = funnel.stages[s];
        stage.label = stages.labels[qsizetype(s)];
        stage.reached = reached[s].asRate();
        stage.passed = passed[s].asRate();
        stage.days = daysAt(dataset, stages, s, deals);
    }
    return funnel;
}

QString percent(double share) { return percentText(share, QLocale::c()); }

void compare(FunnelPair& pair, const std::vector<ClusteredRate>& in, const std::vector<ClusteredRate>& out) {
    std::vector<double> p;
    for (std::size_t s = 0; s < pair.inside.stages.size(); ++s) {
        pair.gaps.push_back({lessOf(in[s].estimate(), out[s].estimate()), pOfEqual(in[s], out[s]), 1});
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
    const std::vector<std::uint32_t> owners = dealOwners(dataset);
    std::vector<ClusteredRate> passedInside;
    std::vector<ClusteredRate> passedOutside;
    for (auto* deals : {&in, &out})
        std::stable_sort(deals->begin(), deals->end(),
                         [&](std::uint32_t one, std::uint32_t other) { return owners[one] < owners[other]; });
    pair.inside = funnelOfDeals(dataset, stages, owners, in, passedInside);
    pair.others = funnelOfDeals(dataset, stages, owners, out, passedOutside);
    if (!in.empty() && !out.empty()) compare(pair, passedInside, passedOutside);
    pair.clustered = std::any_of(passedInside.begin(), passedInside.end(),
                                 [](const ClusteredRate& stage) { return stage.repeats(); }) ||
                     std::any_of(passedOutside.begin(), passedOutside.end(),
                                 [](const ClusteredRate& stage) { return stage.repeats(); });
    return pair;
}

}  // namespace icp
