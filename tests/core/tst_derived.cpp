#include "core/analysis/analyze.h"
#include "core/proposals/mended.h"
#include "core/table/derived.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/near.h"
#include "tests/support/core/studyrows.h"

#include <algorithm>

using namespace icp;
using namespace icp::test;

namespace {

constexpr auto won = DealState::Won;
constexpr auto lost = DealState::Lost;
constexpr auto open = DealState::Open;

/// Three accounts: the first with two won deals and one open, the second lost, the third left.
DatasetBuilder company(bool datedContacts = true) {
    DatasetBuilder builder;
    builder.text(Entity::Account, QStringLiteral("account.name"), {"A", "B", "C"})
        .number(Entity::Account, QStringLiteral("account.created"), {1000, 1570, none}, ColumnType::Date)
        .number(Entity::Account, QStringLiteral("account.employees"), {100, 50, 0})
        .number(Entity::Account, QStringLiteral("account.churn_date"), {none, none, 2500}, ColumnType::Date)
        .number(Entity::Deal, QStringLiteral("deal.create_date"), {1100, 2000.5, 2300, 1560, 1900, 1100},
                ColumnType::Date)
        .number(Entity::Deal, QStringLiteral("deal.close_date"), {1200, 2100, none, 1600, 2000, 1200},
                ColumnType::Date)
        .category(Entity::Deal, QStringLiteral("deal.product"),
                  {"Close", "Plan", "Tax", "Close", "Close", ""})
        .links(Entity::Deal, {0, 0, 0, 1, 2, noRow})
        .deals({won, won, open, lost, won, lost})
        .text(Entity::Contact, QStringLiteral("contact.name"), {"a", "b", "c", "d", "e", "f"})
        .links(Entity::Contact, {0, 0, 0, 0, 1, noRow})
        .number(Entity::Usage, QStringLiteral("usage.date"), {2000, 2300, 2300, 2400, 2600}, ColumnType::Date)
        .number(Entity::Usage, QStringLiteral("usage.users"), {50, 12, 8, 9, 0})
        .multi(Entity::Usage, QStringLiteral("usage.features"), {"x; y; z", "x; y", "y", "x", ""})
        .links(Entity::Usage, {0, 0, 0, 2, 2})
        .accounts({AccountState::Customer, AccountState::Unknown, AccountState::Left});
    if (datedContacts)
        builder.number(Entity::Contact, QStringLiteral("contact.created"), {1150, 1200, 2050, none, 1599, 1},
                       ColumnType::Date);
    return builder;
}

Dataset derived(const DatasetBuilder& builder) {
    Dataset dataset = builder.build();
    dataset.asOf = QDate(1970, 1, 1).addDays(2700);
    derive(dataset);
    return dataset;
}

/// The cells of an attribute, each as text; empty when the dataset has no such attribute.
QString cells(const Dataset& dataset, QStringView name) {
    const Column* column = dataset.column(name);
    QStringList texts;
    for (std::size_t row = 0; column != nullptr && row < column->size(); ++row)
        texts << (column->isMissing(row) ? QStringLiteral("-")
                                         : QString::number(column->numbers()[row], 'g', 4));
    return texts.join(u' ');
}

}  // namespace

/// Attributes made from dates, deals, contacts and usage, by hand.
class TestDerived : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofDealsWhatWasKnownBefore();
    void ofAccounts();
    void contactsWithoutDatesAreSetAside();
    void contactsOfBuyersAloneAreSetAside();
    void nothingWithoutData();
    void againAfterAChange();
    void afterTheSaleExplainsNoWin();
    void whoLeftIsNotMeasured();
    void endOfADealChangesNothing();
};

void TestDerived::ofDealsWhatWasKnownBefore() {
    const Dataset dataset = derived(company());
    // Days 100, 1000 and 1300 after the account's first, in whole years; B was created after its deal began.
    QCOMPARE(cells(dataset, u"deal.derived_account_age"), QStringLiteral("0 2 3 - - -"));
    // Of the first year nobody knows what was before; A's first deal is no longer in the year before its
    // second.
    QCOMPARE(cells(dataset, u"deal.derived_earlier_deals"), QStringLiteral("- 0 1 0 0 -"));
    // Of A's contacts one is older than the first close, three than the second; the fourth is undated.
    QCOMPARE(cells(dataset, u"deal.derived_contacts"), QStringLiteral("1 3 3 1 0 -"));
    QVERIFY(!dataset.find(u"deal.derived_contacts")->caution.isEmpty());
    for (const char* name : {"deal.derived_account_age", "deal.derived_contacts", "account.derived_users"}) {
        QVERIFY(dataset.find(QString::fromLatin1(name))->label.endsWith(u"(derived)"));
        QVERIFY(derivationOf(QString::fromLatin1(name)).endsWith(u'.'));
    }
    QVERIFY(derivationOf(u"account.employees").isEmpty());
}

void TestDerived::ofAccounts() {
    const Dataset dataset = derived(company());
    QCOMPARE(cells(dataset, u"account.derived_age"), QStringLiteral("4 3 -"));
    QCOMPARE(cells(dataset, u"account.derived_products"), QStringLiteral("2 - 1"));
    // A's two lines of the newest day together; C's newest before it left.
    QCOMPARE(cells(dataset, u"account.derived_users"), QStringLiteral("20 - 9"));
    QCOMPARE(cells(dataset, u"account.derived_adoption"), QStringLiteral("2 - 1"));
    QCOMPARE(cells(dataset, u"account.derived_user_share"),
             QString());  // one value alone tells nothing apart
}

void TestDerived::contactsWithoutDatesAreSetAside() {
    const Dataset dataset = derived(company(false));
    QCOMPARE(cells(dataset, u"deal.derived_contacts"), QStringLiteral("4 4 4 1 0 -"));
    const Attribute* panel = dataset.find(u"deal.derived_contacts");
    QCOMPARE(panel->use, AttributeUse::LeftOut);
    QVERIFY(panel->reason.contains(u"follows the outcome"));
}

void TestDerived::contactsOfBuyersAloneAreSetAside() {
    // 40 accounts won and 40 lost; of the lost ones so many have a contact, all made before any deal.
    const auto panel = [](std::uint32_t known) {
        QStringList names;
        std::vector<double> created;
        std::vector<double> closed(80, 500);
        std::vector<std::uint32_t> deals;
        std::vector<std::uint32_t> contacts;
        std::vector<DealState> states;
        for (std::uint32_t account = 0; account < 80; ++account) {
            names << QString::number(account);
            deals.push_back(account);
            states.push_back(account < 40 ? won : lost);
            for (std::uint32_t i = 0; account < 40 + known && i <= account % 3; ++i) {
                contacts.push_back(account);
                created.push_back(100);
            }
        }
        return *derived(
                    DatasetBuilder()
                        .text(Entity::Account, QStringLiteral("account.name"), names)
                        .number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
                        .links(Entity::Deal, deals)
                        .deals(states)
                        .number(Entity::Contact, QStringLiteral("contact.created"), created, ColumnType::Date)
                        .links(Entity::Contact, contacts))
                    .find(u"deal.derived_contacts");
    };
    QCOMPARE(panel(38).use, AttributeUse::Feature);
    const Attribute leak = panel(20);
    QCOMPARE(leak.use, AttributeUse::LeftOut);
    QVERIFY2(leak.reason.contains(u"100% of won deals and 50% of lost ones"), qPrintable(leak.reason));
}

void TestDerived::nothingWithoutData() {
    Dataset empty;
    derive(empty);
    QVERIFY(empty.accounts.attributes.empty() && empty.deals.attributes.empty());
    Dataset random = randomDataset(3, 50);
    const std::size_t before = random.deals.attributes.size();
    derive(random);
    for (std::size_t i = before; i < random.deals.attributes.size(); ++i)
        QVERIFY(isDerived(random.deals.attributes[i].name));
}

void TestDerived::againAfterAChange() {
    const auto imported = std::make_shared<const Dataset>(derived(company()));
    // B and C are one: the deals of both count together, and what was decided about an attribute stays.
    Decisions decisions;
    AccountMerge merge;
    merge.kept.name = QStringLiteral("B");
    merge.merged.name = QStringLiteral("C");
    decisions.accounts.push_back(merge);
    decisions.uses.push_back({QStringLiteral("account.derived_products"), AttributeUse::LeftOut});
    const auto dataset = mended(imported, decisions).value();
    QCOMPARE(dataset->accounts.rows(), 2U);
    QCOMPARE(cells(*dataset, u"deal.derived_earlier_deals"), QStringLiteral("- 0 1 0 1 -"));
    QCOMPARE(cells(*dataset, u"account.derived_products"), QStringLiteral("2 1"));
    QCOMPARE(dataset->find(u"account.derived_products")->use, AttributeUse::LeftOut);
    QCOMPARE(dataset->find(u"account.derived_users")->use, AttributeUse::Feature);
}

void TestDerived::afterTheSaleExplainsNoWin() {
    const Dataset dataset = derived(company());
    const auto leftOut = [&](const Study& study) {
        QStringList names;
        const Findings findings = analyze(dataset, study).value();
        for (const AttributeProfile& profile : findings.attributes)
            if (isDerived(profile.name) && !profile.leak.isEmpty()) names << profile.name;
        names.sort();
        return names;
    };
    QCOMPARE(leftOut({}), (QStringList{"account.derived_adoption", "account.derived_age",
                                       "account.derived_products", "account.derived_users"}));
    Study retained;
    retained.unit = Unit::Account;
    retained.outcome = Outcome::Retained;
    QCOMPARE(leftOut(retained), QStringList());
}

void TestDerived::whoLeftIsNotMeasured() {
    // 60 customers, half of whom left; of those so many were measured while they were there.
    const auto leftOut = [](std::uint32_t measured) {
        QStringList names;
        std::vector<double> users;
        std::vector<double> days;
        std::vector<std::uint32_t> links;
        std::vector<AccountState> states;
        for (std::uint32_t account = 0; account < 60; ++account) {
            names << QString::number(account);
            states.push_back(account < 30 ? AccountState::Customer : AccountState::Left);
            if (account >= 30 + measured) continue;
            users.push_back(account % 7);
            days.push_back(1000);
            links.push_back(account);
        }
        const Dataset dataset =
            derived(DatasetBuilder()
                        .text(Entity::Account, QStringLiteral("account.name"), names)
                        .number(Entity::Usage, QStringLiteral("usage.users"), users)
                        .number(Entity::Usage, QStringLiteral("usage.date"), days, ColumnType::Date)
                        .links(Entity::Usage, links)
                        .accounts(states));
        Study study;
        study.unit = Unit::Account;
        study.outcome = Outcome::Retained;
        const Findings findings = analyze(dataset, study).value();
        return findings.find(u"account.derived_users")->leak;
    };
    QCOMPARE(leftOut(29), QString());
    QCOMPARE(leftOut(6),
             QStringLiteral("It is known of 100% of those who stayed and 20% of those who left, so it "
                            "knows the result."));
}

void TestDerived::endOfADealChangesNothing() {
    // Had every closed deal ended the other way, what was known before would be the same.
    const DatasetBuilder as = company();
    DatasetBuilder turned = company();
    turned.deals({lost, lost, open, won, lost, won});
    for (const QStringView name :
         {u"deal.derived_account_age", u"deal.derived_earlier_deals", u"deal.derived_contacts"})
        QCOMPARE(cells(derived(turned), name), cells(derived(as), name));
}

QTEST_APPLESS_MAIN(TestDerived)
#include "tst_derived.moc"
