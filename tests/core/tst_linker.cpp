#include "core/base/accountid.h"
#include "core/import/linker.h"
#include "core/import/profiles.h"
#include "core/import/separation.h"
#include "core/table/gather.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

using namespace icp;
using test::DatasetBuilder;

class TestLinker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysInTheirOrder();
    void namesWithoutLegalSuffix();
    void exactSpellingBeatsTheSuffix();
    void ambiguousNamesLinkToNothing();
    void domainDecidesBetweenEqualNames();
    void freeMailSaysNothing();
    void idsOfSeveralKinds();
    void idsAsVendorsWriteThem_data();
    void idsAsVendorsWriteThem();
    void whatIsNotLinkedIsListed();
    void nothingToLinkBy();
    void accountsOutOfDeals();
    void traitsComeAlong();
    void partsOfDifferentTypesAreGathered();
    void ratingsAreFoundOut_data();
    void ratingsAreFoundOut();
    void strongDriversStay();
    void emptinessIsFoundOut();
    void numbersAreFoundOut();
    void fewRowsProveNothing();
    void rareLevelsProveNothing();

private:
    static Links link(const Dataset& dataset, Entity entity, QStringList* codes = nullptr) {
        std::vector<Issue> issues;
        const Links links = linkToAccounts(dataset, entity, {QStringLiteral("a.csv")}, issues);
        if (codes != nullptr)
            for (const Issue& issue : issues) *codes << issue.code + u' ' + issue.text;
        return links;
    }
    static Labelled labelled(std::size_t good, std::size_t other) {
        Labelled result{{}, {}, QStringLiteral("won deals"), QStringLiteral("lost deals")};
        for (std::size_t row = 0; row < good + other; ++row) {
            result.rows.push_back(std::uint32_t(row));
            result.good.push_back(row < good);
        }
        return result;
    }
    /// Levels with how many good and other rows they hold; the rows as labelled() wants them, good ones
    /// first.
    struct Level {
        const char* text;
        std::size_t good;
        std::size_t other;
    };
    static Column levels(const std::vector<Level>& levels) {
        Dictionary dictionary;
        std::vector<std::uint32_t> codes;
        for (const bool good : {true, false})
            for (const Level& level : levels)
                codes.insert(codes.end(), good ? level.good : level.other, dictionary.intern(level.text));
        const std::size_t size = codes.size();
        return Column::categories(std::move(codes), std::move(dictionary), Bitmap(size));
    }
};

static const std::uint32_t no = noRow;
using Rows = std::vector<std::uint32_t>;

void TestLinker::keysInTheirOrder() {
    const Dataset dataset =
        DatasetBuilder()
            .text(Entity::Account, "account.id", {"1", "2", "3", "4"})
            .text(Entity::Account, "account.name", {"Acme", "Beta", "Cara", "Dora"})
            .text(Entity::Account, "account.domain", {"acme.com", "www.beta.de", "http://cara.fr/x", ""})
            .text(Entity::Contact, "contact.account_id", {"1", "99", "", "", ""})
            .text(Entity::Contact, "contact.account_domain", {"beta.de", "https://Beta.de", "", "", ""})
            .text(Entity::Contact, "contact.email", {"", "", "jo@cara.fr", "jo@gmail.com", "a@b.cz"})
            .text(Entity::Contact, "contact.account_name", {"Cara", "Dora", "Dora", "Dora", "Nobody"})
            .build();
    QStringList codes;
    const Links links = link(dataset, Entity::Contact, &codes);
    QCOMPARE(links.account, (Rows{0, 1, 2, 3, no}));
    QCOMPARE(links.byId, 1);
    QCOMPARE(links.byDomain, 1);
    QCOMPARE(links.byEmail, 1);
    QCOMPARE(links.byName, 1);
    QCOMPARE(links.unmatched(), 1);
    QCOMPARE(codes, QStringList{"account-unknown Nobody"});
}

void TestLinker::namesWithoutLegalSuffix() {
    const Dataset dataset =
        DatasetBuilder()
            .text(Entity::Account, "account.name", {"Müller & Söhne GmbH", "The Acme Corporation"})
            .text(Entity::Deal, "deal.account_name", {"MULLER & SOHNE", "Acme, Inc.", "  acme  "})
            .build();
    QCOMPARE(link(dataset, Entity::Deal).account, (Rows{0, 1, 1}));
}

void TestLinker::exactSpellingBeatsTheSuffix() {
    const Dataset dataset = DatasetBuilder()
                                .text(Entity::Account, "account.name", {"Acme Inc", "Acme LLC"})
                                .text(Entity::Deal, "deal.account_name", {"ACME LLC", "Acme Inc.", "Acme"})
                                .build();
    QStringList codes;
    QCOMPARE(link(dataset, Entity::Deal, &codes).account, (Rows{1, 0, no}));
    QCOMPARE(codes, QStringList{"account-ambiguous Acme"});
}

void TestLinker::ambiguousNamesLinkToNothing() {
    const Dataset dataset = DatasetBuilder()
                                .text(Entity::Account, "account.name", {"Acme", "Beta", "Acme"})
                                .text(Entity::Account, "account.id", {"1", "7", "1"})
                                .text(Entity::Deal, "deal.account_name", {"Acme", "Beta", "Acme", ""})
                                .text(Entity::Deal, "deal.account_id", {"1", "", "", "1"})
                                .build();
    std::vector<Issue> issues;
    const Links links = linkToAccounts(dataset, Entity::Deal, {}, issues);
    QCOMPARE(links.account, (Rows{no, 1, no, no}));
    QCOMPARE(issues.size(), 2U);  // one for each text, not for each row
    for (const Issue& issue : issues) {
        QCOMPARE(issue.severity, Severity::Note);
        QCOMPARE(issue.code, QStringLiteral("account-ambiguous"));
        QVERIFY2(issue.reason.contains(QStringLiteral("names 2 accounts")), qPrintable(issue.reason));
        QVERIFY2(
            issue.reason.endsWith(QStringLiteral(": 1.")) || issue.reason.endsWith(QStringLiteral(": 2.")),
            qPrintable(issue.reason));
    }
}

void TestLinker::domainDecidesBetweenEqualNames() {
    const Dataset dataset = DatasetBuilder()
                                .text(Entity::Account, "account.name", {"Acme", "Acme"})
                                .text(Entity::Account, "account.domain", {"acme.com", "acme.de"})
                                .text(Entity::Deal, "deal.account_name", {"Acme"})
                                .text(Entity::Deal, "deal.account_domain", {"acme.de"})
                                .build();
    QCOMPARE(link(dataset, Entity::Deal).account, (Rows{1}));
}

void TestLinker::freeMailSaysNothing() {
    const Dataset dataset =
        DatasetBuilder()
            .text(Entity::Account, "account.domain", {"gmail.com", "acme.com"})
            .text(Entity::Contact, "contact.email", {"x@gmail.com", "x@acme.com", "acme.com"})
            .build();
    QCOMPARE(link(dataset, Entity::Contact).account, (Rows{no, 1, no}));
}

void TestLinker::idsOfSeveralKinds() {
    const Dataset dataset =
        DatasetBuilder()
            .number(Entity::Account, "account.id", {386, 387, 388})
            .text(Entity::Deal, "deal.account_id", {"386.0", " 387 ", "zcrm_388", "999; 388", "0386"})
            .build();
    QCOMPARE(link(dataset, Entity::Deal).account, (Rows{0, 1, 2, 2, no}));
}

void TestLinker::idsAsVendorsWriteThem_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* name, const char* text, const char* key) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(key);
    };
    row("Salesforce, 15", "001D000000IRFma", "001D000000IRFma");
    row("Salesforce, 18", "001D000000IRFmaIAH", "001D000000IRFma");
    row("18 characters of another kind", "001D000000IRFmaIAX", "001D000000IRFmaIAX");
    row("18 digits", "123456789012345678", "123456789012345678");
    row("Zoho", "zcrm_4876876000000", "4876876000000");
    row("a spreadsheet's number", "386.0", "386");
    row("with two zeros", " 386.00 ", "386");
    row("a version", "1.2.0", "1.2.0");
    row("no whole number", "386.5", "386.5");
    row("leading zeros", "0386", "0386");
    row("GUID", "{A1B2C3D4-0000-4000-8000-ABCDEF012345}", "a1b2c3d4-0000-4000-8000-abcdef012345");
    row("GUID without braces", "A1B2C3D4-0000-4000-8000-ABCDEF012345",
        "a1b2c3d4-0000-4000-8000-abcdef012345");
    row("nothing", "", "");
}

void TestLinker::idsAsVendorsWriteThem() {
    QFETCH(QString, text);
    QFETCH(QString, key);
    QCOMPARE(accountIdKey(text), key);
}

void TestLinker::whatIsNotLinkedIsListed() {
    const Dataset dataset =
        DatasetBuilder()
            .text(Entity::Account, "account.name", {"Acme", "Beta", "Beta"})
            .text(Entity::Deal, "deal.account_name", {"Acme", "Beta", "Cara", "", "Cara", "", "Dora"})
            .build();
    const Links links = link(dataset, Entity::Deal);
    QCOMPARE(links.byName, 1);
    QCOMPARE(links.nameless, 2);
    QStringList listed;
    qint64 rows = 0;
    for (const Unlinked& text : links.unlinked) {
        listed << QStringLiteral("%1 %2 %3").arg(text.text).arg(text.rows).arg(text.accounts);
        rows += text.rows;
        QVERIFY(!text.column.isEmpty());
    }
    QCOMPARE(listed, QStringList({"Cara 2 0", "Beta 1 2", "Dora 1 0"}));
    QCOMPARE(rows + links.nameless, links.unmatched());
}

void TestLinker::nothingToLinkBy() {
    const Dataset dataset = DatasetBuilder()
                                .text(Entity::Account, "account.name", {"Acme"})
                                .text(Entity::Deal, "deal.name", {"One", "Two"})
                                .build();
    QStringList codes;
    QCOMPARE(link(dataset, Entity::Deal, &codes).unmatched(), 2);
    QVERIFY(codes.isEmpty());
}

void TestLinker::accountsOutOfDeals() {
    const auto profiles = loadProfiles();
    Dataset byName = DatasetBuilder()
                         .category(Entity::Deal, "deal.account_name", {"Acme Inc", "", "acme", "Beta"})
                         .build();
    QCOMPARE(accountsMentioned(byName.deals, Entity::Deal, *profiles).rows(), 2U);
    Dataset byId = DatasetBuilder()
                       .text(Entity::Deal, "deal.account_id", {"1", "2", "1", "3"})
                       .text(Entity::Deal, "deal.account_name", {"Acme", "Acme", "Acme", "Beta"})
                       .build();
    byId.accounts = accountsMentioned(byId.deals, Entity::Deal, *profiles);
    QCOMPARE(byId.accounts.rows(), 3U);
    QCOMPARE(link(byId, Entity::Deal).account, (Rows{0, 1, 0, 2}));
    Dataset none = DatasetBuilder().text(Entity::Deal, "deal.name", {"One"}).build();
    QCOMPARE(accountsMentioned(none.deals, Entity::Deal, *profiles).rows(), 0U);
}

void TestLinker::traitsComeAlong() {
    const auto profiles = loadProfiles();
    Dataset dataset =
        DatasetBuilder()
            .text(Entity::Deal, "deal.account_name", {"Acme", "Acme", "Beta", "Cara", "Cara"})
            .category(Entity::Deal, "deal.x_industry", {"", "Retail", "Banking", "Retail", "Retail"})
            .category(Entity::Deal, "deal.x_region", {"North", "South", "North", "North", "South"})
            .build();
    dataset.deals.attributes[1].label = QStringLiteral("Industry");
    dataset.deals.attributes[2].label = QStringLiteral("Region");
    dataset.accounts = accountsMentioned(dataset.deals, Entity::Deal, *profiles);
    const Column* industry = dataset.column(u"account.industry");
    QVERIFY(industry != nullptr);
    QCOMPARE(industry->display(0), std::string("Retail"));
    QCOMPARE(industry->display(1), std::string("Banking"));
    QCOMPARE(dataset.deals.attributes[1].use, AttributeUse::Description);
    // The region differs between the deals of an account: it belongs to the deal.
    QVERIFY(dataset.column(u"account.region") == nullptr);
    QCOMPARE(dataset.deals.attributes[2].use, AttributeUse::Feature);
}

void TestLinker::partsOfDifferentTypesAreGathered() {
    const Column numbers = Column::numbers(ColumnType::Number, {1, 2.5}, Bitmap(2));
    const Column money = Column::numbers(
        ColumnType::Money, {7, 0},
        [] {
            Bitmap missing(2);
            missing.set(1);
            return missing;
        }(),
        QStringLiteral("EUR"));
    const Column words = Column::texts(std::vector<std::string>{"a", "b"}, Bitmap(2));
    const Rows all{0, 1};
    const Rows last{1};
    const auto shown = [](const Column& column) {
        QStringList cells;
        for (std::size_t row = 0; row < column.size(); ++row)
            cells << QString::fromStdString(column.display(row));
        return cells.join(u'|');
    };
    const std::vector<ColumnSlice> mixed{{&numbers, all}, {&money, all}, {nullptr, last}};
    QCOMPARE(gather(mixed).type(), ColumnType::Number);
    QCOMPARE(shown(gather(mixed)), QStringLiteral("1|2.5|7||"));
    const std::vector<ColumnSlice> texts{{&numbers, last}, {&words, all}};
    QCOMPARE(gather(texts).type(), ColumnType::Text);
    QCOMPARE(shown(gather(texts)), QStringLiteral("2.5|a|b"));
    const std::vector<ColumnSlice> some{{&words, last}};
    QCOMPARE(shown(gather(some)), QStringLiteral("b"));
}

void TestLinker::ratingsAreFoundOut_data() {
    QTest::addColumn<bool>("dynamics");
    QTest::newRow("a field that only says won or lost") << false;
    QTest::newRow("Rating of a Dynamics export") << true;
}

void TestLinker::ratingsAreFoundOut() {
    QFETCH(bool, dynamics);
    // Rating by result in ../shared/data/dynamics365, closed deals, counted with Python.
    const Column column = dynamics ? levels({{"Cold", 0, 2379}, {"Hot", 1045, 18}, {"Warm", 869, 397}})
                                   : levels({{"handed over", 97, 1}, {"filed", 3, 99}});
    const Separation found =
        dynamics ? separation(column, labelled(1914, 2794)) : separation(column, labelled(100, 100));
    // By hand: (1045 (397 + 2379 + 18/2) + 869 (2379 + 397/2)) / (1914 x 2794) and (97 (99 + 1/2) + 3 x 99/2)
    // / 10,000.
    QVERIFY2(std::abs(found.auc - (dynamics ? 0.9633 : 0.98)) < 5e-4, qPrintable(QString::number(found.auc)));
    QVERIFY2(found.sentence.contains(dynamics ? QStringLiteral("“Cold” for 0 and 2,379")
                                              : QStringLiteral("“filed” for 3 and 99")),
             qPrintable(found.sentence));
}

void TestLinker::strongDriversStay() {
    // Contract type of the telco set: the strongest honest driver there is.
    const Separation contract =
        separation(levels({{"Month-to-month", 2220, 1655}, {"One year", 1307, 166}, {"Two year", 1647, 48}}),
                   labelled(5174, 1869));
    QVERIFY(contract.sentence.isEmpty());
    QVERIFY(contract.auc > 0.7);
    QVERIFY(separation(levels({{"A", 80, 15}, {"B", 20, 85}}), labelled(100, 100)).sentence.isEmpty());
}

void TestLinker::emptinessIsFoundOut() {
    Bitmap missing(200);
    for (std::size_t row = 98; row < 200; ++row) missing.set(row);
    Dictionary dictionary;
    dictionary.intern("x");
    const Column column = Column::categories(std::vector<std::uint32_t>(200), std::move(dictionary), missing);
    const Separation found = separation(column, labelled(100, 100));
    QVERIFY2(found.sentence.contains(QStringLiteral("98% of the won deals but for 0% of the lost deals")),
             qPrintable(found.sentence));
    // Filled for most of both groups is no sign of anything.
    QVERIFY(separation(column, labelled(20, 180)).sentence.isEmpty());
}

void TestLinker::numbersAreFoundOut() {
    std::vector<double> values;
    for (int i = 0; i < 100; ++i) values.push_back(100 + i);
    for (int i = 0; i < 100; ++i) values.push_back(i);
    const Column column = Column::numbers(ColumnType::Number, values, Bitmap(200));
    const Separation found = separation(column, labelled(100, 100));
    QCOMPARE(found.auc, 1.0);
    QVERIFY2(found.sentence.contains(QStringLiteral("higher")), qPrintable(found.sentence));
    for (double& value : values) value = -value;
    QVERIFY(separation(Column::numbers(ColumnType::Number, values, Bitmap(200)), labelled(100, 100))
                .sentence.contains(QStringLiteral("lower")));
}

void TestLinker::fewRowsProveNothing() {
    QVERIFY(separation(levels({{"A", 19, 0}, {"B", 0, 100}}), labelled(19, 100)).sentence.isEmpty());
    QVERIFY(!separation(levels({{"A", 20, 0}, {"B", 0, 100}}), labelled(20, 100)).sentence.isEmpty());
    QVERIFY(separation(Column(), labelled(0, 0)).sentence.isEmpty());
}

void TestLinker::rareLevelsProveNothing() {
    // Every account is a level of its own: each is all won or all lost, and that says nothing.
    Dictionary dictionary;
    std::vector<std::uint32_t> codes;
    for (int i = 0; i < 200; ++i) codes.push_back(dictionary.intern("account " + std::to_string(i)));
    const Separation found =
        separation(Column::categories(codes, std::move(dictionary), Bitmap(200)), labelled(100, 100));
    QCOMPARE(found.auc, 0.5);
    QVERIFY(found.sentence.isEmpty());
}

QTEST_APPLESS_MAIN(TestLinker)
#include "tst_linker.moc"
