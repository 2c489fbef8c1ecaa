#include "tests/support/ui/samplefindings.h"
#include "tests/support/ui/screenshot.h"
#include "ui/charts/bars.h"
#include "ui/charts/groupchart.h"
#include "ui/charts/histogramchart.h"
#include "ui/charts/legend.h"
#include "ui/charts/winratechart.h"
#include "ui/charts/wrapped.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QtCharts/QBarSet>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <cmath>
#include <limits>

using namespace icp;
using namespace icp::ui;
using icp::test::levelOf;
using icp::test::sampleFindings;

class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void scaleIsRound();
    void standingFollowsTheRange();
    void barsStandInTheSetOfTheirStanding();
    void whiskersStandWhereTheirValuesAre();
    void tooLittleDataHasNoColours();
    void groupsAreSharesOfTheirTotals();
    void histogramCountsEveryKnownValueOnce();
    void histogramOfOneValue();
    void keysMoveAndOpen();
    void clickOpensTheColumnUnderIt();
    void copyGivesPictureAndTable();
    void tellsItsValuesToScreenReaders();
    void untestedNeverShowsAPercentage();
    void darkSwapsTokens();
    void labelsWrapThenElide();
    void paintersStayInsideTheirRect();
    void pictures();
};

namespace {

const AttributeProfile& team(const Findings& findings) { return findings.attributes[0]; }

std::unique_ptr<WinRateChart> teamChart(const Findings& findings) {
    auto chart = std::make_unique<WinRateChart>();
    chart->resize(560, 330);
    chart->setLevels(team(findings), findings, 0.55);
    return chart;
}

QList<QBarSet*> setsOf(const QChartView& view) {
    return static_cast<QAbstractBarSeries*>(view.chart()->series().constFirst())->barSets();
}

}  // namespace

void TestCharts::init() { applyTheme(false, 1); }

void TestCharts::scaleIsRound() {
    const Scale percent = niceScale(54.7, 6);
    QCOMPARE(percent.maximum, 60.0);
    QCOMPARE(percent.step, 10.0);
    QCOMPARE(percent.ticks(), 7);
    QCOMPARE(niceScale(100, 6).maximum, 100.0);
    QCOMPARE(niceScale(100, 6).step, 20.0);
    QCOMPARE(niceScale(0.07, 5).step, 0.02);
    QCOMPARE(niceScale(0, 5).maximum, 1.0);
    QCOMPARE(niceScale(std::numeric_limits<double>::quiet_NaN(), 5).maximum, 1.0);
}

void TestCharts::standingFollowsTheRange() {
    QCOMPARE(standing(rateOf(86, 188), 0.32), Standing::Above);
    QCOMPARE(standing(rateOf(54, 152), 0.32), Standing::Unclear);
    QCOMPARE(standing(rateOf(12, 139), 0.32), Standing::Below);
    QCOMPARE(standing(Rate{}, 0.32), Standing::Unclear);
    QCOMPARE(standing(levelOf(QString(), QStringLiteral("thin"), 0, 14, 0, 0, 0.32), 0.32),
             Standing::Untested);
    QCOMPARE(standing(levelOf(QString(), QStringLiteral("enough"), 0, 15, 0, 0, 0.32), 0.32),
             Standing::Below);
    QCOMPARE(standingColour(Standing::Above, Tokens::light()), QColor(0x0B, 0x62, 0x99));
    QCOMPARE(standingColour(Standing::Below, Tokens::light()), QColor(0xD8, 0x66, 0x0F));
    QCOMPARE(standingBrush(Standing::Untested, Tokens::light()).style(), Qt::BDiagPattern);
}

void TestCharts::barsStandInTheSetOfTheirStanding() {
    const Findings findings = sampleFindings();
    const auto chart = teamChart(findings);
    const auto sets = setsOf(*chart);
    QCOMPARE(sets.size(), 4);
    const QList<int> expected{2, 1, 0, 0, 1, 2, 3, 1};  // index of the set: above, unclear, below, untested
    for (int column = 0; column < chart->columns(); ++column) {
        for (int set = 0; set < 4; ++set) {
            const double rate = team(findings).levels[std::size_t(column)].rate.rate * 100;
            QCOMPARE(sets[set]->at(column), set == expected[column] ? rate : 0.0);
        }
    }
    QCOMPARE(sets[0]->brush().color(), Tokens::light().best);
    QCOMPARE(sets[1]->brush().color(), Tokens::light().rest);
    QCOMPARE(sets[2]->brush().color(), Tokens::light().least);
    QCOMPARE(sets[3]->brush().style(), Qt::BDiagPattern);
    const auto* axis = static_cast<QValueAxis*>(chart->chart()->axes(Qt::Vertical).constFirst());
    QCOMPARE(axis->min(), 0.0);
    QCOMPARE(axis->max(), 60.0);
}

void TestCharts::whiskersStandWhereTheirValuesAre() {
    const Findings findings = sampleFindings();
    const auto chart = teamChart(findings);
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    const QRectF plot = chart->chart()->plotArea();
    const auto y = [&](double share) { return plot.bottom() - share / 0.6 * plot.height(); };
    for (int column = 0; column < chart->columns(); ++column) {
        const Rate& rate = team(findings).levels[std::size_t(column)].rate;
        const auto whisker = chart->whisker(column);
        const double centre = plot.left() + (column + 0.5) * plot.width() / 8;
        QVERIFY(std::abs(whisker.low.x() - centre) < 0.5);
        QVERIFY(std::abs(whisker.low.y() - y(rate.low)) < 0.5);
        QVERIFY(std::abs(whisker.high.y() - y(rate.high)) < 0.5);
        QVERIFY(std::abs(whisker.rate.y() - y(rate.rate)) < 0.5);
    }
    QVERIFY(std::abs(chart->baseLine() - y(findings.base.rate)) < 0.5);
    // The lines of the axis stand where the values are, also after a change of size.
    chart->resize(640, 250);
    const QRectF now = chart->chart()->plotArea();
    const QImage picture = chart->grab().toImage();
    const int line = qRound(now.bottom() - now.height() * 5 / 6);
    const auto lightness = [&](int row) { return picture.pixelColor(int(now.left()) + 2, row).lightness(); };
    QVERIFY(std::min(lightness(line), lightness(line - 1)) < lightness(line - 5));
}

void TestCharts::tooLittleDataHasNoColours() {
    Findings findings = sampleFindings();
    findings.mode = Mode::Directional;
    const auto chart = teamChart(findings);
    for (const QBarSet* set : setsOf(*chart)) {
        for (int column = 0; column < chart->columns(); ++column) QCOMPARE(set->at(column), 0.0);
    }
    const QImage picture = chart->grab().toImage();
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            QVERIFY(picture.pixelColor(x, y) != Tokens::light().best);
            QVERIFY(picture.pixelColor(x, y) != Tokens::light().least);
        }
    }
}

void TestCharts::groupsAreSharesOfTheirTotals() {
    const Findings findings = sampleFindings();
    const GroupTotals totals = groupTotals(findings);
    QCOMPARE(totals.best, 40);
    QCOMPARE(totals.rest, 268);
    GroupChart chart;
    chart.setLevels(team(findings), findings, totals);
    QCOMPARE(chart.shareOfBest(2), 17 / 40.0);
    QCOMPARE(chart.shareOfRest(2), 90 / 268.0);
    QCOMPARE(setsOf(chart)[0]->at(2), 42.5);
    // Several values per account: the shares are of all accounts, not of the sum over the levels.
    AttributeProfile tools = findings.attributes[1];
    tools.kind = AttributeKind::Multi;
    tools.levels[0].best = 30;
    chart.setLevels(tools, findings, totals);
    QCOMPARE(chart.shareOfBest(0), 0.75);
    chart.setLevels(tools, Findings{}, {});
    QVERIFY(chart.shareOfBest(0) > 0);
}

void TestCharts::histogramCountsEveryKnownValueOnce() {
    std::vector<double> values;
    std::vector<std::uint8_t> list;
    for (int i = 0; i < 400; ++i) {
        values.push_back(i % 40 == 0 ? std::numeric_limits<double>::quiet_NaN() : 1000.0 + i * 10);
        list.push_back(std::uint8_t(i % 3));
    }
    values.push_back(1e7);  // the tail
    list.push_back(2);
    const auto bins = histogram(values, list, 20);
    QVERIFY(bins.size() >= 8 && bins.size() <= 24);
    std::array<qint64, 3> counts{};
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (i > 0) QCOMPARE(bins[i].from, bins[i - 1].to);
        for (std::size_t part = 0; part < 3; ++part) counts[part] += bins[i].counts[part];
    }
    QCOMPARE(counts[0] + counts[1] + counts[2], 391);
    QVERIFY(std::isinf(bins.back().to));
    QVERIFY(bins.back().counts[2] >= 1);
    QVERIFY(histogram({std::numeric_limits<double>::quiet_NaN()}, {0}, 20).empty());
}

void TestCharts::histogramOfOneValue() {
    for (const double value : {0.0, 5.0, -3.0, 1e9}) {
        const auto bins = histogram({value, value}, {0, 2}, 20);
        QCOMPARE(bins.size(), std::size_t(1));
        QCOMPARE(bins[0].total(), 2);
    }
}

void TestCharts::keysMoveAndOpen() {
    const Findings findings = sampleFindings();
    const auto chart = teamChart(findings);
    chart->show();
    chart->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(chart.get()));
    chart->setFocus(Qt::OtherFocusReason);
    QCOMPARE(chart->current(), -1);
    QSignalSpy opened(chart.get(), &ChartView::levelClicked);
    QTest::keyClick(chart.get(), Qt::Key_Return);
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QCOMPARE(chart->current(), 0);
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QCOMPARE(chart->current(), 2);
    QVERIFY(chart->accessibleName().contains(QStringLiteral("86 of 188 won")));
    QTest::keyClick(chart.get(), Qt::Key_Return);
    QTest::keyClick(chart.get(), Qt::Key_End);
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QTest::keyClick(chart.get(), Qt::Key_Space);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened[0][0].toInt(), 2);
    QCOMPARE(opened[1][0].toInt(), 7);
}

void TestCharts::clickOpensTheColumnUnderIt() {
    const Findings findings = sampleFindings();
    const auto chart = teamChart(findings);
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    QSignalSpy opened(chart.get(), &ChartView::levelClicked);
    const QPoint bar = chart->mapFromScene(chart->chart()->mapToScene(chart->whisker(3).rate));
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, bar + QPoint(4, 20));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toInt(), 3);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, QPoint(4, 40));  // on the axis
    QCOMPARE(opened.size(), 1);
}

void TestCharts::copyGivesPictureAndTable() {
    const Findings findings = sampleFindings();
    applyTheme(true, 1);
    const auto chart = teamChart(findings);
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    QTest::keySequence(chart.get(), QKeySequence::Copy);
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied != nullptr && copied->hasImage());
    const QStringList rows = copied->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 9);
    QCOMPARE(rows[0], QStringLiteral("Finance team size\tWin rate\tWon\tn\tRange from\tRange to"));
    QCOMPARE(rows[1], QStringLiteral("1–3\t9%\t12\t139\t5%\t14%"));
    QCOMPARE(rows[7], QStringLiteral("151+\tuntested\t1\t8\t2%\t47%"));
    // Copies are light whatever the screen is, and the screen stays as it was.
    const QImage picture = qvariant_cast<QImage>(copied->imageData());
    QCOMPARE(picture.pixelColor(2, 2), Tokens::light().surface);
    QVERIFY(picture.width() > 2 * chart->viewport()->width());
    QCOMPARE(setsOf(*chart)[0]->brush().color(), Tokens::darkTokens().best);
}

void TestCharts::tellsItsValuesToScreenReaders() {
    const Findings findings = sampleFindings();
    const auto chart = teamChart(findings);
    QCOMPARE(chart->accessibleName(), QStringLiteral("Win rate by Finance team size"));
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("8–15\t46%\t86\t188")));
}

void TestCharts::untestedNeverShowsAPercentage() {
    const Findings findings = sampleFindings();
    const auto chart = teamChart(findings);
    QVERIFY(chart->tip(6).contains(QStringLiteral("untested")));
    QVERIFY(!chart->tip(6).contains(QStringLiteral("13%")) && !chart->tip(6).contains(QStringLiteral("12%")));
    QVERIFY(chart->tip(2).contains(QStringLiteral("46%, 86 of 188 won")));
    QVERIFY(chart->tip(2).contains(QStringLiteral("range 39% to 53%")));
    QVERIFY(chart->tip(2).contains(QStringLiteral("Jan 2022 – Sep 2025")));
}

void TestCharts::darkSwapsTokens() {
    const Findings findings = sampleFindings();
    const auto chart = teamChart(findings);
    applyTheme(true, 1);
    QCOMPARE(setsOf(*chart)[0]->brush().color(), Tokens::darkTokens().best);
    QCOMPARE(setsOf(*chart)[2]->brush().color(), Tokens::darkTokens().least);
}

void TestCharts::labelsWrapThenElide() {
    const QFontMetricsF metrics(ui::font(Type::Note));
    const QString text = QStringLiteral("Wholesale and distribution");
    QCOMPARE(wrapped(text, metrics, 1000, 2), QStringList{text});
    const QStringList two =
        wrapped(text, metrics, metrics.horizontalAdvance(QStringLiteral("Wholesale and")) + 1, 2);
    QCOMPARE(two, (QStringList{QStringLiteral("Wholesale and"), QStringLiteral("distribution")}));
    const QStringList word = wrapped(QStringLiteral("Manufacturing"), metrics, 60, 2);
    QCOMPARE(word.size(), 2);
    QCOMPARE(QString(word[0].chopped(1) + word[1]), QStringLiteral("Manufacturing"));
    const QStringList narrow = wrapped(text, metrics, 60, 2);
    QVERIFY(narrow.last().endsWith(QChar(0x2026)));
    for (const QString& line : narrow) QVERIFY(metrics.horizontalAdvance(line) <= 60);
    QCOMPARE(wrapped(QString(), metrics, 60, 2), QStringList{QString()});
}

void TestCharts::paintersStayInsideTheirRect() {
    const Findings findings = sampleFindings();
    const QRect inside(20, 20, 160, 32);
    QImage image(200, 72, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSparkBars(painter, inside, team(findings), findings.base.rate, 0.55, true, Tokens::light());
    painter.end();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == Qt::white) continue;
            ++inked;
            QVERIFY2(inside.adjusted(0, 0, 1, 1).contains(x, y),
                     qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
        }
    }
    QVERIFY(inked > 500);

    image.fill(Qt::white);
    painter.begin(&image);
    paintRateBar(painter, inside, rateOf(93, 164), 0.32, 0.7, Tokens::light());
    painter.end();
    QCOMPARE(image.pixelColor(24, 36), Tokens::light().best);
}

void TestCharts::pictures() {
    const Findings findings = sampleFindings();
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        QWidget page;
        page.setAutoFillBackground(true);
        QPalette palette = page.palette();
        palette.setColor(QPalette::Window, Tokens::of(&page).surface);
        page.setPalette(palette);
        auto* column = new QVBoxLayout(&page);
        auto* legend = new Legend;
        legend->setItems({{QStringLiteral("above"), Standing::Above},
                          {QStringLiteral("unclear"), Standing::Unclear},
                          {QStringLiteral("below"), Standing::Below},
                          {QStringLiteral("untested"), Standing::Untested}});
        auto* groups = new GroupChart;
        groups->setLevels(team(findings), findings, groupTotals(findings));
        auto* rates = new WinRateChart;
        rates->setLevels(team(findings), findings, 0.55);
        auto* names = new WinRateChart;
        names->setLevels(findings.attributes[2], findings, 0.55);
        Findings few = findings;
        few.mode = Mode::Directional;
        auto* dots = new WinRateChart;
        dots->setLevels(findings.attributes[1], few, 0.55);
        std::vector<double> values;
        std::vector<std::uint8_t> list;
        for (int i = 0; i < 308; ++i) {
            values.push_back(12000 + 90 * (i * 7919 % 400) + (i % 50) * 900);
            list.push_back(values.back() > 75000 ? 2 : values.back() < 22000 ? 0 : 1);
        }
        auto* bins = new HistogramChart;
        bins->setBins(histogram(values, list, 20), QStringLiteral("Won value"), QStringLiteral("GBP"));
        for (QWidget* widget :
             {static_cast<QWidget*>(legend), static_cast<QWidget*>(groups), static_cast<QWidget*>(rates),
              static_cast<QWidget*>(names), static_cast<QWidget*>(dots), static_cast<QWidget*>(bins)})
            column->addWidget(widget);
        page.resize(580, 1300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        test::shoot(page, dark ? QStringLiteral("charts-dark") : QStringLiteral("charts"));
    }
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
