#include "core/analysis/time/dealtimes.h"
#include "core/analysis/time/unitsoftime.h"
#include "core/analysis/values/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::CloseTimes)
};

constexpr std::uint8_t won = 1;
constexpr std::uint8_t lost = 2;

CloseTimes timesOf(const std::vector<Spell>& spells) {
    CloseTimes times;
    times.deals = qint64(spells.size());
    std::vector<double> toWin;
    for (const Spell& spell : spells) {
        (spell.end == won ? times.won : spell.end == lost ? times.lost : times.open) += 1;
        if (spell.end == won) toWin.push_back(spell.to);
    }
    times.wins = incidenceOf(spells, won);
    times.losses = incidenceOf(spells, lost);
    if (toWin.empty()) return times;
    std::sort(toWin.begin(), toWin.end());
    times.medianToWin = quantile(toWin, 0.5);
    times.lowerToWin = quantile(toWin, 0.25);
    times.upperToWin = quantile(toWin, 0.75);
    return times;
}

QString sentenceOf(const CloseTimesPair& pair) {
    if (!pair.inside.medianToWin) return {};
    const int inside = int(std::lround(*pair.inside.medianToWin));
    if (!pair.others.medianToWin) return Tr::tr("Half of the wins come within %n days.", nullptr, inside);
    const int others = int(std::lround(*pair.others.medianToWin));
    return Tr::tr("Half of the wins come within %n days, ", nullptr, inside) +
           Tr::tr("against %n days for all others.", nullptr, others);
}

}  // namespace

Bitmap dealsMeeting(const Dataset& dataset, const Study& study, const std::vector<Condition>& conditions) {
    Bitmap deals = time::dealsOf(dataset, study);
    for (const Condition& condition : conditions) deals &= evaluate(condition, dataset, Entity::Deal).yes;
    return deals;
}

CloseTimesPair timeToClose(const Dataset& dataset, const Study& study, const Bitmap& inside) {
    CloseTimesPair pair;
    const Column* created = dataset.column(u"deal.create_date");
    const Column* closed = dataset.column(u"deal.close_date");
    const double today = time::asOfDay(dataset);
    std::vector<Spell> in;
    std::vector<Spell> out;
    time::dealsOf(dataset, study).forEach([&](std::size_t deal) {
        const DealState state = dataset.dealState[deal];
        const double end = state == DealState::Open ? today : time::numberAt(closed, deal);
        const double days = std::floor(end) - std::floor(time::numberAt(created, deal));
        if (!(days >= 0)) {
            ++pair.undated;
            return;
        }
        const std::uint8_t way = state == DealState::Won ? won : state == DealState::Lost ? lost : 0;
        (inside.test(deal) ? in : out).push_back({0, days, way});
    });
    pair.inside = timesOf(in);
    pair.others = timesOf(out);
    pair.test = causeLogRank(in, out, won);
    pair.sentence = sentenceOf(pair);
    return pair;
}

std::vector<LostReason> lostReasons(const Dataset& dataset, const Study& study, const Bitmap& inside) {
    const Column* column = dataset.column(u"deal.lost_reason");
    if (column == nullptr) return {};
    struct Count {
        qint64 in = 0;
        qint64 out = 0;
    };
    std::map<std::string, Count> counts;
    Count unsaid;
    Count all;
    time::dealsOf(dataset, study).forEach([&](std::size_t deal) {
        if (dataset.dealState[deal] != DealState::Lost) return;
        Count& count = column->isMissing(deal) ? unsaid : counts[column->display(deal)];
        ++(inside.test(deal) ? count.in : count.out);
        ++(inside.test(deal) ? all.in : all.out);
    });
    std::vector<LostReason> reasons;
    const auto add = [&](const QString& reason, const Count& count) {
        reasons.push_back({reason, rateOf(count.in, all.in), rateOf(count.out, all.out)});
    };
    for (const auto& [reason, count] : counts) add(QString::fromStdString(reason), count);
    std::stable_sort(reasons.begin(), reasons.end(), [](const LostReason& a, const LostReason& b) {
        return a.inside.positives + a.others.positives > b.inside.positives + b.others.positives;
    });
    if (unsaid.in + unsaid.out > 0) add(Tr::tr("Not said"), unsaid);
    return reasons;
}

}  // namespace icp
