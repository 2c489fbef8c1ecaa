#include "core/deck/counterpages.h"

#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/gridpages.h"
#include "core/workshop/counterproposal.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::CounterPages)
};

/// "Must: Finance team of 4 to 25".
QString wanted(const Criterion& criterion, const Dataset& dataset) {
    return Words::tr("%1: %2", "a level, a criterion")
        .arg(slide::levelWord(criterion.importance), slide::criterionText(criterion, dataset));
}

/// "178 of 424, 38% to 47%": what the data said when it was proposed.
QString found(const Evidence& evidence) {
    return evidence.n > 0
               ? Words::tr("%1 of %2, %3", "positives, units, 95% range")
                     .arg(slide::whole(double(evidence.positives)), slide::whole(double(evidence.n)),
                          slide::percentRange(evidence.low, evidence.high))
               : Words::tr("not known");
}

}  // namespace

std::vector<Draft> counterPages(const DeckInput& input, const MeasureText& measure) {
    std::vector<const Criterion*> answered;
    for (const Criterion& criterion : input.icp->criteria)
        if (!criterion.counters.empty()) answered.push_back(&criterion);
    if (answered.empty()) return {};
    std::stable_sort(answered.begin(), answered.end(),
                     [](const Criterion* a, const Criterion* b) { return a->section < b->section; });
    Grid grid({{Words::tr("As it stands"), 440, Align::Left},
               {Words::tr("Instead"), 440, Align::Left},
               {Words::tr("Proposed by"), 240, Align::Left},
               {Words::tr("Why"), 354, Align::Left},
               {Words::tr("In the data"), 270, Align::Left}});
    std::size_t count = 0;
    for (const Criterion* criterion : answered)
        for (const CounterProposal& counter : criterion->counters) {
            ++count;
            const Criterion instead = inPlaceOf(*criterion, counter);
            grid.add({wanted(*criterion, *input.dataset), wanted(instead, *input.dataset), counter.author,
                      counter.why, found(counter.evidence)});
        }
    const QString title =
        count == 1
            ? Words::tr("One counter-proposal stands beside the profile")
            : Words::tr("%1 counter-proposals stand beside the profile").arg(slide::whole(double(count)));
    std::vector<GridPart> parts;
    parts.push_back({QString(), std::move(grid)});
    return gridPages(Words::tr("Counter-proposals"), title, std::move(parts), input, measure);
}

}  // namespace icp
