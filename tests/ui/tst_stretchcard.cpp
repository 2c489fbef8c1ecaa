#include "tests/support/ui/icppage.h"
#include "tests/support/ui/screenshot.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

/// What became of stretch accounts is shown, and what it asks for is one click. Teams of 4 to 25 win about
/// half of their deals, others one in six.
class TestStretchCard : public QObject, private IcpPage {
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(false, 1); }
    void cleanup() { finish(); }

    void whatWinsLikeIdealIsPromoted();
    void whatLosesLikeBadIsDemoted();
    void tooLittleIsSaid();

private:
    /// A team of `low` to below `middle` is a must, up to below `high` a stretch.
    void show(double low, double middle, double high);
    QString said() const {
        QStringList texts;
        for (QLabel* label : visible<QLabel>()) texts << label->text();
        return texts.join(u'\n');
    }
};

void TestStretchCard::show(double low, double middle, double high) {
    start();
    Icp icp = StudioCase::icpOf(0);
    Criterion must = StudioCase::teamCriterion();
    must.condition->low = low;
    must.condition->high = middle;
    must.text = QStringLiteral("The middle");
    Criterion limit = must;
    limit.id = QStringLiteral("limit");
    limit.text = QStringLiteral("Larger ones");
    limit.section = Section::StretchLimits;
    limit.importance = Importance::Should;
    limit.condition->low = middle;
    limit.condition->high = high;
    icp.criteria = {must, limit};
    QVERIFY(m_case->document().editIcp(icp, "Add"));
    m_case->document().waitForIdle();
    m_station->show(IcpStation::Companies);
    m_station->waitForIdle();
}

void TestStretchCard::whatWinsLikeIdealIsPromoted() {
    show(4, 14, 26);
    PlainTable* outcomes = nullptr;
    for (PlainTable* table : visible<PlainTable>())
        if (table->accessibleName() == QStringLiteral("Outcomes by fit")) outcomes = table;
    QVERIFY(outcomes);
    QCOMPARE(outcomes->model()->rowCount(), 3);
    QVERIFY2(said().contains("“Larger ones” instead of “The middle”"), qPrintable(said()));
    QVERIFY2(said().contains("They do as ideal fits do"), qPrintable(said()));
    shoot(*m_station, "icp-stretch");
    QVERIFY(button("Promote to ideal"));
    QTest::mouseClick(button("Promote to ideal"), Qt::LeftButton);
    m_case->document().waitForIdle();
    m_station->waitForIdle();
    QCOMPARE(stored().criteria.size(), std::size_t(1));
    const Criterion& wider = stored().criteria.front();
    QCOMPARE(wider.condition->low, 4.0);
    QCOMPARE(wider.condition->high, 26.0);
    QVERIFY2(wider.text.contains("Finance team"), qPrintable(wider.text));
    QVERIFY(wider.evidence.n > 0 && wider.evidence.n != 424);  // counted anew
    QVERIFY(m_station->messages()->text().contains("promoted"));
    QCOMPARE(m_case->document().undoText(), QStringLiteral("Promote a stretch"));
    QVERIFY(!button("Promote to ideal"));
    QTest::mouseClick(button("Undo"), Qt::LeftButton);
    QCOMPARE(stored().criteria.size(), std::size_t(2));
}

void TestStretchCard::whatLosesLikeBadIsDemoted() {
    show(4, 26, 50);
    QVERIFY2(said().contains("They do as bad fits do"), qPrintable(said()));
    QVERIFY(button("Demote to bad"));
    QTest::mouseClick(button("Demote to bad"), Qt::LeftButton);
    m_case->document().waitForIdle();
    m_station->waitForIdle();
    QCOMPARE(stored().criteria.size(), std::size_t(1));
    QCOMPARE(stored().criteria.front().text, QStringLiteral("The middle"));
    QCOMPARE(m_case->document().undoText(), QStringLiteral("Demote a stretch"));
}

void TestStretchCard::tooLittleIsSaid() {
    show(0, 26, 100);
    QVERIFY2(said().contains("Too little data to compare with"), qPrintable(said()));  // nobody is bad
    QVERIFY(!button("Promote to ideal") && !button("Demote to bad"));
}

QTEST_MAIN(TestStretchCard)
#include "tst_stretchcard.moc"
