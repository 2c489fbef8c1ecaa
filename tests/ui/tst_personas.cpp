#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/studiocase.h"
#include "ui/models/personamodel.h"
#include "ui/stations/personaform.h"
#include "ui/stations/personamatrix.h"
#include "ui/stations/personas/peoplecard.h"
#include "ui/stations/personas/personasstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

class TestPersonas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(false, 1); }
    void cleanup();

    void startsWithSixRoles();
    void writesCellsByKeyboard();
    void escapeKeepsWhatWasThere();
    void anecdoteIsToggled();
    void copiesAndPastesInOneStep();
    void personasAreEditedMovedAndRemoved();
    void addsAPersonaByMenu();
    void tiersAndMessagesFilter();
    void quotedFigureIsNeverMixed();
    void coverageFollowsThePatterns();
    void undoBackToEmpty();
    void pictures();

private:
    void start(bool panel = true, bool data = true);
    template <class T>
    T* visible(const QString& name) const {
        QCoreApplication::processEvents();
        for (T* one : m_station->findChildren<T*>())
            if (one->isVisible() && (one->accessibleName() == name || textOf(one) == name)) return one;
        return nullptr;
    }
    static QString textOf(const QWidget* widget) { return widget->property("text").toString(); }
    QPlainTextEdit* editor() const {
        QCoreApplication::processEvents();
        for (QPlainTextEdit* one : m_matrix->viewport()->findChildren<QPlainTextEdit*>())
            if (one->isVisible()) return one;
        return static_cast<QPlainTextEdit*>(nullptr);
    }
    const std::vector<Persona>& stored() { return m_case->document().workshop().personas; }
    void goTo(int row, int column) {
        m_matrix->setFocus();
        m_matrix->setCurrentIndex(m_matrix->model()->index(row, column));
    }
    void settle() {
        // Coverage is counted beside; its result comes by the event loop.
        QTRY_VERIFY(!m_matrix->model()
                         ->headerData(0, Qt::Horizontal, PersonaModel::CoverageTextRole)
                         .toString()
                         .isEmpty());
    }

    std::unique_ptr<StudioCase> m_case;
    std::unique_ptr<PersonasStation> m_station;
    PersonaMatrix* m_matrix = nullptr;
};

void TestPersonas::start(bool panel, bool data) {
    m_station.reset();
    m_case = std::make_unique<StudioCase>(data);
    Document& document = m_case->document();
    document.editIcp(StudioCase::icpOf(4), "Add");
    if (panel) document.editPersonas(emptyPanel("icp-1"), "Start");
    m_station = std::make_unique<PersonasStation>();
    m_station->setDocument(&document);
    m_station->resize(1236, 826);
    m_station->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_station.get()));
    m_matrix = m_station->findChild<PersonaMatrix*>();
}

void TestPersonas::cleanup() {
    m_station.reset();
    m_case.reset();
}

void TestPersonas::startsWithSixRoles() {
    start(false);
    auto* begin = visible<QPushButton>("Start with six roles");
    QVERIFY(begin);
    shoot(*m_station, "personas-empty");
    QTest::mouseClick(begin, Qt::LeftButton);
    QTRY_COMPARE(stored().size(), std::size_t(6));
    QVERIFY(m_matrix->isVisible());
    QVERIFY(!stored()[0].title.isEmpty());  // as the contacts call themselves
    m_case->document().undo();              // one step
    QVERIFY(stored().empty());
}

void TestPersonas::writesCellsByKeyboard() {
    start();
    goTo(0, 0);
    QTest::keyClick(m_matrix, Qt::Key_Return);
    QVERIFY(editor());
    QTest::keyClicks(editor(), "See every entity");
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(editor(), "in one place");
    QTest::keyClick(editor(), Qt::Key_Tab);
    QCOMPARE(stored()[0][PersonaField::Needs].text, "See every entity\nin one place");
    QTRY_COMPARE(m_matrix->currentIndex().column(), 1);
    QTRY_VERIFY(editor());
    QTest::keyClicks(editor(), "Numbers the board can trust");
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(stored()[1][PersonaField::Needs].text, "Numbers the board can trust");
    QTRY_VERIFY(!editor());
    QTest::keyClick(m_matrix, Qt::Key_Down);
    QTest::keyClicks(m_matrix, "R");  // typing starts to write
    QTRY_VERIFY(editor());
    QTest::keyClicks(editor(), "eport on time");
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(stored()[1][PersonaField::Goals].text, "Report on time");
    QTest::keyClick(m_matrix, Qt::Key_F2);
    QTRY_VERIFY(editor());
    QTest::keyClick(editor(), Qt::Key_Escape);
    QTest::keyClick(m_matrix, Qt::Key_Delete);
    QVERIFY(stored()[1][PersonaField::Goals].text.isEmpty());
}

void TestPersonas::escapeKeepsWhatWasThere() {
    start();
    goTo(2, 3);
    QTest::keyClick(m_matrix, Qt::Key_Return);
    QTest::keyClicks(editor(), "half a thought");
    QTest::keyClick(editor(), Qt::Key_Escape);
    QTRY_VERIFY(!editor());
    QVERIFY(stored()[3][PersonaField::Behaviours].text.isEmpty());
}

void TestPersonas::anecdoteIsToggled() {
    start();
    Persona persona = stored()[5];
    persona[PersonaField::Values].text = "Low risk";
    m_case->document().editPersona(persona, "Write");
    goTo(int(PersonaField::Values), 5);
    QTest::keyClick(m_matrix, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(stored()[5][PersonaField::Values].anecdote);
    QTest::keyClick(m_matrix, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!stored()[5][PersonaField::Values].anecdote);
    QVERIFY(!editor());
}

void TestPersonas::copiesAndPastesInOneStep() {
    start();
    goTo(1, 4);
    QApplication::clipboard()->setText("Sign off\tNot known to us\tbeyond the edge\n\"Two\nlines\"\tx");
    QTest::keyClick(m_matrix, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(stored()[4][PersonaField::Goals].text, "Sign off");
    QCOMPARE(stored()[5][PersonaField::Goals].text, "Not known to us");
    QCOMPARE(stored()[4][PersonaField::Behaviours].text, "Two\nlines");
    goTo(2, 4);
    QTest::keyClick(m_matrix, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), "\"Two\nlines\"");
    QTest::keyClick(m_station.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(stored()[4][PersonaField::Goals].text.isEmpty());
    QVERIFY(stored()[5][PersonaField::Goals].text.isEmpty());
}

void TestPersonas::personasAreEditedMovedAndRemoved() {
    start();
    goTo(0, 1);
    const QString id = stored()[1].id;
    QTest::keyClick(m_matrix, Qt::Key_Return, Qt::AltModifier);
    auto* form = m_station->findChild<PersonaForm*>();
    QVERIFY(form->isVisible());
    auto* title = visible<QLineEdit>("Job title");
    title->setText("Group finance director");
    visible<QLineEdit>("Words in titles")->setText("Finance Director, CFO,  cfo");
    visible<QComboBox>("Seniority")->setCurrentIndex(int(Seniority::Leader) + 1);
    visible<QComboBox>("Tier")->setCurrentIndex(2);
    QTest::keyClick(title, Qt::Key_Return);
    QVERIFY(!form->isVisible());
    QCOMPARE(stored()[1].title, "Group finance director");
    QCOMPARE(stored()[1].titlePatterns, QStringList({"finance director", "cfo"}));
    QCOMPARE(stored()[1].tier, 3);
    QCOMPARE(stored()[1].seniority, Seniority::Leader);
    m_matrix->setFocus();
    QTest::keyClick(m_matrix, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(stored()[2].id, id);
    QCOMPARE(m_matrix->currentIndex().column(), 2);
    QTest::keyClick(m_matrix, Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(m_matrix, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(stored()[0].id, id);
    m_case->document().undo();
    QCOMPARE(stored()[1].id, id);
    goTo(0, 1);
    QTest::mouseClick(visible<QToolButton>("Remove persona"), Qt::LeftButton);
    QCOMPARE(stored().size(), std::size_t(5));
    QVERIFY(m_station->messages()->text().contains("Group finance director"));
    QTest::mouseClick(visible<QPushButton>("Undo"), Qt::LeftButton);
    QCOMPARE(stored().size(), std::size_t(6));
    QCOMPARE(stored()[1].id, id);
    // A double click on the head opens the form too.
    QHeaderView* head = m_matrix->horizontalHeader();
    const QPoint at(head->sectionViewportPosition(3) + 20, 20);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(head->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(form->isVisible());
    QCOMPARE(form->personaId(), stored()[3].id);
}

void TestPersonas::addsAPersonaByMenu() {
    start();
    auto* add = visible<QPushButton>("Add persona");
    QVERIFY(add && add->menu());
    add->menu()->actions().at(int(BuyingRole::EndUser))->trigger();
    QCOMPARE(stored().size(), std::size_t(7));
    QCOMPARE(stored().back().role, BuyingRole::EndUser);
    QVERIFY(m_station->findChild<PersonaForm*>()->isVisible());
    QCOMPARE(m_matrix->currentIndex().column(), 6);
}

void TestPersonas::tiersAndMessagesFilter() {
    start();
    Persona persona = stored()[4];
    persona.tier = 3;
    m_case->document().editPersona(persona, "Tier");
    auto* tiers = visible<QComboBox>("Tiers shown");
    tiers->setCurrentIndex(3);
    Q_EMIT tiers->activated(3);
    QVERIFY(m_matrix->isColumnHidden(0));
    QVERIFY(!m_matrix->isColumnHidden(4));
    tiers->setCurrentIndex(0);
    Q_EMIT tiers->activated(0);
    QVERIFY(!m_matrix->isColumnHidden(0));
    QTest::mouseClick(visible<QToolButton>("Messages"), Qt::LeftButton);
    QVERIFY(m_matrix->isRowHidden(int(PersonaField::Needs)));
    QVERIFY(!m_matrix->isRowHidden(int(PersonaField::Message)));
    QTest::mouseClick(visible<QToolButton>("Attributes"), Qt::LeftButton);
    QVERIFY(!m_matrix->isRowHidden(int(PersonaField::Needs)));
}

void TestPersonas::quotedFigureIsNeverMixed() {
    start();
    settle();
    auto* people = m_station->findChild<PeopleCard*>();
    const auto says = [&](const QString& part) {
        QCoreApplication::processEvents();
        for (QLabel* label : people->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part)) return true;
        return false;
    };
    QVERIFY(says("won"));
    QVERIFY(!says("Forrester"));
    QTest::mouseClick(visible<QToolButton>("Quoted 5.7"), Qt::LeftButton);
    QVERIFY(says("Quoted from Forrester"));
    QVERIFY(!says("in won deals"));
    start(true, false);
    people = m_station->findChild<PeopleCard*>();
    QVERIFY(says("Forrester"));
    QVERIFY(says("Import contacts"));
}

void TestPersonas::coverageFollowsThePatterns() {
    start();
    settle();
    Persona persona = stored()[0];
    persona.titlePatterns = {"no such words anywhere"};
    persona.usualTitles = false;
    persona.title.clear();
    m_case->document().editPersona(persona, "Patterns");
    QTRY_COMPARE(m_matrix->model()->headerData(0, Qt::Horizontal, PersonaModel::CoverageRole).toDouble(),
                 0.0);
    persona.titlePatterns = {"controller"};
    m_case->document().editPersona(persona, "Patterns");
    QTRY_VERIFY(m_matrix->model()->headerData(0, Qt::Horizontal, PersonaModel::CoverageRole).toDouble() >
                0.1);
}

void TestPersonas::undoBackToEmpty() {
    start();
    goTo(0, 0);
    QTest::keyClick(m_matrix, Qt::Key_Return);
    QTest::keyClicks(editor(), "A");
    QTest::keyClick(editor(), Qt::Key_Return);
    QTest::keyClick(m_matrix, Qt::Key_Right, Qt::AltModifier);
    int steps = 0;
    while (m_case->document().canUndo()) {
        QTest::keyClick(m_station.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(++steps < 20);
    }
    QVERIFY(stored().empty());
    QVERIFY(!m_matrix->isVisible());
}

void TestPersonas::pictures() {
    if (qEnvironmentVariableIsEmpty("ICP_SCREENSHOTS"))
        QSKIP("set ICP_SCREENSHOTS to a folder to take pictures");
    const QString cells[portraitFields.size()][6] = {
        {"See every entity’s close in one place", "Numbers the board can trust", "A clean link to the ERP",
         "Fewer spreadsheets to chase", "A complete audit trail", ""},
        {"Close in five working days", "Report to lenders on time", "No extra tool to look after",
         "Own tasks done by day three", "Sign off on time", ""},
        {"Asks peers first", "Reads the summary page", "Tests the interface", "Tries it on a real close",
         "Reviews once a year", ""},
        {"No more late nights at month end", "No surprises in the audit", "Fewer support tickets",
         "Time for real analysis", "Fewer follow-up questions", ""},
        {"Accuracy before speed", "Control and evidence", "Security, clear documents",
         "Knowing who does what", "Independence", "Low risk"},
        {"Next finance director", "Ready for the next acquisition", "Own the finance systems",
         "Qualify and move up", "Keep the client", ""},
        {"“No time to switch mid-year”", "“Does it pay back in a year?”", "“One more system to secure”",
         "“Will it replace me?”", "“Not our decision”", "“Where is data kept?”"},
        {"Close five days sooner, without a new ERP", "Board-ready numbers by day five",
         "Connects to your ERP in two days", "Less chasing, more analysis",
         "Every entry traced in two clicks", ""}};
    const QStringList titles{"Group financial controller", "Finance director", "Finance systems lead",
                             "Management accountant",      "External auditor", "IT security, purchasing"};
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        const QString theme = dark ? "-dark" : "";
        start();
        std::vector<Persona> panel = stored();
        for (int column = 0; column < 6; ++column) {
            panel[std::size_t(column)].title = titles[column];
            for (std::size_t row = 0; row < portraitFields.size(); ++row)
                panel[std::size_t(column)][portraitFields[row]].text = cells[row][column];
        }
        panel[5][PersonaField::Values].anecdote = true;
        panel[5][PersonaField::Objections].anecdote = true;
        m_case->document().editPersonas(panel, "Write");
        settle();
        goTo(1, 1);
        shoot(*m_station, "personas" + theme);
        m_station->resize(1216, 718);
        shoot(*m_station, "personas-1280" + theme);
        std::vector<Persona> more = emptyPanel("icp-1");
        for (Persona& persona : more) {
            persona.title = "Konzernrechnungslegungsabteilungsleiterin";
            persona[PersonaField::Needs].text =
                "Gesellschaftsübergreifende Abstimmungsbuchungsnachverfolgbarkeit";
        }
        m_case->document().editPersonas(more, "More");
        m_case->document().setCurrentIcp("icp-1");
        QCoreApplication::processEvents();
        settle();
        QTest::keyClick(m_matrix, Qt::Key_Return, Qt::AltModifier);
        shoot(*m_station, "personas-12-1280" + theme);
    }
    applyTheme(false, 1);
}

QTEST_MAIN(TestPersonas)
#include "tst_personas.moc"
