#include "core/draft/criteria.h"
#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/samplefindings.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/segmentscase.h"
#include "ui/document/document.h"
#include "ui/models/accounttable.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/adopt.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/segments/exclusionscard.h"
#include "ui/stations/segments/segmentcheck.h"
#include "ui/stations/segments/segmentdelegate.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/stations/segments/timespanel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace icp;
using namespace icp::ui;
using icp::test::sampleFindings;

class TestSegments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_case = std::make_unique<test::SegmentsCase>(); }
    void cleanup() { m_case.reset(); }

    void tableSaysWhatASegmentIs();
    void tableOfNothing();
    void chipsWrap();
    void untestedIsListed();
    void checkSpeaksItsVerdict();

    void emptyUntilDataCome();
    void rowsShowTheirAccounts();
    void addByKeyIsOneStepOfUndo();
    void excludeByKeyAndButton();
    void whatIsOfDealsRulesOutNobody();
    void whatIsOfDealsIsNotAdded();
    void depthIsChosen();
    void qualityIsChosen();
    void heldOutPartIsChosen();
    void tooLittleDataIsSaid();
    void smallWindowsHaveTabs();
    void proofIsTold();
    void timesFollowTheSegment();
    void patternsInsideASegment();
    void pictures();

private:
    std::unique_ptr<test::SegmentsCase> m_case;
    Document& open(std::shared_ptr<const Dataset> data) { return m_case->open(std::move(data)); }
    SegmentsStation& station() { return m_case->station(); }
    template <class Widget>
    Widget& part() {
        return m_case->part<Widget>();
    }
    QTableView& table() { return m_case->table(); }
};

void TestSegments::tableSaysWhatASegmentIs() {
    SegmentTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(sampleFindings());
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(SegmentTableModel::Number), QStringLiteral("1"));
    QCOMPARE(text(SegmentTableModel::Conditions),
             QStringLiteral("Finance team size 4–25, Ownership: Subsidiary"));
    QCOMPARE(text(SegmentTableModel::Count), QStringLiteral("164"));
    QCOMPARE(text(SegmentTableModel::RateColumn), QStringLiteral("57%, range 49% to 64%"));
    QCOMPARE(text(SegmentTableModel::Lift), QStringLiteral("1.8×"));
    QCOMPARE(text(SegmentTableModel::Check), QStringLiteral("Held, 58% of 45"));
    QCOMPARE(model.headerData(SegmentTableModel::Check, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("2025 check"));
    QVERIFY(model.maximum() >= sampleFindings().segments[0].rate.high);
    QCOMPARE(verdictText(QStringLiteral("too-few")), QStringLiteral("Too few"));
    QVERIFY(model.segment(2) == nullptr && model.segment(-1) == nullptr);
}

void TestSegments::tableOfNothing() {
    SegmentTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(Findings());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.maximum() > 0);
    QCOMPARE(untestedLevels(Findings()), QString());
}

void TestSegments::chipsWrap() {
    const auto lines = [](const std::vector<QRect>& chips) {
        return chips.back().top() > chips.front().top();
    };
    QVERIFY(!lines(chipRects({80, 60, 40}, 300)));
    const auto two = chipRects({200, 60, 40}, 220);
    QVERIFY(lines(two));
    QCOMPARE(two[0].left(), 0);
    QCOMPARE(two[1].left(), 0);
    QCOMPARE(two[2].top(), two[1].top());
    QCOMPARE(chipRects({200}, 100)[0].width(), 100);
    QCOMPARE(chipRects({200}, -5)[0].width(), 0);
    QVERIFY(chipRects({}, 100).empty());
}

void TestSegments::untestedIsListed() {
    QCOMPARE(untestedLevels(sampleFindings()),
             QStringLiteral("Finance team size: 151+ (8 deals); Industry: Insurance (3), Energy (12)"));
}

void TestSegments::checkSpeaksItsVerdict() {
    const Findings findings = sampleFindings();
    SegmentCheck check;
    const auto says = [&](const QString& text) {
        for (const QLabel* label : check.findChildren<QLabel*>()) {
            if (label->text().contains(text)) return true;
        }
        return false;
    };
    check.showSegment(findings.segments[0], findings);
    QVERIFY(says(QStringLiteral("It holds")));
    QVERIFY(says(QStringLiteral("Since Jan 2025: 26 of 45 won")));
    check.showSegment(findings.segments[1], findings);
    QVERIFY(says(QStringLiteral("Weaker")));
    Segment alone = findings.segments[0];
    alone.heldOut = {};
    alone.verdict.clear();
    check.showSegment(alone, findings);
    QVERIFY(says(QStringLiteral("Nothing newer is kept aside")));
}

void TestSegments::emptyUntilDataCome() {
    open(nullptr);
    QVERIFY(part<EmptyState>().isVisible());
    QSignalSpy elsewhere(&station(), &Station::goTo);
    QTest::mouseClick(part<EmptyState>().findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(elsewhere[0][0].value<Station::Id>(), Station::Id::Import);
}

void TestSegments::rowsShowTheirAccounts() {
    const Document& document = open(test::sampleDataset());
    const auto& segments = document.findings().segments;
    QVERIFY(segments.size() >= 2);
    QCOMPARE(table().currentIndex().row(), 0);
    table().setFocus();
    for (int row = 0; row < 2; ++row) {
        const Segment& segment = segments[std::size_t(row)];
        const Bitmap units = unitsMeeting(document.dataset(), document.findings().study, segment.conditions);
        QCOMPARE(part<AccountsPanel>().model()->rowCount(),
                 int(accountsOf(document.dataset(), document.findings().study.unit, units).size()));
        QVERIFY(part<AccountsPanel>().accessibleDescription().contains(segment.labels.front()));
        QTest::keyClick(&table(), Qt::Key_Down);
    }
}

void TestSegments::addByKeyIsOneStepOfUndo() {
    Document& document = open(test::sampleDataset());
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_A);
    QVERIFY(document.currentIcp() != nullptr);
    const auto& segment = document.findings().segments.front();
    QCOMPARE(document.currentIcp()->criteria.size(), segment.conditions.size());
    QCOMPARE(document.currentIcp()->criteria[0].condition, segment.conditions[0]);
    QVERIFY(station().messages()->text().startsWith(QStringLiteral("In the ICP now")));
    document.undo();
    QVERIFY(document.currentIcp() == nullptr);
}

void TestSegments::excludeByKeyAndButton() {
    Document& document = open(test::sampleDataset());
    QVERIFY(!document.findings().exclusions.empty());
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_X);
    QVERIFY(document.currentIcp() != nullptr);
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(1));
    QCOMPARE(document.currentIcp()->criteria[0].importance, Importance::Exclude);
    QCOMPARE(document.currentIcp()->criteria[0].condition, document.findings().exclusions[0].condition);
    document.undo();
    QTest::mouseClick(part<ExclusionsCard>().findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(1));
}

void TestSegments::whatIsOfDealsRulesOutNobody() {
    Findings findings = sampleFindings();
    ExclusionsCard card;
    card.setFindings(findings, 1, true);
    QCOMPARE(card.findChildren<QPushButton*>().size(), 1);
    findings.exclusions.front().entity = Entity::Deal;
    card.setFindings(findings, 1, true);
    QVERIFY(card.findChildren<QPushButton*>().isEmpty());
    findings.exclusions.front().condition.attribute = QStringLiteral("deal.source");
    Document& document = open(test::sampleDataset());
    exclude(document, *station().messages(), findings.exclusions.front());
    QVERIFY(document.currentIcp() == nullptr);
    QCOMPARE(station().messages()->text(), dealsOnly());
}

void TestSegments::whatIsOfDealsIsNotAdded() {
    Document& document = open(test::sampleDataset());
    Segment segment = document.findings().segments.front();
    segment.conditions = {{QStringLiteral("deal.source"), Condition::Op::In, {QStringLiteral("Referral")}}};
    segment.labels = {QStringLiteral("Lead source: Referral")};
    addToIcp(document, *station().messages(), segment);
    QVERIFY(document.currentIcp() == nullptr);
    QCOMPARE(station().messages()->text(), dealsCannotBeMet());
    AttributeProfile profile;
    profile.entity = Entity::Deal;
    Level level;
    level.condition = segment.conditions.front();
    addToIcp(document, *station().messages(), profile, {level});
    QVERIFY(document.currentIcp() == nullptr);

    const Condition ofAccounts = document.findings().segments.front().conditions.front();
    segment.conditions.push_back(ofAccounts);
    addToIcp(document, *station().messages(), segment);
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(1));
    QCOMPARE(document.currentIcp()->criteria[0].condition, ofAccounts);
    QVERIFY(station().messages()->text().contains(
        QStringLiteral("Left out, because it is known of a deal, not of a company: Lead source")));
}

void TestSegments::depthIsChosen() {
    Document& document = open(test::sampleDataset());
    auto& depth = *station().findChild<QComboBox*>(QStringLiteral("segmentDepth"));
    QCOMPARE(depth.currentIndex(), 2);
    depth.setFocus();
    QTest::keyClick(&depth, Qt::Key_Home);
    document.waitForIdle();
    QCOMPARE(document.study().depth, 1);
    for (const Segment& segment : document.findings().segments)
        QCOMPARE(segment.conditions.size(), std::size_t(1));
}

void TestSegments::qualityIsChosen() {
    Document& document = open(test::sampleDataset());
    auto& quality = *station().findChild<QComboBox*>(QStringLiteral("segmentQuality"));
    QCOMPARE(quality.currentIndex(), int(SegmentQuality::Wracc));
    const QString large = quality.toolTip();
    QVERIFY(!large.isEmpty());
    quality.setFocus();
    QTest::keyClick(&quality, Qt::Key_End);
    document.waitForIdle();
    QCOMPARE(document.study().quality, SegmentQuality::Lift);
    QCOMPARE(document.findings().study.quality, SegmentQuality::Lift);
    QVERIFY(quality.toolTip() != large);
    QTest::keyClick(&quality, Qt::Key_Home);
    document.waitForIdle();
    QCOMPARE(document.study().quality, SegmentQuality::Wracc);
}

void TestSegments::heldOutPartIsChosen() {
    Document& document = open(test::sampleDataset());
    const QDate fifth = document.findings().heldOutFrom;
    auto* chip = station().findChild<Chip*>(QStringLiteral("scopeHoldout"));
    const auto choose = [&](const QString& words) {
        QTest::mouseClick(chip, Qt::LeftButton);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (QAction* action : menu->actions())
            if (action->text().contains(words)) action->trigger();
        menu->close();
        document.waitForIdle();
    };
    choose(QStringLiteral("quarter of the year"));
    QVERIFY(document.study().newestQuarter);
    QVERIFY(chip->isVisible());  // also where the quarter could not be split off
    choose(QStringLiteral("newest tenth"));
    QCOMPARE(document.study().holdout, 0.1);
    QVERIFY(document.findings().heldOutFrom > fifth);
    choose(QStringLiteral("newest fifth"));
    QVERIFY(!document.study().newestQuarter);
    QCOMPARE(document.findings().heldOutFrom, fifth);
}

void TestSegments::tooLittleDataIsSaid() {
    auto data = std::make_shared<Dataset>(*test::sampleDataset());
    int closed = 0;
    for (DealState& state : data->dealState) {
        if (++closed > 30) state = DealState::Open;
    }
    open(data);
    QVERIFY(!table().isVisible());
    bool said = false;
    for (const QLabel* label : station().findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().startsWith(QStringLiteral("Too little data")));
    QVERIFY(said);
    test::shoot(station(), QStringLiteral("segments-direction"));
}

void TestSegments::smallWindowsHaveTabs() {
    open(test::sampleDataset());
    auto& tabs = part<SegmentedSwitch>();
    const auto offered = [&] {
        QStringList out;
        for (const QToolButton* button : tabs.findChildren<QToolButton*>())
            if (button->isVisible()) out << button->text();
        return out;
    };
    QCOMPARE(offered().size(), 5);
    station().resize(1216, 700);
    QCOMPARE(offered().size(), 6);
    QVERIFY(table().isVisible());
    QVERIFY(!part<ExclusionsCard>().isVisible());
    test::shoot(station(), QStringLiteral("segments-1280x800"));
    tabs.setCurrent(5);
    QVERIFY(!table().isVisible());
    QVERIFY(part<ExclusionsCard>().isVisible());
    test::shoot(station(), QStringLiteral("segments-excluding-1280x800"));
    station().resize(1400, 828);
    QVERIFY(table().isVisible() && part<ExclusionsCard>().isVisible());
    QCOMPARE(tabs.current(), 0);
}

void TestSegments::proofIsTold() {
    const Document& document = open(test::sampleDataset());
    QStringList words;
    for (const QLabel* label : part<SegmentCheck>().findChildren<QLabel*>()) words << label->text();
    const QString all = words.join(u'|');
    QVERIFY2(all.contains(QStringLiteral("of 200 redraws")), qPrintable(all));
    QVERIFY(all.contains(QStringLiteral("reshuffles")));
    auto* fold = part<SegmentCheck>().findChild<QPushButton*>(QStringLiteral("method"));
    QTest::mouseClick(fold, Qt::LeftButton);
    bool shown = false;
    for (const QLabel* label : part<SegmentCheck>().findChildren<QLabel*>())
        shown = shown || (label->isVisible() && label->text().contains(QStringLiteral("Webb 2007")) &&
                          label->text().contains(QStringLiteral("Filter: none")));
    QVERIFY(shown);
    const LeadsSaved& saved = document.findings().saved;
    QVERIFY(saved.saved > 0);
    bool leads = false;
    for (const QLabel* label : part<ExclusionsCard>().findChildren<QLabel*>())
        leads = leads || label->text().contains(
                             QStringLiteral("%1 of %2 tries saved").arg(saved.saved).arg(saved.tries));
    QVERIFY(leads);
}

void TestSegments::timesFollowTheSegment() {
    Document& document = open(test::sampleDataset());
    auto& tabs = part<SegmentedSwitch>();
    auto& times = part<TimesPanel>();
    for (int view = 1; view <= 4; ++view) {
        tabs.setCurrent(view);
        times.waitForIdle();
        QVERIFY(times.isVisible());
        QVERIFY(!part<AccountsPanel>().isVisible());
        test::shoot(station(), QStringLiteral("segments-times-%1").arg(view));
    }
    // Staying: 9 of the customers left.
    QVERIFY(document.findings().segments.size() >= 2);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Down);
    times.waitForIdle();
    tabs.setCurrent(0);
    QVERIFY(part<AccountsPanel>().isVisible());
}

void TestSegments::patternsInsideASegment() {
    Document& document = open(test::sampleDataset());
    const Segment segment = document.findings().segments.front();
    QSignalSpy elsewhere(&station(), &Station::goTo);
    QTest::mouseClick(station().findChild<QPushButton*>(QStringLiteral("patternsInside")), Qt::LeftButton);
    QCOMPARE(elsewhere.size(), 1);
    QCOMPARE(elsewhere[0][0].value<Station::Id>(), Station::Id::Patterns);
    document.waitForIdle();
    QCOMPARE(chosenConditions(document.study()).size(), segment.conditions.size());
    // All of the segment, older and newest.
    QVERIFY(document.findings().base.n >= segment.rate.n);
    auto* chip = station().findChild<Chip*>(QStringLiteral("filterChip"));
    QVERIFY(chip != nullptr);
    table().setFocus();
    QTest::keyClick(&station(), Qt::Key_Escape);
    document.waitForIdle();
    QVERIFY(chosenConditions(document.study()).empty());
}

void TestSegments::pictures() {
    open(test::sampleDataset()).openSeal();
    test::shoot(station(), QStringLiteral("segments"));
    applyTheme(true, 1);
    test::shoot(station(), QStringLiteral("segments-dark"));
}

QTEST_MAIN(TestSegments)
#include "tst_segments.moc"
