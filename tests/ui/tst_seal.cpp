#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/samplefindings.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/segmentscase.h"
#include "ui/document/document.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/segments/segmentcheck.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using icp::test::sampleFindings;

/// What the newest units say of segments: asked for before it is seen, counted, and kept beside its warnings.
class TestSeal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_case = std::make_unique<test::SegmentsCase>(); }
    void cleanup() { m_case.reset(); }

    void cautionsStandBesideTheRate();
    void checkMeansWhatItSays();
    void sealIsOpenedOnce();
    void goingBackNeedsNoSearch();

private:
    std::unique_ptr<test::SegmentsCase> m_case;
    Document& open(std::shared_ptr<const Dataset> data) { return m_case->open(std::move(data)); }
    SegmentsStation& station() { return m_case->station(); }
    template <class Widget>
    Widget& part() {
        return m_case->part<Widget>();
    }
    QTableView& table() { return m_case->table(); }
    void answerSeal();
};

/// A reason to doubt a rate stands wherever the rate does, once for all attributes it is about.
void TestSeal::cautionsStandBesideTheRate() {
    Findings findings = sampleFindings();
    Segment& segment = findings.segments.front();
    segment.conditions.resize(1);
    QVERIFY(cautionsOf(segment, findings).isEmpty());
    const QString why = QStringLiteral("Sales fills it in.");
    QStringList labels;
    for (std::size_t i = 0; i < 2; ++i) {
        AttributeProfile& attribute = findings.attributes[i];
        attribute.caution = why;
        labels << attribute.label;
        segment.conditions.resize(i + 1);
        segment.conditions[i].attribute = attribute.name;
    }
    const QString said = labels.join(QStringLiteral(", ")) + QStringLiteral(": ") + why;
    QCOMPARE(cautionsOf(segment, findings), QStringList{said});
    SegmentTableModel model;
    model.setFindings(findings, false);
    for (const int column : {SegmentTableModel::Conditions, SegmentTableModel::RateColumn})
        QVERIFY(model.index(0, column).data(Qt::ToolTipRole).toString().endsWith(said));
    SegmentCheck check;
    check.showSegment(segment, findings);
    bool shown = false;
    for (const QLabel* label : check.findChildren<QLabel*>())
        shown = shown || (label->text() == said && label->isVisibleTo(&check));
    QVERIFY(shown);
}

void TestSeal::checkMeansWhatItSays() {
    const Study study;
    QVERIFY(checkMeaning(QStringLiteral("held"), true, study).contains(QStringLiteral("lower end")));
    QVERIFY(
        checkMeaning(QStringLiteral("held"), false, study).contains(QStringLiteral("still below average")));
    QVERIFY(checkMeaning(QStringLiteral("too-few"), false, study).contains(QStringLiteral("15")));
    QVERIFY(checkMeaning({}, true, study).isEmpty());
}

void TestSeal::answerSeal() {
    QCoreApplication::processEvents();  // the bar lays its buttons out
    for (QPushButton* button : station().findChild<MessageBar*>()->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == u"Open the seal")
            return QTest::mouseClick(button, Qt::LeftButton);
    QFAIL("Nothing asks whether to open the seal.");
}

void TestSeal::sealIsOpenedOnce() {
    Document& document = open(test::sampleDataset());
    QVERIFY(document.findings().heldOut.n > 0);
    QVERIFY(!document.sealOpened());
    QCOMPARE(document.findings().segments.front().heldOut.n, 0);
    QCOMPARE(table().model()->index(0, SegmentTableModel::Check).data().toString(), QStringLiteral("Sealed"));
    auto* seal = station().findChild<QPushButton*>(QStringLiteral("openSeal"));
    QVERIFY(seal->isVisible());
    test::shoot(station(), QStringLiteral("segments-sealed"));
    // It is counted, so it is asked for first; what has the focus then keeps it sealed.
    QTest::mouseClick(seal, Qt::LeftButton);
    QVERIFY(!document.sealOpened());
    test::shoot(station(), QStringLiteral("segments-seal-asked"));
    auto* asked = station().findChild<MessageBar*>();
    QVERIFY(asked->text().contains(QStringLiteral("It is counted")));
    QTest::keyClick(station().window()->focusWidget(), Qt::Key_Return);
    QVERIFY(!asked->isVisible());
    QVERIFY(!document.sealOpened());
    QTest::keyClick(&table(), Qt::Key_O);
    QTest::keyClick(station().window()->focusWidget(), Qt::Key_Escape);
    QVERIFY(!asked->isVisible());
    QVERIFY(!document.sealOpened());
    QVERIFY(document.workshop().openings.empty());
    QTest::mouseClick(seal, Qt::LeftButton);
    answerSeal();
    QVERIFY(document.sealOpened());
    QVERIFY(!seal->isVisible());
    QVERIFY(document.findings().segments.front().heldOut.n > 0);
    QVERIFY(table().model()->index(0, SegmentTableModel::Check).data().toString() != u"Sealed");
    QCOMPARE(document.workshop().openings.size(), std::size_t(1));
    QCOMPARE(document.findings().seal.openings, 1);
    // Another question is another look, and what was seen stays seen.
    Study study = document.study();
    study.depth = 1;
    document.setStudy(study);
    document.waitForIdle();
    QCoreApplication::processEvents();
    QVERIFY(!document.sealOpened());
    QCOMPARE(document.findings().seal.openings, 2);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_O);
    QVERIFY(station().findChild<MessageBar*>()->text().contains(QStringLiteral("before, for ")));
    answerSeal();
    QVERIFY(document.sealOpened());
    bool warned = false;
    for (const QLabel* label : part<SegmentCheck>().findChildren<QLabel*>())
        warned = warned || label->text().contains(QStringLiteral("proves less"));
    QVERIFY(warned);
    // The first question again: nothing new is seen.
    study.depth = 3;
    document.setStudy(study);
    document.waitForIdle();
    QVERIFY(document.sealOpened());
    // Undone it is sealed again, and yet counted.
    document.undo();
    document.undo();
    document.waitForIdle();
    QVERIFY(!document.sealOpened());
    QCOMPARE(document.findings().segments.front().heldOut.n, 0);
    QVERIFY(document.workshop().openings.empty());
}

/// What was found for a question is kept: going back to it looks for nothing, and says the same.
void TestSeal::goingBackNeedsNoSearch() {
    Document& document = open(test::sampleDataset());
    const Study all = document.study();
    const auto first = document.findings().segments.front().labels;
    const int again = document.findings().segments.front().foundAgain;
    Study narrowed = all;
    narrowed.depth = 1;
    document.setStudy(narrowed);
    QVERIFY(document.analysing());
    document.waitForIdle();
    int told = 0;
    connect(&document, &Document::findingsChanged, this, [&] { ++told; });
    document.setStudy(all);
    QVERIFY(!document.analysing());
    QCOMPARE(told, 1);
    QCOMPARE(document.stage(), Stage::Done);
    QCOMPARE(document.findings().segments.front().labels, first);
    QCOMPARE(document.findings().segments.front().foundAgain, again);
    QVERIFY(!document.sealOpened());
    QCOMPARE(document.findings().segments.front().heldOut.n, 0);
    // Asked to run again, it does; and once a seal was opened, every question says so anew.
    document.analyse();
    QVERIFY(document.analysing());
    document.waitForIdle();
    QVERIFY(document.openSeal());
    document.setStudy(narrowed);
    QVERIFY(document.analysing());
    document.waitForIdle();
    QCOMPARE(document.findings().seal.openings, 2);
    document.disconnect(this);
}

QTEST_MAIN(TestSeal)
#include "tst_seal.moc"
