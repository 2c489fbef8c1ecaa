#include "tests/support/core/fulldataset.h"

#include "tests/support/core/datasetbuilder.h"

namespace icp::test {

ImportChoices choices() {
    FileRequest file{QStringLiteral("/srv/exports/Kunden ü.csv"), Entity::Deal};
    file.sheet = QStringLiteral("Blatt 1");
    file.delimiter = QStringLiteral("\t");
    file.encoding = QStringLiteral("windows-1252");
    file.mapping = {{"Größe", "account.employees"}, {"", "ignore"}};
    file.columns = {{"Größe", {ColumnType::Number, ',', true, ';', {"-", "n/a"}}}, {"Other", {}}};
    file.asDetected = QStringList{"Höhe"};
    file.fixed = {{7, {"a", "", "ü"}}, {12, {}}};
    file.fixedIn = QString(64, u'7');
    return {{file, {QStringLiteral("b.csv")}},
            OutcomeWords{{"Gewonnen"}, {}},
            true,
            {"deal.x_channel"},
            {"account.x_team"}};
}

std::shared_ptr<const Dataset> full(quint32 seed, std::size_t accounts) {
    Dataset dataset = randomDataset(seed, accounts);
    dataset.asOf = QDate(2025, 9, 30);
    SourceFile file;
    file.name = QStringLiteral("Kunden ü.csv");
    file.role = Entity::Deal;
    file.vendor = QStringLiteral("hubspot");
    file.vendorSure = 0.1 + 0.2;
    file.rows = qint64(accounts);
    file.rejected = 2;
    file.columns = 9;
    file.columnsUsed = 7;
    file.format = QStringLiteral("csv");
    file.encoding = QStringLiteral("UTF-8");
    file.delimiter = QStringLiteral("\t");
    file.decimal = QStringLiteral(",");
    file.path = QStringLiteral("/srv/exports/Kunden ü.csv");
    file.roleSure = 0.7;
    file.signature = QStringLiteral("0123456789abcdef");
    file.digest = QString(64, u'7');
    file.remembered = QDate(2025, 7, 2);
    file.asOf = QDate(2025, 9, 30);
    file.valid = 0.0;
    file.stale = 11;
    file.columnInfo = {
        {"Größe", "account.employees", ColumnType::Number, "all are numbers", 0.9, 3, "useful", "", 0.25},
        {"", "account.x_column", ColumnType::Text, "", 0, 0, "free-text", "Hardly two rows agree."}};
    dataset.files = {file, SourceFile()};
    dataset.files[1].sheet = QStringLiteral("Sheet 1");
    dataset.issues = {{Severity::Note, "a", "f", 0, "c", "t", "r"},
                      {Severity::Rejected, "b", "", 12, "", "1\n\"2\"", ""}};
    dataset.rejected = {{1, 7, {"a", "", "ü;\"\n"}, "too short"}, {0, 9, {}, "empty"}};
    auto table = std::make_shared<Table>(*dataset.accounts.table);
    for (std::size_t row = 0; row < accounts; ++row) {
        table->sourceFile.push_back(std::uint16_t(row % 2));
        table->sourceRow.push_back(std::uint32_t(row + 2));
    }
    dataset.accounts.table = table;
    for (Attribute& attribute : dataset.accounts.attributes) {
        attribute.cls = AttributeClass::Behaviour;
        attribute.use = AttributeUse::LeftOut;
        attribute.reason = QStringLiteral("knows the outcome");
        attribute.unit = QStringLiteral("people");
        attribute.verdict = QStringLiteral("leak");
        attribute.caution = QStringLiteral("filled in later");
    }
    dataset.outcomeWords = {{"deal.stage", "Gewonnen ü", 12, DealState::Won, true, false},
                            {"deal.stage", "", 1, DealState::Lost, false, true}};
    dataset.choices = choices();
    dataset.deals.links.nameless = 8;
    dataset.deals.links.byChoice = 9;
    dataset.deals.links.unlinked = {{"Acme \"GmbH\"", "Firma", 5, 2}, {"", "", 1, 0}};
    dataset.usage.links.unlinked = {{"nobody", "Account", 1, 0}};
    dataset.deals.links.byDomain = 4;
    dataset.contacts.links.byEmail = 5;
    dataset.contacts.links.byName = 6;
    return std::make_shared<const Dataset>(std::move(dataset));
}

}  // namespace icp::test
