#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/stationcase.h"
#include "ui/charts/listchart.h"
#include "ui/document/document.h"
#include "ui/models/customertable.h"
#include "ui/stations/blendform.h"
#include "ui/stations/customers/contrastcard.h"
#include "ui/stations/customers/customercard.h"
#include "ui/stations/customers/customersstation.h"
#include "ui/stations/customers/pincard.h"
#include "ui/stations/customers/questionscard.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace icp;
using namespace icp::ui;

class TestCustomers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void emptyUntilDataCome();
    void pinByKeyAndUnpin();
    void takeOutByMouse();
    void blendIsChosen();
    void fourQuestionsAreAnswered();
    void listsAreContrasted();
    void sizeIsChosen();
    void findsInAllLists();
    void revealsAnAccount();
    void numbersSayOfWhat();
    void bookmarkFindsTheRowAgain();
    void manyCustomersScroll();
    void pictures();

private:
    std::unique_ptr<test::StationCase<CustomersStation>> m_case;
    Document& open(std::shared_ptr<const Dataset> data) { return m_case->open(std::move(data)); }
    CustomersStation& station() { return m_case->station(); }
    CustomerCard& card(AccountList list) {
        for (CustomerCard* card : station().findChildren<CustomerCard*>()) {
            if (card->model()->list() == list) return *card;
        }
        qFatal("A list is missing.");
    }
};

void TestCustomers::init() {
    applyTheme(false, 1);
    m_case = std::make_unique<test::StationCase<CustomersStation>>(QSize(1236, 828));
}

void TestCustomers::cleanup() { m_case.reset(); }

static Pin pinOf(const QString& account, Pin::List list, bool in) {
    Pin pin;
    pin.id = QStringLiteral("pin-") + account;
    pin.account = account;
    pin.list = list;
    pin.in = in;
    return pin;
}

void TestCustomers::emptyUntilDataCome() {
    open(nullptr);
    auto* nothing = station().findChild<EmptyState*>();
    QVERIFY(nothing->isVisible());
    QSignalSpy elsewhere(&station(), &Station::goTo);
    QTest::mouseClick(nothing->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(elsewhere[0][0].value<Station::Id>(), Station::Id::Import);
}

void TestCustomers::pinByKeyAndUnpin() {
    Document& document = open(test::sampleDataset());
    CustomerCard& best = card(AccountList::Best);
    CustomerCard& rest = card(AccountList::Rest);
    rest.view()->setFocus();
    rest.view()->setCurrentIndex(rest.model()->index(7, 0));
    const auto account = rest.current();
    QTest::keyClick(rest.view(), Qt::Key_P);
    auto* ask = station().findChild<PinCard*>();
    QVERIFY(ask->isVisible());
    test::shoot(station(), QStringLiteral("customers-pin"));
    auto* reason = ask->findChild<QLineEdit*>();
    QVERIFY(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("our health reference, up to date"));
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(!ask->isVisible());
    QCOMPARE(document.workshop().pins.size(), std::size_t(1));
    QCOMPARE(document.workshop().pins[0].list, Pin::List::Best);
    QCOMPARE(best.current(), account);
    QVERIFY(best.view()->hasFocus());
    QCOMPARE(best.view()->currentIndex().data(CustomerTableModel::PinRole).toString(),
             QStringLiteral("Pinned: our health reference, up to date"));
    QTest::keyClick(best.view(), Qt::Key_U);
    QVERIFY(document.workshop().pins.empty());
    QVERIFY(rest.model()->rowOf(account) >= 0);
    QTest::keyClick(rest.view(), Qt::Key_U);
    QVERIFY(station().messages()->text().contains(QStringLiteral("not pinned")));
    // Escape leaves everything as it was.
    QTest::keyClick(rest.view(), Qt::Key_P);
    QTest::keyClick(reason, Qt::Key_Escape);
    QVERIFY(!ask->isVisible());
    QVERIFY(document.workshop().pins.empty());
    QVERIFY(rest.view()->hasFocus());
}

void TestCustomers::takeOutByMouse() {
    Document& document = open(test::sampleDataset());
    CustomerCard& least = card(AccountList::Least);
    const auto account = least.model()->account(0);
    const QRect cell = least.view()->visualRect(least.model()->index(0, CustomerTableModel::PinColumn));
    QTest::mouseClick(least.view()->viewport(), Qt::LeftButton, {}, cell.center());
    auto* ask = station().findChild<PinCard*>();
    QVERIFY(ask->isVisible());
    ask->findChild<SegmentedSwitch*>()->setCurrent(1);
    for (QPushButton* button : ask->findChildren<QPushButton*>()) {
        if (button->text() == u"Pin") QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(document.workshop().pins.size(), std::size_t(1));
    QVERIFY(!document.workshop().pins[0].in);
    QCOMPARE(least.model()->rowOf(account), -1);
    document.undo();
    QCOMPARE(least.model()->rowOf(account), 0);
}

void TestCustomers::blendIsChosen() {
    Document& document = open(test::sampleDataset());
    auto& form = *station().findChild<BlendForm*>();
    const auto sliders = form.findChildren<QSlider*>();
    QCOMPARE(sliders.size(), 4);
    // Proposed: what the data cannot answer is off and says why.
    QVERIFY(sliders[0]->value() > 0 && sliders[1]->value() > 0);
    QVERIFY(!sliders[3]->isEnabled());
    QVERIFY(!sliders[3]->toolTip().isEmpty());
    QVERIFY(document.workshop().settings.blend.empty());
    const auto reset = station().findChild<QPushButton*>(QStringLiteral("resetBlend"));
    QVERIFY(!reset->isEnabled());
    // Only staying counts: those that left are the least ideal.
    for (const int i : {0, 2}) {
        sliders[i]->setFocus();
        QTest::keyClick(sliders[i], Qt::Key_Home);
    }
    QCOMPARE(document.workshop().settings.blend.size(), std::size_t(1));
    QCOMPARE(document.workshop().settings.blend[0].outcome, QStringLiteral("retained"));
    QCOMPARE(sliders[1]->value(), 100);
    const CustomerTableModel& least = *card(AccountList::Least).model();
    QVERIFY(!least.index(0, 0).data(CustomerTableModel::LeftRole).toString().isEmpty());
    // Something must count.
    sliders[1]->setFocus();
    QTest::keyClick(sliders[1], Qt::Key_Home);
    QCOMPARE(sliders[1]->value(), 100);
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(document.workshop().settings.blend.empty());
    QVERIFY(sliders[0]->value() > 0);
    document.undo();
    QCOMPARE(document.workshop().settings.blend.size(), std::size_t(1));
    document.undo();  // both steps of the sliders are one
    QVERIFY(document.workshop().settings.blend.empty());
    QVERIFY(!document.canUndo());
}

void TestCustomers::fourQuestionsAreAnswered() {
    open(test::sampleDataset());
    auto* view = station().findChild<SegmentedSwitch*>(QStringLiteral("customersView"));
    view->setCurrent(2);
    auto& questions = *station().findChild<QuestionsCard*>();
    QVERIFY(questions.isVisible());
    QVERIFY(!card(AccountList::Best).isVisible());
    int cannot = 0;
    for (const QLabel* label : questions.findChildren<QLabel*>())
        cannot += label->isVisible() && label->text() == u"Cannot answer yet";
    int answered = 0;
    for (const PlaceBar* bar : questions.findChildren<PlaceBar*>()) answered += bar->isVisible();
    QCOMPARE(cannot + answered, 12);
    QVERIFY(answered >= 3);  // who stays is known
    QVERIFY(cannot >= 3);    // nobody says who recommends
    test::shoot(station(), QStringLiteral("customers-questions"));
}

void TestCustomers::listsAreContrasted() {
    Document& document = open(test::sampleDataset());
    auto* view = station().findChild<SegmentedSwitch*>(QStringLiteral("customersView"));
    view->setCurrent(1);
    station().waitForIdle();
    auto& contrast = *station().findChild<ContrastCard*>();
    QVERIFY(contrast.list()->count() > 1);
    // Every customer of a list is counted once in the levels of an attribute.
    const auto rows = contrast.chart()->table();
    qint64 best = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) best += rows[i][1].toInt();
    QCOMPARE(best, qint64(card(AccountList::Best).model()->total()));
    test::shoot(station(), QStringLiteral("customers-contrast"));
    contrast.list()->setFocus();
    const QString first = contrast.chart()->title();
    QTest::keyClick(contrast.list(), Qt::Key_Down);
    QVERIFY(contrast.chart()->title() != first);
    QSignalSpy shown(&station(), &Station::show);
    QTest::keyClick(contrast.list(), Qt::Key_Return);
    QCOMPARE(shown.size(), 1);
    QVERIFY(document.findings().find(shown[0][1].toString()) != nullptr);
}

void TestCustomers::sizeIsChosen() {
    open(test::sampleDataset());
    CustomerCard& best = card(AccountList::Best);
    QCOMPARE(best.model()->rowCount(), 20);
    QTest::mouseClick(best.findChild<QPushButton*>(), Qt::LeftButton);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    menu->actions().last()->trigger();
    menu->close();
    QCOMPARE(best.model()->rowCount(), listSizes(230).back());
    QCOMPARE(card(AccountList::Least).model()->rowCount(), 20);
}

void TestCustomers::findsInAllLists() {
    open(test::sampleDataset());
    auto* find = station().findChild<QLineEdit*>(QStringLiteral("find"));
    station().find();
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, QStringLiteral("up"));  // letters are letters here
    QCOMPARE(find->text(), QStringLiteral("up"));
    find->clear();
    const QString name = card(AccountList::Best).model()->index(3, 0).data().toString();
    QTest::keyClicks(find, name);
    QVERIFY(card(AccountList::Best).model()->rowCount() >= 1);
    QVERIFY(card(AccountList::Best).model()->rowCount() < 20);
}

void TestCustomers::revealsAnAccount() {
    open(test::sampleDataset());
    CustomerCard& rest = card(AccountList::Rest);
    const auto account = rest.model()->account(100);
    station().reveal(rest.model()->index(100, 0).data().toString());
    QCOMPARE(rest.current(), account);
    QVERIFY(rest.view()->hasFocus());
}

void TestCustomers::numbersSayOfWhat() {
    // 12 customers of whom nobody knows a value: their deals have lost their amounts.
    auto data = std::make_shared<Dataset>(*test::sampleDataset());
    int taken = 0;
    for (std::size_t deal = 0; deal < data->dealState.size() && taken < 12; ++deal)
        if (data->dealState[deal] == DealState::Won) {
            data->dealState[deal] = DealState::Open;
            ++taken;
        }
    open(data);
    QStringList words;
    for (const QLabel* label : station().findChildren<QLabel*>()) words << label->text() << label->toolTip();
    QVERIFY2(words.contains(QStringLiteral("known 95%")), qPrintable(words.join(u'|')));
    QVERIFY(words.contains(QStringLiteral("Known of 218 of 230 customers")));
}

void TestCustomers::bookmarkFindsTheRowAgain() {
    Document& document = open(test::sampleDataset());
    CustomerCard& rest = card(AccountList::Rest);
    rest.view()->setFocus();
    rest.view()->setCurrentIndex(rest.model()->index(17, 0));
    const auto account = rest.current();
    const QVariant bookmark = station().bookmark();
    CustomersStation anew;
    anew.setDocument(&document);
    anew.resize(1236, 828);
    anew.setVisible(true);
    anew.restore(bookmark);
    std::uint32_t chosen = noRow;
    for (const CustomerCard* other : anew.findChildren<CustomerCard*>())
        if (other->current() != noRow) chosen = other->current();
    QCOMPARE(chosen, account);
}

void TestCustomers::manyCustomersScroll() {
    // 100,800 accounts; only what is on screen may be asked for.
    open(test::sampleDataset(140));
    station().waitForIdle();
    CustomerCard& rest = card(AccountList::Rest);
    QVERIFY(rest.model()->rowCount() > 20000);
    rest.view()->setFocus();
    QTest::keyClick(rest.view(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(rest.view()->currentIndex().row(), rest.model()->rowCount() - 1);
    QCOMPARE(rest.view()->verticalScrollBar()->value(), rest.view()->verticalScrollBar()->maximum());
    QTest::keyClick(rest.view(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(rest.view(), Qt::Key_PageDown);
    QVERIFY(rest.view()->currentIndex().row() > 0);
    QVERIFY(rest.view()->findChildren<QLabel*>().isEmpty());
}

void TestCustomers::pictures() {
    Document& document = open(test::sampleDataset());
    Pin pin = pinOf(card(AccountList::Best).model()->index(2, 0).data().toString(), Pin::List::Best, true);
    const AccountFacts facts(document.sharedDataset(), false);
    pin.account = facts.key(card(AccountList::Best).model()->account(2));
    pin.reason = QStringLiteral("our health reference");
    QVERIFY(document.setPin(pin, QStringLiteral("Pin")));
    test::shoot(station(), QStringLiteral("customers"));
    applyTheme(true, 1);
    test::shoot(station(), QStringLiteral("customers-dark"));
    applyTheme(false, 1);
    station().resize(1216, 700);
    test::shoot(station(), QStringLiteral("customers-1280x800"));
}

QTEST_MAIN(TestCustomers)
#include "tst_customers.moc"
