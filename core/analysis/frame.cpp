#include "core/analysis/frame.h"

#include "core/analysis/dealkind.h"
#include "core/table/dealowners.h"

#include <QDate>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>

namespace icp {

namespace {

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

struct Member {
    std::uint32_t row;
    std::uint32_t owner;  // see dealOwners()
    bool positive;
    double value;
    double date;
};

double numberAt(const Column* column, std::size_t row) {
    return column == nullptr || !column->isNumeric() || column->isMissing(row) ? notKnown
                                                                               : column->numbers()[row];
}

std::vector<Member> closedDeals(const Dataset& dataset, const Study& study) {
    const Column* closed = dataset.column(u"deal.close_date");
    const Column* created = dataset.column(u"deal.create_date");
    const std::vector<std::uint32_t> owners = dealOwners(dataset);
    std::vector<Member> members;
    meeting(study.filter, dataset, Entity::Deal).forEach([&](std::size_t row) {
        if (dataset.dealState[row] == DealState::Open) return;
        double date = numberAt(closed, row);
        if (std::isnan(date)) date = numberAt(created, row);
        members.push_back(
            {std::uint32_t(row), owners[row], dataset.dealState[row] == DealState::Won, notKnown, date});
    });
    return members;
}

/// The earliest deal of every account, renewals and upsell apart; deals that name no account all stay. Ties
/// go to the deal created first, then to the smaller id, so that the order of the file's rows does not
/// matter.
std::vector<Member> firstDeals(const Dataset& dataset, std::vector<Member> members) {
    const Column* created = dataset.column(u"deal.create_date");
    const Column* id = dataset.column(u"deal.id");
    const auto key = [&](const Member& m) {
        const double made = numberAt(created, m.row);
        return std::tuple(std::isnan(m.date) ? std::numeric_limits<double>::max() : m.date,
                          std::isnan(made) ? std::numeric_limits<double>::max() : made,
                          id == nullptr ? std::string() : id->display(m.row), m.row);
    };
    std::size_t owners = 0;
    for (const Member& m : members)
        if (m.owner != noRow) owners = std::max(owners, std::size_t(m.owner) + 1);
    std::vector<Member> first(owners, Member{noRow, noRow, false, notKnown, notKnown});
    std::vector<Member> result;
    const Bitmap repeated = repeatBusiness(dataset);
    for (const Member& m : members) {
        if (repeated.test(m.row)) continue;
        if (m.owner == noRow)
            result.push_back(m);
        else if (first[m.owner].row == noRow || key(m) < key(first[m.owner]))
            first[m.owner] = m;
    }
    std::copy_if(first.begin(), first.end(), std::back_inserter(result),
                 [](const Member& m) { return m.row != noRow; });
    return result;
}

/// When an account came to be a customer, as far as its own columns tell.
double accountDate(const Dataset& dataset, std::size_t row) {
    for (const QStringView name : {u"account.customer_since", u"account.created"})
        if (const double date = numberAt(dataset.column(name), row); !std::isnan(date)) return date;
    return notKnown;
}

std::vector<Member> retainedAccounts(const Dataset& dataset, const Bitmap& wanted) {
    std::vector<Member> members;
    // Where nobody is known to have left, "customer" only says who bought.
    const bool known = std::find(dataset.accountState.begin(), dataset.accountState.end(),
                                 AccountState::Left) != dataset.accountState.end() ||
                       dataset.find(u"account.churned") != nullptr;
    if (!known) return members;
    wanted.forEach([&](std::size_t row) {
        if (dataset.accountState[row] != AccountState::Unknown)
            members.push_back({std::uint32_t(row), std::uint32_t(row),
                               dataset.accountState[row] == AccountState::Customer, notKnown,
                               accountDate(dataset, row)});
    });
    return members;
}

std::vector<Member> scoredAccounts(const Dataset& dataset, const Bitmap& wanted,
                                   const std::vector<double>& score) {
    std::vector<Member> members;
    std::vector<double> known;
    (wanted & customersOf(dataset)).forEach([&](std::size_t row) {
        if (!std::isfinite(score[row])) return;
        members.push_back(
            {std::uint32_t(row), std::uint32_t(row), false, score[row], accountDate(dataset, row)});
        known.push_back(score[row]);
    });
    if (known.empty()) return members;
    std::sort(known.begin(), known.end());
    const double limit = known[std::size_t(0.75 * double(known.size() - 1))];
    const auto above = std::size_t(known.end() - std::upper_bound(known.begin(), known.end(), limit));
    const auto atLeast = std::size_t(known.end() - std::lower_bound(known.begin(), known.end(), limit));
    const bool inclusive =
        above == 0 || atLeast * 3 <= known.size();  // with many ties the top "quarter" stays below a third
    for (Member& m : members) m.positive = inclusive ? m.value >= limit : m.value > limit;
    return members;
}

/// Accounts with a closed deal; positive = one of them won, dated by the last.
std::vector<Member> wonAccounts(const Dataset& dataset, const Bitmap& wanted) {
    const Column* closed = dataset.column(u"deal.close_date");
    std::vector<Member> all(dataset.accounts.rows(), Member{noRow, noRow, false, notKnown, notKnown});
    for (std::uint32_t deal = 0; deal < dataset.dealState.size(); ++deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (account == noRow || dataset.dealState[deal] == DealState::Open || !wanted.test(account)) continue;
        Member& m = all[account];
        m.row = m.owner = account;
        m.positive = m.positive || dataset.dealState[deal] == DealState::Won;
        m.date = std::fmax(m.date, numberAt(closed, deal));
    }
    std::erase_if(all, [](const Member& m) { return m.row == noRow; });
    return all;
}

/// Days of the units that have a date, ascending.
std::vector<double> daysOf(const std::vector<double>& date) {
    std::vector<double> days;
    for (const double d : date)
        if (!std::isnan(d)) days.push_back(std::floor(d));
    std::sort(days.begin(), days.end());
    return days;
}

/// The first day of the newest `share`, whole days together; nothing when that cannot be split off well.
std::optional<double> startOfShare(const std::vector<double>& days, double share) {
    const auto wanted = std::size_t(std::llround(share * double(days.size())));
    if (wanted == 0) return std::nullopt;
    auto from = std::lower_bound(days.begin(), days.end(), days[days.size() - wanted]);
    if (double(days.end() - from) > 1.5 * share * double(days.size()))
        from = std::upper_bound(days.begin(), days.end(), *from);
    if (from == days.begin() || from == days.end()) return std::nullopt;
    return *from;
}

/// The first day of the quarter of the year that the newest unit lies in; nothing when that would leave less
/// than half of the units to be searched.
std::optional<double> startOfQuarter(const std::vector<double>& days) {
    const QDate epoch(1970, 1, 1);
    const QDate last = epoch.addDays(qint64(days.back()));
    const auto first = double(epoch.daysTo(QDate(last.year(), (last.month() - 1) / 3 * 3 + 1, 1)));
    const auto from = std::lower_bound(days.begin(), days.end(), first);
    if (2 * (from - days.begin()) < std::ssize(days)) return std::nullopt;
    return first;
}

/// The units kept for checking; none where they cannot be split off.
Bitmap newest(const std::vector<double>& date, const Study& study) {
    Bitmap result(date.size());
    const std::vector<double> days = daysOf(date);
    if (study.holdout <= 0 || days.empty()) return result;
    const std::optional<double> from =
        study.newestQuarter ? startOfQuarter(days) : startOfShare(days, study.holdout);
    if (!from) return result;
    for (std::size_t i = 0; i < date.size(); ++i)
        if (date[i] >= *from) result.set(i);
    return result;
}

}  // namespace

Study normalised(Study study) {
    if (study.outcome != Outcome::Won) study.unit = Unit::Account;
    study.depth = std::clamp(study.depth, 1, 3);
    study.minLevel = std::max(1, study.minLevel);
    study.minWon = std::max(1, study.minWon);
    study.holdout = std::isfinite(study.holdout) ? std::clamp(study.holdout, 0.0, 0.5) : 0;
    return study;
}

Frame frameOf(const Dataset& dataset, const Study& study) {
    Frame frame;
    std::vector<Member> members;
    if (study.unit == Unit::Account) {
        frame.entity = Entity::Account;
        const Bitmap wanted = meeting(study.filter, dataset, Entity::Account);
        if (isScored(study.outcome)) {
            AccountScores scores = scoresOf(dataset, study);
            members = scoredAccounts(dataset, wanted, scores.score);
            frame.measure = std::move(scores.measure);
            frame.cannot = std::move(scores.cannot);
        } else {
            members = study.outcome == Outcome::Won ? wonAccounts(dataset, wanted)
                                                    : retainedAccounts(dataset, wanted);
            if (study.outcome == Outcome::Retained && members.empty())
                frame.cannot = accountScores(dataset, Outcome::Retained).cannot;
        }
    } else {
        members = closedDeals(dataset, study);
        if (study.unit == Unit::FirstDeal) members = firstDeals(dataset, std::move(members));
    }
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
        return std::tie(a.owner, a.row) < std::tie(b.owner, b.row);
    });
    for (const Member& m : members) {
        if (frame.owner.empty() || m.owner == noRow || m.owner != frame.owner.back()) {
            frame.start.push_back(std::uint32_t(frame.rows.size()));
            frame.best.push_back(0);
        }
        frame.rows.push_back(m.row);
        frame.owner.push_back(m.owner);
        frame.account.push_back(m.owner < dataset.accounts.rows() ? m.owner : noRow);
        frame.positive.push_back(m.positive ? 1 : 0);
        frame.best.back() |= frame.positive.back();
        frame.date.push_back(m.date);
        frame.positives += m.positive ? 1 : 0;
        if (isScored(study.outcome)) frame.value.push_back(m.value);
    }
    frame.start.push_back(std::uint32_t(frame.rows.size()));
    frame.byValue.resize(frame.value.size());
    std::iota(frame.byValue.begin(), frame.byValue.end(), 0U);
    std::stable_sort(frame.byValue.begin(), frame.byValue.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return frame.value[a] < frame.value[b]; });
    frame.heldOut = newest(frame.date, study);
    if (frame.heldOut.count() < std::size_t(study.minLevel)) frame.heldOut = Bitmap(frame.size());
    return frame;
}

Bitmap unitsOf(const Frame& frame, const Dataset& dataset) {
    Bitmap units(dataset.of(frame.entity).rows());
    for (const std::uint32_t row : frame.rows) units.set(row);
    return units;
}

}  // namespace icp
