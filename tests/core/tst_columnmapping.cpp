#include "core/import/assembly.h"
#include "core/import/mapping.h"
#include "tests/support/core/kindtable.h"

#include <QSet>
#include <QTest>

using namespace icp;

constexpr std::size_t rows = test::kindRows;
using test::mappedAs;
using test::nameOf;
using test::tableOf;

/// Single columns: what a header means, of which class it is, and what the analysis does with it.
class TestColumnMapping : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void leaks_data();
    void leaks();
    void featuresStayFeatures_data();
    void featuresStayFeatures();
    void headers_data();
    void headers();
    void classes_data();
    void classes();
    void wishesWin();
    void everyColumnHasOneName();
    void usesAreSettledByTheCells();
    void emptyAmountGivesWayToTheFullOne();

private:
    Profiles m_profiles;
};

void TestColumnMapping::initTestCase() {
    auto profiles = loadProfiles();
    QVERIFY(profiles.has_value());
    m_profiles = std::move(*profiles);
}

void TestColumnMapping::leaks_data() {
    QTest::addColumn<Entity>("role");
    QTest::addColumn<QString>("header");
    const auto add = [](Entity role, const QStringList& headers) {
        for (const QString& header : headers)
            QTest::addRow("%s", qPrintable(entityName(role) + u' ' + header)) << role << header;
    };
    add(Entity::Deal, {"Probability (%)",
                       "Deal probability",
                       "Weighted amount",
                       "Forecast category",
                       "Is Closed Won",
                       "Is closed lost",
                       "Closed Lost Reason",
                       "Closed Won Reason",
                       "Lost reason",
                       "Won time",
                       "Lost time",
                       "Days to close",
                       "Status Reason",
                       "Actual Revenue",
                       "Rating",
                       "Expected Revenue",
                       "Age",
                       "Stage Duration",
                       "Last Stage Change Date",
                       "Fiscal Period",
                       "Date entered 'Closed Won (Sales Pipeline)'",
                       "Date exited \"Demo\"",
                       "Cumulative time in \"Demo (Sales)\"",
                       "Number of Associated Contacts",
                       "Number of Sales Activities",
                       "Total activities",
                       "Email messages count",
                       "Deal - Won time",
                       "Deal - Weighted value",
                       "Last Modified Date",
                       "Est. close date",
                       "NextStep"});
    add(Entity::Account,
        {"Current Customer", "Ideal Customer Profile Tier", "Organization - Won deals", "Won deals",
         "CSM Sentiment", "Last NPS survey rating", "Churn Reason", "Churn Score", "Last Activity Date",
         "Lead Status", "Number of Associated Contacts", "Health Score", "SystemModstamp"});
}

void TestColumnMapping::leaks() {
    QFETCH(Entity, role);
    QFETCH(QString, header);
    // A known leak is no feature and says why, whether or not the vocabulary has a name for it.
    const QString base =
        role == Entity::Deal
            ? QStringLiteral(
                  "Deal Name:t | Status:s | Stage:s | Amount:n | Close Date:d | Is Won:b | Is Closed:b | ")
            : QStringLiteral("Company name:t | Industry:c | Type:c | ");
    Table table = tableOf(base + QStringLiteral("zzz:c"));
    table.fields.back().header = header;
    const auto mapping = mapFile(table, m_profiles, role);
    const Attribute& attribute = mapping->columns.back().attribute;
    QCOMPARE(useName(attribute.use), QStringLiteral("left-out"));
    QVERIFY(attribute.reason.endsWith(u'.'));
}

void TestColumnMapping::featuresStayFeatures_data() {
    QTest::addColumn<Entity>("role");
    QTest::addColumn<QString>("column");
    const auto add = [](Entity role, const QStringList& columns) {
        for (const QString& column : columns) QTest::addRow("%s", qPrintable(column)) << role << column;
    };
    add(Entity::Account,
        {"Contract:c", "PhoneService:{Yes,No}", "PaymentMethod:c", "seats:n", "plan_tier:c", "is_trial:b",
         "Tech Stack:x", "Uses Salesforce:b", "Number of Sites:n", "Funding Round:c", "Email Provider:c",
         "paid ads:b", "Customer Priority:c", "Warehouse area m2:n"});
    add(Entity::Deal, {"Product:c", "Lead Source:c", "Type:c", "Purchase Process:c", "Competitor:c",
                       "Industry:c", "Region:c", "Company Size:c", "Decision makers:n"});
}

void TestColumnMapping::featuresStayFeatures() {
    QFETCH(Entity, role);
    QFETCH(QString, column);
    const QString base = role == Entity::Deal ? QStringLiteral("Deal Name:t | Stage:s | Amount:n | ")
                                              : QStringLiteral("Company name:t | Industry:c | ");
    std::vector<MappedFile> files(1);
    files[0].typed.table = tableOf(base + column);
    files[0].mapping = *mapFile(files[0].typed.table, m_profiles, role);
    std::vector<RejectedRow> rejected;
    Assembled assembled = assemble(role, files, rejected);
    settleUses(assembled);
    QCOMPARE(useName(assembled.entity.attributes.back().use), QStringLiteral("feature"));
}

void TestColumnMapping::headers_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("expected");  // attribute of an accounts file
    QTest::newRow("BOM") << "\uFEFFIndustry"
                         << "account.industry";
    QTest::newRow("required") << "Industry (required)"
                              << "account.industry";
    QTest::newRow("star") << "Industry *"
                          << "account.industry";
    QTest::newRow("quoted") << "\"Industry\""
                            << "account.industry";
    QTest::newRow("case and space") << "  INDUSTRY "
                                    << "account.industry";
    QTest::newRow("snake") << "annual_revenue"
                           << "account.revenue";
    QTest::newRow("camel") << "annualRevenue"
                           << "account.revenue";
    QTest::newRow("unit") << "Annual Revenue (USD)"
                          << "account.revenue";
    QTest::newRow("entity first") << "Customer Country"
                                  << "account.country";
    QTest::newRow("longer") << "Total annual revenue 2023"
                            << "account.revenue";
    QTest::newRow("number sign") << "# Employees"
                                 << "account.employees";
    QTest::newRow("custom field") << "Employees__c"
                                  << "account.employees";
    QTest::newRow("umlaut lost") << "Jahrlicher Umsatz"
                                 << "account.revenue";
    QTest::newRow("expected is not actual") << "Expected annual revenue"
                                            << "account.x_expected_annual_revenue";
    QTest::newRow("growth is another thing") << "Annual revenue growth"
                                             << "account.x_annual_revenue_growth";
    QTest::newRow("refusal is no consent") << "Email Opt Out"
                                           << "account.x_email_opt_out";
}

void TestColumnMapping::headers() {
    QFETCH(QString, header);
    QFETCH(QString, expected);
    Table table = tableOf(QStringLiteral("Company name:t | zzz:c"));
    table.fields[1].header = header;
    const auto mapping = mapFile(table, m_profiles, Entity::Account);
    QCOMPARE(mapping->columns[1].attribute.name, expected);
    QCOMPARE(mapping->columns[1].attribute.label, header);
}

void TestColumnMapping::classes_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<AttributeClass>("cls");
    QTest::newRow("technology") << "CRM system" << AttributeClass::Technology;
    QTest::newRow("camel") << "ERPSoftware" << AttributeClass::Technology;
    QTest::newRow("geographic") << "Sales territory" << AttributeClass::Geographic;
    QTest::newRow("firmographic") << "Funding raised" << AttributeClass::Firmographic;
    QTest::newRow("behaviour") << "Plan tier" << AttributeClass::Behaviour;
    QTest::newRow("demographic") << "gender" << AttributeClass::Demographic;
    QTest::newRow("specialised") << "Roof area" << AttributeClass::Specialised;
}

void TestColumnMapping::classes() {
    QFETCH(QString, header);
    QFETCH(AttributeClass, cls);
    Table table = tableOf(QStringLiteral("Company name:t | zzz:c"));
    table.fields[1].header = header;
    QCOMPARE(className(mapFile(table, m_profiles, Entity::Account)->columns[1].attribute.cls),
             className(cls));
}

void TestColumnMapping::wishesWin() {
    const Table table =
        tableOf(QStringLiteral("Company name:t | Industry:c | Sector:c | Probability:n | Rating:c"));
    const auto mapping = mapFile(table, m_profiles, Entity::Account,
                                 {{QStringLiteral("Sector"), QStringLiteral("account.industry")},
                                  {QStringLiteral("Probability"), QStringLiteral("ignore")},
                                  {QStringLiteral("Rating"), QStringLiteral("account.x_rating")}});
    QCOMPARE(nameOf(*mapping, table, QStringLiteral("Sector")), QStringLiteral("account.industry"));
    QCOMPARE(nameOf(*mapping, table, QStringLiteral("Industry")), QStringLiteral("account.x_industry"));
    QCOMPARE(mapping->columns[3].attribute.use, AttributeUse::LeftOut);
    QCOMPARE(mapping->columns[4].attribute.use, AttributeUse::Feature);
    QVERIFY(mapping->columns[4].decided && mapping->columns[4].attribute.reason.isEmpty());
    // A wish for a role that detection would not choose.
    QCOMPARE(mapFile(tableOf(QStringLiteral("colour:c | shade:c")), m_profiles, Entity::Usage)->role,
             Entity::Usage);
}

void TestColumnMapping::everyColumnHasOneName() {
    const Table table =
        tableOf(QStringLiteral("Company name:t | Shop-area:n | Shop area:n | shop_area:n | ???:n | !!!:n | "
                               "Country:c | Country (2):c"));
    const auto mapping = mapFile(table, m_profiles, Entity::Account);
    QSet<QString> names;
    for (const MappedColumn& column : mapping->columns) names.insert(column.attribute.name);
    QCOMPARE(std::size_t(names.size()), table.fields.size());
    QVERIFY(names.contains(QStringLiteral("account.x_shop_area_3")));
    QVERIFY(names.contains(QStringLiteral("account.x_column_2")));
}

void TestColumnMapping::usesAreSettledByTheCells() {
    std::vector<MappedFile> files(1);
    files[0].typed.table =
        tableOf(QStringLiteral("Company name:t | Industry:c | Empty:e | Same:{Always} | Notes on it:t | "
                               "Phone:n | Campaign Id:c | Primary Contact:c | Slogan:c"));
    Table& table = files[0].typed.table;
    Dictionary slogans;
    std::vector<std::uint32_t> codes;
    for (std::size_t row = 0; row < rows; ++row)
        codes.push_back(slogans.intern("slogan " + std::to_string(row)));
    table.fields.back().column = Column::categories(codes, std::move(slogans), Bitmap(rows));
    files[0].mapping = *mapFile(table, m_profiles);
    std::vector<RejectedRow> rejected;
    Assembled assembled = assemble(Entity::Account, files, rejected);
    settleUses(assembled);
    QStringList uses;
    for (const Attribute& attribute : assembled.entity.attributes) uses << useName(attribute.use);
    QCOMPARE(uses, QStringList({"description", "feature", "left-out", "left-out", "description",
                                "description", "key", "description", "description"}));
    QCOMPARE(assembled.entity.attributes[2].reason, QStringLiteral("No row has a value."));
    QCOMPARE(assembled.entity.attributes[3].reason, QStringLiteral("Every known value is “Always”."));
}

void TestColumnMapping::emptyAmountGivesWayToTheFullOne() {
    const Table table = tableOf(QStringLiteral("Deal Name:t | Stage:s | Amount:e | Deal Value:n"));
    const auto mapping = mapFile(table, m_profiles);
    QCOMPARE(nameOf(*mapping, table, QStringLiteral("Deal Value")), QStringLiteral("deal.amount"));
    QVERIFY(mappedAs(*mapping, QStringLiteral("deal.x_amount")) != nullptr);
}

QTEST_APPLESS_MAIN(TestColumnMapping)
#include "tst_columnmapping.moc"
