#include "core/base/interval.h"
#include "core/workshop/gauge.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/randomicp.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace icp;
using namespace icp::test;

class TestGauge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsByHand();
    void agreesWithNaiveCounting();
    void sameAfterEditsAndUndone();
    void aboutRetentionWithoutDeals();
    void dealsWithoutAccountsAreCounted();
    void valueWithoutDeals();
    void marketOnlyWhenTyped();
    void narrowness_data();
    void narrowness();
    void bandsAreChosen();
    void nothingIsFinite();
};

namespace {

/// `wonInside` accounts of 10 employees and `wonOutside` of 100, each with one won deal.
Dataset winners(int wonInside, int wonOutside) {
    std::vector<double> employees(std::size_t(wonInside), 10);
    employees.resize(std::size_t(wonInside + wonOutside), 100);
    std::vector<std::uint32_t> links;
    for (std::uint32_t i = 0; i < employees.size(); ++i) links.push_back(i);
    return DatasetBuilder()
        .number(Entity::Account, QStringLiteral("account.employees"), employees)
        .number(Entity::Deal, QStringLiteral("deal.amount"), std::vector<double>(employees.size(), 5))
        .links(Entity::Deal, links)
        .deals(std::vector<DealState>(employees.size(), DealState::Won))
        .build();
}

void compare(const GaugeRate& rate, qint64 positives, qint64 n) {
    QCOMPARE(rate.positives, positives);
    QCOMPARE(rate.n, n);
    QCOMPARE(rate.rate, n > 0 ? double(positives) / double(n) : 0.0);
    QCOMPARE(rate.low, wilson(positives, n).low);
    QCOMPARE(rate.high, wilson(positives, n).high);
}

void compare(const Gauge& gauge, const Dataset& dataset, const FitTable& fit) {
    double accountsInside = 0;
    double customers = 0;
    double customersInside = 0;
    qint64 won = 0, wonInside = 0, closed = 0, closedInside = 0;
    double value = 0, valueInside = 0;
    qint64 left = 0, leftInside = 0, known = 0, knownInside = 0;
    const Column& amount = *dataset.column(u"deal.amount");
    for (std::size_t account = 0; account < dataset.accounts.rows(); ++account) {
        const bool inside = fit.fit[account] == Fit::Ideal;
        bool customer = dataset.accountState[account] != AccountState::Unknown;
        for (std::size_t deal = 0; deal < dataset.deals.rows(); ++deal) {
            if (dataset.deals.links.account[deal] != account || dataset.dealState[deal] == DealState::Open)
                continue;
            ++closed;
            closedInside += inside;
            if (dataset.dealState[deal] != DealState::Won) continue;
            customer = true;
            ++won;
            wonInside += inside;
            value += amount.isMissing(deal) ? 0 : amount.numbers()[deal];
            valueInside += amount.isMissing(deal) || !inside ? 0 : amount.numbers()[deal];
        }
        accountsInside += inside;
        customers += customer;
        customersInside += customer && inside;
        const AccountState state = dataset.accountState[account];
        known += state != AccountState::Unknown;
        knownInside += inside && state != AccountState::Unknown;
        left += state == AccountState::Left;
        leftInside += inside && state == AccountState::Left;
    }
    QCOMPARE(gauge.accounts.part, accountsInside);
    QCOMPARE(gauge.accounts.whole, double(dataset.accounts.rows()));
    QCOMPARE(gauge.customers.part, customersInside);
    QCOMPARE(gauge.customers.whole, customers);
    const bool judged = dataset.accounts.rows() > 0 && fit.fit.front() != Fit::None;
    QCOMPARE(double(gauge.ideal + gauge.stretch + gauge.bad), judged ? customers : 0.0);
    QCOMPARE(gauge.wins.part, double(wonInside));
    QCOMPARE(gauge.wins.whole, double(won));
    QCOMPARE(gauge.revenue.part, valueInside);
    QCOMPARE(gauge.revenue.whole, value);
    compare(gauge.inside, wonInside, closedInside);
    compare(gauge.outside, won - wonInside, closed - closedInside);
    compare(gauge.leftInside, leftInside, knownInside);
    compare(gauge.leftOutside, left - leftInside, known - knownInside);
    const Interval difference = newcombe(wonInside, closedInside, won - wonInside, closed - closedInside);
    QCOMPARE(gauge.differenceLow, difference.low);
    QCOMPARE(gauge.differenceHigh, difference.high);
    QVERIFY(gauge.difference >= difference.low && gauge.difference <= difference.high);
}

}  // namespace

void TestGauge::countsByHand() {
    // Account 0 has 10 employees and won 1 of 2, account 1 has 100 and won 0 of 1, account 2 has 10 and only
    // an open deal.
    const Dataset dataset =
        DatasetBuilder()
            .number(Entity::Account, QStringLiteral("account.employees"), {10, 100, 10})
            .number(Entity::Deal, QStringLiteral("deal.amount"), {50, 70, 90, 20, 1000})
            .links(Entity::Deal, {0, 0, 1, 2, noRow})
            .deals({DealState::Won, DealState::Lost, DealState::Lost, DealState::Open, DealState::Won})
            .accounts({AccountState::Customer, AccountState::Unknown, AccountState::Left})
            .build();
    GaugeModel model(dataset);
    const Gauge gauge = model.evaluate(employing(0, 50));
    QCOMPARE(gauge.accounts.share(), 2.0 / 3);
    QCOMPARE(gauge.customers.part, 2.0);  // account 2 left, so it was one
    QCOMPARE(gauge.customers.whole, 2.0);
    QCOMPARE(gauge.wins.share(), 1.0);
    QCOMPARE(gauge.revenue.part, 50.0);
    QCOMPARE(gauge.revenue.whole, 50.0);
    compare(gauge.inside, 1, 2);
    compare(gauge.outside, 0, 1);
    QCOMPARE(gauge.difference, 0.5);
    compare(gauge.leftInside, 1, 2);
    compare(gauge.leftOutside, 0, 0);
    QVERIFY(!gauge.aboutRetention);
}

void TestGauge::agreesWithNaiveCounting() {
    QRandomGenerator random(21);
    for (quint32 round = 0; round < 40; ++round) {
        const Dataset dataset = randomDataset(round + 100, std::size_t(5 + random.bounded(120)));
        GaugeModel model(dataset);
        const Icp icp = randomIcp(random, random.bounded(6));
        const Gauge gauge = model.evaluate(icp);
        compare(gauge, dataset, model.fit().table());
        if (QTest::currentTestFailed()) return;
    }
}

void TestGauge::sameAfterEditsAndUndone() {
    const Dataset dataset = randomDataset(8, 150);
    QRandomGenerator random(4);
    GaugeModel model(dataset);
    const Icp first = randomIcp(random, 5);
    const Gauge before = model.evaluate(first);
    for (int step = 0; step < 50; ++step) {
        Icp edited = first;
        edited.criteria[std::size_t(random.bounded(5))] = randomCriterion(random, 50 + step);
        GaugeModel fresh(dataset);
        const Gauge a = model.evaluate(edited);
        const Gauge b = fresh.evaluate(edited);
        QCOMPARE(a.ideal, b.ideal);
        QCOMPARE(a.revenue.part, b.revenue.part);
        QCOMPARE(a.inside.rate, b.inside.rate);
        QCOMPARE(a.position, b.position);
    }
    const Gauge after = model.evaluate(first);
    QCOMPARE(after.inside.positives, before.inside.positives);
    QCOMPARE(after.revenue.part, before.revenue.part);
    QCOMPARE(after.stretch, before.stretch);
}

void TestGauge::aboutRetentionWithoutDeals() {
    const Dataset dataset =
        DatasetBuilder()
            .number(Entity::Account, QStringLiteral("account.employees"), {10, 10, 10, 100, 100})
            .accounts({AccountState::Customer, AccountState::Left, AccountState::Unknown, AccountState::Left,
                       AccountState::Left})
            .build();
    GaugeModel model(dataset);
    const Gauge gauge = model.evaluate(employing(0, 50));
    QVERIFY(gauge.aboutRetention);
    QCOMPARE(gauge.customers.part, 2.0);
    QCOMPARE(gauge.customers.whole, 4.0);
    compare(gauge.inside, 1, 2);
    compare(gauge.outside, 0, 2);
    compare(gauge.leftInside, 1, 2);
    compare(gauge.leftOutside, 2, 2);
    QCOMPARE(gauge.narrowness, Narrowness::TooNarrow);
}

void TestGauge::dealsWithoutAccountsAreCounted() {
    const auto gaugeOf = [](const std::vector<std::uint32_t>& links) {
        const Dataset dataset =
            DatasetBuilder()
                .number(Entity::Account, QStringLiteral("account.employees"), {10, 100})
                .number(Entity::Deal, QStringLiteral("deal.amount"), {1, 1, 1, 1})
                .links(Entity::Deal, links)
                .deals({DealState::Won, DealState::Lost, DealState::Lost, DealState::Open})
                .build();
        return GaugeModel(dataset).evaluate(employing(0, 50));
    };
    const Gauge some = gaugeOf({0, 1, noRow, noRow});
    QCOMPARE(some.unlinked, 1);  // the open one is not closed
    QCOMPARE(some.inside.n + some.outside.n, 2);
    QVERIFY(!some.aboutRetention);
    const Gauge none = gaugeOf({noRow, noRow, noRow, noRow});
    QCOMPARE(none.unlinked, 3);
    QCOMPARE(none.inside.n + none.outside.n, 0);
    QVERIFY(!none.aboutRetention);  // deals are closed; nobody knows of whom
}

void TestGauge::valueWithoutDeals() {
    const Dataset dataset =
        DatasetBuilder()
            .number(Entity::Account, QStringLiteral("account.employees"), {10, 100, 10})
            .number(Entity::Account, QStringLiteral("account.mrr"), {30, 50, qQNaN()}, ColumnType::Money)
            .build();
    GaugeModel model(dataset);
    const Gauge gauge = model.evaluate(employing(0, 50));
    QCOMPARE(gauge.customers.whole, 3.0);
    QCOMPARE(gauge.revenue.part, 30.0);
    QCOMPARE(gauge.revenue.whole, 80.0);
}

void TestGauge::marketOnlyWhenTyped() {
    const Dataset dataset = winners(3, 3);
    GaugeModel model(dataset);
    Icp icp = employing(0, 50);
    QCOMPARE(model.evaluate(icp).market.whole, 0.0);
    icp.market.companies = 21400;
    QCOMPARE(model.evaluate(icp).market.whole, 0.0);
    icp.marketInside = 3150;
    QCOMPARE(model.evaluate(icp).market.share(), 3150.0 / 21400);
}

void TestGauge::narrowness_data() {
    QTest::addColumn<int>("inside");
    QTest::addColumn<int>("outside");
    QTest::addColumn<int>("expected");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("everybody") << 100 << 0 << int(Narrowness::TooBroad) << 0.0 << 0.0;
    QTest::newRow("broad") << 61 << 39 << int(Narrowness::TooBroad) << 0.2 << 0.27;
    QTest::newRow("just right") << 60 << 40 << int(Narrowness::Comfortable) << 0.27 << 0.28;
    QTest::newRow("middle") << 40 << 60 << int(Narrowness::Comfortable) << 0.45 << 0.55;
    QTest::newRow("just enough") << 20 << 80 << int(Narrowness::Comfortable) << 0.72 << 0.73;
    QTest::newRow("few") << 19 << 81 << int(Narrowness::TooNarrow) << 0.73 << 0.76;
    QTest::newRow("nobody") << 0 << 100 << int(Narrowness::TooNarrow) << 1.0 << 1.0;
    QTest::newRow("few customers") << 5 << 1 << int(Narrowness::TooBroad) << 0.0 << 0.27;
}

void TestGauge::narrowness() {
    QFETCH(int, inside);
    QFETCH(int, outside);
    QFETCH(double, from);
    QFETCH(double, to);
    const Dataset dataset = winners(inside, outside);
    GaugeModel model(dataset);
    const Gauge gauge = model.evaluate(employing(0, 50));
    QTEST(int(gauge.narrowness), "expected");
    QVERIFY2(gauge.position >= from && gauge.position <= to, qPrintable(QString::number(gauge.position)));
    QCOMPARE(model.evaluate({}).narrowness, Narrowness::Empty);
}

void TestGauge::bandsAreChosen() {
    const Dataset dataset = winners(40, 60);
    GaugeModel model(dataset);
    QCOMPARE(model.evaluate(employing(0, 50)).narrowness, Narrowness::Comfortable);
    model.setBands({0.39, 20});
    QCOMPARE(model.evaluate(employing(0, 50)).narrowness, Narrowness::TooBroad);
    model.setBands({0.4, 41});
    QCOMPARE(model.evaluate(employing(0, 50)).narrowness, Narrowness::TooNarrow);
}

void TestGauge::nothingIsFinite() {
    const Dataset empty;
    GaugeModel model(empty);
    const Gauge gauge = model.evaluate(employing(0, 50));
    for (const double number :
         {gauge.accounts.share(), gauge.customers.share(), gauge.wins.share(), gauge.revenue.share(),
          gauge.inside.rate, gauge.outside.rate, gauge.inside.high, gauge.difference, gauge.differenceLow,
          gauge.differenceHigh, gauge.leftInside.rate, gauge.position})
        QVERIFY(std::isfinite(number));
    QCOMPARE(gauge.narrowness, Narrowness::Empty);
}

QTEST_APPLESS_MAIN(TestGauge)
#include "tst_gauge.moc"
