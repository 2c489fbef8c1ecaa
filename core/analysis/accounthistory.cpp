#include "core/analysis/accounthistory.h"

#include <QDate>

#include <algorithm>
#include <cmath>
#include <limits>

namespace icp {

namespace {

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();
constexpr double daysPerMonth = 365.2425 / 12;

double numberAt(const Column* column, std::size_t row) {
    return column == nullptr || !column->isNumeric() || column->isMissing(row) ? notKnown
                                                                               : column->numbers()[row];
}

double asOfDay(const Dataset& dataset) {
    return dataset.asOf.isValid() ? double(QDate(1970, 1, 1).daysTo(dataset.asOf)) : notKnown;
}

/// Calls `body(account, deal)` for every won deal of a known account.
template <class Body>
void forEachWon(const Dataset& dataset, Body body) {
    for (std::size_t deal = 0; deal < dataset.dealState.size(); ++deal)
        if (const std::uint32_t account = dataset.deals.links.account[deal];
            account != noRow && dataset.dealState[deal] == DealState::Won)
            body(account, deal);
}

/// Day of every account's first won deal.
std::vector<double> firstWon(const Dataset& dataset) {
    std::vector<double> first(dataset.accounts.rows(), notKnown);
    const Column* closed = dataset.column(u"deal.close_date");
    forEachWon(dataset, [&](std::uint32_t account, std::size_t deal) {
        first[account] = std::fmin(first[account], numberAt(closed, deal));
    });
    return first;
}

}  // namespace

std::vector<double> monthsKept(const Dataset& dataset) {
    std::vector<double> months(dataset.accounts.rows(), notKnown);
    const Column* since = dataset.column(u"account.customer_since");
    const Column* until = dataset.column(u"account.churn_date");
    const std::vector<double> won = firstWon(dataset);
    const double today = asOfDay(dataset);
    for (std::size_t row = 0; row < months.size(); ++row) {
        double from = numberAt(since, row);
        if (std::isnan(from)) from = won[row];
        double to = numberAt(until, row);
        if (std::isnan(to) && dataset.accountState[row] != AccountState::Left) to = today;
        if (to >= from) months[row] = (to - from) / daysPerMonth;
    }
    return months;
}

std::vector<double> changeInTwelveMonths(const Dataset& dataset) {
    std::vector<double> change(dataset.accounts.rows(), notKnown);
    const Column* amount = dataset.column(u"deal.amount");
    const Column* closed = dataset.column(u"deal.close_date");
    if (amount == nullptr || closed == nullptr || !dataset.asOf.isValid()) return change;
    const auto day = [](QDate date) { return double(QDate(1970, 1, 1).daysTo(date)); };
    const double newer = day(dataset.asOf.addYears(-1));
    const double older = day(dataset.asOf.addYears(-2));
    const std::vector<double> first = firstWon(dataset);
    for (std::size_t row = 0; row < change.size(); ++row)
        if (first[row] <= newer) change[row] = 0;
    bool moved = false;
    forEachWon(dataset, [&](std::uint32_t account, std::size_t deal) {
        const double date = numberAt(closed, deal);
        const double worth = numberAt(amount, deal);
        if (std::isnan(change[account]) || !(date > older) || !std::isfinite(worth)) return;
        change[account] += date > newer ? worth : -worth;
        moved = moved || date > newer;
    });
    // Where nobody who had won before has won again, the change only tells when the first deal was.
    if (!moved) std::fill(change.begin(), change.end(), notKnown);
    return change;
}

std::vector<double> wonAgain(const Dataset& dataset) {
    std::vector<double> again(dataset.accounts.rows(), notKnown);
    const Column* amount = dataset.column(u"deal.amount");
    const Column* closed = dataset.column(u"deal.close_date");
    bool amounts = false;
    forEachWon(dataset, [&](std::uint32_t, std::size_t deal) {
        amounts = amounts || std::isfinite(numberAt(amount, deal));
    });
    // The first one is taken away at the end: of several on the first day, the smallest.
    std::vector<double> first(again.size(), notKnown);
    std::vector<double> opening(again.size(), 0);
    std::vector<int> deals(again.size(), 0);
    forEachWon(dataset, [&](std::uint32_t account, std::size_t deal) {
        const double date = numberAt(closed, deal);
        const double worth = amounts ? numberAt(amount, deal) : 1;
        if (std::isnan(date) || std::isnan(worth)) return;
        ++deals[account];
        again[account] = (std::isnan(again[account]) ? 0 : again[account]) + worth;
        if (std::isnan(first[account]) || date < first[account] ||
            (date == first[account] && worth < opening[account])) {
            first[account] = date;
            opening[account] = worth;
        }
    });
    if (std::none_of(deals.begin(), deals.end(), [](int n) { return n > 1; }))
        return std::vector<double>(again.size(), notKnown);
    for (std::size_t row = 0; row < again.size(); ++row)
        if (deals[row] > 0) again[row] = deals[row] == 1 ? 0 : again[row] - opening[row];
    return again;
}

std::vector<double> usersGrowth(const Dataset& dataset) {
    std::vector<double> growth(dataset.accounts.rows(), notKnown);
    const Column* users = dataset.column(u"usage.users");
    const Column* date = dataset.column(u"usage.date");
    if (users == nullptr || date == nullptr) return growth;
    struct End {
        double date = notKnown;
        double users = 0;
    };
    std::vector<End> oldest(growth.size());
    std::vector<End> newest(growth.size());
    for (std::size_t row = 0; row < dataset.usage.rows(); ++row) {
        const std::uint32_t account = dataset.usage.links.account[row];
        const double day = numberAt(date, row);
        const double n = numberAt(users, row);
        if (account == noRow || std::isnan(day) || !std::isfinite(n)) continue;
        // Several lines of one day are parts of it.
        const auto take = [&](End& end, bool better) {
            if (std::isnan(end.date) || better)
                end = {day, n};
            else if (end.date == day)
                end.users += n;
        };
        take(oldest[account], day < oldest[account].date);
        take(newest[account], day > newest[account].date);
    }
    for (std::size_t row = 0; row < growth.size(); ++row)
        if (newest[row].date > oldest[row].date && oldest[row].users > 0)
            growth[row] = newest[row].users / oldest[row].users;
    return growth;
}

std::vector<double> daysToWin(const Dataset& dataset) {
    std::vector<double> days(dataset.accounts.rows(), 0);
    std::vector<int> deals(days.size(), 0);
    const Column* created = dataset.column(u"deal.create_date");
    const Column* closed = dataset.column(u"deal.close_date");
    forEachWon(dataset, [&](std::uint32_t account, std::size_t deal) {
        const double span = std::floor(numberAt(closed, deal)) - std::floor(numberAt(created, deal));
        if (!(span >= 0)) return;
        days[account] += span;
        ++deals[account];
    });
    for (std::size_t row = 0; row < days.size(); ++row)
        days[row] = deals[row] > 0 ? days[row] / deals[row] : notKnown;
    return days;
}

}  // namespace icp
