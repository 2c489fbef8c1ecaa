#include "core/analysis/clusters.h"
#include "core/analysis/contingency.h"
#include "core/analysis/distributions.h"
#include "core/analysis/draw.h"
#include "core/analysis/fisher.h"
#include "core/analysis/multiple.h"
#include "core/analysis/proportions.h"
#include "core/analysis/ranks.h"
#include "core/analysis/shrinkage.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace icp;

// Expected numbers: R 4.2.2, scipy 1.10.1 and statsmodels 0.13.5, as printed; each comment names the call.

namespace {

void near(double actual, double expected, double relative = 1e-9) {
    const double allowed = relative * std::max(std::abs(expected), 1e-300);
    if (!(std::abs(actual - expected) <= allowed))
        QFAIL(qPrintable(QStringLiteral("%1 is not %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

std::vector<Group> groups(std::initializer_list<std::pair<qint64, qint64>> pairs) {
    std::vector<Group> result;
    for (const auto& [x, n] : pairs) result.push_back({x, n});
    return result;
}

// Titanic (R's table): survived of n in 1st, 2nd, 3rd class and crew.
const std::vector<Group> titanic = groups({{203, 325}, {118, 285}, {178, 706}, {212, 885}});
// HairEyeColor of R, summed over sex: hair Black, Brown, Red, Blond x eye Brown, Blue, Hazel, Green.
const Contingency hairEye{4, {68, 20, 15, 5, 119, 84, 54, 29, 26, 17, 14, 14, 7, 94, 10, 16}};

}  // namespace

class TestStatistics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tails();
    void outsideTheDomainIsNeverNaN();
    void wilson_data();
    void wilson();
    void jeffreys_data();
    void jeffreys();
    void clopperPearson();
    void ratios();
    void fisher_data();
    void fisher();
    void oddsRatio();
    void falseDiscovery();
    void shrinkage();
    void shrinkageOfAlikeGroups();
    void chiSquare();
    void cramer();
    void information();
    void permutation();
    void ranks();
    void raoScott();
    void raoScottWithoutRepeatsIsChiSquare();
    void hypergeometricDraws();
};

void TestStatistics::tails() {
    near(normalTail(1.7), 0.04456546275854304, 1e-12);  // norm.sf
    near(normalTail(8.5), 9.47953482220325e-18, 1e-12);
    near(normalQuantile(0.975), 1.959963984540054, 1e-12);  // norm.ppf
    near(normalQuantile(1e-9), -5.9978070150076865, 1e-12);
    near(chiSquareTail(3.2, 1), 0.07363827012030258, 1e-12);  // chi2.sf
    near(chiSquareTail(138.28984, 9), 2.32528858328808e-25, 1e-10);
    near(chiSquareTail(0.5, 7.5), 0.9997263409091075, 1e-12);
    near(chiSquareTail(900, 4), 1.6659412638877616e-193, 1e-10);
    near(studentTail(2.1, 11), 0.029800159804032975, 1e-12);  // t.sf
    near(studentTail(-0.4, 3), 0.6420324230128149, 1e-12);
    near(studentTail(12, 84), 3.317659741248912e-20, 1e-10);
    near(fTail(2.5, 3, 40), 0.07325435201794978, 1e-11);  // f.sf
    near(fTail(0.7, 1.7, 140.3), 0.4762467776101753, 1e-11);
    near(fTail(30, 6, 500), 9.342340937948432e-31, 1e-9);
    near(betaCdf(0.3, 2.5, 4.5), 0.40653901668245934, 1e-12);  // beta.cdf, beta.ppf
    near(betaQuantile(0.025, 81.5, 182.5), 0.2545219349910236, 1e-11);
    near(betaQuantile(0.975, 0.5, 20.5), 0.11663898290487539, 1e-11);
    near(digamma(0.3), -3.502524222200133, 1e-12);  // digamma, polygamma(1), gammaln
    near(digamma(25.5), 3.2189424728839198, 1e-12);
    near(trigamma(0.3), 12.245364546107734, 1e-12);
    near(trigamma(25.5), 0.03999466964956292, 1e-12);
    near(logGamma(0.3), 1.0957979948180756, 1e-12);
    near(logGamma(1234.5), 7550.550901077894, 1e-12);
}

void TestStatistics::outsideTheDomainIsNeverNaN() {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double x : {-1.0, 0.0, 1.0, infinity, std::numeric_limits<double>::quiet_NaN()})
        for (const double df : {-1.0, 0.0, 2.0, infinity})
            for (const double p :
                 {chiSquareTail(x, df), studentTail(x, df), fTail(x, df, 3), fTail(x, 3, df)})
                QVERIFY2(p >= 0 && p <= 1,
                         qPrintable(QStringLiteral("x %1 df %2 p %3").arg(x).arg(df).arg(p)));
    QVERIFY(std::isfinite(normalQuantile(0)) && std::isfinite(normalQuantile(1)));
    QCOMPARE(betaCdf(-1, 2, 2), 0.0);
    QCOMPARE(betaQuantile(1, 2, 2), 1.0);
}

void TestStatistics::wilson_data() {
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

void TestStatistics::wilson() {
    QFETCH(int, x);
    QFETCH(int, n);
    const Interval interval = icp::wilson(double(x), double(n));
    QFETCH(double, low);
    QFETCH(double, high);
    near(interval.low, low, 1e-8);
    near(interval.high, high, 1e-8);
}

void TestStatistics::jeffreys_data() {
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

void TestStatistics::jeffreys() {
    QFETCH(int, x);
    QFETCH(int, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = icp::jeffreys(x, n);
    near(interval.low, low, 1e-7);
    near(interval.high, high, 1e-8);
}

void TestStatistics::clopperPearson() {
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

void TestStatistics::ratios() {
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

void TestStatistics::fisher_data() {
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

void TestStatistics::fisher() {
    QFETCH(QList<int>, cells);
    QFETCH(double, two);
    QFETCH(double, greater);
    const TwoByTwo table{cells[0], cells[0] + cells[1], cells[2], cells[2] + cells[3]};
    near(fisherTest(table), two, 1e-7);
    near(fisherGreater(table), greater, 1e-7);
    near(fisherTest({table.x2, table.n2, table.x1, table.n1}), two, 1e-7);
}

void TestStatistics::oddsRatio() {
    near(conditionalOddsRatio({18, 30, 9, 30}), 3.423015978, 1e-4);        // R fisher.test stops at 1e-4
    near(conditionalOddsRatio({18, 30, 9, 30}), 3.423083965883525, 1e-6);  // scipy odds_ratio
    near(conditionalOddsRatio({3, 4, 1, 4}), 6.408319658199662, 1e-6);
    near(conditionalOddsRatio({200, 500, 150, 500}), 1.5548643542810334, 1e-6);
    QCOMPARE(conditionalOddsRatio({0, 10, 5, 10}), 0.0);
    QVERIFY(std::isfinite(conditionalOddsRatio({10, 10, 5, 10})));
    QCOMPARE(conditionalOddsRatio({0, 10, 0, 10}), 1.0);
    QCOMPARE(fisherTest({0, 0, 3, 9}), 1.0);
}

void TestStatistics::falseDiscovery() {
    const std::array p{.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                       .0459, .3240, .4262, .5719, .6528, .7590, 1.};
    const std::array bh{.0015, .003, .0095,       .035625, .0603,       .0638571429, .0638571429, .0645,
                        .0765, .486, .5811818182, .714875, .7532307692, .8132142857, 1.};
    const std::array by{0.00497734349,
                        0.00995468698,
                        0.031523175436,
                        0.118211907884,
                        0.200089208292,
                        0.211892622853,
                        0.211892622853,
                        0.214025770063,
                        0.253844517982,
                        1.,
                        1.,
                        1.,
                        1.,
                        1.,
                        1.};
    const std::vector<double> q = benjaminiHochberg(p);
    const std::vector<double> qy = benjaminiYekutieli(p);  // multipletests(method="fdr_by")
    for (std::size_t i = 0; i < p.size(); ++i) {
        near(q[i], bh[i], 1e-8);
        near(qy[i], by[i], 1e-8);
    }
    QCOMPARE(std::count_if(q.begin(), q.end(), [](double v) { return v < .05; }), 4);

    const std::array mixed{.04, .001, .5, .03, .001};  // order and ties
    const std::array mixedQ{.05, .0025, .5, .05, .0025};
    for (std::size_t i = 0; i < mixed.size(); ++i) near(benjaminiHochberg(mixed)[i], mixedQ[i], 1e-12);
    QVERIFY(benjaminiHochberg({}).empty());
}

void TestStatistics::shrinkage() {
    const auto data = groups({{3, 10}, {7, 20}, {12, 25}, {1, 6}, {0, 4}, {22, 40}, {5, 18}, {9, 15}});
    const std::array shrunk{.3852719, .3878094, .4363643, .3748518, .3688982, .4806298, .3659615, .4620735};
    const auto prior = betaByLikelihood(data);  // R optim, BFGS
    QVERIFY(prior);
    near(prior->a, 15.50888, 2e-4);
    near(prior->b, 22.53220, 2e-4);
    near(prior->mean(), .4076876, 1e-5);
    const Shrinkage shrinkage(data);
    for (std::size_t i = 0; i < data.size(); ++i) near(shrinkage.rate(data[i]), shrunk[i], 1e-4);
    const auto moments = betaByMoments(data);
    QVERIFY(moments);
    QVERIFY(moments->a > 5 && moments->a < 60);
}

void TestStatistics::shrinkageOfAlikeGroups() {
    // Less spread than chance allows: everything is drawn to the pooled rate.
    const auto alike = groups({{10, 20}, {20, 40}, {15, 30}});
    QVERIFY(!betaByMoments(alike));
    QVERIFY(!Shrinkage(alike).prior());
    near(Shrinkage(alike).rate({3, 4}), 0.5, 1e-12);
    for (const auto& odd :
         {groups({}), groups({{0, 0}}), groups({{0, 5}, {0, 9}}), groups({{5, 5}, {9, 9}}),
          groups({{5, 5}, {0, 5}}), groups({{1, 1}, {0, 1}}), groups({{400, 400}, {0, 400}})}) {
        const double rate = Shrinkage(odd).rate({1, 2});
        QVERIFY(std::isfinite(rate) && rate >= 0 && rate <= 1);
    }
}

void TestStatistics::chiSquare() {
    const TestResult hair = icp::chiSquare(hairEye);
    near(hair.statistic, 138.28984162600824, 1e-12);
    QCOMPARE(hair.df, 9.0);
    near(hair.p, 2.325286787098839e-25, 1e-9);
    const TestResult ship = icp::chiSquare(tableOf(titanic));
    near(ship.statistic, 190.40110361683327, 1e-12);  // chi2_contingency(correction=False)
    near(ship.p, 4.999927529868003e-41, 1e-9);
    QVERIFY(chiSquareAllowed(tableOf(titanic)));
    QVERIFY(!chiSquareAllowed(tableOf(groups({{3, 4}, {1, 4}}))));
    QCOMPARE(icp::chiSquare(tableOf(groups({{3, 4}}))).p, 1.0);
    QCOMPARE(icp::chiSquare(tableOf(groups({{0, 4}, {0, 9}}))).p, 1.0);
    // An empty level changes nothing.
    near(icp::chiSquare(tableOf(groups({{18, 30}, {0, 0}, {9, 30}}))).p, scoreTest(18, 30, 9, 30), 1e-12);
}

void TestStatistics::cramer() {
    near(cramersV(hairEye), .2790446233, 1e-9);
    near(cramersVCorrected(hairEye), 0.27048315291231567, 1e-9);  // Bergsma's formula in numpy
    near(cramersVCorrected(tableOf(titanic)), 0.2918590714551305, 1e-9);
    QCOMPARE(cramersVCorrected(tableOf(groups({{5, 10}, {10, 20}}))), 0.0);
    QCOMPARE(cramersV(Contingency{}), 0.0);
    QCOMPARE(cramersVCorrected(tableOf(groups({{1, 1}, {0, 0}}))), 0.0);
}

void TestStatistics::information() {
    const std::array woe{1.2490439034, .3925497812, -.3474537643, -.4153000858};
    for (std::size_t i = 0; i < woe.size(); ++i) near(weightOfEvidence(titanic)[i], woe[i], 1e-9);
    near(informationValue(titanic), .3753898409, 1e-9);
    near(mutualInformation(tableOf(titanic)), .0410952661, 1e-8);
    near(uncertaintyCoefficient(tableOf(titanic)), 0.06532016170897025, 1e-9);  // entropies in numpy
    near(uncertaintyCoefficient(hairEye), 0.09762248929184825, 1e-9);
    const auto edge = groups({{0, 5}, {5, 5}, {0, 0}});
    QVERIFY(std::isfinite(informationValue(edge)));
    QCOMPARE(informationValue(groups({{0, 5}})), 0.0);
}

void TestStatistics::permutation() {
    // Three thin groups, all 2,100 arrangements counted by hand of a script: 10 choose 4 = 210 label sets,
    // 3/4, 1/3, 0/3.
    const auto thin = groups({{3, 4}, {1, 3}, {0, 3}});
    double further = 0;
    double all = 0;
    const double observed = icp::chiSquare(tableOf(thin)).statistic;
    const auto choose = [](double n, double k) { return std::exp(logChoose(n, k)); };
    for (int a = 0; a <= 4; ++a)
        for (int b = 0; b <= 3; ++b)
            if (const int c = 4 - a - b; c >= 0 && c <= 3) {
                const double ways = choose(4, a) * choose(3, b) * choose(3, c);
                all += ways;
                if (icp::chiSquare(tableOf(groups({{a, 4}, {b, 3}, {c, 3}}))).statistic >= observed - 1e-9)
                    further += ways;
            }
    QVERIFY(std::abs(permutationChiSquare(thin, 40000).p - further / all) < 0.01);
    QCOMPARE(permutationChiSquare(thin).p, permutationChiSquare(thin).p);
    // Where chi-square holds, both agree.
    const auto thick = groups({{60, 100}, {45, 100}, {52, 100}});
    QVERIFY(std::abs(permutationChiSquare(thick).p - icp::chiSquare(tableOf(thick)).p) < 0.02);
    QCOMPARE(permutationChiSquare(groups({{0, 0}, {1, 3}})).p, 1.0);
}

void TestStatistics::ranks() {
    // a = 1 3 3 5 7 7 7 9 12, b = 2 3 4 4 5 5 6 7 1 1; values 1 2 3 4 5 6 7 9 12
    const std::array<qint64, 9> a{1, 0, 2, 0, 1, 0, 3, 1, 1};
    const std::array<qint64, 9> b{2, 1, 1, 2, 2, 1, 1, 0, 0};
    const RankComparison compared = mannWhitney(a, b);
    near(compared.u, 63.5, 1e-12);
    near(compared.p, 0.1376106223680139, 1e-9);  // mannwhitneyu(method="asymptotic")
    near(compared.cliffsDelta, 2 * 63.5 / 90 - 1, 1e-12);
    QCOMPARE(mannWhitney(std::array<qint64, 1>{3}, std::array<qint64, 1>{4}).p, 1.0);
    QCOMPARE(mannWhitney(std::array<qint64, 1>{0}, std::array<qint64, 1>{4}).p, 1.0);

    const std::vector<double> values{2.0, 2.2, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 3.0, 3.2, 3.4, 3.7, 3.8, 4.0};
    const std::vector<std::uint8_t> of{2, 2, 1, 0, 0, 1, 2, 0, 0, 0, 2, 2, 1, 1};
    const KruskalWallis kw = kruskalWallis(values, of, 3);
    near(kw.test.statistic, 0.7714285714285722, 1e-9);  // scipy kruskal
    near(kw.test.p, 0.6799647735788936, 1e-9);
    const std::vector<double> tied{1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 5, 5, 6, 7};
    const std::vector<std::uint8_t> tiedOf{0, 0, 2, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 2, 2};
    const KruskalWallis ties = kruskalWallis(tied, tiedOf, 3);
    near(ties.test.statistic, 5.320733210104745, 1e-9);
    near(ties.test.p, 0.06992258307307972, 1e-9);
    near(ties.epsilonSquared, 0.38005237215033894, 1e-9);
    QCOMPARE(kruskalWallis({}, {}, 3).test.p, 1.0);
    QCOMPARE(kruskalWallis(std::array{4., 4.}, std::array<std::uint8_t, 2>{0, 1}, 2).test.p, 1.0);
}

void TestStatistics::raoScott() {
    // Ten clusters over three groups. Expected: numpy, null covariance inverted over two free groups, the
    // same eigenvalues as R's survey::svychisq(statistic = "F") uses.
    struct Part {
        std::size_t group;
        qint64 x;
        qint64 n;
    };
    const std::vector<std::vector<Part>> clusters{{{0, 3, 5}},
                                                  {{0, 1, 6}},
                                                  {{0, 4, 4}},
                                                  {{1, 0, 3}, {2, 2, 4}},
                                                  {{1, 5, 7}},
                                                  {{1, 1, 5}, {0, 2, 2}},
                                                  {{2, 6, 6}},
                                                  {{2, 1, 8}},
                                                  {{2, 3, 5}, {1, 2, 2}},
                                                  {{0, 0, 1}}};
    std::vector<Group> totals(3);
    for (const auto& cluster : clusters)
        for (const Part& part : cluster) {
            totals[part.group].positives += part.x;
            totals[part.group].n += part.n;
        }
    ClusterScore score(totals);
    for (const auto& cluster : clusters) {
        for (const Part& part : cluster) score.add(part.group, part.x, part.n);
        score.close();
    }
    near(icp::chiSquare(tableOf(totals)).statistic, 0.2558627315660562, 1e-9);
    const TestResult test = score.raoScott();
    near(test.statistic, 0.0948213756145057, 1e-9);
    near(test.df, 1.988705997231796, 1e-9);
    near(test.p, 0.95291140431359, 1e-9);
    near(score.z(0), 0.23420669, 1e-6);
    near(score.z(1), -0.2906401, 1e-6);
    near(score.z(2), 0.03327503, 1e-6);
    near(score.designEffect(0), 2.11904762, 1e-6);
    near(score.designEffect(1), 1.82773109, 1e-6);
    near(score.designEffect(2), 3.20600414, 1e-6);
    QCOMPARE(score.clusters(), 10);
}

void TestStatistics::raoScottWithoutRepeatsIsChiSquare() {
    const auto mild = groups({{210, 700}, {190, 600}, {260, 1000}, {330, 1000}});
    ClusterScore score(mild);
    for (std::size_t g = 0; g < mild.size(); ++g)
        for (qint64 unit = 0; unit < mild[g].n; ++unit) {
            score.add(g, unit < mild[g].positives ? 1 : 0, 1);
            score.close();
        }
    // The covariance is then the observed one within groups instead of the null one: close, not equal.
    QVERIFY(std::abs(score.raoScott().p / icp::chiSquare(tableOf(mild)).p - 1) < 0.1);
    QVERIFY(std::abs(score.designEffect(3) - 1) < 0.1);
}

void TestStatistics::hypergeometricDraws() {
    Draw random(7);
    struct Case {
        qint64 n;
        qint64 good;
        qint64 drawn;
    };
    for (const auto& [n, good, drawn] :
         {Case{10, 4, 3}, Case{50, 45, 40}, Case{1000, 10, 700}, Case{1000000, 300000, 500000}}) {
        double sum = 0;
        constexpr int draws = 4000;
        for (int i = 0; i < draws; ++i) {
            const qint64 x = random.hypergeometric(n, good, drawn);
            QVERIFY(x >= std::max<qint64>(0, drawn + good - n) && x <= std::min(drawn, good));
            sum += double(x);
        }
        const double share = double(good) / double(n);
        const double deviation =
            std::sqrt(double(drawn) * share * (1 - share) * double(n - drawn) / double(n - 1));
        QVERIFY(std::abs(sum / draws - double(drawn) * share) < 5 * deviation / std::sqrt(double(draws)));
    }
    QCOMPARE(random.hypergeometric(10, 10, 4), 4);
    QCOMPARE(random.hypergeometric(10, 0, 4), 0);
}

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
