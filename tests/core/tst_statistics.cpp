#include "core/analysis/contingency.h"
#include "core/analysis/distributions.h"
#include "core/analysis/draw.h"
#include "core/analysis/multiple.h"
#include "core/analysis/ranks.h"
#include "core/analysis/shrinkage.h"
#include "tests/support/core/near.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace icp;
using icp::test::near;

// Expected numbers: R 4.2.2, scipy 1.10.1 and statsmodels 0.13.5, as printed; each comment names the call.

namespace {

std::vector<Group> groups(std::initializer_list<std::pair<qint64, qint64>> pairs) {
    std::vector<Group> result;
    for (const auto& [x, n] : pairs) result.push_back({x, n});
    return result;
}

}  // namespace

/// Tails, multiple tests, shrinkage, ranks and draws.
class TestStatistics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tails();
    void outsideTheDomainIsNeverNaN();
    void falseDiscovery();
    void shrinkage();
    void shrinkageOfAlikeGroups();
    void permutation();
    void ranks();
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
