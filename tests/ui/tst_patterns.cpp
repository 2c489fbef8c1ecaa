#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/stationcase.h"
#include "ui/charts/winratechart.h"
#include "ui/document/document.h"
#include "ui/models/accounttable.h"
#include "ui/models/attributelist.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/outcomeform.h"
#include "ui/stations/patterns/attributecard.h"
#include "ui/stations/patterns/chartcard.h"
#include "ui/stations/patterns/findingcard.h"
#include "ui/stations/patterns/findingspanel.h"
#include "ui/stations/patterns/foldbutton.h"
#include "ui/stations/patterns/patternsstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <algorithm>

using namespace icp;
using namespace icp::ui;

class TestPatterns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void emptyUntilDataCome();
    void arrowsChooseAttributes();
    void clickOnBarShowsItsAccounts();
    void accountsAreFoundByName();
    void addAndExcludeByKey();
    void whatIsBelowIsNotAddedUnasked();
    void buttonsOfTheDriverCard();
    void theCautionOfADriverStandsBelowIt();
    void copyByKey();
    void studyIsChosenInTheScopeRow();
    void blendIsWeighedInTheScopeRow();
    void directionOnly();
    void revealsAnAttribute();
    void pictures();

private:
    std::unique_ptr<test::StationCase<PatternsStation>> m_case;
    Document& open(std::shared_ptr<const Dataset> data) { return m_case->open(std::move(data)); }
    PatternsStation& station() { return m_case->station(); }
    template <class Widget>
    Widget& part() {
        return m_case->part<Widget>();
    }
};

void TestPatterns::init() {
    applyTheme(false, 1);
    m_case = std::make_unique<test::StationCase<PatternsStation>>(QSize(1236, 828));
}

void TestPatterns::cleanup() { m_case.reset(); }

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
    // A group opens below the list, and shuts there or in it.
    const int rows = card.model()->rowCount();
    auto* group = card.findChild<FoldButton*>();
    QTest::keyClick(group, Qt::Key_Space);
    QVERIFY(card.model()->rowCount() > rows);
    card.view()->setFocus();
    card.view()->setCurrentIndex(
        card.model()->index(card.model()->rowOfGroup(AttributeListModel::Group::NoPattern)));
    QTest::keyClick(card.view(), Qt::Key_Left);
    QCOMPARE(card.model()->rowCount(), rows);
}

void TestPatterns::clickOnBarShowsItsAccounts() {
    const Document& document = open(test::sampleDataset());
    const Level level = document.findings().attributes[0].levels[1];
    auto& chart = part<WinRateChart>();
    const QPoint bar = chart.mapFromScene(chart.chart()->mapToScene(chart.whisker(1).rate)) + QPoint(8, 12);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, bar);
    auto& panel = part<AccountsPanel>();
    QVERIFY(panel.isVisible());
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

/// Asking for what clearly does worse takes a second word, and excluding it is offered first.
void TestPatterns::whatIsBelowIsNotAddedUnasked() {
    Document& document = open(test::sampleDataset());
    station().reveal(QStringLiteral("account.ownership"));
    const AttributeProfile ownership = *part<AttributeCard>().current();
    const double base = document.findings().base.rate;
    int below = -1;
    for (int i = 0; i < int(ownership.levels.size()); ++i)
        if (ownership.levels[std::size_t(i)].rate.high < base) below = i;
    QVERIFY(below >= 0);
    auto& chart = part<WinRateChart>();
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Home);
    for (int i = 0; i < below; ++i) QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Return);
    document.waitForIdle();
    QVERIFY(part<AccountsPanel>().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
    QVERIFY(document.currentIcp() == nullptr);
    QVERIFY2(station().messages()->text().contains(QStringLiteral("lies clearly below average")),
             qPrintable(station().messages()->text()));
    test::shoot(station(), QStringLiteral("patterns-below"));
    for (QPushButton* button : station().messages()->findChildren<QPushButton*>())
        if (button->text() == u"Exclude it") {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    QVERIFY(document.currentIcp() != nullptr);
    QCOMPARE(document.currentIcp()->criteria.front().importance, Importance::Exclude);
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

void TestPatterns::theCautionOfADriverStandsBelowIt() {
    auto data = std::make_shared<Dataset>(*test::sampleDataset());
    const QString caution = QStringLiteral("It may be known of won deals rather.");
    for (Attribute& attribute : data->accounts.attributes)
        if (attribute.label == u"Finance team size") attribute.caution = caution;
    open(data);
    QCOMPARE(part<AttributeCard>().current()->label, QStringLiteral("Finance team size"));
    QCoreApplication::processEvents();
    std::vector<std::pair<int, QString>> places;
    for (const FindingCard* one : part<FindingsPanel>().findChildren<FindingCard*>())
        if (one->isVisible()) places.emplace_back(one->y(), one->accessibleName());
    std::sort(places.begin(), places.end());
    QVERIFY(places.size() >= 2);
    QVERIFY2(places[0].second.startsWith(u"Driver"), qPrintable(places[0].second));
    QVERIFY2(places[1].second.endsWith(caution), qPrintable(places[1].second));
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
    auto* chip = station().findChild<Chip*>(QStringLiteral("scopeUnit"));
    QTest::mouseClick(chip, Qt::LeftButton);
    auto* form = qobject_cast<OutcomeForm*>(QApplication::activePopupWidget());
    QVERIFY(form != nullptr);
    const auto choices = form->findChildren<QRadioButton*>();
    QCOMPARE(choices.size(), 8);
    QVERIFY(choices[0]->isChecked());
    QVERIFY(choices[0]->hasFocus());
    QVERIFY(!choices[4]->isEnabled());  // nobody says who recommends
    QVERIFY(choices[4]->toolTip().startsWith(QStringLiteral("Cannot answer yet.")));
    test::shoot(*form, QStringLiteral("outcome-won"));
    QTest::keyClick(choices[0], Qt::Key_Right);
    QCOMPARE(document.study().outcome, Outcome::Value);
    QVERIFY(choices[1]->hasFocus());
    QVERIFY(choices[2]->isEnabled());
    QTest::keyClick(choices[1], Qt::Key_Right);
    document.waitForIdle();
    QCOMPARE(document.study().outcome, Outcome::Retained);
    QCOMPARE(document.findings().study.outcome, Outcome::Retained);
    QVERIFY(chip->text().contains(QStringLiteral("stayed or left")));
    // The unit belongs to deals only.
    QVERIFY(!choices[6]->isVisible());
    QTest::mouseClick(choices[0], Qt::LeftButton);
    document.waitForIdle();
    QVERIFY(choices[7]->isVisible());
    QTest::mouseClick(choices[7], Qt::LeftButton);
    document.waitForIdle();
    QCOMPARE(document.findings().study.unit, Unit::FirstDeal);
    QCOMPARE(document.workshop().settings.unit, QStringLiteral("first-deal"));
    document.undo();
    document.waitForIdle();
    QCOMPARE(document.study().unit, Unit::Deal);
    QTest::keyClick(form, Qt::Key_Escape);
    QVERIFY(!form->isVisible());
}

void TestPatterns::blendIsWeighedInTheScopeRow() {
    Document& document = open(test::sampleDataset());
    QTest::mouseClick(station().findChild<Chip*>(QStringLiteral("scopeUnit")), Qt::LeftButton);
    auto* form = qobject_cast<OutcomeForm*>(QApplication::activePopupWidget());
    QVERIFY(form != nullptr);
    QTest::mouseClick(form->findChildren<QRadioButton*>()[5], Qt::LeftButton);
    document.waitForIdle();
    QCOMPARE(document.findings().study.outcome, Outcome::Blend);
    const auto sliders = form->findChildren<QSlider*>();
    QVERIFY(sliders[0]->isVisible());
    sliders[0]->setFocus();
    QTest::keyClick(sliders[0], Qt::Key_End);
    document.waitForIdle();
    QCOMPARE(document.workshop().settings.blend.size(), document.study().blend.size());
    QCOMPARE(document.workshop().settings.blend[0].weight, 100.0);
    QCOMPARE(document.findings().study.blend[0].weight, 100.0);
    test::shoot(*form, QStringLiteral("outcome-blend"));
    form->close();
    // What a customer is worth, by a measure of one's choice.
    QTest::mouseClick(station().findChild<Chip*>(QStringLiteral("scopeUnit")), Qt::LeftButton);
    QTest::mouseClick(form->findChildren<QRadioButton*>()[1], Qt::LeftButton);
    document.waitForIdle();
    auto* measure = form->findChild<QComboBox*>();
    QVERIFY(measure->isVisible() && measure->count() > 1);
    measure->setCurrentIndex(1);
    Q_EMIT measure->activated(1);
    document.waitForIdle();
    QCOMPARE(document.workshop().settings.measure, measure->itemData(1).toString());
    QCOMPARE(document.findings().study.measure, measure->itemData(1).toString());
    form->close();
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
