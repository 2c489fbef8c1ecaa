#include "core/analysis/clusteredrate.h"
#include "core/analysis/time/dealtimes.h"
#include "core/analysis/time/unitsoftime.h"
#include "core/analysis/values/numbers.h"
#include "core/base/shown.h"
#include "core/table/dealowners.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::CloseTimes)
};

constexpr std::uint8_t won = 1;
constexpr std::uint8_t lost = 2;

/// Fills in what spells tell; what was left out is counted already.
void tell(CloseTimes& times, const std::vector<Spell>& spells) {
    times.deals = qint64(spells.size());
    std::vector<double> toWin;
    for (const Spell& spell : spells) {
        (spell.end == won ? times.won : spell.end == lost ? times.lost : times.open) += 1;
        if (spell.end == won) toWin.push_back(spell.to);
    }
    times.wins = incidenceOf(spells, won);
    times.losses = incidenceOf(spells, lost);
    if (toWin.empty() || times.undatedWon > times.won) return;
    std::sort(toWin.begin(), toWin.end());
    times.medianToWin = quantile(toWin, 0.5);
    times.lowerToWin = quantile(toWin, 0.25);
    times.upperToWin = quantile(toWin, 0.75);
}

bool repeats(const std::vector<Spell>& spells) {
    std::vector<std::uint32_t> accounts;
    for (const Spell& spell : spells)
        if (spell.account != noRow) accounts.push_back(spell.account);
    std::sort(accounts.begin(), accounts.end());
    return std::adjacent_find(accounts.begin(), accounts.end()) != accounts.end();
}

QString sentenceOf(const CloseTimesPair& pair) {
    if (!pair.inside.medianToWin) return {};
    const int inside = int(std::lround(*pair.inside.medianToWin));
    if (!pair.others.medianToWin) return Tr::tr("Half of the wins come within %n days.", nullptr, inside);
    const int others = int(std::lround(*pair.others.medianToWin));
    return Tr::tr("Half of the wins come within %n days, ", nullptr, inside) +
           Tr::tr("against %n days for all others.", nullptr, others);
}

QString partText(qint64 left, qint64 dated, const QString& ended) {
    return Tr::tr("%1 of %2 %3", "24 of 30 lost").arg(countText(left), countText(left + dated), ended);
}

}  // namespace

QString leftOutOf(const CloseTimes& times, const QString& name) {
    const QString lostPart = partText(times.undatedLost, times.lost, Tr::tr("lost"));
    const QString wonPart = partText(times.undatedWon, times.won, Tr::tr("won"));
    QStringList parts;
    if (times.undatedWon > 0) parts << wonPart;
    if (times.undatedLost > 0) parts << lostPart;
    if (times.undatedOpen > 0) parts << partText(times.undatedOpen, times.open, Tr::tr("open"));
    QStringList said;
    if (!parts.isEmpty())
        said << Tr::tr("%1: left out because a date is missing or runs backwards: %2.")
                    .arg(name, parts.join(QStringLiteral(", ")));
    if (times.deals == 0)
        said << Tr::tr("%1: no deal has both dates, so there is no curve.").arg(name);
    else if (times.undatedLost > times.lost)
        said << Tr::tr("%1 has no curve: without %2 it would rise far too high.").arg(name, lostPart);
    else if (times.undatedWon > times.won)
        said << Tr::tr("%1 has no curve: without %2 it would stay far too low.").arg(name, wonPart);
    return said.join(u' ');
}

Bitmap dealsMeeting(const Dataset& dataset, const Study& study, const std::vector<Condition>& conditions) {
    return meeting(conditions, dataset, Entity::Deal, time::dealsOf(dataset, study));
}

CloseTimesPair timeToClose(const Dataset& dataset, const Study& study, const Bitmap& inside) {
    CloseTimesPair pair;
    const Column* created = dataset.column(u"deal.create_date");
    const Column* closed = dataset.column(u"deal.close_date");
    const double today = time::asOfDay(dataset);
    const std::vector<std::uint32_t> owners = dealOwners(dataset);
    std::vector<Spell> in;
    std::vector<Spell> out;
    time::dealsOf(dataset, study).forEach([&](std::size_t deal) {
        const DealState state = dataset.dealState[deal];
        const double end = state == DealState::Open ? today : time::numberAt(closed, deal);
        const double days = std::floor(end) - std::floor(time::numberAt(created, deal));
        if (!(days >= 0)) {
            CloseTimes& times = inside.test(deal) ? pair.inside : pair.others;
            ++(state == DealState::Won    ? times.undatedWon
               : state == DealState::Lost ? times.undatedLost
                                          : times.undatedOpen);
            return;
        }
        const std::uint8_t way = state == DealState::Won ? won : state == DealState::Lost ? lost : 0;
        (inside.test(deal) ? in : out).push_back({0, days, way, owners[deal]});
    });
    pair.clustered = repeats(in) || repeats(out);
    tell(pair.inside, in);
    tell(pair.others, out);
    if (pair.inside.tells() && pair.others.tells()) pair.test = causeLogRank(in, out, won);
    pair.sentence = sentenceOf(pair);
    return pair;
}

std::vector<LostReason> lostReasons(const Dataset& dataset, const Study& study, const Bitmap& inside) {
    const Column* column = dataset.column(u"deal.lost_reason");
    if (column == nullptr) return {};
    struct Lost {
        std::uint32_t account;
        std::size_t reason;  // 0 = not said
        bool inside;
    };
    const std::vector<std::uint32_t> owners = dealOwners(dataset);
    std::vector<Lost> deals;
    std::map<std::string, std::size_t> known;
    std::vector<QString> names{Tr::tr("Not said")};
    time::dealsOf(dataset, study).forEach([&](std::size_t deal) {
        if (dataset.dealState[deal] != DealState::Lost) return;
        std::size_t reason = 0;
        if (!column->isMissing(deal)) {
            const auto [at, isNew] = known.try_emplace(column->display(deal), names.size());
            if (isNew) names.push_back(QString::fromStdString(at->first));
            reason = at->second;
        }
        deals.push_back({owners[deal], reason, inside.test(deal)});
    });
    std::stable_sort(deals.begin(), deals.end(), [](const Lost& a, const Lost& b) {
        return std::tuple(a.account, a.inside, a.reason) < std::tuple(b.account, b.inside, b.reason);
    });
    struct Sides {
        ClusterSums in;
        ClusterSums out;
    };
    std::vector<Sides> sums(names.size());
    double lost[2] = {};
    double squares[2] = {};
    // Deals of one account on one side; those of nobody each stand for themselves.
    for (std::size_t i = 0, next = 0; i < deals.size(); i = next) {
        const auto until = [&](std::size_t from, auto same) {
            std::size_t end = from + 1;
            while (deals[from].account != noRow && end < deals.size() &&
                   deals[end].account == deals[from].account && same(deals[end]))
                ++end;
            return end;
        };
        next = until(i, [&](const Lost& deal) { return deal.inside == deals[i].inside; });
        const auto own = double(next - i);
        lost[deals[i].inside ? 0 : 1] += own;
        squares[deals[i].inside ? 0 : 1] += own * own;
        for (std::size_t r = i, after = 0; r < next; r = after) {
            after = until(r, [&](const Lost& deal) {
                return deal.inside == deals[i].inside && deal.reason == deals[r].reason;
            });
            Sides& sides = sums[deals[r].reason];
            (deals[r].inside ? sides.in : sides.out).addPositives(double(after - r), own);
        }
    }
    std::vector<std::size_t> order;
    for (const auto& [reason, index] : known) order.push_back(index);
    const auto all = [&](std::size_t r) { return sums[r].in.positives + sums[r].out.positives; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return all(a) > all(b); });
    if (all(0) > 0) order.push_back(0);
    std::vector<LostReason> reasons;
    for (const std::size_t r : order)
        reasons.push_back(
            {names[r], sums[r].in.rateOf(lost[0], squares[0]), sums[r].out.rateOf(lost[1], squares[1])});
    return reasons;
}

}  // namespace icp
