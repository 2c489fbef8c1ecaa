#include "core/analysis/clusters.h"
#include "core/analysis/contingency.h"
#include "core/analysis/proportions.h"
#include "tests/support/core/near.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace icp;
using icp::test::near;

// Expected numbers: R 4.2.2, scipy 1.10.1 and statsmodels 0.13.5, as printed; each comment names the call.

namespace {

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

/// Tables of counts, also those of clusters.
class TestContingency : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chiSquare();
    void cramer();
    void information();
    void raoScott();
    void raoScottWithoutRepeatsIsChiSquare();
};

void TestContingency::chiSquare() {
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

void TestContingency::cramer() {
    near(cramersV(hairEye), .2790446233, 1e-9);
    near(cramersVCorrected(hairEye), 0.27048315291231567, 1e-9);  // Bergsma's formula in numpy
    near(cramersVCorrected(tableOf(titanic)), 0.2918590714551305, 1e-9);
    QCOMPARE(cramersVCorrected(tableOf(groups({{5, 10}, {10, 20}}))), 0.0);
    QCOMPARE(cramersV(Contingency{}), 0.0);
    QCOMPARE(cramersVCorrected(tableOf(groups({{1, 1}, {0, 0}}))), 0.0);
}

void TestContingency::information() {
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

void TestContingency::raoScott() {
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

void TestContingency::raoScottWithoutRepeatsIsChiSquare() {
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

QTEST_APPLESS_MAIN(TestContingency)
#include "tst_contingency.moc"
