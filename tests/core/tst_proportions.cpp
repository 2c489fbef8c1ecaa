#include "core/analysis/fisher.h"
#include "core/analysis/proportions.h"
#include "tests/support/core/near.h"

#include <QTest>

#include <cmath>

using namespace icp;
using icp::test::near;

// Expected numbers: R 4.2.2, scipy 1.10.1 and statsmodels 0.13.5, as printed; each comment names the call.

/// Intervals and tests of shares.
class TestProportions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wilson_data();
    void wilson();
    void jeffreys_data();
    void jeffreys();
    void clopperPearson();
    void largestRateOfNone();
    void sizesThatTell();
    void ratios();
    void fisher_data();
    void fisher();
    void oddsRatio();
};

void TestProportions::wilson_data() {
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("0/20") << 0 << 20 << 0.0 << .1611251581;
    QTest::newRow("1/29") << 1 << 29 << .0061132143 << .1717552188;
    QTest::newRow("15/148") << 15 << 148 << .0623863995 << .1604872417;
    QTest::newRow("81/263") << 81 << 263 << .2552885199 << .3662095770;
    QTest::newRow("3/10") << 3 << 10 << .1077912674 << .6032218525;
    QTest::newRow("10/10") << 10 << 10 << .7224672001 << 1.0;
    QTest::newRow("7/20") << 7 << 20 << .1811918241 << .5671457233;
    QTest::newRow("18/30") << 18 << 30 << .4232036025 << .7540937188;
    QTest::newRow("1/1000") << 1 << 1000 << 0.00017654637062607765 << 0.005642558597957937;
    QTest::newRow("half of a million") << 500000 << 1000000 << 0.4990200198900048 << 0.5009799801099952;
    QTest::newRow("nothing") << 0 << 0 << 0.0 << 1.0;
}

void TestProportions::wilson() {
    QFETCH(int, x);
    QFETCH(int, n);
    const Interval interval = icp::wilson(double(x), double(n));
    QFETCH(double, low);
    QFETCH(double, high);
    near(interval.low, low, 1e-8);
    near(interval.high, high, 1e-8);
}

void TestProportions::jeffreys_data() {
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("0/20") << 0 << 20 << 0.0 << .1166389829;  // statsmodels does not apply the x = 0 rule
    QTest::newRow("1/29") << 1 << 29 << .0037461736 << .1500776860;
    QTest::newRow("15/148") << 15 << 148 << .0604485170 << .1576431435;
    QTest::newRow("81/263") << 81 << 263 << .2545219350 << .3656474992;
    QTest::newRow("3/10") << 3 << 10 << .0926945939 << .6058183181;
    QTest::newRow("7/20") << 7 << 20 << .1722762136 << .5677660938;
    QTest::newRow("20/20") << 20 << 20 << 1 - .1166389829 << 1.0;
    QTest::newRow("nothing") << 0 << 0 << 0.0 << 1.0;
}

void TestProportions::jeffreys() {
    QFETCH(int, x);
    QFETCH(int, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = icp::jeffreys(x, n);
    near(interval.low, low, 1e-7);
    near(interval.high, high, 1e-8);
}

void TestProportions::clopperPearson() {
    const Interval usual = icp::clopperPearson(81, 263);
    near(usual.low, .2527367456, 1e-8);
    near(usual.high, .3676219226, 1e-8);
    // The exact upper bound after no win is 1 - 0.025^(1/n).
    const Interval none = icp::clopperPearson(0, 20);
    QCOMPARE(none.low, 0.0);
    near(none.high, 1 - std::pow(0.025, 1.0 / 20), 1e-10);
    near(icp::clopperPearson(7, 8).low, 0.47349032912479344, 1e-9);  // proportion_confint(method="beta")
    QCOMPARE(icp::clopperPearson(0, 0).high, 1.0);
}

void TestProportions::largestRateOfNone() {
    // 1 - .05^(1/n), and for some R 4.2.2 binom.test(3, 10, alternative = "less")$conf.int[2].
    const std::array<std::pair<int, double>, 5> none{
        {{5, 0.4507}, {10, 0.2589}, {14, 0.1926}, {20, 0.1391}, {30, 0.0950}}};
    for (const auto& [n, limit] : none) QVERIFY(std::abs(upperLimit(0, n) - limit) < 5e-5);
    near(upperLimit(3, 10), 0.606624216105413, 1e-9);
    QCOMPARE(upperLimit(4, 4), 1.0);
    QCOMPARE(upperLimit(0, 0), 1.0);
}

void TestProportions::sizesThatTell() {
    // R 4.2.2 power.prop.test(p1 = .2, p2 = .3, power = .8)$n; (.6, .7).
    near(sizeToTell(0.2, 0.3), 293.151285813647, 1e-6);
    near(sizeToTell(0.3, 0.2), 293.151285813647, 1e-6);
    near(sizeToTell(0.6, 0.7), 355.942812655067, 1e-6);
    QVERIFY(std::isinf(sizeToTell(0.4, 0.4)) && std::isinf(sizeToTellFrom(0.4, 0.4)));
}

void TestProportions::ratios() {
    const Estimate ratio = ratioOf(18, 30, 9, 30);
    near(ratio.value, 2, 1e-12);
    near(ratio.interval.low, 1.07610942, 1e-8);
    near(ratio.interval.high, 3.717094121, 1e-8);
    for (const Estimate& edge : {ratioOf(0, 30, 9, 30), ratioOf(5, 5, 0, 5), ratioOf(0, 0, 1, 2)})
        QVERIFY(std::isfinite(edge.value) && std::isfinite(edge.interval.low) &&
                std::isfinite(edge.interval.high));

    near(scoreTest(18, 30, 9, 30), .0195174812, 1e-8);
    QCOMPARE(scoreTest(0, 30, 0, 30), 1.0);
    QCOMPARE(scoreTest(0, 0, 3, 30), 1.0);
}

void TestProportions::fisher_data() {
    QTest::addColumn<QList<int>>("cells");
    QTest::addColumn<double>("two");
    QTest::addColumn<double>("greater");
    // scipy.stats.fisher_exact([[a, b], [c, d]])
    QTest::newRow("18/30, 9/30") << QList<int>{18, 12, 9, 21} << 0.03699239594051111 << 0.01849619797025555;
    QTest::newRow("tea") << QList<int>{3, 1, 1, 3} << 0.48571428571428565 << 0.24285714285714283;
    QTest::newRow("none of ten") << QList<int>{0, 10, 5, 5} << 0.032507739938080496 << 1.0;
    QTest::newRow("hundreds") << QList<int>{200, 300, 150, 350} << 0.001144753754493798
                              << 0.000572376877246899;
    QTest::newRow("all of five") << QList<int>{5, 0, 2, 8} << 0.006993006993006992 << 0.006993006993006992;
    QTest::newRow("thousands") << QList<int>{12000, 20000, 11800, 20400} << 0.025162898975105236
                               << 0.012809517310319728;
}

void TestProportions::fisher() {
    QFETCH(QList<int>, cells);
    QFETCH(double, two);
    QFETCH(double, greater);
    const TwoByTwo table{cells[0], cells[0] + cells[1], cells[2], cells[2] + cells[3]};
    near(fisherTest(table), two, 1e-7);
    near(fisherGreater(table), greater, 1e-7);
    near(fisherTest({table.x2, table.n2, table.x1, table.n1}), two, 1e-7);
}

void TestProportions::oddsRatio() {
    near(conditionalOddsRatio({18, 30, 9, 30}), 3.423015978, 1e-4);        // R fisher.test stops at 1e-4
    near(conditionalOddsRatio({18, 30, 9, 30}), 3.423083965883525, 1e-6);  // scipy odds_ratio
    near(conditionalOddsRatio({3, 4, 1, 4}), 6.408319658199662, 1e-6);
    near(conditionalOddsRatio({200, 500, 150, 500}), 1.5548643542810334, 1e-6);
    QCOMPARE(conditionalOddsRatio({0, 10, 5, 10}), 0.0);
    QVERIFY(std::isfinite(conditionalOddsRatio({10, 10, 5, 10})));
    QCOMPARE(conditionalOddsRatio({0, 10, 0, 10}), 1.0);
    QCOMPARE(fisherTest({0, 0, 3, 9}), 1.0);
}

QTEST_APPLESS_MAIN(TestProportions)
#include "tst_proportions.moc"
