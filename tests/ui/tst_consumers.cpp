#include "core/store/workshopfile.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/studiocase.h"
#include "tests/support/ui/windowcase.h"
#include "ui/models/fitlist.h"
#include "ui/models/personamodel.h"
#include "ui/shell/rail.h"
#include "ui/stations/icp/companycard.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/peoplebox.h"
#include "ui/stations/personamatrix.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

/// Whoever sells to consumers has ICP and personas on one page, and loses nothing by going back.
class TestConsumers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { WindowCase::prepare(QStringLiteral("tst_consumers")); }
    void init();
    void cleanup();

    void switchingTwiceGivesTheSameBytes();
    void railAndPagesFollow();
    void peopleAreWrittenOnThePageOfTheProfile();
    void messagesWaitForTheFit();
    void pictures();

private:
    /// All that the team wrote, in the order of the file.
    QByteArray bytes() const;
    QAbstractButton* inRail(const QString& name) const;
    PeopleBox* people() const { return m_window->current()->findChild<PeopleBox*>(); }
    PersonaMatrix* matrix() const { return people()->findChild<PersonaMatrix*>(); }
    Document& document() { return *m_window->document(); }

    std::unique_ptr<WindowCase> m_case;
    std::unique_ptr<MainWindow> m_window;
};

void TestConsumers::init() {
    m_case = std::make_unique<WindowCase>();
    m_window = m_case->makeWindow();
    m_case->create(*m_window);
    m_case->importExports(*m_window);
    Icp icp = StudioCase::icpOf(1);
    icp.criteria.front().condition =
        Condition{QStringLiteral("account.employees"), Condition::Op::Range, {}, 100, 1e9};
    QVERIFY(document().editIcp(icp, "Write"));
    std::vector<Persona> panel = emptyPanel(document().currentIcp()->id);
    panel.front()[PersonaField::Needs].text = QStringLiteral("A close that ends on day five");
    panel.front()[PersonaField::Message].text = QStringLiteral("Close five days sooner");
    QVERIFY(document().editPersonas(panel, "Write"));
    document().waitForIdle();
}

void TestConsumers::cleanup() {
    m_window.reset();
    m_case.reset();
}

QByteArray TestConsumers::bytes() const {
    const Workshop& workshop = m_window->document()->workshop();
    QJsonArray all{toJson(workshop.settings)};
    for (const Icp& icp : workshop.icps) all.append(toJson(icp));
    for (const Persona& persona : workshop.personas) all.append(toJson(persona));
    for (const FitDecision& fit : workshop.fits) all.append(toJson(fit));
    return QJsonDocument(all).toJson();
}

QAbstractButton* TestConsumers::inRail(const QString& name) const {
    for (QAbstractButton* one : m_window->findChild<Rail*>()->findChildren<QAbstractButton*>())
        if (one->isVisibleTo(m_window.get()) && one->text() == name) return one;
    return nullptr;
}

void TestConsumers::switchingTwiceGivesTheSameBytes() {
    const QByteArray before = bytes();
    m_window->menus().consumers->trigger();
    QVERIFY(document().workshop().settings.consumers);
    QVERIFY(bytes() != before);
    m_window->menus().consumers->trigger();
    QCOMPARE(bytes(), before);
    // And by undo.
    m_window->menus().consumers->trigger();
    document().undo();
    QCOMPARE(bytes(), before);
    QVERIFY(!m_window->menus().consumers->isChecked());
    // What the file holds says the same.
    const auto file = WorkshopFile::open(document().path());
    QVERIFY(file);
    QCOMPARE(toJson((*file)->workshop().settings), toJson(document().workshop().settings));
    QCOMPARE((*file)->workshop().personas.size(), document().workshop().personas.size());
}

void TestConsumers::railAndPagesFollow() {
    m_window->go(Station::Id::Personas);
    QCOMPARE(m_window->current()->id(), Station::Id::Personas);
    QVERIFY(inRail("Personas") && inRail("ICP"));
    m_window->menus().consumers->trigger();
    QCOMPARE(m_window->current()->id(), Station::Id::Icp);
    QVERIFY(!inRail("Personas") && inRail("ICP and people"));
    QVERIFY(!m_window->menus().stations.at(Station::Id::Personas)->isVisible());
    QVERIFY(people() && people()->isVisible());
    // Whoever asks for the personas gets the page that has them.
    m_window->go(Station::Id::Present);
    m_window->go(Station::Id::Personas);
    QCOMPARE(m_window->current()->id(), Station::Id::Icp);
    QVERIFY(matrix()->hasFocus());
    m_window->menus().consumers->trigger();
    QVERIFY(inRail("Personas") && inRail("ICP"));
    QVERIFY(!people()->isVisible());
    m_window->go(Station::Id::Personas);
    QCOMPARE(m_window->current()->id(), Station::Id::Personas);
}

void TestConsumers::peopleAreWrittenOnThePageOfTheProfile() {
    m_window->menus().consumers->trigger();
    m_window->go(Station::Id::Personas);
    QAbstractItemModel* model = matrix()->model();
    QCOMPARE(model->columnCount(), 6);
    const QModelIndex cell = model->index(int(PersonaField::Goals), 0);
    QVERIFY(model->setData(cell, "No late nights", Qt::EditRole));
    QCOMPARE(document().workshop().personas.front()[PersonaField::Goals].text, "No late nights");
    // As high as its rows: the page scrolls, not the table in it.
    const int last = model->rowCount() - 1;
    QTRY_VERIFY(matrix()->rowViewportPosition(last) + matrix()->rowHeight(last) <=
                matrix()->viewport()->height());
    document().undo();
    QVERIFY(document().workshop().personas.front()[PersonaField::Goals].text.isEmpty());

    for (const Persona& persona : std::vector<Persona>(document().workshop().personas))
        QVERIFY(document().removePersona(persona.id));
    QPushButton* start = nullptr;
    for (QPushButton* one : people()->findChildren<QPushButton*>())
        if (one->isVisible() && one->text() == "Start with six roles") start = one;
    QVERIFY(start);
    start->click();
    people()->waitForIdle();
    QCOMPARE(document().workshop().personas.size(), std::size_t(6));
}

void TestConsumers::messagesWaitForTheFit() {
    m_window->menus().consumers->trigger();
    m_window->go(Station::Id::Icp);
    auto* station = static_cast<IcpStation*>(m_window->current());
    station->show(IcpStation::Companies);
    station->waitForIdle();
    const auto saying = [&](const QString& fit) {
        QTableView* table = nullptr;
        for (QTableView* one : station->findChildren<QTableView*>())
            if (one->accessibleName() == "Companies under the profile") table = one;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, FitListModel::FitColumn).data().toString() != fit) continue;
            table->selectRow(row);
            QStringList words;
            for (QLabel* label : station->findChild<CompanyCard*>()->findChildren<QLabel*>())
                if (label->isVisible()) words << label->text();
            return words.join(u'\n');
        }
        return QString();
    };
    const QString fits = saying("Ideal");
    QVERIFY2(fits.contains("What to say") && fits.contains("Close five days sooner"), qPrintable(fits));
    const QString fails = saying("Bad");
    QVERIFY2(fails.contains("It stops here") && !fails.contains("Close five days sooner"), qPrintable(fails));
    m_window->menus().consumers->trigger();
    QVERIFY(!saying("Ideal").contains("What to say"));
}

void TestConsumers::pictures() {
    m_window->menus().consumers->trigger();
    for (const QSize size : {QSize(1440, 900), QSize(1280, 800)}) {
        m_window->resize(size);
        m_window->go(Station::Id::Icp);
        shoot(*m_window, QStringLiteral("consumers-icp-%1").arg(size.width()));
        m_window->go(Station::Id::Personas);
        QTest::qWait(20);
        shoot(*m_window, QStringLiteral("consumers-people-%1").arg(size.width()));
    }
}

QTEST_MAIN(TestConsumers)
#include "tst_consumers.moc"
