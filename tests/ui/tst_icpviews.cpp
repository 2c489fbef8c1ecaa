#include "core/deck/searchspec.h"
#include "tests/support/ui/exampleicp.h"
#include "tests/support/ui/screenshot.h"
#include "ui/document/document.h"
#include "ui/models/fitlist.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/menus.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/overlapchart.h"
#include "ui/stations/icp/traitscard.h"
#include "ui/stations/plaintable.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

using namespace icp;
using namespace icp::ui;

/// From a drafted profile to one that was agreed, by mouse and keyboard, on the example workshop.
class TestIcpViews : public QObject, private test::ExampleIcp {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void agreeingKeepsAVersion();
    void aVersionIsNotTakenBackUnseen();
    void anEditBeginsTheNextDraft();
    void whoMovesIsListed();
    void profilesShareCustomers();
    void fitByHandNeedsAReason();
    void stretchIsVetted();
    void companiesShareTraits();
    void moreAreLookedFor();
    void reviewIsDue();
    void everyViewSaysWhatItIsFor();
    void theProjectorKeepsTheView();
    void undoToTheStartAndBack();
    void pictures();

private:
    void agree(const QString& note);
    void choose(Fit fit);
};

void TestIcpViews::initTestCase() { prepareExample(QStringLiteral("tst_icpviews")); }
void TestIcpViews::init() { openExample(); }
void TestIcpViews::cleanup() { closeExample(); }

void TestIcpViews::agree(const QString& note) {
    const QString text = QStringLiteral("Save as v%1").arg(document().currentIcp()->version);
    QVERIFY(button(text));
    QTest::mouseClick(button(text), Qt::LeftButton);
    auto* field = named<QLineEdit>(QStringLiteral("Note"));
    QVERIFY(field);
    QTest::keyClicks(field, note);
    QTest::keyClick(field, Qt::Key_Return);
    idle();
}

void TestIcpViews::choose(Fit fit) {
    m_station->show(IcpStation::Companies);
    idle();
    auto* table = named<PlainTable>(QStringLiteral("Companies under the profile"));
    QVERIFY(table);
    for (int row = 0; row < table->model()->rowCount(); ++row)
        if (table->model()->index(row, FitListModel::FitColumn).data().toString() == fitTitle(fit)) {
            table->selectRow(row);
            return;
        }
    QFAIL("nobody has this fit");
}

void TestIcpViews::agreeingKeepsAVersion() {
    agree(QStringLiteral("First review"));
    QCOMPARE(document().workshop().versions.size(), 1U);
    const IcpVersion& version = document().workshop().versions.front();
    QCOMPARE(version.note, QStringLiteral("First review"));
    QCOMPARE(version.icp.agreed, QDate::currentDate());
    QCOMPARE(version.departments, document().workshop().settings.departments);
    QCOMPARE(version.figures.customers, document().gauge().customers);
    QCOMPARE(document().currentIcp()->review, QDate::currentDate().addDays(90));
    QCOMPARE(cell(QStringLiteral("Versions"), 0, 0), QStringLiteral("v1"));
    QVERIFY(button(QStringLiteral("Next: personas")));
    document().undo();
    QVERIFY(document().workshop().versions.empty());
    QVERIFY(!document().currentIcp()->agreed.isValid());
}

/// By Ctrl+Z in the window: nobody misses it, and it comes back by one click.
void TestIcpViews::aVersionIsNotTakenBackUnseen() {
    agree(QStringLiteral("First review"));
    QCOMPARE(m_window->menus().undo->text(), QStringLiteral("&Undo: Agree version 1"));
    m_window->menus().undo->trigger();
    idle();
    QVERIFY(document().workshop().versions.empty());
    QVERIFY2(m_station->messages()->text().contains(QStringLiteral("Undone: Agree version 1.")),
             qPrintable(m_station->messages()->text()));
    QVERIFY(button(QStringLiteral("Redo")));
    QTest::mouseClick(button(QStringLiteral("Redo")), Qt::LeftButton);
    idle();
    QCOMPARE(document().workshop().versions.size(), 1U);
    QVERIFY(m_station->messages()->text().isEmpty());
    QTest::keyClick(m_station, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_station->messages()->text().contains(QStringLiteral("Undone: Agree version 1.")));
    Icp icp = *document().currentIcp();
    icp.problem = QStringLiteral("Closing is late");
    QVERIFY(document().editIcp(icp, QStringLiteral("Write")));
    QVERIFY(m_station->messages()->text().isEmpty());  // there is nothing to redo any more
    document().undo();
    QVERIFY(m_station->messages()->text().isEmpty());  // no version went
}

void TestIcpViews::anEditBeginsTheNextDraft() {
    agree(QString());
    Icp icp = *document().currentIcp();
    const QString first = icp.criteria.front().id;
    icp.criteria.erase(icp.criteria.begin());
    QVERIFY(document().editIcp(icp, QStringLiteral("Remove criterion")));
    idle();
    QCOMPARE(document().currentIcp()->version, 2);
    QVERIFY(button(QStringLiteral("Save as v2")));
    QCOMPARE(document().workshop().versions.front().icp.criteria.front().id, first);
    QCOMPARE(cell(QStringLiteral("Versions"), 0, 0), QStringLiteral("v2 draft"));
    QCOMPARE(cell(QStringLiteral("Changes"), 0, 0), QStringLiteral("Removed"));
    QVERIFY(named<PlainTable>(QStringLiteral("Figures before and after"))->model()->rowCount() > 5);
    QTest::keyClick(m_station, Qt::Key_V);
    QVERIFY(!named<PlainTable>(QStringLiteral("Versions")));
}

void TestIcpViews::whoMovesIsListed() {
    agree(QString());
    Icp icp = *document().currentIcp();
    std::erase_if(icp.criteria,
                  [](const Criterion& criterion) { return partOf(criterion) == CriterionPart::Must; });
    const qint64 before = document().gauge().ideal;
    QVERIFY(document().editIcp(icp, QStringLiteral("No musts")));
    idle();
    QTest::mouseClick(button(QStringLiteral("Who moves")), Qt::LeftButton);
    const auto* names = named<PlainTable>(QStringLiteral("Customers that move"));
    QVERIFY(names);
    // In, as the first list: those inside now and not before. Together with those who stay they are all
    // inside.
    const int in = names->model()->rowCount();
    QTest::mouseClick(button(QStringLiteral("Stay")), Qt::LeftButton);
    const int stay = names->model()->rowCount();
    QTest::mouseClick(button(QStringLiteral("Out")), Qt::LeftButton);
    const int out = names->model()->rowCount();
    QCOMPARE(qint64(stay + out), before);
    QCOMPARE(qint64(stay + in), document().gauge().ideal);
    QVERIFY(in + out > 0);
}

void TestIcpViews::profilesShareCustomers() {
    Icp second = *document().currentIcp();
    second.id = newId();
    second.name = QStringLiteral("Wholesale growers");
    second.criteria.pop_back();
    QVERIFY(document().editIcp(second, QStringLiteral("Add ICP")));
    idle();
    m_station->show(IcpStation::Overlap);
    idle();
    auto* chart = m_station->findChild<OverlapChart*>();
    QVERIFY(chart && chart->isVisible());
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->current(), 0);
    QVERIFY(named<PlainTable>(QStringLiteral("Customers of the chosen group"))->model()->rowCount() > 0);
    const auto texts = m_station->findChildren<QLabel*>();
    QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QLatin1String("match neither"));
    }));
}

void TestIcpViews::fitByHandNeedsAReason() {
    choose(Fit::Bad);
    const qint64 bad = document().gauge().bad;
    auto* fit = named<QComboBox>(QStringLiteral("Fit"));
    QVERIFY(fit);
    fit->setFocus();
    QTest::keyClick(fit, Qt::Key_Down);
    Q_EMIT fit->activated(fit->currentIndex());
    QVERIFY(document().workshop().fits.empty());  // a reason is wanted first
    auto* reason = named<QLineEdit>(QStringLiteral("Reason"));
    QTest::keyClicks(reason, QStringLiteral("Our reference"));
    QTest::keyClick(reason, Qt::Key_Return);
    idle();
    QCOMPARE(document().workshop().fits.size(), 1U);
    QCOMPARE(document().workshop().fits.front().fit, std::optional(Fit::Ideal));
    QCOMPARE(document().gauge().bad, bad - 1);
    document().undo();
    QCOMPARE(document().gauge().bad, bad);
    QVERIFY(document().workshop().fits.empty());
}

void TestIcpViews::stretchIsVetted() {
    choose(Fit::Stretch);
    const auto boxes = m_station->findChildren<QCheckBox*>();
    int checked = 0;
    for (QCheckBox* box : boxes)
        if (box->isVisible() && box->text() != u"Sold to on purpose, to test the profile") {
            box->click();
            ++checked;
        }
    QCOMPARE(checked, vettingPointCount);
    QVERIFY(!document().workshop().fits.front().isVetted());
    auto* owner = named<QLineEdit>(QString());
    for (QLineEdit* field : m_station->findChildren<QLineEdit*>())
        if (field->accessibleName() == u"Owner") owner = field;
    QTest::keyClicks(owner, QStringLiteral("Sales"));
    QTest::keyClick(owner, Qt::Key_Return);
    QVERIFY(document().workshop().fits.front().isVetted());
}

void TestIcpViews::companiesShareTraits() {
    choose(Fit::Ideal);
    auto* table = named<PlainTable>(QStringLiteral("Companies under the profile"));
    const int row = table->currentIndex().row();
    for (int i = 1; i < 5; ++i)
        table->selectionModel()->select(table->model()->index(row + i, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    auto* traits = m_station->findChild<TraitsCard*>();
    QVERIFY(traits && traits->isVisible());
    const std::size_t before = document().currentIcp()->criteria.size();
    QVERIFY(button(QStringLiteral("Add to the profile")));
    QTest::mouseClick(button(QStringLiteral("Add to the profile")), Qt::LeftButton);
    const std::size_t after = document().currentIcp()->criteria.size();
    QVERIFY(after == before + 1 || after == before);  // the same condition may have been there
    const auto& criteria = document().currentIcp()->criteria;
    QVERIFY(std::any_of(criteria.begin(), criteria.end(), [](const Criterion& criterion) {
        return criterion.evidence.source == Evidence::Source::Examples;
    }));
}

void TestIcpViews::moreAreLookedFor() {
    m_station->show(IcpStation::Companies);
    idle();
    const QString path = m_folder.filePath(QStringLiteral("more.json"));
    m_station->setAskFile([&](QWidget*, const QString&, const QString& name, const QString&) {
        return name.endsWith(QStringLiteral("-search.json")) ? path : QString();
    });
    QTest::mouseClick(button(QStringLiteral("Look for more")), Qt::LeftButton);
    QVERIFY2(m_station->messages()->text().contains(QStringLiteral("“more.json” and “more.txt”")),
             qPrintable(m_station->messages()->text()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<SearchSpec> spec = searchSpecFromJson(file.readAll(), QStringLiteral("more.json"));
    QVERIFY(spec);
    FitModel model(document().dataset());
    QCOMPARE(model.evaluate(spec->icp).fit, document().fit().fit);
    QCOMPARE(spec->personas.size(), document().workshop().personasOf(document().currentIcp()->id).size());
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("more.txt"))));
    m_station->setAskFile([](QWidget*, const QString&, const QString&, const QString&) {
        return QStringLiteral("/proc/nowhere/more.json");
    });
    QTest::mouseClick(button(QStringLiteral("Look for more")), Qt::LeftButton);
    QVERIFY(!m_station->messages()->text().contains(QStringLiteral("are written")));
}

void TestIcpViews::reviewIsDue() {
    const auto onceMore = [this] {
        m_window->go(Station::Id::Personas);
        m_window->go(Station::Id::Icp);
    };
    Icp icp = *document().currentIcp();
    icp.review = QDate::currentDate().addDays(-1);
    QVERIFY(document().editIcp(icp, QStringLiteral("Set the review")));
    onceMore();
    QVERIFY(m_station->messages()->text().isEmpty());  // nothing was agreed that could be looked at again
    agree(QString());
    icp = *document().currentIcp();
    icp.review = QDate::currentDate().addDays(-1);
    QVERIFY(document().editIcp(icp, QStringLiteral("Set the review")));
    m_station->show(IcpStation::Profile);
    onceMore();
    QVERIFY(m_station->messages()->text().contains(QLatin1String("looked at again")));
    QTest::mouseClick(button(QStringLiteral("Versions")), Qt::LeftButton);
    idle();
    QVERIFY(named<PlainTable>(QStringLiteral("Versions")));
}

void TestIcpViews::everyViewSaysWhatItIsFor() {
    QStringList purposes;
    for (const auto view :
         {IcpStation::Profile, IcpStation::Companies, IcpStation::Overlap, IcpStation::Versions}) {
        m_station->show(view);
        purposes << m_station->findChild<QLabel*>(QStringLiteral("purpose"))->text();
        QVERIFY(!purposes.last().isEmpty());
    }
    QCOMPARE(purposes.removeDuplicates(), 0);
}

/// Its pages are built anew, in another size.
void TestIcpViews::theProjectorKeepsTheView() {
    const auto project = [&](bool on) {
        m_window->menus().projector->setChecked(on);
        QTest::qWait(50);  // the size follows, and builds them once more
        m_station = static_cast<IcpStation*>(m_window->station(Station::Id::Icp));
        idle();
    };
    m_station->show(IcpStation::Versions);
    idle();
    const QPointer<IcpStation> before = m_station;
    project(true);
    QVERIFY(before.isNull());
    QVERIFY(named<PlainTable>(QStringLiteral("Versions")));
    m_station->show(IcpStation::Profile);
    const QString criterion = document().currentIcp()->criteria.back().id;
    m_station->reveal(criterion);
    project(false);
    QVERIFY(!named<PlainTable>(QStringLiteral("Versions")));
    QCOMPARE(m_station->bookmark().toList(), (QVariantList{int(IcpStation::Profile), criterion}));
}

/// The whole studio: what is taken back and done again is the same to the byte.
void TestIcpViews::undoToTheStartAndBack() {
    agree(QStringLiteral("One"));
    choose(Fit::Bad);
    FitDecision decision;
    decision.id = newId();
    decision.icp = document().currentIcp()->id;
    decision.account = document().basis().keys->of(3);
    decision.fit = Fit::Ideal;
    decision.reason = QStringLiteral("Known");
    QVERIFY(document().decideFit(decision, QStringLiteral("Set the fit by hand")));
    Icp icp = *document().currentIcp();
    icp.criteria.pop_back();
    QVERIFY(document().editIcp(icp, QStringLiteral("Remove criterion")));
    agree(QStringLiteral("Two"));
    const auto state = [&] {
        QJsonArray all;
        for (const Icp& one : document().workshop().icps) all.append(toJson(one));
        for (const IcpVersion& one : document().workshop().versions) all.append(toJson(one));
        for (const FitDecision& one : document().workshop().fits) all.append(toJson(one));
        return QJsonDocument(all).toJson();
    };
    const QByteArray done = state();
    QCOMPARE(document().workshop().versions.size(), 2U);
    while (document().canUndo()) document().undo();
    QVERIFY(document().workshop().versions.empty());
    while (document().canRedo()) document().redo();
    QCOMPARE(state(), done);
    idle();
}

void TestIcpViews::pictures() {
    if (qEnvironmentVariableIsEmpty("ICP_SCREENSHOTS"))
        QSKIP("set ICP_SCREENSHOTS to a folder to take pictures");
    agree(QStringLiteral("After the autumn review, with finance in the room"));
    Icp icp = *document().currentIcp();
    icp.criteria.back().importance = Importance::Should;
    std::erase_if(icp.criteria, [n = 0](const Criterion& criterion) mutable {
        return partOf(criterion) == CriterionPart::Must && n++ == 0;
    });
    QVERIFY(document().editIcp(icp, QStringLiteral("Change")));
    Icp second = *document().currentIcp();
    second.id = newId();
    second.name = QStringLiteral("Wholesale growers with a very long name for a profile");
    second.criteria.pop_back();
    second.version = 1;
    QVERIFY(document().editIcp(second, QStringLiteral("Add ICP")));
    Icp third = second;
    third.id = newId();
    third.name = QStringLiteral("Cloud first");
    third.criteria = {document().currentIcp()->criteria[2]};
    third.criteria.front().importance = Importance::Must;
    QVERIFY(document().editIcp(third, QStringLiteral("Add ICP")));
    for (const bool dark : {false, true}) {
        m_window->menus().dark->setChecked(dark);
        m_window->resize(dark ? QSize(1280, 800) : QSize(1440, 900));
        const QString suffix = dark ? QStringLiteral("-1280x800-dark") : QString();
        choose(Fit::Stretch);
        idle();
        QTest::qWait(100);
        test::shoot(*m_window, QStringLiteral("icp-companies") + suffix);
        auto* table = named<PlainTable>(QStringLiteral("Companies under the profile"));
        table->selectRow(0);
        for (int i = 1; i < 6; ++i)
            table->selectionModel()->select(table->model()->index(i, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::qWait(100);
        test::shoot(*m_window, QStringLiteral("icp-examples") + suffix);
        m_station->show(IcpStation::Overlap);
        idle();
        m_station->findChild<OverlapChart*>()->setCurrent(1);
        QTest::qWait(100);
        test::shoot(*m_window, QStringLiteral("icp-overlap") + suffix);
        m_station->show(IcpStation::Versions);
        idle();
        QTest::qWait(100);
        test::shoot(*m_window, QStringLiteral("icp-versions") + suffix);
        m_station->show(IcpStation::Profile);
        QTest::mouseClick(button(QStringLiteral("Save as v%1").arg(document().currentIcp()->version)),
                          Qt::LeftButton);
        idle();
        QTest::qWait(100);
        test::shoot(*m_window, QStringLiteral("icp-agree") + suffix);
        m_station->show(IcpStation::Profile);
        QTest::qWait(100);
        test::shoot(*m_window, QStringLiteral("icp-profile") + suffix);
    }
}

QTEST_MAIN(TestIcpViews)
#include "tst_icpviews.moc"
