#include "core/import/assembly.h"
#include "core/import/mapping.h"
#include "core/import/outcome.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/kindtable.h"

#include <QTest>

#include <limits>

using namespace icp;
using test::nameOf;
using test::tableOf;

/// Who won, who lost, who is a customer and who left, by the words of the vendors.
class TestOutcome : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void stageWords_data();
    void stageWords();
    void accountWords_data();
    void accountWords();
    void stateOfFlags_data();
    void stateOfFlags();
    void outcomeFoundByItsLevels();
    void statesAreNoStatuses();
    void churnMeansItsOpposite();
    void notLeavingMakesNoCustomer_data();
    void notLeavingMakesNoCustomer();
    void lifecycleTellsWhereTypesDoNot();

private:
    EntityTable deals(const Table& table) {
        const auto mapping = mapFile(table, m_profiles, Entity::Deal);
        std::vector<MappedFile> files(1);
        files[0].typed.table = table;
        files[0].mapping = *mapping;
        std::vector<RejectedRow> rejected;
        return assemble(Entity::Deal, files, rejected).entity;
    }
    Profiles m_profiles;
};

void TestOutcome::initTestCase() {
    auto profiles = loadProfiles();
    QVERIFY(profiles.has_value());
    m_profiles = std::move(*profiles);
}

void TestOutcome::stageWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("state");
    const auto add = [](const QString& state, const QStringList& texts) {
        for (const QString& text : texts) QTest::addRow("%s", qPrintable(text)) << text << state;
    };
    add("won", {"Closed Won", "closedwon", "CLOSED-WON", "6 - Closed Won", "Closed Won (Sales Pipeline)",
                "Won", "won", "Gewonnen", "Abgeschlossen und gewonnen", "Gagnée", "Fermé gagné",
                "Cierre ganado", "Ganado", "Fechado e ganho", "Ganho", "成約", "受注"});
    add("lost", {"Closed Lost", "closedlost", "Lost", "Lost to competitor", "Canceled", "Out-Sold",
                 "Verloren", "Abgeschlossen und verloren", "Perdue", "Fermé perdu", "Cierre perdido",
                 "Perdido", "Fechado perdido", "失注", "Not won"});
    add("open", {"Open", "In Progress", "Offen", "En cours", "Abierto", "Em andamento", "進行中"});
    // Dutch, Italian, Polish, Swedish, Finnish.
    add("won", {"Gesloten gewonnen", "Chiuso vinto", "Trattativa vinta", "Zamknięte - wygrane", "Wygrana",
                "Stängd vunnen", "Vunnen", "Suljettu voitettu", "Voitettu"});
    add("lost", {"Gesloten verloren", "Chiuso perso", "Zamknięte - przegrane", "Przegrana", "Stängd förlorad",
                 "Förlorad", "Suljettu hävitty", "Hävitty"});
    add("open", {"Lopend", "In corso", "W toku", "Pågående", "Käynnissä"});
    add("none", {"Negotiation", "Proposal/Price Quote", "Wonderful", "Contract sent", "Demo", ""});
}

void TestOutcome::stageWords() {
    QFETCH(QString, text);
    QFETCH(QString, state);
    const auto found = dealStateOf(text, m_profiles);
    const QString said = !found                      ? QStringLiteral("none")
                         : *found == DealState::Won  ? QStringLiteral("won")
                         : *found == DealState::Lost ? QStringLiteral("lost")
                                                     : QStringLiteral("open");
    QCOMPARE(said, state);
}

void TestOutcome::accountWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("state");
    const auto add = [](const QString& state, const QStringList& texts) {
        for (const QString& text : texts) QTest::addRow("%s", qPrintable(text)) << text << state;
    };
    add("customer", {"Customer", "Customer - Direct", "Existing Customer", "Active", "Kunde", "Client",
                     "Cliente", "顧客"});
    add("left", {"Old Customer", "Former customer", "Ex-customer", "Churned", "Attrited Customer",
                 "Ehemaliger Kunde", "解約"});
    add("unknown",
        {"Prospect", "Lead", "Customer Candidate", "Potential Customer", "Interessent", "見込み客"});
    add("none", {"Partner", "Reseller", "Analyst"});
}

void TestOutcome::accountWords() {
    QFETCH(QString, text);
    QFETCH(QString, state);
    const auto found = accountStateOf(text, m_profiles);
    const QString said = !found                             ? QStringLiteral("none")
                         : *found == AccountState::Customer ? QStringLiteral("customer")
                         : *found == AccountState::Left     ? QStringLiteral("left")
                                                            : QStringLiteral("unknown");
    QCOMPARE(said, state);
}

void TestOutcome::stateOfFlags_data() {
    QTest::addColumn<QStringList>("won");
    QTest::addColumn<QStringList>("closed");
    QTest::addColumn<QString>("expected");  // one letter a row
    QTest::newRow("1 or blank, as Salesforce writes it")
        << QStringList{"1", "", ""} << QStringList{"1", "1", ""} << "WLO";
    QTest::newRow("true and false") << QStringList{"true", "false", "false"}
                                    << QStringList{"true", "true", "false"} << "WLO";
    QTest::newRow("won alone") << QStringList{"yes", "no", ""} << QStringList() << "WLO";
    QTest::newRow("words in the flag") << QStringList{"Won", "Lost", ""} << QStringList() << "WLO";
    QTest::newRow("nothing closed") << QStringList{"no", "no", "no"} << QStringList{"no", "no", "no"}
                                    << "OOO";
}

void TestOutcome::stateOfFlags() {
    QFETCH(QStringList, won);
    QFETCH(QStringList, closed);
    QFETCH(QString, expected);
    const auto column = [](const QStringList& cells) {
        std::vector<std::uint32_t> codes;
        Dictionary dictionary;
        Bitmap missing;
        for (const QString& cell : cells) {
            codes.push_back(cell.isEmpty() ? 0 : dictionary.intern(cell.toStdString()));
            missing.push_back(cell.isEmpty());
        }
        return Column::categories(codes, std::move(dictionary), missing);
    };
    Table table;
    table.rows = 3;
    table.sourceRow = {2, 3, 4};
    table.fields.push_back({QStringLiteral("Is Won"), column(won)});
    if (!closed.isEmpty()) table.fields.push_back({QStringLiteral("Is Closed"), column(closed)});
    QString said;
    for (const DealState state : dealOutcomes(deals(table), m_profiles).states)
        said += state == DealState::Won ? u'W' : state == DealState::Lost ? u'L' : u'O';
    QCOMPARE(said, expected);
}

void TestOutcome::outcomeFoundByItsLevels() {
    // No header says so, but the levels do.
    const Table table = tableOf(
        QStringLiteral("Vorgang:t | Firma:t | Was daraus wurde:{gewonnen,verloren,offen} | Volumen:n"));
    const auto mapping = mapFile(table, m_profiles);
    QVERIFY(mapping.has_value());
    QCOMPARE(mapping->role, Entity::Deal);
    QCOMPARE(nameOf(*mapping, table, QStringLiteral("Was daraus wurde")), QStringLiteral("deal.status"));
    const Table list =
        tableOf(QStringLiteral("Firma:t | Land:c | Zustand:{Existing Customer,Attrited Customer}"));
    const auto accounts = mapFile(list, m_profiles);
    QVERIFY(accounts.has_value());
    QCOMPARE(accounts->role, Entity::Account);
    QCOMPARE(nameOf(*accounts, list, QStringLiteral("Zustand")), QStringLiteral("account.churned"));
}

void TestOutcome::statesAreNoStatuses() {
    const Table places = tableOf(QStringLiteral("Deal Name:t | Stage:s | Amount:n | State:c"));
    const auto placed = mapFile(places, m_profiles);
    QCOMPARE(nameOf(*placed, places, QStringLiteral("State")), QStringLiteral("deal.x_state"));
    QCOMPARE(placed->columns[3].attribute.cls, AttributeClass::Geographic);
    const Table statuses = tableOf(QStringLiteral("Nombre:t | Estado:{Activo,Baja} | Sector:c"));
    const auto mapped = mapFile(statuses, m_profiles, Entity::Account);
    QCOMPARE(nameOf(*mapped, statuses, QStringLiteral("Estado")), QStringLiteral("account.churned"));
    const Table flags = tableOf(QStringLiteral("Deal Name:t | Amount:n | Outcome:b"));
    QCOMPARE(nameOf(*mapFile(flags, m_profiles), flags, QStringLiteral("Outcome")),
             QStringLiteral("deal.is_won"));
    // Left out on request, the outcome is not found again by its levels.
    const auto left =
        mapFile(flags, m_profiles, Entity::Deal, {{QStringLiteral("Outcome"), QStringLiteral("ignore")}});
    QCOMPARE(nameOf(*left, flags, QStringLiteral("Outcome")), QStringLiteral("deal.x_outcome"));
}

void TestOutcome::churnMeansItsOpposite() {
    for (const bool opposite : {false, true}) {
        Table table = tableOf(QStringLiteral("Company name:t | Industry:c | zzz:b"));
        table.fields[2].header = opposite ? QStringLiteral("Is Active") : QStringLiteral("Churned");
        std::vector<MappedFile> files(1);
        files[0].typed.table = table;
        files[0].mapping = *mapFile(table, m_profiles);
        std::vector<RejectedRow> rejected;
        Dataset dataset;
        dataset.accounts = assemble(Entity::Account, files, rejected).entity;
        const auto states = accountStates(dataset, m_profiles);
        QCOMPARE(states[1] == AccountState::Left, !opposite);  // row 1 says yes
        QCOMPARE(states[0] == AccountState::Left, opposite);
    }
}

void TestOutcome::notLeavingMakesNoCustomer_data() {
    QTest::addColumn<QStringList>("type");
    QTest::addColumn<QStringList>("churned");
    QTest::addColumn<QString>("expected");  // one letter a row: C(ustomer), L(eft), U(nknown)
    const QStringList typed{"Prospect", "Customer", "Customer"};
    QTest::newRow("flag alone") << QStringList() << QStringList{"no", "no", "yes"} << "CCL";
    QTest::newRow("flag and type") << typed << QStringList{"no", "no", "yes"} << "UCL";
    QTest::newRow("blank flag alone") << QStringList() << QStringList{"", "", "yes"} << "CCL";
    QTest::newRow("blank flag and type") << typed << QStringList{"", "", "yes"} << "UCL";
    QTest::newRow("date alone") << QStringList() << QStringList{"", "", "date"} << "CCL";
    QTest::newRow("date and type") << typed << QStringList{"", "", "date"} << "UCL";
    QTest::newRow("type alone") << QStringList{"Lead", "Customer", "Former customer"} << QStringList()
                                << "UCL";
}

void TestOutcome::notLeavingMakesNoCustomer() {
    QFETCH(QStringList, type);
    QFETCH(QStringList, churned);
    QFETCH(QString, expected);
    test::DatasetBuilder builder;
    builder.text(Entity::Account, QStringLiteral("account.name"), {"A", "B", "C"});
    if (!type.isEmpty()) builder.category(Entity::Account, QStringLiteral("account.type"), type);
    if (churned.contains(QStringLiteral("date"))) {
        const double never = std::numeric_limits<double>::quiet_NaN();
        builder.number(Entity::Account, QStringLiteral("account.churn_date"), {never, never, 19000},
                       ColumnType::Date);
    } else if (!churned.isEmpty()) {
        builder.boolean(Entity::Account, QStringLiteral("account.churned"), churned);
    }
    Dataset dataset = builder.build();
    dataset.dealState.clear();
    QString said;
    for (const AccountState state : accountStates(dataset, m_profiles))
        said += state == AccountState::Customer ? u'C' : state == AccountState::Left ? u'L' : u'U';
    QCOMPARE(said, expected);
}

void TestOutcome::lifecycleTellsWhereTypesDoNot() {
    Dataset dataset =
        test::DatasetBuilder()
            .category(Entity::Account, "account.type", {"Prospect", "Partner", "Prospect", "Customer", ""})
            .category(Entity::Account, "account.lifecycle",
                      {"Customer", "Lead", "Lead", "Lead", "Former customer"})
            .boolean(Entity::Account, "account.is_customer", {"no", "yes", "no", "no", ""})
            .build();
    dataset.dealState.clear();
    QString said;
    for (const AccountState state : accountStates(dataset, m_profiles))
        said += state == AccountState::Customer ? u'C' : state == AccountState::Left ? u'L' : u'U';
    QCOMPARE(said, QStringLiteral("CCUCL"));  // "no customer" does not say that somebody left
}

QTEST_APPLESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
