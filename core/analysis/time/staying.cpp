#include "core/analysis/analyze.h"
#include "core/analysis/time/dealtimes.h"
#include "core/analysis/time/hazard.h"
#include "core/analysis/time/unitsoftime.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace icp {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Staying)
};

/// The day a customer's first deal was won, per account; NaN when none is known.
std::vector<double> firstWins(const Dataset& dataset) {
    std::vector<double> first(dataset.accounts.rows(), std::nan(""));
    const Column* closed = dataset.column(u"deal.close_date");
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (dataset.dealState[deal] == DealState::Won && account != noRow)
            first[account] = std::fmin(first[account], time::numberAt(closed, deal));
    }
    return first;
}

}  // namespace

StayPair timeStayed(const Dataset& dataset, const Study& study, const Bitmap& inside) {
    StayPair pair;
    const Column* since = dataset.column(u"account.customer_since");
    const Column* left = dataset.column(u"account.churn_date");
    const std::vector<double> won = firstWins(dataset);
    const double today = time::asOfDay(dataset);
    std::vector<Spell> in;
    std::vector<Spell> out;
    time::customersIn(dataset, study).forEach([&](std::size_t account) {
        const bool gone = dataset.accountState[account] == AccountState::Left;
        const double told = time::numberAt(since, account);
        const double begun = std::isnan(told) ? won[account] : told;
        const double days = std::floor(gone ? time::numberAt(left, account) : today) - std::floor(begun);
        if (!(days >= 0)) {
            ++pair.undated;
            return;
        }
        (inside.test(account) ? in : out).push_back({0, days, std::uint8_t(gone ? 1 : 0)});
    });
    pair.inside = survivalOf(in);
    pair.others = survivalOf(out);
    pair.test = logRank(in, out);
    pair.hazard = hazardRatio(in, out);
    return pair;
}

LeftSplit leftSplit(const Dataset& dataset, const Study& study, const Bitmap& ideal) {
    LeftSplit split;
    const auto& states = dataset.accountState;
    if (std::find(states.begin(), states.end(), AccountState::Left) == states.end() &&
        dataset.find(u"account.churned") == nullptr)
        return split;
    const Column* left = dataset.column(u"account.churn_date");
    const std::vector<double> value = accountValue(dataset).value;
    std::map<int, LeftSplit::Year> years;
    qint64 customers[2] = {};
    qint64 gone[2] = {};
    time::customersIn(dataset, study).forEach([&](std::size_t account) {
        const bool inside = ideal.test(account);
        ++customers[inside ? 1 : 0];
        if (dataset.accountState[account] != AccountState::Left) return;
        ++gone[inside ? 1 : 0];
        const double day = time::numberAt(left, account);
        const int year = std::isnan(day) ? 0 : QDate(1970, 1, 1).addDays(qint64(std::floor(day))).year();
        LeftSplit::Year& of = years[year];
        of.year = year;
        ++(inside ? of.inside : of.outside);
        if (std::isfinite(value[account]))
            (inside ? split.insideValue : split.outsideValue) += value[account];
    });
    split.inside = rateOf(gone[1], customers[1]);
    split.outside = rateOf(gone[0], customers[0]);
    for (const auto& [number, year] : years) split.years.push_back(year);
    if (gone[0] + gone[1] > 0)
        split.sentence = Tr::tr("%1 of %2 customers who left were inside the profile.")
                             .arg(gone[1])
                             .arg(gone[0] + gone[1]);
    return split;
}

}  // namespace icp
