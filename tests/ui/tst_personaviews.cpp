#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/studiocase.h"
#include "ui/models/contacttable.h"
#include "ui/models/coveragegrid.h"
#include "ui/models/titlerules.h"
#include "ui/models/titletable.h"
#include "ui/stations/personas/personasstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTableView>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

/// What contacts say of a panel: titles and their rules, coverage of tiers and segments, accounts and their
/// gate.
class TestPersonaViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void titlesTellWhatDecided();
    void rulesAreEditedByKeyboard();
    void rulesAreForTheChosenPersona();
    void onlyOpenTitles();
    void coverageByTierAndSegment();
    void tooFewContactsAreListed();
    void gateBeforePersonas();
    void emptyWithoutContacts();
    void pictures();

private:
    void start(bool data = true);
    void view(const QString& name) {
        QTest::mouseClick(visible<QToolButton>(name), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    template <class T>
    T* visible(const QString& name) const {
        QCoreApplication::processEvents();
        for (T* one : m_station->findChildren<T*>())
            if (one->isVisible() &&
                (one->accessibleName() == name || one->property("text").toString().startsWith(name)))
                return one;
        return nullptr;
    }
    bool says(const QString& part) const {
        QCoreApplication::processEvents();
        for (QLabel* label : m_station->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part)) return true;
        return false;
    }
    const std::vector<Persona>& stored() { return m_case->document().workshop().personas; }
    /// The row whose first cell is `text`.
    static int rowOf(QTableView* table, const QString& text) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toString() == text) return row;
        return -1;
    }

    std::unique_ptr<StudioCase> m_case;
    std::unique_ptr<PersonasStation> m_station;
};

void TestPersonaViews::init() { applyTheme(false, 1); }

void TestPersonaViews::start(bool data) {
    m_station.reset();
    m_case = std::make_unique<StudioCase>(data);
    Document& document = m_case->document();
    Icp icp = StudioCase::icpOf(0);
    icp.criteria = {StudioCase::teamCriterion()};
    document.editIcp(icp, "Add");
    std::vector<Persona> panel = emptyPanel("icp-1");
    panel[0][PersonaField::Message].text = "Close five days sooner";
    panel[1][PersonaField::MessageTier1].text = "Board-ready numbers by day five";
    document.editPersonas(panel, "Start");
    document.waitForIdle();
    m_station = std::make_unique<PersonasStation>();
    m_station->setDocument(&document);
    m_station->resize(1236, 826);
    m_station->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_station.get()));
    if (data) QTRY_VERIFY(m_station->findChild<TitleTableModel*>()->rowCount() > 0);
}

void TestPersonaViews::cleanup() {
    m_station.reset();
    m_case.reset();
}

void TestPersonaViews::titlesTellWhatDecided() {
    start();
    view("Titles");
    auto* titles = visible<QTableView>("Titles of the contacts");
    QVERIFY(titles);
    QAbstractItemModelTester tester(titles->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int row = rowOf(titles, "Group Financial Controller");
    QVERIFY(row >= 0);
    const auto cell = [&](int column) { return titles->model()->index(row, column).data().toString(); };
    QCOMPARE(cell(TitleTableModel::Reading), QString("Finance, Manager"));
    QCOMPARE(cell(TitleTableModel::Role), QString("Champion"));
    QCOMPARE(cell(TitleTableModel::Rule), QString("financial controller"));
    QVERIFY(says("A rule knows the titles of"));
    QVERIFY(!visible<QTableView>("Persona matrix"));
}

void TestPersonaViews::rulesAreEditedByKeyboard() {
    start();
    view("Titles");
    auto* titles = visible<QTableView>("Titles of the contacts");
    auto* rules = visible<QTableView>("Rules for titles");
    auto* words = visible<QLineEdit>("Words in a title");
    titles->setFocus();
    titles->setCurrentIndex(titles->model()->index(rowOf(titles, "Group Financial Controller"), 0));
    QTest::keyClick(titles, Qt::Key_Return);  // takes the title over
    QCOMPARE(words->text(), QString("Group Financial Controller"));
    QTRY_VERIFY(words->hasFocus());
    visible<QComboBox>("Mean this persona")->setCurrentIndex(int(BuyingRole::Blocker));
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(stored()[5].titlePatterns, QStringList("group financial controller"));
    const auto persona = [&] {
        const int row = rowOf(titles, "Group Financial Controller");
        return titles->model()->index(row, TitleTableModel::Persona).data().toString();
    };
    QTRY_COMPARE(persona(), QString("Blocker"));
    QVERIFY(titles->model()
                ->index(rowOf(titles, "Group Financial Controller"), TitleTableModel::Rule)
                .data()
                .toString()
                .contains("yours"));
    // Given to another persona, it is taken from the first.
    words->setText("Group financial CONTROLLER");
    visible<QComboBox>("Mean this persona")->setCurrentIndex(int(BuyingRole::Adviser));
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(stored()[5].titlePatterns.isEmpty());
    QCOMPARE(stored()[4].titlePatterns, QStringList("group financial controller"));
    m_case->document().undo();  // both in one step
    QCOMPARE(stored()[5].titlePatterns, QStringList("group financial controller"));
    QVERIFY(stored()[4].titlePatterns.isEmpty());
    // F2 edits, Delete removes; a usual rule is neither.
    rules->setFocus();
    rules->setCurrentIndex(rules->model()->index(0, 0));
    QTest::keyClick(rules, Qt::Key_F2);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor && rules->isAncestorOf(editor));
    editor->setText("*controller");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(stored()[5].titlePatterns, QStringList("*controller"));
    rules->setCurrentIndex(rules->model()->index(1, 0));
    QTest::keyClick(rules, Qt::Key_Delete);
    QCOMPARE(stored()[5].titlePatterns.size(), 1);
    QVERIFY(!(rules->model()->index(1, 0).flags() & Qt::ItemIsEditable));
    rules->setCurrentIndex(rules->model()->index(0, 0));
    QTest::keyClick(rules, Qt::Key_Delete);
    QVERIFY(stored()[5].titlePatterns.isEmpty());
    m_case->document().undo();
    m_case->document().undo();
    QCOMPARE(stored()[5].titlePatterns, QStringList("group financial controller"));
}

/// A new rule is for the persona that was chosen in the matrix, until another is named.
void TestPersonaViews::rulesAreForTheChosenPersona() {
    start();
    view("Attributes");
    auto* matrix = visible<QTableView>("Persona matrix");
    QVERIFY(matrix);
    matrix->setCurrentIndex(matrix->model()->index(0, 3));
    view("Titles");
    auto* whose = visible<QComboBox>("Mean this persona");
    QVERIFY(whose);
    QCOMPARE(whose->currentIndex(), 3);
    auto* words = visible<QLineEdit>("Words in a title");
    QTest::keyClicks(words, "ledger");
    QTest::keyClick(words, Qt::Key_Return);
    const auto& personas = m_case->document().workshop().personas;
    QCOMPARE(personas[3].titlePatterns, QStringList{"ledger"});
    QVERIFY(personas[0].titlePatterns.isEmpty());
    QCOMPARE(whose->currentIndex(), 3);
}

void TestPersonaViews::onlyOpenTitles() {
    start();
    Persona champion = stored()[0];
    m_case->document().removePersona(champion.id);
    view("Titles");
    auto* titles = visible<QTableView>("Titles of the contacts");
    const auto at = [&] {
        const int row = rowOf(titles, "Group Financial Controller");
        return titles->model()->index(row, TitleTableModel::Persona).data().toString();
    };
    QTRY_COMPARE(at(), QString("not on the panel"));
    const int all = titles->model()->rowCount();
    QTest::mouseClick(visible<QAbstractButton>("Only those without a persona"), Qt::LeftButton, {},
                      QPoint(8, 12));
    QVERIFY(titles->model()->rowCount() < all);
    QVERIFY(rowOf(titles, "Group Financial Controller") >= 0);
}

void TestPersonaViews::coverageByTierAndSegment() {
    start();
    view("Tiers");
    auto* grid = visible<QTableView>("Coverage of the personas");
    QVERIFY(grid);
    QTRY_COMPARE(grid->model()->rowCount(), 3);  // won, ideal, stretch
    QCOMPARE(grid->model()->columnCount(), 6);
    // The same shares as over the columns of the matrix.
    QVERIFY(grid->model()->index(0, 0).data(CoverageGridModel::ShareRole).isValid());
    Persona champion = stored()[0];
    champion.usualTitles = false;
    m_case->document().editPersona(champion, "Nobody");
    QTRY_VERIFY(grid->model()->index(0, 0).data(CoverageGridModel::MissingRole).toBool());
    QVERIFY(!grid->model()->index(0, 3).data(CoverageGridModel::MissingRole).toBool());
    view("By segment");
    QVERIFY(grid->model()->rowCount() >= 1);
    QVERIFY(!visible<QTableView>("Persona matrix"));
    view("Attributes");
    QVERIFY(visible<QTableView>("Persona matrix"));
}

void TestPersonaViews::tooFewContactsAreListed() {
    start();
    view("Accounts");
    auto* accounts = visible<QTableView>("Accounts and their contacts");
    auto* model = static_cast<ContactTableModel*>(accounts->model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), int(model->count(ContactBand::Below)));
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(model->contacts().people[model->account(row)] < fewestContacts);
    visible<QComboBox>("Accounts shown")->setCurrentIndex(1);
    QTest::mouseClick(visible<QToolButton>("All"), Qt::LeftButton);
    QCOMPARE(model->rowCount(), int(m_case->document().dataset().accounts.rows()));
    QCOMPARE(model->count(ContactBand::Below) + model->count(ContactBand::Inside) +
                 model->count(ContactBand::Above),
             qint64(model->rowCount()));
}

void TestPersonaViews::gateBeforePersonas() {
    start();
    view("Accounts");
    QVERIFY(says("Choose an account."));
    visible<QComboBox>("Accounts shown")->setCurrentIndex(1);
    QTest::mouseClick(visible<QToolButton>("All"), Qt::LeftButton);
    auto* accounts = visible<QTableView>("Accounts and their contacts");
    auto* model = static_cast<ContactTableModel*>(accounts->model());
    const FitTable& fit = m_case->document().fit();
    QVERIFY(fit.ideal.any() && fit.bad.any());
    int checked = 0;
    QSet<Fit> seen;
    for (int row = 0; row < model->rowCount() && checked < 2; ++row) {
        const Fit one = fit.fit[model->account(row)];
        if ((one != Fit::Ideal && one != Fit::Bad) || seen.contains(one)) continue;
        seen.insert(one);
        ++checked;
        accounts->setCurrentIndex(model->index(row, 0));
        QCOMPARE(says("It stops here"), one == Fit::Bad);
        QCOMPARE(says("Who has to be convinced"), one == Fit::Ideal);
        QCOMPARE(says("Close five days sooner"), one == Fit::Ideal);
        QCOMPARE(says("Board-ready numbers by day five"), one == Fit::Ideal);
        QCOMPARE(says("Meets:"), one == Fit::Ideal);
        QCOMPARE(says("Fails:"), one == Fit::Bad);
    }
    QCOMPARE(checked, 2);
}

void TestPersonaViews::emptyWithoutContacts() {
    start(false);
    view("Titles");
    QVERIFY(says("No contact with a title is imported."));
    view("Tiers");
    QVERIFY(says("Import contacts to see who is known where."));
    view("Accounts");
    QVERIFY(says("Choose an account."));
}

void TestPersonaViews::pictures() {
    if (qEnvironmentVariableIsEmpty("ICP_SCREENSHOTS"))
        QSKIP("set ICP_SCREENSHOTS to a folder to take pictures");
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        const QString theme = dark ? "-dark" : "";
        start();
        std::vector<Persona> more = emptyPanel("icp-1");
        for (Persona& persona : more) {
            persona.title = "Konzernrechnungslegungsabteilungsleiterin";
            persona[PersonaField::Message].text =
                "Gesellschaftsübergreifende Abstimmungsbuchungsnachverfolgbarkeit ohne Systemwechsel";
            persona[PersonaField::Channels].text = "E-Mail, Fachverbandstagung";
        }
        for (const int panel : {6, 12}) {
            if (panel == 12) m_case->document().editPersonas(more, "More");
            QTRY_COMPARE(m_station->findChild<CoverageGridModel*>()->columnCount(), panel);
            for (const QString name : {"Tiers", "Titles", "Accounts", "Messages"}) {
                view(name);
                if (auto* accounts = visible<QTableView>("Accounts and their contacts"); accounts)
                    accounts->setCurrentIndex(accounts->model()->index(1, 0));
                m_station->resize(1236, 826);
                QCoreApplication::processEvents();
                shoot(*m_station, "personas-" + name.toLower() + (panel == 12 ? "-12" : "") + theme);
                m_station->resize(1216, 718);
                QCoreApplication::processEvents();
                shoot(*m_station,
                      "personas-" + name.toLower() + (panel == 12 ? "-12" : "") + "-1280" + theme);
            }
        }
    }
    applyTheme(false, 1);
}

QTEST_MAIN(TestPersonaViews)
#include "tst_personaviews.moc"
