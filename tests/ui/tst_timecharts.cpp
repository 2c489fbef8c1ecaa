#include "tests/support/ui/sampledata.h"
#include "ui/charts/pairchart.h"
#include "ui/charts/stepchart.h"
#include "ui/models/grouptimes.h"
#include "ui/theme/tokens.h"

#include <QTest>

using namespace icp;
using namespace icp::ui;

/// The charts of what becomes of a group over time, and their words, against numbers counted by hand.
class TestTimeCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }

    void stepsAreReadByTheDay();
    void pairsHaveTheirRanges();
    void wordsOfSixMercaptopurine();
    void whatIsLeftOutIsSaid();
    void untoldCurveIsANameOnly();
    void reasonIsTheGroupsOwn();
    void wordsOfNothing();
};

/// What part of the six-mercaptopurine trial (Gehan 1965) the survival of core is tested against.
static Survival sixMp() {
    Survival out;
    out.n = 21;
    out.ended = 9;
    out.horizon = 35;
    for (const auto& [day, share] : {std::pair{6.0, .857143},
                                     {7.0, .806723},
                                     {10.0, .752941},
                                     {13.0, .690196},
                                     {16.0, .627451},
                                     {22.0, .537815},
                                     {23.0, .448179}})
        out.steps.push_back({day, 0, 0, share, {share - .1, share + .1}, {}});
    return out;
}

void TestTimeCharts::stepsAreReadByTheDay() {
    StepCurve curve;
    curve.name = QStringLiteral("6-MP, 21");
    curve.start = 1;
    for (const SurvivalStep& step : sixMp().steps)
        curve.steps.push_back({step.time, step.share, step.interval.low, step.interval.high});
    QCOMPARE(curve.at(5.9), 1.0);
    QCOMPARE(curve.at(6), .857143);
    QCOMPARE(curve.at(12), .752941);
    QCOMPARE(curve.at(100), .448179);
    StepChart chart;
    chart.resize(500, 300);
    chart.setCurves({curve}, 30, QStringLiteral("Staying"));
    QCOMPARE(chart.columns(), 7);  // 0, 5 ... 30
    const auto rows = chart.table();
    QCOMPARE(rows[1][1], QStringLiteral("100%"));
    QCOMPARE(rows[1][2], QString());  // nobody left yet: no range to tell
    QCOMPARE(rows[3], (QStringList{QStringLiteral("10"), QStringLiteral("75%"), QStringLiteral("65%"),
                                   QStringLiteral("85%")}));
    QVERIFY(chart.tip(2).contains(QStringLiteral("75%")));
    QCOMPARE(chart.legend().size(), std::size_t(1));
    chart.setCurves({}, 0, {});
    QVERIFY(chart.legend().empty());
}

void TestTimeCharts::pairsHaveTheirRanges() {
    PairChart chart;
    chart.resize(500, 300);
    chart.setPairs({{QStringLiteral("Price"), rateOf(7, 20), rateOf(3, 10)},
                    {QStringLiteral("Not said"), rateOf(13, 20), rateOf(7, 10)}},
                   {QStringLiteral("Segment 1"), QStringLiteral("All others")}, QStringLiteral("Reason"),
                   QStringLiteral("Reasons lost"));
    const auto rows = chart.table();
    QCOMPARE(rows.size(), std::size_t(3));
    // Wilson, 7 of 20: 18.1% to 56.7% (R).
    QCOMPARE(rows[1], (QStringList{QStringLiteral("Price"), QStringLiteral("7"), QStringLiteral("35%"),
                                   QStringLiteral("18%"), QStringLiteral("57%"), QStringLiteral("3"),
                                   QStringLiteral("30%"), QStringLiteral("11%"), QStringLiteral("60%")}));
    QCOMPARE(chart.legend().size(), std::size_t(2));
    chart.setPairs({{QStringLiteral("Price"), rateOf(7, 20), Rate()}}, {QStringLiteral("All")},
                   QStringLiteral("Reason"), QStringLiteral("Reasons lost"));
    QCOMPARE(chart.legend().size(), std::size_t(1));
    QCOMPARE(chart.table()[1].size(), 5);
}

void TestTimeCharts::wordsOfSixMercaptopurine() {
    GroupTimes times;
    times.name = QStringLiteral("6-MP");
    times.beside = true;
    times.asOf = QDate(2025, 9, 30);
    times.staying.inside = sixMp();
    times.staying.others = sixMp();
    times.staying.others.horizon = 23;
    times.staying.test = {16.7929410, 1, 4.168809e-05};
    times.staying.undated = 3;
    const TimeWords words = stayingWords(times);
    QVERIFY(words.cannot.isEmpty());
    // As far as both were watched, 23 days.
    QCOMPARE(words.sentence,
             QStringLiteral("After 23 days, 45% of them are still customers, against 45% of all others."));
    QVERIFY(words.numbers.contains(QStringLiteral("6-MP: 9 of 21 customers left.")));
    QVERIFY(words.numbers.contains(QStringLiteral("They differ (log-rank, p under 0.001).")));
    QVERIFY(words.numbers.contains(QStringLiteral("3 customers are left out")));
    QVERIFY(words.numbers.contains(QStringLiteral("Too few have left to say how many times as often")));
    QVERIFY(words.method.contains(QStringLiteral("Kaplan and Meier 1958")));
    QVERIFY(!words.method.contains(QStringLiteral("Cox")));
    times.staying.hazard = Estimate{1 / 4.8169, {1 / 10.809, 1 / 2.1465}};
    QVERIFY(stayingWords(times).numbers.contains(
        QStringLiteral("those of the group leave 0.2 times as often (0.09 to 0.5).")));
    QVERIFY(stayingWords(times).method.contains(QStringLiteral("Cox 1972; ties Efron 1977")));
    times.staying.test.p = 0.4;
    QVERIFY(
        stayingWords(times).numbers.contains(QStringLiteral("may stay equally long (log-rank, p 0.400)")));
}

/// All 24 lost deals of the group lack a close date, as in an export seen: no curve, no comparison, and words
/// that say so; the wins by themselves are told.
void TestTimeCharts::whatIsLeftOutIsSaid() {
    GroupTimes times;
    times.name = QStringLiteral("Segment 1");
    times.beside = true;
    CloseTimes& inside = times.closing.inside;
    inside.deals = 1061;
    inside.won = 946;
    inside.open = 115;
    inside.undatedLost = 24;
    inside.medianToWin = 14;
    CloseTimes& others = times.closing.others;
    others.deals = 4123;
    others.won = 968;
    others.lost = 2749;
    others.open = 406;
    others.undatedWon = 21;
    times.closing.sentence = QStringLiteral("Half of the wins come within 14 days.");
    const TimeWords words = closingWords(times);
    QCOMPARE(words.sentence, times.closing.sentence);
    QVERIFY2(words.numbers.contains(QStringLiteral("24 of 24 lost")), qPrintable(words.numbers));
    QVERIFY(words.numbers.contains(QStringLiteral("Segment 1 has no curve")));
    QVERIFY(words.numbers.contains(QStringLiteral("21 of 989 won")));
    QVERIFY(!words.numbers.contains(QStringLiteral("Over time")));
    inside.lost = 24;
    inside.undatedLost = 0;
    QVERIFY(closingWords(times).numbers.contains(QStringLiteral("Over time")));
    // Neither side tells: words stand where the chart would.
    inside = {};
    inside.undatedWon = 3;
    others.lost = 0;
    others.undatedLost = 2749;
    const TimeWords nothing = closingWords(times);
    QVERIFY(nothing.cannot.contains(QStringLiteral("Segment 1: no deal has both dates")));
    QVERIFY(nothing.cannot.contains(QStringLiteral("All others has no curve")));
}

/// A curve that tells nothing is a name in the legend and nothing else.
void TestTimeCharts::untoldCurveIsANameOnly() {
    StepCurve untold;
    untold.name = QStringLiteral("Segment 1: no curve");
    untold.told = false;
    StepCurve told;
    told.name = QStringLiteral("All others, 10 deals");
    told.steps = {{5, .2, .1, .4}};
    StepChart chart;
    chart.resize(500, 300);
    chart.setCurves({untold, told}, 10, QStringLiteral("Time to win"));
    QCOMPARE(chart.legend().size(), std::size_t(2));
    for (std::size_t row = 1; row < chart.table().size(); ++row) QCOMPARE(chart.table()[row][1], QString());
    QCOMPARE(chart.table().back()[4], QStringLiteral("20%"));
    QVERIFY(chart.tip(1).contains(QStringLiteral("<br/>Segment 1: no curve<br/>")));
}

void TestTimeCharts::reasonIsTheGroupsOwn() {
    GroupTimes times;
    times.beside = true;
    times.reasons = {{QStringLiteral("No decision"), rateOf(52, 107), rateOf(330, 631)},
                     {QStringLiteral("Price"), rateOf(55, 107), rateOf(301, 631)}};
    const TimeWords words = reasonWords(times);
    QCOMPARE(words.sentence, QStringLiteral("Most often lost for: Price."));
    QVERIFY(words.numbers.startsWith(QStringLiteral("55 of 107 lost deals, 51%")));
    QVERIFY(words.numbers.contains(QStringLiteral("against 48% of 631 for all others")));
    QVERIFY(!words.method.contains(QStringLiteral("sealed")));
    times.sealed = 240;
    QVERIFY(reasonWords(times).method.contains(
        QStringLiteral("The newest 240, which are sealed, count here too")));
}

void TestTimeCharts::wordsOfNothing() {
    const GroupTimes nothing = groupTimes(Dataset(), Study(), {}, QStringLiteral("All"));
    for (const TimeWords& words :
         {funnelWords(nothing), closingWords(nothing), reasonWords(nothing), stayingWords(nothing)}) {
        QVERIFY(!words.cannot.isEmpty());
        QVERIFY(words.sentence.isEmpty());
    }
    // Customers, of whom nobody left: a curve that says nothing.
    GroupTimes stayed;
    stayed.staying.inside.n = 20;
    QVERIFY(stayingWords(stayed).cannot.contains(QStringLiteral("on which day anybody left")));
}

QTEST_MAIN(TestTimeCharts)
#include "tst_timecharts.moc"
