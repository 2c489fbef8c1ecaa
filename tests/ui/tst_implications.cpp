#include "tests/support/ui/exampleicp.h"
#include "tests/support/ui/screenshot.h"
#include "ui/document/document.h"
#include "ui/models/entrytable.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/menus.h"
#include "ui/stations/entrylist.h"
#include "ui/stations/icp/criterioncard.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace icp;
using namespace icp::ui;

/// What follows from a profile, written by mouse and keyboard on the example workshop.
class TestImplicationsPage : public QObject, private test::ExampleIcp {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void actionsAreWrittenInPlace();
    void aCriterionSpawnsAnAction();
    void whatIsOverdueIsSaid();
    void practicesGetAVerdict();
    void promptsAreCounted();
    void aCompanyGoesToTheBacklog();
    void whoIsAgainstItIsFollowedUp();
    void hiddenNamesStayHidden();
    void aProfileTakesItsImplicationsAlong();
    void pictures();

private:
    /// Writes a cell by keyboard.
    void write(const QString& list, int row, int column, const QString& words);
};

void TestImplicationsPage::initTestCase() { prepareExample(QStringLiteral("tst_implications")); }
void TestImplicationsPage::init() { openExample(Qt::Key_I); }
void TestImplicationsPage::cleanup() { closeExample(); }

void TestImplicationsPage::write(const QString& list, int row, int column, const QString& words) {
    auto* view = named<EntryList>(list);
    QVERIFY(view);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(row, column));
    QTest::keyClick(view, Qt::Key_Return);
    QWidget* editor = view->indexWidget(view->currentIndex());
    for (QWidget* child : view->viewport()->findChildren<QWidget*>())
        if (child->isVisible() && child->parentWidget() == view->viewport()) editor = child;
    QVERIFY(editor);
    auto* combo = qobject_cast<QComboBox*>(editor);
    QWidget* field = combo && combo->isEditable() ? combo->lineEdit() : editor;
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->selectAll();
        QTest::keyClicks(line, words);
        QTest::keyClick(line, Qt::Key_Return);
    } else if (combo) {
        combo->setCurrentIndex(combo->findText(words));
        QTest::keyClick(combo, Qt::Key_Return);
    } else if (auto* day = qobject_cast<QDateEdit*>(editor)) {
        day->setDate(QDate::fromString(words, Qt::ISODate));
        QTest::keyClick(day, Qt::Key_Return);
    }
    idle();
}

void TestImplicationsPage::actionsAreWrittenInPlace() {
    const QString list = QStringLiteral("Actions");
    QCOMPARE(cell(list, 0, 0), QStringLiteral("Add an action"));
    write(list, 0, 0, QStringLiteral("  Rewrite the   first page "));
    QCOMPARE(workshop().actions.size(), 1U);
    QCOMPARE(workshop().actions.front().text, QStringLiteral("Rewrite the first page"));
    QCOMPARE(workshop().actions.front().icp, document().currentIcp()->id);
    QCOMPARE(document().undoText(), QStringLiteral("Add an action"));
    write(list, 0, 1, QStringLiteral("Marketing"));
    write(list, 0, 2, QStringLiteral("Priya"));
    write(list, 0, 3, QStringLiteral("2099-03-01"));
    const Action& one = workshop().actions.front();
    QCOMPARE(one.department, QStringLiteral("Marketing"));
    QCOMPARE(one.owner, QStringLiteral("Priya"));
    QCOMPARE(one.due, QDate(2099, 3, 1));
    auto* view = named<EntryList>(list);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Space);
    idle();
    QVERIFY(workshop().actions.front().done);
    QVERIFY(says(QStringLiteral("0 open")));
    view->setCurrentIndex(view->model()->index(0, 3));
    QTest::keyClick(view, Qt::Key_Backspace);
    idle();
    QVERIFY(!workshop().actions.front().due.isValid());
    QTest::keyClick(view, Qt::Key_Delete);
    idle();
    QVERIFY(workshop().actions.empty());
    QVERIFY(says(QStringLiteral("“Rewrite the first page” is removed.")));
    while (document().canUndo() && document().undoText() != QStringLiteral("Add an action"))
        document().undo();
    QCOMPARE(workshop().actions.size(), 1U);
    QVERIFY(workshop().actions.front().department.isEmpty());
    document().undo();
    idle();
    QVERIFY(workshop().actions.empty());
    QCOMPARE(cell(list, 0, 0), QStringLiteral("Add an action"));
}

void TestImplicationsPage::aCriterionSpawnsAnAction() {
    m_station->show(IcpStation::Profile);
    idle();
    const QList<CriterionCard*> cards = m_station->findChildren<CriterionCard*>();
    QVERIFY(!cards.isEmpty());
    const QString id = cards.front()->id();
    cards.front()->setFocus();
    QTest::keyClick(cards.front(), Qt::Key_A);
    idle();
    auto* view = named<EntryList>(QStringLiteral("Actions"));
    QVERIFY(view);
    auto* field = view->viewport()->findChild<QLineEdit*>();
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("Ask for it in the first call"));
    QTest::keyClick(field, Qt::Key_Return);
    idle();
    QCOMPARE(workshop().actions.size(), 1U);
    QCOMPARE(workshop().actions.front().criterion, id);
    QCOMPARE(cell(QStringLiteral("Actions"), 0, 4), document().currentIcp()->find(id)->text);
    write(QStringLiteral("Actions"), 1, 0, QStringLiteral("Another"));
    QVERIFY(workshop().actions.back().criterion.isEmpty());
}

void TestImplicationsPage::whatIsOverdueIsSaid() {
    const QString icp = document().currentIcp()->id;
    const QDate today = QDate::currentDate();
    QVERIFY(document().writeAction({"1", icp, "Late", "Sales", {}, today.addDays(-1)}, "Add"));
    QVERIFY(document().writeAction({"2", icp, "Today", "Sales", {}, today}, "Add"));
    QVERIFY(document().writeAction({"3", icp, "Done", "Sales", {}, today.addDays(-9), true}, "Add"));
    idle();
    QVERIFY(says(QStringLiteral("2 open, 1 overdue")));
    const auto* model = named<EntryList>(QStringLiteral("Actions"))->model();
    int late = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 3).data(EntryTable::AlarmRole).toBool()) {
            ++late;
            QCOMPARE(model->index(row, 0).data().toString(), QStringLiteral("Late"));
            QVERIFY(model->index(row, 3).data(Qt::AccessibleTextRole).toString().contains("overdue"));
        }
    QCOMPARE(late, 1);
}

void TestImplicationsPage::practicesGetAVerdict() {
    QTest::mouseClick(button(QStringLiteral("What we do 0")), Qt::LeftButton);
    const QString list = QStringLiteral("What we do today");
    write(list, 0, 0, QStringLiteral("Trade fairs"));
    QCOMPARE(cell(list, 0, 2), QStringLiteral("Open"));
    write(list, 0, 2, QStringLiteral("Stop"));
    QCOMPARE(workshop().practices.front().verdict, PracticeVerdict::Stop);
    QVERIFY(says(QStringLiteral("Stop 1")));
    QVERIFY(button(QStringLiteral("What we do 1")));
}

void TestImplicationsPage::promptsAreCounted() {
    QVERIFY(says(QStringLiteral("0 of 3 answered")));
    auto* field = named<QPlainTextEdit>(QStringLiteral("What does it mean for the roadmap?"));
    QVERIFY(field);
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("Consolidation first"));
    QTest::keyClick(field, Qt::Key_Return);
    idle();
    QVERIFY(says(QStringLiteral("1 of 3 answered")));
    QCOMPARE(answerTo(workshop().answers, document().currentIcp()->id, Prompt::Roadmap),
             QStringLiteral("Consolidation first"));
    document().undo();
    idle();
    QVERIFY(says(QStringLiteral("0 of 3 answered")));
    QVERIFY(field->toPlainText().isEmpty());
    document().redo();
    idle();
    QCOMPARE(field->toPlainText(), QStringLiteral("Consolidation first"));
    field->clear();
    field->clearFocus();
    idle();
    QVERIFY(workshop().answers.empty());
}

void TestImplicationsPage::aCompanyGoesToTheBacklog() {
    m_station->show(IcpStation::Companies);
    idle();
    auto* table = named<PlainTable>(QStringLiteral("Companies under the profile"));
    QVERIFY(table);
    table->selectRow(2);
    idle();
    const QString company = table->model()->index(2, 0).data().toString();
    QTest::mouseClick(button(QStringLiteral("Add to backlog")), Qt::LeftButton);
    QVERIFY(says(QStringLiteral("Say why it speaks against the profile.")));
    QVERIFY(workshop().research.empty());
    QTest::keyClicks(named<QLineEdit>(QStringLiteral("Said by")), QStringLiteral("Nadia"));
    auto* why = named<QLineEdit>(QStringLiteral("Why"));
    QTest::keyClicks(why, QStringLiteral("Bought twice"));
    QTest::keyClick(why, Qt::Key_Return);
    idle();
    QCOMPARE(workshop().research.size(), 1U);
    const ResearchItem item = workshop().research.front();
    QCOMPARE(item.company, company);
    QCOMPARE(item.author, QStringLiteral("Nadia"));
    QCOMPARE(item.reason, QStringLiteral("Bought twice"));
    QVERIFY(says(QStringLiteral("Open. Nadia: Bought twice")));
    QTest::mouseClick(button(QStringLiteral("Show it")), Qt::LeftButton);
    idle();
    write(QStringLiteral("Research backlog"), 0, 3, QStringLiteral("It has three entities now"));
    QVERIFY(!workshop().research.front().isOpen());
    QVERIFY(says(QStringLiteral("0 open, 1 answered")));
}

void TestImplicationsPage::whoIsAgainstItIsFollowedUp() {
    QTest::mouseClick(button(QStringLiteral("Reactions 0")), Qt::LeftButton);
    const QString list = QStringLiteral("Reactions of people inside");
    write(list, 0, 0, QStringLiteral("It leaves out half of my accounts"));
    QCOMPARE(document().currentIcp()->reactions.size(), 1U);
    QVERIFY(document().currentIcp()->reactions.front().person.isEmpty());
    QVERIFY(says(QStringLiteral("No reaction against it")));
    write(list, 0, 1, QStringLiteral("Very bad"));
    QVERIFY(document().currentIcp()->reactions.front().isOpen());
    QVERIFY(says(QStringLiteral("1 against, 1 of them not settled")));
    write(list, 0, 3, QStringLiteral("Settled"));
    QVERIFY(says(QStringLiteral("1 against, 0 of them not settled")));
    document().undo();
    document().undo();
    document().undo();
    QVERIFY(document().currentIcp()->reactions.empty());
}

void TestImplicationsPage::hiddenNamesStayHidden() {
    QVERIFY(document().writeResearch(
        {"r", document().currentIcp()->id, {}, "Ostara Holding", {}, "Bought twice", {}}, "Add"));
    Settings settings = workshop().settings;
    settings.hideNames = true;
    QVERIFY(document().editSettings(settings, QStringLiteral("Hide names")));
    idle();
    QTest::mouseClick(button(QStringLiteral("Research 1")), Qt::LeftButton);
    const QString list = QStringLiteral("Research backlog");
    QCOMPARE(cell(list, 0, 0), QStringLiteral("Company 1"));
    write(list, 0, 0, QStringLiteral("Company one"));
    write(list, 0, 3, QStringLiteral("Answered"));
    QCOMPARE(workshop().research.front().company, QStringLiteral("Ostara Holding"));
    QCOMPARE(workshop().research.front().answer, QStringLiteral("Answered"));
}

void TestImplicationsPage::aProfileTakesItsImplicationsAlong() {
    const QString icp = document().currentIcp()->id;
    QVERIFY(document().writeAction({"1", icp, "Late", "Sales", {}, {}}, "Add"));
    QVERIFY(document().answerPrompt(icp, Prompt::Problems, QStringLiteral("Late closing")));
    QVERIFY(document().removeIcp(icp));
    QVERIFY(workshop().actions.empty() && workshop().answers.empty());
    document().undo();
    QCOMPARE(workshop().actions.size(), 1U);
    QCOMPARE(workshop().answers.size(), 1U);
    idle();
}

/// Many lines and long words, in light and dark, large and small.
void TestImplicationsPage::pictures() {
    test::shoot(*m_window, QStringLiteral("implications-empty"));
    const QString icp = document().currentIcp()->id;
    const QDate today = QDate::currentDate();
    const QStringList departments = departmentsOf(workshop());
    for (int i = 0; i < 14; ++i)
        QVERIFY(document().writeAction(
            {QString::number(i), icp,
             i % 3 == 0 ? QStringLiteral("Angebotsunterlagen und Vertriebsgesprächsleitfäden überarbeiten")
                        : QStringLiteral("Rewrite the onboarding plan"),
             i == 4 ? QStringLiteral("Kundenerfolgsmanagement") : departments[i % departments.size()],
             i % 2 == 0 ? QStringLiteral("Priya") : QStringLiteral("Bartholomäus Hohenstein"),
             today.addDays(7 * (i - 3)), i % 5 == 0, document().currentIcp()->criteria.front().id},
            QStringLiteral("Add")));
    QVERIFY(document().writePractice({"p", icp, "Messestände und Fachkonferenzen", "Marketing",
                                      PracticeVerdict::Stop, "Niemand von ihnen ist dort"},
                                     "Add"));
    QVERIFY(document().writePractice({"p2", icp, "Webinars for finance teams", "Marketing",
                                      PracticeVerdict::Keep, "Half of the wins came from there"},
                                     "Add"));
    QVERIFY(document().answerPrompt(
        icp, Prompt::Problems,
        QStringLiteral("They close late because their entities keep separate books, and auditors wait.")));
    QVERIFY(document().writeResearch(
        {"r", icp, {}, "Ostara Beteiligungsgesellschaft", "Nadia, sales", "Bought twice with one entity", {}},
        "Add"));
    idle();
    test::shoot(*m_window, QStringLiteral("implications"));
    m_window->resize(1280, 800);
    m_window->menus().dark->setChecked(true);
    idle();
    test::shoot(*m_window, QStringLiteral("implications-dark-1280"));
    m_window->menus().dark->setChecked(false);
    QTest::mouseClick(button(QStringLiteral("What we do 2")), Qt::LeftButton);
    idle();
    test::shoot(*m_window, QStringLiteral("implications-practices"));
    m_station->show(IcpStation::Companies);
    idle();
    named<PlainTable>(QStringLiteral("Companies under the profile"))->selectRow(2);
    idle();
    test::shoot(*m_window, QStringLiteral("implications-company"));
}

QTEST_MAIN(TestImplicationsPage)
#include "tst_implications.moc"
