#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/samplefindings.h"
#include "tests/support/ui/screenshot.h"
#include "ui/charts/winratechart.h"
#include "ui/document/document.h"
#include "ui/models/accounttable.h"
#include "ui/models/attributelist.h"
#include "ui/models/contrast.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/patterns/attributecard.h"
#include "ui/stations/patterns/chartcard.h"
#include "ui/stations/patterns/findingspanel.h"
#include "ui/stations/patterns/patternsstation.h"
#include "ui/stations/patterns/sentences.h"
#include "ui/stations/scoperow.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using icp::test::rateOf;
using icp::test::sampleFindings;

class TestPatterns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void listGroupsAndOrders();
    void listSearches();
    void listWithoutRanking();
    void listOfManyAttributes();
    void contrastJoinsNeighbours();
    void contrastOfNames();
    void contrastOfOverlappingLevels();
    void contrastNeedsSomethingToCompare();
    void sentences();
    void timesAsOftenReadsLikeSpeech();

    void emptyUntilDataCome();
    void arrowsChooseAttributes();
    void clickOnBarShowsItsAccounts();
    void accountsAreFoundByName();
    void addAndExcludeByKey();
    void buttonsOfTheDriverCard();
    void copyByKey();
    void studyIsChosenInTheScopeRow();
    void directionOnly();
    void revealsAnAttribute();
    void pictures();

private:
    struct Stage;
    std::unique_ptr<Stage> m_stage;
    Document& open(std::shared_ptr<const Dataset> data);
    PatternsStation& station();
    template <class Widget>
    Widget& part() {
        return *station().findChild<Widget*>();
    }
};

struct TestPatterns::Stage {
    QTemporaryDir dir;
    std::unique_ptr<Document> document;
    std::unique_ptr<PatternsStation> station;
};

Document& TestPatterns::open(std::shared_ptr<const Dataset> data) {
    auto file = WorkshopFile::create(m_stage->dir.filePath(QStringLiteral("test.icpw")), Settings());
    if (!file) qFatal("%s", qPrintable(file.error().message));
    m_stage->document = std::make_unique<Document>(std::move(*file));
    if (data) m_stage->document->useDataset(std::move(data));
    m_stage->document->waitForIdle();
    m_stage->station = std::make_unique<PatternsStation>();
    m_stage->station->setDocument(m_stage->document.get());
    m_stage->station->resize(1236, 828);
    m_stage->station->setVisible(true);
    m_stage->station->activateWindow();
    if (!QTest::qWaitForWindowActive(m_stage->station.get())) qFatal("The window does not become active.");
    return *m_stage->document;
}

PatternsStation& TestPatterns::station() { return *m_stage->station; }

void TestPatterns::init() {
    applyTheme(false, 1);
    m_stage = std::make_unique<Stage>();
}

void TestPatterns::cleanup() {
    m_stage->station.reset();
    m_stage.reset();
}

static QStringList shown(const AttributeListModel& model) {
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row) out << model.index(row).data().toString();
    return out;
}

void TestPatterns::listGroupsAndOrders() {
    AttributeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(sampleFindings());
    const QStringList folded{"Finance team size", "Ownership",        "Industry",
                             "Lead source",       "No pattern found", "Left out: knows the result"};
    QCOMPARE(shown(model), folded);
    QCOMPARE(model.analysed(), 5);
    model.toggle(4);
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.index(5).data().toString(), QStringLiteral("Country"));
    model.toggle(6);
    QCOMPARE(model.index(7).data().toString(), QStringLiteral("Contract signed"));
    QVERIFY(model.index(7).data(Qt::ToolTipRole).toString().contains(QStringLiteral("after a deal is won")));
    model.toggle(4);
    model.toggle(5);
    QCOMPARE(shown(model), folded);
    model.setOrder(AttributeListModel::Order::Name);
    QCOMPARE(shown(model)[0], QStringLiteral("Finance team size"));
    QCOMPARE(shown(model)[1], QStringLiteral("Industry"));
    model.setOrder(AttributeListModel::Order::Class);
    QCOMPARE(shown(model)[0], QStringLiteral("Ownership"));
    QCOMPARE(model.rowOf(QStringLiteral("account.country")), -1);
    QCOMPARE(model.rowOf(QStringLiteral("account.country"), true), 5);
}

void TestPatterns::listSearches() {
    AttributeListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFindings(sampleFindings());
    model.setSearch(QStringLiteral(" COUN "));
    QCOMPARE(shown(model), (QStringList{"No pattern found", "Country"}));
    model.toggle(0);  // groups stay open while something is searched
    QCOMPARE(model.rowCount(), 2);
    model.setSearch(QStringLiteral("nothing has this name"));
    QCOMPARE(model.rowCount(), 0);
    model.setSearch({});
    QCOMPARE(model.rowCount(), 6);
}

void TestPatterns::listWithoutRanking() {
    Findings findings = sampleFindings();
    findings.mode = Mode::Directional;
    AttributeListModel model;
    model.setFindings(findings);
    QCOMPARE(shown(model), (QStringList{"Country", "Finance team size", "Industry", "Lead source",
                                        "Ownership", "Left out: knows the result"}));
    QCOMPARE(strengthText(findings.attributes[0], findings.mode), QStringLiteral("Direction only"));
    QCOMPARE(strengthText(findings.attributes[0], Mode::Full), QStringLiteral("Very clear"));
    QCOMPARE(strengthText(findings.attributes[2], Mode::Full), QStringLiteral("Clear"));
    QCOMPARE(strengthText(findings.attributes[3], Mode::Full), QStringLiteral("Unsure"));
}

void TestPatterns::listOfManyAttributes() {
    Findings findings = sampleFindings();
    const AttributeProfile first = findings.attributes[0];
    for (int i = 0; i < 300; ++i) {
        AttributeProfile another = first;
        another.name += QString::number(i);
        another.label += QString::number(i);
        findings.attributes.insert(findings.attributes.begin(), another);
    }
    AttributeCard card;
    card.setFindings(findings, true);
    card.resize(296, 700);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QSignalSpy changed(&card, &AttributeCard::currentChanged);
    QTest::keyClick(card.view(), Qt::Key_End);
    QVERIFY(card.current() == nullptr);  // the head of a group
    QTest::keyClick(card.view(), Qt::Key_Up);
    QTest::keyClick(card.view(), Qt::Key_Up);
    QCOMPARE(card.current()->label, QStringLiteral("Lead source"));
    QTest::keyClick(card.view(), Qt::Key_Home);
    QCOMPARE(changed.size(), 2);
}

void TestPatterns::contrastJoinsNeighbours() {
    const Findings findings = sampleFindings();
    const auto contrast = contrastOf(findings.attributes[0], findings.base);
    QVERIFY(contrast.has_value());
    QCOMPARE(contrast->label, QStringLiteral("4–25"));
    QCOMPARE(contrast->inside.positives, 177);
    QCOMPARE(contrast->inside.n, 424);
    QCOMPARE(contrast->outside.positives, 37);
    QCOMPARE(contrast->outside.n, 249);
    // statsmodels 0.13.5: confint_proportions_2indep(177, 424, 37, 249, method="newcomb")
    QVERIFY(std::abs(contrast->difference - 0.2688585) < 1e-6);
    QVERIFY(std::abs(contrast->low - 0.2012857) < 1e-6);
    QVERIFY(std::abs(contrast->high - 0.3301888) < 1e-6);
    QVERIFY(contrast->clear());
    const auto below = levelsBelow(findings.attributes[0], findings.base);
    QCOMPARE(below.size(), std::size_t(1));  // neighbours only: "61–150" is below too, but stands elsewhere
    QCOMPARE(below[0].label, QStringLiteral("1–3"));
}

void TestPatterns::contrastOfNames() {
    const Findings findings = sampleFindings();
    const auto ownership = contrastOf(findings.attributes[1], findings.base);
    QVERIFY(ownership.has_value());
    QCOMPARE(ownership->label, QStringLiteral("Subsidiary"));
    QCOMPARE(ownership->inside.n, 130);
    QCOMPARE(ownership->outside.n, 590);
    const auto industry = contrastOf(findings.attributes[2], findings.base);
    QVERIFY(industry.has_value());
    for (const Level& level : industry->levels) QVERIFY(level.status != LevelStatus::Untested);
    QVERIFY(!industry->clear());
    QCOMPARE(levelsBelow(findings.attributes[1], findings.base)[0].label, QStringLiteral("Public body"));
}

void TestPatterns::contrastOfOverlappingLevels() {
    const Findings findings = sampleFindings();
    AttributeProfile tools = findings.attributes[1];
    tools.kind = AttributeKind::Multi;
    const auto contrast = contrastOf(tools, findings.base);
    QVERIFY(contrast.has_value());
    QCOMPARE(contrast->levels.size(), std::size_t(1));
    QCOMPARE(contrast->outside.n, 720 - contrast->inside.n);
}

void TestPatterns::contrastNeedsSomethingToCompare() {
    AttributeProfile one;
    one.levels = {test::levelOf(QStringLiteral("a"), QStringLiteral("x"), 20, 40, 0, 0, 0.5)};
    QVERIFY(!contrastOf(one, rateOf(20, 40)).has_value());
    QVERIFY(!contrastOf(AttributeProfile{}, Rate{}).has_value());
}

void TestPatterns::sentences() {
    const Findings findings = sampleFindings();
    const AttributeProfile& team = findings.attributes[0];
    const FindingText driver = driverText(team, *contrastOf(team, findings.base), Words(findings.study));
    QCOMPARE(driver.title, QStringLiteral("Finance team size 4–25: you win almost three times as often."));
    QCOMPARE(driver.numbers,
             QStringLiteral("42% of 424 deals, against 15% of 249. The gap is 27 points (20 to 33)."));
    const FindingText exclusion = exclusionText(findings.exclusions[0], findings);
    QCOMPARE(exclusion.numbers,
             QStringLiteral("3 of 62 won, 2025: 2 of 16, held. 5 customers fit this, 1% of revenue."));
    QCOMPARE(untestedText(findings.attributes[2], findings).numbers,
             QStringLiteral("Insurance 3 deals, Energy 12. Too few to decide."));
    QVERIFY(untestedText(findings.attributes[1], findings).title.isEmpty());
    QCOMPARE(noDriverText(findings.attributes[5], findings).numbers,
             QStringLiteral("It is filled in only after a deal is won."));
    Findings stayed = findings;
    stayed.study.unit = Unit::Account;
    stayed.study.outcome = Outcome::Retained;
    const FindingText words = driverText(team, *contrastOf(team, stayed.base), Words(stayed.study));
    QVERIFY(words.title.contains(QStringLiteral("customers stay almost three times as often")));
    QVERIFY(words.numbers.startsWith(QStringLiteral("42% of 424 customers")));
}

void TestPatterns::timesAsOftenReadsLikeSpeech() {
    QCOMPARE(timesAsOften(0.42, 0.30), QStringLiteral("1.4 times as often"));
    QCOMPARE(timesAsOften(0.40, 0.20), QStringLiteral("twice as often"));
    QCOMPARE(timesAsOften(0.38, 0.20), QStringLiteral("almost twice as often"));
    QCOMPARE(timesAsOften(0.45, 0.20), QStringLiteral("more than twice as often"));
    QCOMPARE(timesAsOften(0.60, 0.20), QStringLiteral("three times as often"));
    QCOMPARE(timesAsOften(0.72, 0.02), QStringLiteral("36 times as often"));
}

void TestPatterns::emptyUntilDataCome() {
    open(nullptr);
    auto& nothing = part<EmptyState>();
    QVERIFY(nothing.isVisible());
    QVERIFY(!part<AttributeCard>().isVisible());
    test::shoot(station(), QStringLiteral("patterns-empty"));
    QSignalSpy elsewhere(&station(), &Station::goTo);
    QTest::mouseClick(nothing.findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(elsewhere.size(), 1);
    QCOMPARE(elsewhere[0][0].value<Station::Id>(), Station::Id::Import);
    station().setDocument(nullptr);
    QVERIFY(nothing.isVisible());
}

void TestPatterns::arrowsChooseAttributes() {
    open(test::sampleDataset());
    auto& card = part<AttributeCard>();
    QCOMPARE(card.current()->label, QStringLiteral("Finance team size"));
    card.view()->setFocus();
    QTest::keyClick(card.view(), Qt::Key_Down);
    QCOMPARE(card.current()->label, QStringLiteral("Ownership"));
    QCOMPARE(part<ChartCard>().accessibleName(), QStringLiteral("Ownership"));
    // From the chart up and down still choose attributes; left and right stay with its bars.
    part<WinRateChart>().setFocus();
    QTest::keyClick(&part<WinRateChart>(), Qt::Key_Right);
    QTest::keyClick(&part<WinRateChart>(), Qt::Key_Up);
    QCOMPARE(card.current()->label, QStringLiteral("Finance team size"));
    // A group opens and shuts.
    card.view()->setFocus();
    QTest::keyClick(card.view(), Qt::Key_Down);
    QTest::keyClick(card.view(), Qt::Key_Down);
    const int rows = card.model()->rowCount();
    QTest::keyClick(card.view(), Qt::Key_Return);
    QVERIFY(card.model()->rowCount() > rows);
    QTest::keyClick(card.view(), Qt::Key_Left);
    QCOMPARE(card.model()->rowCount(), rows);
}

void TestPatterns::clickOnBarShowsItsAccounts() {
    const Document& document = open(test::sampleDataset());
    auto& chart = part<WinRateChart>();
    const QPoint bar = chart.mapFromScene(chart.chart()->mapToScene(chart.whisker(1).rate)) + QPoint(8, 12);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, bar);
    auto& panel = part<AccountsPanel>();
    QVERIFY(panel.isVisible());
    const Level& level = document.findings().attributes[0].levels[1];
    QCOMPARE(panel.model()->rowCount(), int(level.rate.n));
    QVERIFY(panel.accessibleName().contains(level.label));
    QTest::keyClick(&panel, Qt::Key_Escape);
    QVERIFY(!panel.isVisible());
    QVERIFY(part<FindingsPanel>().isVisible());
    // The same by keyboard, from the chart and back to it.
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Return);
    QVERIFY(panel.isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!panel.isVisible());
    QVERIFY(chart.hasFocus());
}

void TestPatterns::accountsAreFoundByName() {
    AccountTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto data = test::sampleDataset();
    std::vector<std::uint32_t> all(data->accounts.rows());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    model.setAccounts(std::make_shared<const AccountFacts>(data, false), all);
    QCOMPARE(model.rowCount(), 720);
    model.setSearch(QStringLiteral("company 71"));
    QCOMPARE(model.rowCount(), 11);  // 71 and 710 to 719
    const auto hidden = std::make_shared<const AccountFacts>(data, true);
    model.setAccounts(hidden, all);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row, AccountTableModel::Name)
                     .data()
                     .toString()
                     .startsWith(QStringLiteral("Company")));
}

void TestPatterns::addAndExcludeByKey() {
    Document& document = open(test::sampleDataset());
    QVERIFY(document.currentIcp() == nullptr);
    part<AttributeCard>().view()->setFocus();
    QTest::keyClick(part<AttributeCard>().view(), Qt::Key_A);
    QVERIFY(document.currentIcp() != nullptr);
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(1));
    QVERIFY(station().messages()->isVisible());
    QTest::keyClick(part<AttributeCard>().view(), Qt::Key_X);
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(2));
    QCOMPARE(document.currentIcp()->criteria[1].importance, Importance::Exclude);
    document.undo();
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(1));
    // In the search field letters are letters.
    auto* search = station().findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("ax"));
    QCOMPARE(search->text(), QStringLiteral("ax"));
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(1));
}

void TestPatterns::buttonsOfTheDriverCard() {
    Document& document = open(test::sampleDataset());
    QPushButton* add = nullptr;
    for (QPushButton* button : part<FindingsPanel>().findChildren<QPushButton*>()) {
        if (button->text() == u"Add to ICP") add = button;
    }
    QVERIFY(add != nullptr);
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(document.currentIcp() != nullptr);
    QCOMPARE(document.currentIcp()->criteria.size(), std::size_t(1));
    const auto& condition = document.currentIcp()->criteria[0].condition;
    QVERIFY(condition.has_value());
    QCOMPARE(condition->attribute, QStringLiteral("account.x_finance_team_size"));
    QCOMPARE(condition->op, Condition::Op::Range);
}

void TestPatterns::copyByKey() {
    open(test::sampleDataset());
    part<AttributeCard>().view()->setFocus();
    QTest::keyClick(part<AttributeCard>().view(), Qt::Key_C);
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->hasImage());
    QVERIFY(copied->text().startsWith(QStringLiteral("Finance team size\tWin rate")));
    QVERIFY(station().messages()->text().contains(QStringLiteral("Copied")));
}

void TestPatterns::studyIsChosenInTheScopeRow() {
    Document& document = open(test::sampleDataset());
    const auto choices = ScopeRow::choices(document.dataset(), document.study());
    QCOMPARE(choices.size(), std::size_t(4));
    auto* chip = station().findChild<Chip*>(QStringLiteral("scopeUnit"));
    QTest::mouseClick(chip, Qt::LeftButton);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().size(), 4);
    QVERIFY(menu->actions()[0]->isChecked());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    document.waitForIdle();
    QCOMPARE(document.study().outcome, Outcome::Retained);
    QCOMPARE(document.findings().study.outcome, Outcome::Retained);
    QVERIFY(chip->text().contains(QStringLiteral("stayed or left")));
    QVERIFY(ScopeRow::choices(Dataset{}, Study{}).empty());
}

void TestPatterns::directionOnly() {
    // One customer in thirty: 24 deals, 8 of them won.
    auto data = std::make_shared<Dataset>(*test::sampleDataset());
    int won = 0;
    int lost = 0;
    for (DealState& state : data->dealState) {
        if (state == DealState::Won && ++won > 8) state = DealState::Open;
        if (state == DealState::Lost && ++lost > 16) state = DealState::Open;
    }
    const Document& document = open(data);
    QCOMPARE(document.findings().mode, Mode::Directional);
    QVERIFY(station().messages()->text().startsWith(QStringLiteral("Direction only: 8 won, 16 lost.")));
    QVERIFY(!station().findChild<QPushButton*>(QStringLiteral("attributeOrder"))->isEnabled());
    test::shoot(station(), QStringLiteral("patterns-direction"));
}

void TestPatterns::revealsAnAttribute() {
    open(test::sampleDataset());
    station().reveal(QStringLiteral("account.country"));
    QCOMPARE(part<AttributeCard>().current()->label, QStringLiteral("Country"));
    station().reveal(QStringLiteral("account.nothing_like_this"));
    QCOMPARE(part<AttributeCard>().current()->label, QStringLiteral("Country"));
}

void TestPatterns::pictures() {
    open(test::sampleDataset());
    test::shoot(station(), QStringLiteral("patterns"));
    applyTheme(true, 1);
    test::shoot(station(), QStringLiteral("patterns-dark"));
    applyTheme(false, 1);
    part<WinRateChart>().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&part<WinRateChart>(), Qt::Key_Right);
    QTest::keyClick(&part<WinRateChart>(), Qt::Key_Return);
    test::shoot(station(), QStringLiteral("patterns-accounts"));
    station().resize(1216, 700);
    station().reveal(QStringLiteral("account.industry"));
    test::shoot(station(), QStringLiteral("patterns-1280x800"));
}

QTEST_MAIN(TestPatterns)
#include "tst_patterns.moc"
