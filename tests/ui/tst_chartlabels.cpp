#include "core/base/shown.h"
#include "tests/support/ui/samplefindings.h"
#include "ui/charts/groupchart.h"
#include "ui/charts/winratechart.h"
#include "ui/charts/wrapped.h"
#include "ui/theme/tokens.h"

#include <QSet>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using icp::test::sampleFindings;

/// What is written into charts can be read: no label meets another, a range or the base line.
class TestChartLabels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void labelsMeetNothing();
    void labelsThatBeginAlikeStayApart();
    void countsAreNeverCut();
};

void TestChartLabels::labelsMeetNothing() {
    const Findings findings = sampleFindings();
    const AttributeProfile& team = findings.attributes[0];
    WinRateChart chart;
    chart.setLevels(team, findings, sharedMaximum(findings));
    GroupChart groups;
    groups.setLevels(team, findings, groupTotals(findings));
    for (const QSize size : {QSize(700, 300), QSize(520, 260), QSize(380, 200), QSize(260, 160)}) {
        chart.resize(size);
        groups.resize(size);
        chart.show();
        groups.show();
        QCoreApplication::processEvents();
        std::vector<QRectF> boxes;
        for (int column = 0; column < chart.columns(); ++column) {
            const QRectF box = chart.valueBox(column);
            if (box.isEmpty()) continue;
            QVERIFY(box.right() <= chart.chart()->rect().right() + 0.5);
            QVERIFY(!(box.top() < chart.baseLine() && chart.baseLine() < box.bottom()));
            for (int other = 0; other < chart.columns(); ++other) {
                const auto range = chart.whisker(other);
                const QRectF line(range.high.x() - 1, range.high.y(), 2, range.low.y() - range.high.y());
                if (other != column) QVERIFY(!line.intersects(box));
            }
            for (const QRectF& other : boxes) QVERIFY(!other.intersects(box));
            boxes.push_back(box);
        }
        QVERIFY(size.width() < 600 || boxes.size() == 8);
        for (int column = 0; column < groups.columns(); ++column) {
            const auto [best, rest] = groups.countBoxes(column);
            QVERIFY(best.isEmpty() || rest.isEmpty() || !best.intersects(rest));
        }
    }
}

void TestChartLabels::countsAreNeverCut() {
    Findings findings = sampleFindings();
    AttributeProfile team = findings.attributes[0];
    team.levels.front().rate.n = 1536;
    WinRateChart chart;
    chart.setLevels(team, findings, sharedMaximum(findings));
    const QFontMetricsF metrics(ui::font(Type::Note));
    const auto notesAt = [&](int width) {
        chart.resize(width, 260);
        chart.show();
        QCoreApplication::processEvents();
        QStringList notes;
        const double room = double(chart.chart()->plotArea().width()) / chart.columns();
        for (int column = 0; column < chart.columns(); ++column) {
            notes << chart.noteOf(column);
            if (metrics.horizontalAdvance(notes.back()) > room) notes << QStringLiteral("too wide");
        }
        return notes;
    };
    QCOMPARE(notesAt(900).front(), QStringLiteral("n ") + countText(1536));
    QVERIFY(!notesAt(900).contains(QStringLiteral("too wide")));
    QCOMPARE(notesAt(380).front(), countText(1536));
    QVERIFY(!notesAt(380).contains(QStringLiteral("too wide")));
}

/// Twelve labels beside each other that begin alike: what is left of each tells it from every other.
void TestChartLabels::labelsThatBeginAlikeStayApart() {
    const QFontMetricsF metrics(ui::font(Type::Note));
    QStringList texts;
    for (const char* end : {"Hamburg", "Bremen", "Lübeck", "Rostock", "Kiel", "Flensburg", "Emden",
                            "Cuxhaven", "Stralsund", "Wismar", "Greifswald", "Oldenburg"})
        texts << QStringLiteral("Vertriebsniederlassung Norddeutschland ") + QString::fromUtf8(end);
    texts << QStringLiteral("Retail");
    for (const double width : {60.0, 80.0, 110.0})
        for (const int lines : {1, 2}) {
            const auto written = wrappedApart(texts, metrics, width, lines);
            QSet<QString> seen;
            for (const QStringList& one : written) {
                QVERIFY(int(one.size()) <= lines);
                for (const QString& line : one) QVERIFY(metrics.horizontalAdvance(line) <= width + 0.5);
                seen.insert(one.join(u'\n'));
            }
            QCOMPARE(seen.size(), texts.size());
            QCOMPARE(written.back(), QStringList{QStringLiteral("Retail")});
        }
    // Where they differ at once, the beginning is what is kept.
    const auto apart = wrappedApart({QStringLiteral("Logistikunternehmen"), QStringLiteral("Wholesalegroup")},
                                    metrics, 60, 1);
    QVERIFY(apart[0].front().startsWith(u"Log") && apart[0].front().endsWith(QChar(0x2026)));
}

QTEST_MAIN(TestChartLabels)
#include "tst_chartlabels.moc"
