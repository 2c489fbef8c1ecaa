#include "core/analysis/time/dealtimes.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/near.h"
#include "tests/support/core/studyrows.h"

#include <algorithm>
#include <numeric>

using namespace icp;
using namespace icp::test;

// Expected numbers: R 4.2.2 (survival 3.5-3, cmprsk 2.2-11) on the days written below; shares and counts by
// hand.

namespace {

constexpr auto won = DealState::Won;
constexpr auto lost = DealState::Lost;
constexpr auto open = DealState::Open;
constexpr double today = 20000;  // 2024-10-04
constexpr double created = 19000;

QDate dayOf(double days) { return QDate(1970, 1, 1).addDays(qint64(days)); }

struct Deal {
    double days;
    DealState state;
    const char* reason;
};

const std::vector<Deal> inside{{10, won, ""}, {20, lost, "Price"}, {20, won, ""},        {30, open, ""},
                               {40, won, ""}, {40, lost, ""},      {50, lost, "Timing"}, {60, open, ""},
                               {70, won, ""}, {80, open, ""}};
const std::vector<Deal> others{{15, lost, "Price"}, {25, won, ""},  {35, lost, "Price"}, {35, lost, "Scope"},
                               {45, won, ""},       {55, open, ""}, {65, won, ""},       {90, lost, ""}};

/// Deals of both groups, each of an account of its own; `inside` is the industry "in".
Dataset market() {
    QStringList industry;
    QStringList reasons;
    std::vector<double> from;
    std::vector<double> to;
    std::vector<DealState> states;
    const auto add = [&](const std::vector<Deal>& deals, const char* where) {
        for (const Deal& deal : deals) {
            industry << QString::fromLatin1(where);
            reasons << QString::fromLatin1(deal.reason);
            from.push_back(deal.state == open ? today - deal.days : created);
            to.push_back(deal.state == open ? none : created + deal.days);
            states.push_back(deal.state);
        }
    };
    add(inside, "in");
    add(others, "out");
    std::vector<std::uint32_t> links(states.size());
    std::iota(links.begin(), links.end(), 0U);
    Dataset dataset = DatasetBuilder()
                          .category(Entity::Account, QStringLiteral("account.industry"), industry)
                          .number(Entity::Deal, QStringLiteral("deal.create_date"), from, ColumnType::Date)
                          .number(Entity::Deal, QStringLiteral("deal.close_date"), to, ColumnType::Date)
                          .category(Entity::Deal, QStringLiteral("deal.lost_reason"), reasons)
                          .links(Entity::Deal, links)
                          .deals(states)
                          .build();
    dataset.asOf = dayOf(today);
    return dataset;
}

const Condition in{QStringLiteral("account.industry"), Condition::Op::In, {QStringLiteral("in")}};

/// The trial of Freireich et al. 1963 as customers: days until they left, 0 = still there after so many.
const std::vector<double> treated{6,   6,   6,   -6, 7,  -9,  10,  -10, -11, 13, 16,
                                  -17, -19, -20, 22, 23, -25, -32, -32, -34, -35};
const std::vector<double> placebo{1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

Dataset customers() {
    QStringList plan;
    std::vector<double> since;
    std::vector<double> left;
    std::vector<double> acv;
    std::vector<AccountState> states;
    const auto add = [&](const std::vector<double>& all, const char* name) {
        for (const double days : all) {
            plan << QString::fromLatin1(name);
            since.push_back(days < 0 ? today + days : created + double(states.size()));
            left.push_back(days < 0 ? none : since.back() + days);
            acv.push_back(100);
            states.push_back(days < 0 ? AccountState::Customer : AccountState::Left);
        }
    };
    add(treated, "in");
    add(placebo, "out");
    Dataset dataset =
        DatasetBuilder()
            .category(Entity::Account, QStringLiteral("account.industry"), plan)
            .number(Entity::Account, QStringLiteral("account.customer_since"), since, ColumnType::Date)
            .number(Entity::Account, QStringLiteral("account.churn_date"), left, ColumnType::Date)
            .number(Entity::Account, QStringLiteral("account.acv"), acv, ColumnType::Money,
                    QStringLiteral("EUR"))
            .accounts(states)
            .build();
    dataset.asOf = dayOf(today);
    return dataset;
}

Bitmap accountsIn(const Dataset& dataset) { return evaluate(in, dataset, Entity::Account).yes; }

}  // namespace

/// Time to close, reasons lost, time stayed and who left, of one group beside all others.
class TestDealTimes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closingHasTwoEnds();
    void groupsAreCompared();
    void undatedDealsAreCounted();
    void lossesWithoutADate();
    void firstDealsOnly();
    void reasonsLost();
    void reasonsOfOneAccountAreAlike();
    void reasonsWithoutAColumn();
    void howLongCustomersStay();
    void firstWinIsTheBeginning();
    void whoLeft();
    void nobodyIsKnownToHaveLeft();
    void nothingIsNeverNaN();
};

void TestDealTimes::closingHasTwoEnds() {
    const Dataset dataset = market();
    const CloseTimesPair pair = timeToClose(dataset, {}, dealsMeeting(dataset, {}, {in}));
    QCOMPARE(pair.inside.undated() + pair.others.undated(), 0);
    QVERIFY(leftOutOf(pair.inside, QStringLiteral("All")).isEmpty());
    const CloseTimes& times = pair.inside;
    QCOMPARE(times.deals, 10);
    QCOMPARE(times.won, 4);
    QCOMPARE(times.lost, 3);
    QCOMPARE(times.open, 3);
    near(times.wins.at(10), 0.1);
    near(times.wins.at(40), 0.3166667, 1e-6);
    near(times.wins.at(70), 0.4916667, 1e-6);
    near(times.losses.at(50), 0.3333333, 1e-6);
    near(pair.others.wins.at(65), 0.4375);
    near(pair.others.losses.at(35), 0.375);
    near(pair.others.losses.at(90), 0.5625);
    // R's survfit of several ways, its standard errors on the log-log scale.
    QCOMPARE(pair.others.wins.steps.size(), 6U);  // on days of losses, too
    const auto range = [&](double day) {
        for (const IncidenceStep& step : pair.others.wins.steps)
            if (step.time == day) return step.interval;
        return Interval{0, 0};
    };
    near(range(25).low, 0.00659332501733);
    near(range(25).high, 0.422705832524);
    near(range(65).low, 0.09710525315211);
    near(range(65).high, 0.745979516642);
}

void TestDealTimes::groupsAreCompared() {
    const Dataset dataset = market();
    const CloseTimesPair pair = timeToClose(dataset, {}, dealsMeeting(dataset, {}, {in}));
    near(pair.test.statistic, 0.00779306576651);
    near(pair.test.p, 0.92965545187);
    near(pair.inside.lowerToWin.value_or(0), 17.5);
    near(pair.inside.medianToWin.value_or(0), 30);
    near(pair.inside.upperToWin.value_or(0), 47.5);
    near(pair.others.lowerToWin.value_or(0), 35);
    near(pair.others.medianToWin.value_or(0), 45);
    near(pair.others.upperToWin.value_or(0), 55);
    QCOMPARE(pair.sentence,
             QStringLiteral("Half of the wins come within 30 days, against 45 days for all others."));
}

void TestDealTimes::undatedDealsAreCounted() {
    Dataset dataset = DatasetBuilder()
                          .number(Entity::Deal, QStringLiteral("deal.create_date"),
                                  {100, 100, none, 100, 300}, ColumnType::Date)
                          .number(Entity::Deal, QStringLiteral("deal.close_date"), {100, 99, 120, none, none},
                                  ColumnType::Date)
                          .links(Entity::Deal, std::vector<std::uint32_t>(5, noRow))
                          .deals({won, won, lost, lost, open})
                          .build();
    dataset.asOf = dayOf(200);  // before the open deal was created
    const CloseTimesPair pair = timeToClose(dataset, {}, Bitmap(5, true));
    QCOMPARE(pair.inside.undatedWon, 1);
    QCOMPARE(pair.inside.undatedLost, 2);
    QCOMPARE(pair.inside.undatedOpen, 1);
    QVERIFY(!pair.inside.tells());  // of its lost deals none is dated
    const QString said = leftOutOf(pair.inside, QStringLiteral("Segment 1"));
    QVERIFY2(said.contains(QStringLiteral("1 of 2 won, 2 of 2 lost, 1 of 1 open")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("Segment 1 has no curve: without 2 of 2 lost")), qPrintable(said));
    QCOMPARE(pair.inside.deals, 1);  // won on the day it was created
    QCOMPARE(pair.inside.medianToWin.value_or(-1), 0.0);
}

/// Two of three lost deals of the group have no close date: without them its wins would rise to all of them,
/// so it has neither curve nor comparison. The others have one of three without.
void TestDealTimes::lossesWithoutADate() {
    const std::vector<double> closed{110, 120, none, none, 130, 110, 120, 130, none, 140};
    Dataset dataset = DatasetBuilder()
                          .number(Entity::Deal, QStringLiteral("deal.create_date"),
                                  std::vector<double>(10, 100), ColumnType::Date)
                          .number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
                          .links(Entity::Deal, std::vector<std::uint32_t>(10, noRow))
                          .deals({won, won, lost, lost, lost, won, lost, lost, lost, won})
                          .build();
    dataset.asOf = dayOf(200);
    Bitmap group(10);
    for (std::size_t deal = 0; deal < 5; ++deal) group.set(deal);
    const CloseTimesPair pair = timeToClose(dataset, {}, group);
    QVERIFY(!pair.inside.tells());
    QVERIFY(pair.others.tells());
    QCOMPARE(pair.test.p, 1.0);
    QCOMPARE(pair.inside.medianToWin.value_or(0), 15.0);  // of the wins, all of which are dated
    QVERIFY(leftOutOf(pair.others, QStringLiteral("All others")).endsWith(QStringLiteral(": 1 of 3 lost.")));
}

void TestDealTimes::firstDealsOnly() {
    // The account's first created deal is the lost one; its later win does not count.
    Dataset dataset =
        DatasetBuilder()
            .category(Entity::Account, QStringLiteral("account.industry"), {"in"})
            .number(Entity::Deal, QStringLiteral("deal.create_date"), {200, 100}, ColumnType::Date)
            .number(Entity::Deal, QStringLiteral("deal.close_date"), {210, 140}, ColumnType::Date)
            .links(Entity::Deal, {0, 0})
            .deals({won, lost})
            .build();
    Study study;
    QCOMPARE(timeToClose(dataset, study, Bitmap(2, true)).inside.won, 1);
    study.unit = Unit::FirstDeal;
    const CloseTimesPair first = timeToClose(dataset, study, Bitmap(2, true));
    QCOMPARE(first.inside.deals, 1);
    QCOMPARE(first.inside.lost, 1);
}

void TestDealTimes::reasonsLost() {
    const Dataset dataset = market();
    const std::vector<LostReason> reasons = lostReasons(dataset, {}, dealsMeeting(dataset, {}, {in}));
    QStringList told;
    for (const LostReason& one : reasons)
        told << QStringLiteral("%1 %2/%3 %4/%5")
                    .arg(one.reason)
                    .arg(one.inside.positives)
                    .arg(one.inside.n)
                    .arg(one.others.positives)
                    .arg(one.others.n);
    QCOMPARE(told, (QStringList{"Price 1/3 2/4", "Scope 0/3 1/4", "Timing 1/3 0/4", "Not said 1/3 1/4"}));
    // Wilson, R 4.2.2 prop.test(1, 3, correct = FALSE).
    near(reasons.front().inside.low, 0.06149194472039629);
    near(reasons.front().inside.high, 0.79234039919795);
}

void TestDealTimes::reasonsOfOneAccountAreAlike() {
    // Ten accounts that lost seven deals each, for one reason each: seven for the price. That is 7 of 10.
    QStringList reasons;
    std::vector<std::uint32_t> links;
    QStringList accounts;
    for (std::uint32_t account = 0; account < 10; ++account) {
        accounts << QStringLiteral("a");
        for (int i = 0; i < 7; ++i) {
            links.push_back(account);
            reasons << (account < 7 ? QStringLiteral("Price") : QStringLiteral("Scope"));
        }
    }
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, QStringLiteral("account.x"), accounts)
                                .category(Entity::Deal, QStringLiteral("deal.lost_reason"), reasons)
                                .links(Entity::Deal, links)
                                .deals(std::vector<DealState>(70, DealState::Lost))
                                .build();
    const std::vector<LostReason> told = lostReasons(dataset, {}, Bitmap(70, true));
    QCOMPARE(told.front().inside.positives, 49);
    QCOMPARE(told.front().inside.n, 70);
    // R 4.2.2 prop.test(7, 10, correct = FALSE).
    near(told.front().inside.low, 0.3967781, 1e-6);
    near(told.front().inside.high, 0.8922087, 1e-6);
}

void TestDealTimes::reasonsWithoutAColumn() {
    const Dataset dataset = customers();
    QVERIFY(lostReasons(dataset, {}, Bitmap(0)).empty());
}

void TestDealTimes::howLongCustomersStay() {
    const Dataset dataset = customers();
    const StayPair pair = timeStayed(dataset, {}, accountsIn(dataset));
    QCOMPARE(pair.undated, 0);
    QCOMPARE(pair.inside.n, 21);
    QCOMPARE(pair.inside.ended, 9);
    QCOMPARE(pair.inside.median.value_or(0), 23.0);
    near(pair.inside.at(10), 0.752941, 1e-6);
    near(pair.inside.mean, 23.28739496);
    QCOMPARE(pair.others.median.value_or(0), 8.0);
    near(pair.test.statistic, 16.7929410, 1e-7);
    near(pair.test.p, 4.168809e-05, 1e-6);
}

void TestDealTimes::firstWinIsTheBeginning() {
    // No day as a customer is told: the first won deal is. Who left on an unknown day is not dated.
    Dataset dataset =
        DatasetBuilder()
            .category(Entity::Account, QStringLiteral("account.industry"), {"in", "in", "in", "in"})
            .number(Entity::Account, QStringLiteral("account.churn_date"), {none, 400, none, none},
                    ColumnType::Date)
            .number(Entity::Deal, QStringLiteral("deal.close_date"), {300, 200, 250, 100, 350},
                    ColumnType::Date)
            .links(Entity::Deal, {0, 0, 1, 2, 3})
            .deals({won, won, won, won, lost})
            .accounts({AccountState::Customer, AccountState::Left, AccountState::Left, AccountState::Unknown})
            .build();
    dataset.asOf = dayOf(500);
    const StayPair pair = timeStayed(dataset, {}, Bitmap(4, true));
    QCOMPARE(pair.undated, 1);
    QCOMPARE(pair.inside.n, 2);
    QCOMPARE(pair.inside.horizon, 300.0);
    QCOMPARE(pair.inside.steps.size(), 1U);
    QCOMPARE(pair.inside.steps.front().time, 150.0);
    near(pair.inside.at(150), 0.5);
}

void TestDealTimes::whoLeft() {
    const Dataset dataset = customers();
    const LeftSplit split = leftSplit(dataset, {}, accountsIn(dataset));
    QCOMPARE(split.inside.positives, 9);
    QCOMPARE(split.inside.n, 21);
    QCOMPARE(split.outside.positives, 21);
    QCOMPARE(split.outside.n, 21);
    QCOMPARE(split.insideValue, 900.0);
    QCOMPARE(split.outsideValue, 2100.0);
    QCOMPARE(split.sentence, QStringLiteral("9 of 30 customers who left were inside the profile."));
    // The years add up to all who left.
    QCOMPARE(split.years.size(), 1U);
    QCOMPARE(split.years.front().year, 2022);
    QCOMPARE(split.years.front().inside, 9);
    QCOMPARE(split.years.front().outside, 21);
    // Within a filter only its customers count, on both sides.
    Study study;
    study.filter = {in};
    const LeftSplit within = leftSplit(dataset, study, Bitmap(dataset.accounts.rows()));
    QCOMPARE(within.inside.n, 0);
    QCOMPARE(within.outside.positives, 9);
    QCOMPARE(within.outside.n, 21);
}

void TestDealTimes::nobodyIsKnownToHaveLeft() {
    DatasetBuilder builder;
    builder.category(Entity::Account, QStringLiteral("account.industry"), {"in", "in"})
        .accounts({AccountState::Customer, AccountState::Customer});
    QCOMPARE(leftSplit(builder.build(), {}, Bitmap(2, true)).inside.n, 0);
    builder.boolean(Entity::Account, QStringLiteral("account.churned"), {"no", "no"});
    QCOMPARE(leftSplit(builder.build(), {}, Bitmap(2, true)).inside.n, 2);
}

void TestDealTimes::nothingIsNeverNaN() {
    const CloseTimesPair closing = timeToClose({}, {}, Bitmap(0));
    QVERIFY(!closing.inside.medianToWin && closing.sentence.isEmpty());
    QCOMPARE(closing.test.p, 1.0);
    QCOMPARE(timeStayed({}, {}, Bitmap(0)).inside.mean, 0.0);
    const LeftSplit split = leftSplit({}, {}, Bitmap(0));
    QVERIFY(split.sentence.isEmpty() && split.years.empty());
    QCOMPARE(split.inside.rate, 0.0);
}

QTEST_APPLESS_MAIN(TestDealTimes)
#include "tst_dealtimes.moc"
