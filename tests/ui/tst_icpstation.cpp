#include "core/analysis/sealed.h"
#include "core/base/shown.h"
#include "core/workshop/ranking.h"
#include "tests/support/ui/icppage.h"
#include "tests/support/ui/screenshot.h"
#include "ui/document/basis.h"
#include "ui/models/criterionevidence.h"
#include "ui/models/icpedits.h"
#include "ui/models/levelmodel.h"
#include "ui/models/sectionmodel.h"
#include "ui/stations/conditionpanel.h"
#include "ui/stations/icp/criterioncard.h"
#include "ui/stations/icp/criterioneditor.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/icptabs.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/gaugebar.h"
#include "ui/widgets/levelpicker.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rangeslider.h"
#include "ui/widgets/wraptext.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

/// The page around the criteria: tabs, market, sentence, undo.
class TestIcpStation : public QObject, private IcpPage {
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(false, 1); }
    void cleanup() { finish(); }

    void removingOffersUndo();
    void undoBackToEmpty();
    void tabsAddRenameAndRemove();
    void marketIsTypedAndChecked();
    void howWellTheScoreRanksIsTold();
    void sentenceIsOverridden();
    void criterionWithoutItsColumn();
    void hiddenPageFollowsTheTheme();
    void evidenceIsNotCutOff();
    void pictures();
};

void TestIcpStation::removingOffersUndo() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(3), "Add");
    card("team")->setFocus();
    QTest::keyClick(card("team"), Qt::Key_Delete);
    QVERIFY(!stored().find(u"team"));
    QVERIFY(m_station->messages()->text().contains("Finance team"));
    QTest::mouseClick(button("Undo"), Qt::LeftButton);
    QVERIFY(stored().find(u"team"));
    QVERIFY(m_station->messages()->text().isEmpty());
}

void TestIcpStation::undoBackToEmpty() {
    start();
    Document& document = m_case->document();
    document.addCriterion(StudioCase::teamCriterion());
    card("team")->setFocus();
    for (const int key : {Qt::Key_S, Qt::Key_X, Qt::Key_M, Qt::Key_Minus})
        QTest::keyClick(card("team"), Qt::Key(key));
    QTest::keyClick(card("team"), Qt::Key_Delete);
    int steps = 0;
    while (document.canUndo()) {
        QTest::keyClick(m_station.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(++steps < 20);
    }
    QVERIFY(document.workshop().icps.empty());
    QVERIFY(visible<CriterionCard>().isEmpty());
    QCOMPARE(document.gauge().narrowness, Narrowness::Empty);
    while (document.canRedo()) document.redo();
    QVERIFY(stored().criteria.empty());
}

void TestIcpStation::tabsAddRenameAndRemove() {
    start();
    Document& document = m_case->document();
    document.editIcp(StudioCase::icpOf(2), "Add");
    QTest::mouseClick(button("New ICP"), Qt::LeftButton);
    QCOMPARE(document.workshop().icps.size(), std::size_t(2));
    auto* tabs = m_station->findChild<IcpTabs*>();
    QCOMPARE(tabs->count(), 2);
    auto* field = tabs->findChild<QLineEdit*>();
    QVERIFY(field->isVisible());
    QCoreApplication::processEvents();  // the tabs get their room
    QVERIFY(tabs->tabRect(1).contains(field->geometry()));
    QTest::keyClicks(field, "Wholesale growers");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(document.currentIcp()->name, "Wholesale growers");
    QVERIFY(!field->isVisible());
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Left);
    QCOMPARE(document.currentIcp()->id, "icp-1");
    QVERIFY(card("team"));
    QTest::keyClick(tabs, Qt::Key_Delete);
    QCOMPARE(document.workshop().icps.size(), std::size_t(1));
    QTest::mouseClick(button("Undo"), Qt::LeftButton);
    QCOMPARE(document.workshop().icps.size(), std::size_t(2));
}

void TestIcpStation::marketIsTypedAndChecked() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(2), "Add");
    QTest::mouseClick(button("Enter market size"), Qt::LeftButton);
    const auto field = [&](const QString& name) {
        for (QLineEdit* one : visible<QLineEdit>())
            if (one->accessibleName() == name) return one;
        return static_cast<QLineEdit*>(nullptr);
    };
    field("Companies")->setText("21400");
    field("That fit")->setText("30000");
    QTest::keyClick(field("Companies"), Qt::Key_Return);
    QVERIFY(!stored().market.companies);
    field("That fit")->setText("3150");
    field("Source")->setText("Register");
    QTest::keyClick(field("Source"), Qt::Key_Return);
    QCOMPARE(stored().market.companies.value(), 21400);
    QCOMPARE(stored().marketInside.value(), 3150);
    QCOMPARE(m_case->document().gauge().market.part, 3150.0);
    QVERIFY(button("Change market size"));
    bool told = false;
    for (const QLabel* label : visible<QLabel>())
        told = told || (label->text().contains("Register") && label->text().contains("does not follow"));
    QVERIFY(told);
}

void TestIcpStation::howWellTheScoreRanksIsTold() {
    start();
    const auto told = [&] {
        for (const QLabel* label : visible<QLabel>())
            if (label->text().contains("the first scores higher in")) return label->text();
        return QString();
    };
    Document& document = m_case->document();
    document.editIcp(StudioCase::icpOf(3), "Add");
    const Ranking ranking = rankingOf(document.fit(), *document.basis().totals);
    QVERIFY(ranking.told && ranking.area > 0.5);
    QVERIFY(told().contains(percentText(ranking.area) + " of cases"));
    QVERIFY(told().contains(percentText(ranking.fifth) + " of wins"));
    QVERIFY(told().contains("written on the same data"));
    // What the sealed deals alone say is told once somebody opens them.
    const Bitmap sealed = sealedDeals(document.dataset(), document.findings());
    QCOMPARE(qint64(sealed.count()), document.findings().heldOut.n);
    QVERIFY(sealed.count() > 0);
    const Ranking alone = rankingOn(document.fit(), document.dataset(), sealed);
    const QString words = "On the sealed deals alone: " + percentText(alone.area) + " of cases (" +
                          percentText(alone.range.low) + " to " + percentText(alone.range.high) + ").";
    QVERIFY(alone.told && !told().contains(words));
    QVERIFY(told().contains("told once the seal is open"));
    QVERIFY(document.openSeal());
    QVERIFY2(told().contains(words), qPrintable(told()));
    // An exclusion alone scores nobody.
    Icp only = StudioCase::icpOf(1);
    only.criteria.front().importance = Importance::Exclude;
    document.editIcp(only, "Change");
    QVERIFY(told().isEmpty());
}

void TestIcpStation::sentenceIsOverridden() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(3), "Add");
    QToolButton* change = nullptr;
    for (QToolButton* one : visible<QToolButton>())
        if (one->accessibleName() == "Write the sentence yourself") change = one;
    QVERIFY(change);
    QTest::mouseClick(change, Qt::LeftButton);
    auto* field = visible<QPlainTextEdit>().value(0);
    QVERIFY(field && !field->toPlainText().isEmpty());
    field->setPlainText("Groups that close late.");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(stored().sentence, "Groups that close late.");
    QTest::mouseClick(change, Qt::LeftButton);
    QTest::mouseClick(button("Compose from the criteria"), Qt::LeftButton);
    QVERIFY(stored().sentence.isEmpty());
}

void TestIcpStation::criterionWithoutItsColumn() {
    start();
    Icp icp = StudioCase::icpOf(2);
    icp.criteria[0].condition->attribute = "account.x_gone";
    m_case->document().editIcp(icp, "Add");
    QVERIFY(card("team")->accessibleName().contains("Cannot check"));
    card("team")->setFocus();
    QTest::keyClick(card("team"), Qt::Key_Return);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QCOMPARE(stored().criteria[0].condition->attribute, "account.x_gone");
    QCOMPARE(stored().criteria[0].condition->high, 26.0);
}

void TestIcpStation::hiddenPageFollowsTheTheme() {
    m_case = std::make_unique<StudioCase>();
    m_station = std::make_unique<IcpStation>();
    m_station->setDocument(&m_case->document());
    applyTheme(true, 1);
    m_station->setVisible(true);
    QColor ink;
    for (QLabel* label : visible<QLabel>())
        if (label->text() == "In one sentence") ink = label->palette().color(QPalette::WindowText);
    QCOMPARE(ink, Tokens::darkTokens().ink2);
}

void TestIcpStation::evidenceIsNotCutOff() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(4), "Add");
    QCoreApplication::processEvents();
    const CriterionCard* team = card("team");
    const QString line = evidenceLine(*stored().find(u"team"), Outcome::Won);
    bool found = false;
    for (const WrapText* text : team->findChildren<WrapText*>()) {
        if (text->text() != line) continue;
        found = true;
        QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
        QVERIFY(text->heightForWidth(text->width()) >= text->heightForWidth(2000));
    }
    QVERIFY(found);
}

void TestIcpStation::pictures() {
    if (qEnvironmentVariableIsEmpty("ICP_SCREENSHOTS"))
        QSKIP("set ICP_SCREENSHOTS to a folder to take pictures");
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        const QString theme = dark ? "-dark" : "";
        start();
        m_case->document().editIcp(StudioCase::icpOf(8), "Add");
        card("team")->setFocus();
        shoot(*m_station, "icp" + theme);
        m_case->document().editIcp(StudioCase::icpOf(30), "Add");
        shoot(*m_station, "icp-30" + theme);
        m_case->document().editIcp(StudioCase::icpOf(8, true), "Add");
        m_station->resize(1216, 718);
        shoot(*m_station, "icp-german-1280" + theme);
        m_case->document().editIcp(StudioCase::icpOf(1), "Add");
        shoot(*m_station, "icp-1-1280" + theme);
    }
    applyTheme(false, 1.3);
    start();
    m_station->resize(1368, 868);
    m_case->document().editIcp(StudioCase::icpOf(8), "Add");
    shoot(*m_station, "icp-projector");
    applyTheme(false, 1);
}

QTEST_MAIN(TestIcpStation)
#include "tst_icpstation.moc"
