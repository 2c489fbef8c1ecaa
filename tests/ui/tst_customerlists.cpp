#include "tests/support/core/datasetbuilder.h"
#include "tests/support/ui/sampledata.h"
#include "ui/models/customerlists.h"
#include "ui/models/customertable.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace icp;
using namespace icp::ui;

/// The three lists of customers, what they are made of, and the model that shows them.
class TestCustomerLists : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCustomerIsOnOneList();
    void customersAreThoseOfTheWholeProgram();
    void scoresArePercentiles();
    void leaversAreLeastIdeal();
    void pinsAreObeyed();
    void sizesSuitTheNumber();
    void nothingToRank();
    void modelIsSound();
};

static const std::vector<std::uint32_t>& on(const CustomerLists& lists, AccountList list) {
    return lists.on(list);
}

static CustomerLists byValue(const AccountFacts& facts, int best, int least,
                             const std::vector<Pin>& pins = {}) {
    return customerLists(facts, accountScores(facts.dataset(), Outcome::Value), best, least, pins);
}

static Pin pinOf(const QString& account, Pin::List list, bool in) {
    Pin pin;
    pin.id = QStringLiteral("pin-") + account;
    pin.account = account;
    pin.list = list;
    pin.in = in;
    return pin;
}

void TestCustomerLists::everyCustomerIsOnOneList() {
    const AccountFacts facts(test::sampleDataset(), false);
    const CustomerLists ranking = byValue(facts, 40, 30, {});
    QCOMPARE(ranking.lists.customers, 230);
    QCOMPARE(ranking.lists.known, 230);
    QCOMPARE(on(ranking, AccountList::Best).size(), std::size_t(40));
    QCOMPARE(on(ranking, AccountList::Least).size(), std::size_t(30));
    QCOMPARE(on(ranking, AccountList::Rest).size(), std::size_t(160));
    double lowestBest = INFINITY;
    double highestLeast = -INFINITY;
    for (const auto account : on(ranking, AccountList::Best))
        lowestBest = std::min(lowestBest, facts.value(account));
    for (const auto account : on(ranking, AccountList::Least))
        highestLeast = std::max(highestLeast, facts.value(account));
    for (const auto account : on(ranking, AccountList::Rest)) {
        QVERIFY(facts.value(account) <= lowestBest);
        QVERIFY(facts.value(account) >= highestLeast);
    }
    double shares = 0;
    qint64 left = 0;
    for (const CustomerLists::Sum& sum : ranking.sums) {
        shares += sum.valueShare;
        left += sum.left;
    }
    QVERIFY(std::abs(shares - 1) < 1e-9);
    QVERIFY(left > 0);
}

void TestCustomerLists::customersAreThoseOfTheWholeProgram() {
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
    const CustomerLists ranking = byValue(facts, 1, 1, {});
    QCOMPARE(ranking.lists.customers, 4);
    QCOMPARE(ranking.lists.known, 1);
}

void TestCustomerLists::scoresArePercentiles() {
    const AccountFacts facts(test::sampleDataset(), false);
    const CustomerLists ranking = byValue(facts, 40, 40, {});
    double sum = 0;
    for (std::uint32_t account = 0; account < facts.size(); ++account) {
        QCOMPARE(std::isnan(ranking.lists.place[account]), !facts.isCustomer(account));
        if (facts.isCustomer(account)) sum += ranking.lists.place[account];
    }
    QVERIFY(std::abs(sum / 230 - 50) < 1e-3);
    const auto first = on(ranking, AccountList::Best).front();
    const auto last = on(ranking, AccountList::Least).front();
    QVERIFY(ranking.lists.place[first] > 99);
    QVERIFY(ranking.lists.place[last] < 1);
}

void TestCustomerLists::leaversAreLeastIdeal() {
    const AccountFacts facts(test::sampleDataset(), false);
    const Success success = successOf(facts.dataset(), {{QStringLiteral("retained"), 1}});
    QCOMPARE(success.parts.size(), std::size_t(1));
    const CustomerLists lists = customerLists(facts, success.scores, 40, 5, {});
    for (const auto account : on(lists, AccountList::Best))
        QCOMPARE(facts.state(account), AccountFacts::State::Customer);
    for (const auto account : on(lists, AccountList::Least))
        QCOMPARE(facts.state(account), AccountFacts::State::Left);
}

void TestCustomerLists::pinsAreObeyed() {
    const AccountFacts facts(test::sampleDataset(), false);
    const CustomerLists plain = byValue(facts, 40, 40, {});
    const auto worst = on(plain, AccountList::Least).front();
    const auto best = on(plain, AccountList::Best).front();
    const std::vector<Pin> pins{pinOf(facts.key(worst), Pin::List::Best, true),
                                pinOf(facts.key(best), Pin::List::Best, false),
                                pinOf(QStringLiteral("nobody"), Pin::List::Least, true)};
    const CustomerLists pinned = byValue(facts, 40, 40, pins);
    QCOMPARE(pinned.lists.of[worst], AccountList::Best);
    QCOMPARE(pinned.lists.of[best], AccountList::Rest);
    QCOMPARE(pinned.pin[worst], 0);
    QCOMPARE(pinned.pin[best], 1);
    QCOMPARE(on(pinned, AccountList::Best).size(), std::size_t(40));
    QCOMPARE(on(pinned, AccountList::Least).size(), std::size_t(40));
    QCOMPARE(pinned.lists.place[worst], plain.lists.place[worst]);  // a pin moves, it does not rate
}

void TestCustomerLists::sizesSuitTheNumber() {
    QCOMPARE(usualListSize(308), 40);
    QCOMPARE(usualListSize(230), 20);
    QCOMPARE(listSizes(4), std::vector<int>{1});
    for (const qint64 n : {1, 20, 308, 5000, 100000}) {
        for (const int size : listSizes(n)) QVERIFY(size >= 1 && size <= std::max<qint64>(1, n / 3));
    }
}

void TestCustomerLists::nothingToRank() {
    const CustomerLists ranking = byValue(AccountFacts(), 40, 40, {});
    QCOMPARE(ranking.lists.customers, 0);
    QVERIFY(successOf(Dataset(), {}).parts.empty());
    // More places than customers: nobody is on two lists.
    const AccountFacts facts(test::sampleDataset(), false);
    const CustomerLists all = byValue(facts, 1000, 1000, {});
    QCOMPARE(on(all, AccountList::Best).size(), std::size_t(230));
    QVERIFY(on(all, AccountList::Least).empty());
}

void TestCustomerLists::modelIsSound() {
    CustomerTableModel model(AccountList::Best);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto facts = std::make_shared<const AccountFacts>(test::sampleDataset(), false);
    model.setLists(facts, std::make_shared<const CustomerLists>(byValue(*facts, 40, 40)), {});
    QCOMPARE(model.rowCount(), 40);
    QCOMPARE(model.index(0, CustomerTableModel::Score).data().toString(), QStringLiteral("100"));
    QVERIFY(model.index(0, CustomerTableModel::Value).data().toString().startsWith(QStringLiteral("£")));
    QVERIFY(model.index(0, 0).data(CustomerTableModel::PinRole).toString().isEmpty());
    model.setSearch(QStringLiteral("no company has this name"));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.pin(0) == nullptr);
}

QTEST_MAIN(TestCustomerLists)
#include "tst_customerlists.moc"
