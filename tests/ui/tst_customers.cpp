#include "tests/support/core/datasetbuilder.h"
#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/stationcase.h"
#include "ui/document/document.h"
#include "ui/models/customertable.h"
#include "ui/stations/customers/customercard.h"
#include "ui/stations/customers/customersstation.h"
#include "ui/stations/customers/pincard.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
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

    void everyCustomerIsOnOneList();
    void customersAreThoseOfTheWholeProgram();
    void scoresArePercentiles();
    void keptComesBeforeSize();
    void pinsAreObeyed();
    void sizesSuitTheNumber();
    void nothingToRank();
    void modelIsSound();

    void emptyUntilDataCome();
    void pinByKeyAndUnpin();
    void takeOutByMouse();
    void measureIsChosen();
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
    CustomerCard& card(CustomerList list) {
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

static const std::vector<std::uint32_t>& on(const Ranking& ranking, CustomerList list) {
    return ranking.lists[std::size_t(list)];
}

static Pin pinOf(const QString& account, Pin::List list, bool in) {
    Pin pin;
    pin.id = QStringLiteral("pin-") + account;
    pin.account = account;
    pin.list = list;
    pin.in = in;
    return pin;
}

void TestCustomers::everyCustomerIsOnOneList() {
    const AccountFacts facts(test::sampleDataset(), false);
    const Ranking ranking = rank(facts, Measure::Value, 40, 30, {});
    QCOMPARE(ranking.customers, 230);
    QCOMPARE(ranking.known, 230);
    QCOMPARE(on(ranking, CustomerList::Best).size(), std::size_t(40));
    QCOMPARE(on(ranking, CustomerList::Least).size(), std::size_t(30));
    QCOMPARE(on(ranking, CustomerList::Rest).size(), std::size_t(160));
    double lowestBest = INFINITY;
    double highestLeast = -INFINITY;
    for (const auto account : on(ranking, CustomerList::Best))
        lowestBest = std::min(lowestBest, facts.value(account));
    for (const auto account : on(ranking, CustomerList::Least))
        highestLeast = std::max(highestLeast, facts.value(account));
    for (const auto account : on(ranking, CustomerList::Rest)) {
        QVERIFY(facts.value(account) <= lowestBest);
        QVERIFY(facts.value(account) >= highestLeast);
    }
    double shares = 0;
    qint64 left = 0;
    for (const Ranking::Sum& sum : ranking.sums) {
        shares += sum.valueShare;
        left += sum.left;
    }
    QVERIFY(std::abs(shares - 1) < 1e-9);
    QVERIFY(left > 0);
}

void TestCustomers::customersAreThoseOfTheWholeProgram() {
    // Won with and without an amount, a customer and one that left by their own word, and one that was lost.
    const auto dataset = std::make_shared<const Dataset>(
        test::DatasetBuilder()
            .text(Entity::Account, QStringLiteral("account.name"), {"a", "b", "c", "d", "e"})
            .accounts({AccountState::Unknown, AccountState::Unknown, AccountState::Customer,
                       AccountState::Left, AccountState::Unknown})
            .number(Entity::Deal, QStringLiteral("deal.amount"), {100, qQNaN(), 5})
            .links(Entity::Deal, {0, 1, 4})
            .deals({DealState::Won, DealState::Won, DealState::Lost})
            .build());
    const AccountFacts facts(dataset, false);
    for (std::uint32_t account = 0; account < 5; ++account)
        QCOMPARE(facts.isCustomer(account), customersOf(*dataset).test(account));
    const Ranking ranking = rank(facts, Measure::Value, 1, 1, {});
    QCOMPARE(ranking.customers, 4);
    QCOMPARE(ranking.known, 1);
}

void TestCustomers::scoresArePercentiles() {
    const AccountFacts facts(test::sampleDataset(), false);
    const Ranking ranking = rank(facts, Measure::Value, 40, 40, {});
    double sum = 0;
    for (std::uint32_t account = 0; account < facts.size(); ++account) {
        QCOMPARE(std::isnan(ranking.score[account]), !facts.isCustomer(account));
        if (facts.isCustomer(account)) sum += double(ranking.score[account]);
    }
    QVERIFY(std::abs(sum / 230 - 50) < 1e-3);
    const auto first = on(ranking, CustomerList::Best).front();
    const auto last = on(ranking, CustomerList::Least).front();
    QVERIFY(ranking.score[first] > 99);
    QVERIFY(ranking.score[last] < 1);
}

void TestCustomers::keptComesBeforeSize() {
    const AccountFacts facts(test::sampleDataset(), false);
    QCOMPARE(measuresOf(facts), (std::vector<Measure>{Measure::Value, Measure::Kept}));
    const Ranking ranking = rank(facts, Measure::Kept, 40, 5, {});
    for (const auto account : on(ranking, CustomerList::Best))
        QCOMPARE(facts.state(account), AccountFacts::State::Customer);
    for (const auto account : on(ranking, CustomerList::Least))
        QCOMPARE(facts.state(account), AccountFacts::State::Left);
}

void TestCustomers::pinsAreObeyed() {
    const AccountFacts facts(test::sampleDataset(), false);
    const Ranking plain = rank(facts, Measure::Value, 40, 40, {});
    const auto worst = on(plain, CustomerList::Least).front();
    const auto best = on(plain, CustomerList::Best).front();
    const std::vector<Pin> pins{pinOf(facts.key(worst), Pin::List::Best, true),
                                pinOf(facts.key(best), Pin::List::Best, false),
                                pinOf(QStringLiteral("nobody"), Pin::List::Least, true)};
    const Ranking pinned = rank(facts, Measure::Value, 40, 40, pins);
    QCOMPARE(pinned.list[worst], CustomerList::Best);
    QCOMPARE(pinned.list[best], CustomerList::Rest);
    QCOMPARE(pinned.pin[worst], 0);
    QCOMPARE(pinned.pin[best], 1);
    QCOMPARE(on(pinned, CustomerList::Best).size(), std::size_t(40));
    QCOMPARE(on(pinned, CustomerList::Least).size(), std::size_t(40));
    QCOMPARE(pinned.score[worst], plain.score[worst]);  // a pin moves, it does not rate
}

void TestCustomers::sizesSuitTheNumber() {
    QCOMPARE(usualListSize(308), 40);
    QCOMPARE(usualListSize(230), 20);
    QCOMPARE(listSizes(4), std::vector<int>{1});
    for (const qint64 n : {1, 20, 308, 5000, 100000}) {
        for (const int size : listSizes(n)) QVERIFY(size >= 1 && size <= std::max<qint64>(1, n / 3));
    }
}

void TestCustomers::nothingToRank() {
    const Ranking ranking = rank(AccountFacts(), Measure::Value, 40, 40, {});
    QCOMPARE(ranking.customers, 0);
    QVERIFY(measuresOf(AccountFacts()).empty());
    // More places than customers: nobody is on two lists.
    const AccountFacts facts(test::sampleDataset(), false);
    const Ranking all = rank(facts, Measure::Value, 1000, 1000, {});
    QCOMPARE(on(all, CustomerList::Best).size(), std::size_t(230));
    QVERIFY(on(all, CustomerList::Least).empty());
}

void TestCustomers::modelIsSound() {
    CustomerTableModel model(CustomerList::Best);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto facts = std::make_shared<const AccountFacts>(test::sampleDataset(), false);
    const auto ranking = std::make_shared<const Ranking>(rank(*facts, Measure::Value, 40, 40, {}));
    model.setRanking(facts, ranking, {});
    QCOMPARE(model.rowCount(), 40);
    QCOMPARE(model.index(0, CustomerTableModel::Score).data().toString(), QStringLiteral("100"));
    QVERIFY(model.index(0, CustomerTableModel::Value).data().toString().startsWith(QStringLiteral("£")));
    QVERIFY(model.index(0, 0).data(CustomerTableModel::PinRole).toString().isEmpty());
    model.setSearch(QStringLiteral("no company has this name"));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.pin(0) == nullptr);
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
    CustomerCard& best = card(CustomerList::Best);
    CustomerCard& rest = card(CustomerList::Rest);
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
    CustomerCard& least = card(CustomerList::Least);
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

void TestCustomers::measureIsChosen() {
    open(test::sampleDataset());
    auto* measure = station().findChild<QComboBox*>();
    QCOMPARE(measure->count(), 2);
    measure->setFocus();
    QTest::keyClick(measure, Qt::Key_Down);
    const CustomerTableModel& least = *card(CustomerList::Least).model();
    QVERIFY(!least.index(0, 0).data(CustomerTableModel::LeftRole).toString().isEmpty());
}

void TestCustomers::sizeIsChosen() {
    open(test::sampleDataset());
    CustomerCard& best = card(CustomerList::Best);
    QCOMPARE(best.model()->rowCount(), 20);
    QTest::mouseClick(best.findChild<QPushButton*>(), Qt::LeftButton);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    menu->actions().last()->trigger();
    menu->close();
    QCOMPARE(best.model()->rowCount(), listSizes(230).back());
    QCOMPARE(card(CustomerList::Least).model()->rowCount(), 20);
}

void TestCustomers::findsInAllLists() {
    open(test::sampleDataset());
    auto* find = station().findChild<QLineEdit*>(QStringLiteral("find"));
    station().find();
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, QStringLiteral("up"));  // letters are letters here
    QCOMPARE(find->text(), QStringLiteral("up"));
    find->clear();
    const QString name = card(CustomerList::Best).model()->index(3, 0).data().toString();
    QTest::keyClicks(find, name);
    QVERIFY(card(CustomerList::Best).model()->rowCount() >= 1);
    QVERIFY(card(CustomerList::Best).model()->rowCount() < 20);
}

void TestCustomers::revealsAnAccount() {
    open(test::sampleDataset());
    CustomerCard& rest = card(CustomerList::Rest);
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
    for (const QLabel* label : station().findChildren<QLabel*>()) words << label->text();
    QVERIFY2(words.contains(QStringLiteral("218 of 230 customers have a known value")),
             qPrintable(words.join(u'|')));
    QVERIFY(words.contains(QStringLiteral("230")));
    QVERIFY(words.contains(QStringLiteral("Value of 218 of 230 customers")));
}

void TestCustomers::bookmarkFindsTheRowAgain() {
    Document& document = open(test::sampleDataset());
    CustomerCard& rest = card(CustomerList::Rest);
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
    CustomerCard& rest = card(CustomerList::Rest);
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
    Pin pin = pinOf(card(CustomerList::Best).model()->index(2, 0).data().toString(), Pin::List::Best, true);
    const AccountFacts facts(document.sharedDataset(), false);
    pin.account = facts.key(card(CustomerList::Best).model()->account(2));
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
