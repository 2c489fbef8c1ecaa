#include "core/analysis/confounders/logistic.h"
#include "core/analysis/confounders/stratified.h"
#include "tests/support/core/near.h"

#include <array>

using namespace icp;
using icp::test::near;

// Expected numbers: R 4.2.2 (mantelhaen.test, glm) on kidney stones (Charig et al. 1986), UCBAdmissions and
// Titanic; E-values of VanderWeele & Ding 2017.

namespace {

const std::array<TwoSides, 2> stones{{{81, 6, 234, 36}, {192, 71, 55, 25}}};
// men against women, admitted or not, by department
const std::array<TwoSides, 6> berkeley{{{512, 313, 89, 19},
                                        {353, 207, 17, 8},
                                        {120, 205, 202, 391},
                                        {138, 279, 131, 244},
                                        {53, 138, 94, 299},
                                        {22, 351, 24, 317}}};

TwoSides whole(std::span<const TwoSides> strata) {
    TwoSides sum;
    for (const TwoSides& s : strata) {
        sum.inPositive += s.inPositive;
        sum.inOther += s.inOther;
        sum.outPositive += s.outPositive;
        sum.outOther += s.outOther;
    }
    return sum;
}

}  // namespace

/// Odds pooled over strata and logistic regression.
class TestStratified : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kidneyStones();
    void admissionsTurnRound();
    void eValues();
    void logisticOfTheTitanic();
    void separationStaysFinite();
    void emptyStrataAreNeverNaN();
};

void TestStratified::kidneyStones() {
    QVERIFY(pooledOdds(std::array{whole(stones)}).value < 1);  // 273 of 350 against 289 of 350
    const Estimate odds = pooledOdds(stones);
    near(odds.value, 1.4468466249, 1e-9);
    near(odds.interval.low, 0.9157934135, 1e-9);
    near(odds.interval.high, 2.2858486698, 1e-9);
    near(pooledTest(stones, false).statistic, 2.4338555155, 1e-9);
    near(pooledTest(stones, false).p, 0.1187405297, 1e-9);
    near(pooledTest(stones, true).statistic, 2.0912569, 1e-7);
    near(pooledTest(stones, true).p, 0.1481441, 1e-6);
    near(homogeneity(stones).p, 0.32577252341340, 1e-9);  // Breslow-Day without the correction: 0.3250679379
    near(pooledRisk(stones).value, 1.0690001539, 1e-9);
}

void TestStratified::admissionsTurnRound() {
    near(pooledOdds(std::array{whole(berkeley)}).value, 1.841080037, 1e-9);
    const Estimate odds = pooledOdds(berkeley);
    near(odds.value, 0.9046968283, 1e-9);
    near(odds.interval.low, 0.7719073618, 1e-9);
    near(odds.interval.high, 1.0603297644, 1e-9);
    near(pooledTest(berkeley, true).statistic, 1.4269462, 1e-6);
    near(pooledTest(berkeley, true).p, 0.2322635, 1e-6);
    const std::array expected{0.3492120472, 0.8025007104, 1.133059647,
                              0.9212837561, 1.221631206,  0.8278727445};
    for (std::size_t k = 0; k < berkeley.size(); ++k)
        near(pooledOdds(std::span(&berkeley[k], 1)).value, expected[k], 1e-9);
}

void TestStratified::eValues() {
    near(eValueOf(3.9), 7.263034344, 1e-9);
    near(eValueOf(1 / 3.9), 7.263034344, 1e-9);
    near(eValueOf(Interval{1.8, 8.7}), 3, 1e-12);
    near(eValueOf(Interval{0.9, 8.7}), 1, 1e-12);
}

void TestStratified::logisticOfTheTitanic() {
    // class, male, child, survived, n: datasets::Titanic
    struct Row {
        int cls;
        int male;
        int child;
        double survived;
        double n;
    };
    const std::array<Row, 14> rows{{{1, 1, 1, 5, 5},
                                    {2, 1, 1, 11, 11},
                                    {3, 1, 1, 13, 48},
                                    {1, 0, 1, 1, 1},
                                    {2, 0, 1, 13, 13},
                                    {3, 0, 1, 14, 31},
                                    {1, 1, 0, 57, 175},
                                    {2, 1, 0, 14, 168},
                                    {3, 1, 0, 75, 462},
                                    {4, 1, 0, 192, 862},
                                    {1, 0, 0, 140, 144},
                                    {2, 0, 0, 80, 93},
                                    {3, 0, 0, 76, 165},
                                    {4, 0, 0, 20, 23}}};
    std::vector<LogisticCell> cells;
    for (const Row& r : rows)
        cells.push_back(
            {{1, double(r.cls == 2), double(r.cls == 3), double(r.cls == 4), double(r.male), double(r.child)},
             r.n,
             r.survived});
    const LogisticFit fit = logisticFit(cells, Penalty::None);
    QVERIFY(fit.converged);
    const std::array expected{2.0438374223,  -1.0180949516, -1.7777622177,
                              -0.8576761554, -2.4200603458, 1.0615423763};
    for (std::size_t i = 0; i < expected.size(); ++i) near(fit.coefficients[i], expected[i], 1e-8);
}

void TestStratified::separationStaysFinite() {
    // Without a penalty the odds run away. With it, one binary cause has the odds of the table with half a
    // unit added to each cell (Firth 1993).
    const std::array<LogisticCell, 2> cells{{{{1, 0}, 10, 3}, {{1, 1}, 8, 8}}};
    const LogisticFit fit = logisticFit(cells, Penalty::Firth);
    QVERIFY(fit.converged);
    near(fit.coefficients[0], std::log(3.5 / 7.5), 1e-8);
    near(fit.coefficients[1], std::log(8.5 / 0.5) - std::log(3.5 / 7.5), 1e-8);
}

void TestStratified::emptyStrataAreNeverNaN() {
    const std::array<std::vector<TwoSides>, 5> cases{
        {{}, {{0, 0, 0, 0}}, {{5, 0, 7, 0}}, {{0, 5, 0, 7}}, {{5, 3, 0, 0}, {0, 0, 2, 9}}}};
    for (const std::vector<TwoSides>& strata : cases) {
        for (const Estimate& e : {pooledOdds(strata), pooledRisk(strata)})
            QVERIFY(std::isfinite(e.value) && std::isfinite(e.interval.low) &&
                    std::isfinite(e.interval.high) && e.interval.low <= e.value &&
                    e.value <= e.interval.high);
        QCOMPARE(pooledTest(strata, true).p, 1.0);
        QCOMPARE(homogeneity(strata).p, 1.0);
    }
}

QTEST_APPLESS_MAIN(TestStratified)
#include "tst_stratified.moc"
