#include "core/proposals/accountkeys.h"
#include "core/proposals/mended.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/datasetdifference.h"
#include "tests/support/core/workshopedits.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace icp;
using namespace icp::test;

/// What the user's decisions make of a dataset, and that it can all be taken back.
class TestMended : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingDecidedIsTheImport();
    void levelsBecomeOne();
    void levelsOfSeveralValues();
    void chainsAndCircles();
    void textsThatMeanMissing();
    void accountsBecomeOne();
    void ambiguousRowsFindTheirAccount();
    void chosenLinks();
    void statesFollow();
    void usesAreChosen();
    void leaksTakenBackKeepTheirReason();
    void whatIsGoneIsReported();
    void rowsAndTotalsStay();
    void orderDoesNotMatter();
    void decisionsOnTopOfOthers();
    void jsonBothWays();
    void cancelled();
};

namespace {

using Shared = std::shared_ptr<const Dataset>;

Shared shared(const DatasetBuilder& builder) { return std::make_shared<const Dataset>(builder.build()); }

Shared mend(const Shared& dataset, const Decisions& decisions) {
    return expectValue(mended(dataset, decisions));
}

QStringList cells(const Dataset& dataset, QStringView attribute) {
    QStringList result;
    const Column* column = dataset.column(attribute);
    for (std::size_t row = 0; row < column->size(); ++row)
        result << QString::fromStdString(column->display(row));
    return result;
}

/// "decision-level technolgy" ...
QStringList notes(const Dataset& dataset) {
    QStringList result;
    for (const Issue& issue : dataset.issues) result << issue.code + u' ' + issue.text;
    return result;
}

AccountKey named(const char* name, int nth = 1) { return {{}, QString::fromLatin1(name), nth}; }

/// Five accounts, of which "Acme" is there twice, and what names them.
DatasetBuilder acme() {
    DatasetBuilder builder;
    builder.text(Entity::Account, "account.name", {"Acme", "Beta", "Acme", "Gamma", "Acme Inc"})
        .text(Entity::Account, "account.domain", {"acme.com", "beta.com", "", "gamma.com", "acme.com"})
        .category(Entity::Account, "account.industry", {"", "Food", "Steel", "Food", "Metal"})
        .number(Entity::Account, "account.employees", {10, 20, 30, qQNaN(), 50})
        .text(Entity::Deal, "deal.account_name", {"Acme", "Beta", "Acme", "Gama", "Acme Inc"})
        .number(Entity::Deal, "deal.amount", {1, 2, 4, 8, 16})
        .links(Entity::Deal, {noRow, 1, noRow, noRow, 4})
        .text(Entity::Contact, "contact.email", {"a@acme.com", "b@beta.com", "c@gmail.com"})
        .links(Entity::Contact, {noRow, 1, noRow})
        .deals({DealState::Won, DealState::Lost, DealState::Open, DealState::Won, DealState::Lost})
        .accounts({AccountState::Unknown, AccountState::Customer, AccountState::Left, AccountState::Unknown,
                   AccountState::Unknown});
    return builder;
}

Decisions randomDecisions(const Dataset& dataset, quint32 seed) {
    QRandomGenerator random(seed);
    Decisions decisions;
    for (const Attribute& attribute : dataset.accounts.attributes) {
        const Column& column = dataset.column(attribute);
        if (column.type() != ColumnType::Category && column.type() != ColumnType::Multi) continue;
        const std::uint32_t size = column.dictionary().size();
        const auto level = [&] {
            return QString::fromUtf8(column.dictionary().at(random.bounded(size)).data());
        };
        decisions.levels.push_back({attribute.name, level(), level()});
        decisions.missing.push_back({attribute.name, level()});
    }
    const AccountKeys keys(dataset);
    for (int i = 0; i < 5; ++i)
        decisions.accounts.push_back({keys.of(random.bounded(quint32(dataset.accounts.rows()))),
                                      keys.of(random.bounded(quint32(dataset.accounts.rows())))});
    return decisions;
}

}  // namespace

void TestMended::nothingDecidedIsTheImport() {
    const Shared dataset = std::make_shared<const Dataset>(randomDataset(1, 50));
    QCOMPARE(mend(dataset, {}), dataset);
    Decisions decisions = randomDecisions(*dataset, 1);
    const Shared changed = mend(dataset, decisions);
    QVERIFY(!difference(*dataset, *changed).isEmpty());
    QCOMPARE(mend(changed, {}), dataset);
}

void TestMended::levelsBecomeOne() {
    const Shared dataset = shared(DatasetBuilder().category(
        Entity::Account, "account.x_erp", {"Cloud", "cloud ", "", "On site", "cloud ", "CLOUD"}));
    Decisions decisions;
    decisions.levels = {{"account.x_erp", "cloud ", "Cloud"}, {"account.x_erp", "CLOUD", "Cloud"}};
    const Shared result = mend(dataset, decisions);
    QCOMPARE(cells(*result, u"account.x_erp"),
             (QStringList{"Cloud", "Cloud", "", "On site", "Cloud", "Cloud"}));
    QCOMPARE(result->column(u"account.x_erp")->dictionary().size(), 2U);
    QCOMPARE(notes(*result), (QStringList{"decision-level cloud ", "decision-level CLOUD"}));
    QVERIFY(result->issues[0].reason.contains(u"Rows: 2"));
    QCOMPARE(result->issues[0].severity, Severity::Note);
    QCOMPARE(result->issues[0].column, QStringLiteral("x_erp"));
}

void TestMended::levelsOfSeveralValues() {
    const Shared dataset =
        shared(DatasetBuilder().multi(Entity::Account, "account.technologies",
                                      {"GTX Pro; SAP", "GTXPro; GTX Pro", "", "GTXPro", "n/a; SAP", "n/a"}));
    Decisions decisions;
    decisions.levels = {{"account.technologies", "GTXPro", "GTX Pro"}};
    decisions.missing = {{"account.technologies", "n/a"}};
    const Shared result = mend(dataset, decisions);
    QCOMPARE(cells(*result, u"account.technologies"),
             (QStringList{"GTX Pro; SAP", "GTX Pro", "", "GTX Pro", "SAP", ""}));
    QVERIFY(result->column(u"account.technologies")->isMissing(5));
}

void TestMended::chainsAndCircles() {
    const Shared dataset =
        shared(DatasetBuilder().category(Entity::Account, "account.industry", {"a", "b", "c", "x", "y"}));
    Decisions decisions;
    decisions.levels = {{"account.industry", "a", "b"},
                        {"account.industry", "b", "c"},
                        {"account.industry", "x", "y"},
                        {"account.industry", "y", "x"}};
    QCOMPARE(cells(*mend(dataset, decisions), u"account.industry"), (QStringList{"c", "c", "c", "x", "y"}));
    decisions.missing = {{"account.industry", "c"}};
    QCOMPARE(cells(*mend(dataset, decisions), u"account.industry"), (QStringList{"", "", "", "x", "y"}));
}

void TestMended::textsThatMeanMissing() {
    DatasetBuilder builder;
    builder.category(Entity::Account, "account.industry", {"Food", "Unknown", "", "Steel"})
        .category(Entity::Account, "account.x_empty", {"-", "", "-", "-"})
        .boolean(Entity::Account, "account.x_flag", {"yes", "no", "no", ""})
        .number(Entity::Account, "account.employees", {999, 5, 0.5, 999})
        .number(Entity::Account, "account.created", {-25567, 19000, 19000.5, 20000}, ColumnType::Date)
        .text(Entity::Account, "account.name", {"A", "n/a", "B", "n/a"});
    Decisions decisions;
    decisions.missing = {{"account.industry", "Unknown"},   {"account.x_empty", "-"},
                         {"account.x_flag", "no"},          {"account.employees", "999"},
                         {"account.created", "1900-01-01"}, {"account.name", "n/a"}};
    const Shared result = mend(shared(builder), decisions);
    QCOMPARE(cells(*result, u"account.industry"), (QStringList{"Food", "", "", "Steel"}));
    QCOMPARE(cells(*result, u"account.x_flag"), (QStringList{"yes", "", "", ""}));
    QCOMPARE(result->column(u"account.x_flag")->type(), ColumnType::Boolean);
    QCOMPARE(cells(*result, u"account.employees"), (QStringList{"", "5", "0.5", ""}));
    QCOMPARE(cells(*result, u"account.created"),
             (QStringList{"", "2022-01-08", "2022-01-08 12:00", "2024-10-04"}));
    QCOMPARE(cells(*result, u"account.name"), (QStringList{"A", "", "B", ""}));
    QCOMPARE(cells(*result, u"account.x_empty"), (QStringList{"", "", "", ""}));
    QCOMPARE(result->find(u"account.x_empty")->use, AttributeUse::LeftOut);
    QCOMPARE(result->issues.size(), std::size_t(6));
}

void TestMended::accountsBecomeOne() {
    const Shared dataset = shared(acme());
    Decisions decisions;
    decisions.accounts = {{named("Acme"), named("Acme", 2)}, {named("Acme"), named("Acme Inc")}};
    const Shared result = mend(dataset, decisions);
    QCOMPARE(cells(*result, u"account.name"), (QStringList{"Acme", "Beta", "Gamma"}));
    QCOMPARE(cells(*result, u"account.industry"), (QStringList{"Steel", "Food", "Food"}));
    QCOMPARE(cells(*result, u"account.employees"), (QStringList{"10", "20", ""}));
    QCOMPARE(result->accountState,
             (std::vector{AccountState::Left, AccountState::Customer, AccountState::Unknown}));
    QCOMPARE(result->deals.links.account[4], 0U);
    QCOMPARE(result->accounts.links.account, (std::vector<std::uint32_t>{0, 1, 2}));
    QCOMPARE(result->origin->accountOf, (std::vector<std::uint32_t>{0, 1, 0, 2, 0}));
    QCOMPARE(result->origin->importedFrom, (std::vector<std::uint32_t>{0, 1, 3}));
    QCOMPARE(result->origin->imported->accounts.rows(), std::size_t(5));
    // The other way round: the group stands where the row that is kept stood.
    decisions.accounts = {{named("Acme Inc"), named("Acme", 2)}, {named("Acme", 2), named("Acme")}};
    QCOMPARE(cells(*mend(dataset, decisions), u"account.name"), (QStringList{"Beta", "Gamma", "Acme Inc"}));
}

void TestMended::ambiguousRowsFindTheirAccount() {
    const Shared dataset = shared(acme());
    Decisions decisions;
    decisions.accounts = {{named("Acme"), named("Acme", 2)}};
    // Two accounts are called "Acme" and "Acme Inc" has another spelling: by name the deals are clear, by
    // domain the contact is not yet.
    Shared result = mend(dataset, decisions);
    QCOMPARE(result->deals.links.account, (std::vector<std::uint32_t>{0, 1, 0, noRow, 3}));
    QCOMPARE(result->contacts.links.account, (std::vector<std::uint32_t>{noRow, 1, noRow}));
    QCOMPARE(result->deals.links.byChoice, 2);
    QCOMPARE(result->deals.links.matched(), dataset->deals.links.matched() + 2);
    decisions.accounts.push_back({named("Acme"), named("Acme Inc")});
    result = mend(dataset, decisions);
    QCOMPARE(result->contacts.links.account, (std::vector<std::uint32_t>{0, 1, noRow}));
}

void TestMended::chosenLinks() {
    auto dataset = std::make_shared<Dataset>(acme().build());
    dataset->files.resize(1);
    dataset->files[0].name = QStringLiteral("deals.csv");
    dataset->files[0].role = Entity::Deal;
    dataset->issues = {{Severity::Note, "account-unknown", "deals.csv", 5, "Account", "Gama", ""},
                       {Severity::Note, "account-unknown", "deals.csv", 9, "Account", "Delta", ""},
                       {Severity::Note, "placeholder", "deals.csv", 5, "", "Gama", ""}};
    Decisions decisions;
    decisions.links = {{Entity::Deal, "Gama", named("Gamma")}, {Entity::Contact, "Gama", named("Gamma")}};
    const Shared result = mend(dataset, decisions);
    QCOMPARE(result->deals.links.account, (std::vector<std::uint32_t>{noRow, 1, noRow, 3, 4}));
    QCOMPARE(result->deals.links.byChoice, 1);
    QCOMPARE(notes(*result), (QStringList{"account-unknown Delta", "placeholder Gama", "decision-link Gama",
                                          "decision-idle Gama"}));
    // The deal was won, so its account is a customer.
    QCOMPARE(result->accountState[3], AccountState::Customer);
    // What is linked already stays where it is.
    decisions.links = {{Entity::Deal, "Beta", named("Gamma")}};
    QCOMPARE(mend(dataset, decisions)->deals.links.account, dataset->deals.links.account);
}

void TestMended::statesFollow() {
    DatasetBuilder builder;
    builder.category(Entity::Account, "account.type", {"Customer", "Custommer", "Prospect"})
        .category(Entity::Deal, "deal.stage", {"Closed Won", "Closd Won", "Demo", "Closed Won", "Demoo"})
        .links(Entity::Deal, {0, 2, 1, noRow, 1})
        .deals({DealState::Won, DealState::Open, DealState::Open, DealState::Won, DealState::Open})
        .accounts({AccountState::Customer, AccountState::Unknown, AccountState::Unknown});
    Decisions decisions;
    decisions.levels = {{"deal.stage", "Closd Won", "Closed Won"}, {"deal.stage", "Demoo", "Demo"}};
    const Shared dataset = shared(builder);
    Shared result = mend(dataset, decisions);
    QCOMPARE(result->dealState,
             (std::vector{DealState::Won, DealState::Won, DealState::Open, DealState::Won, DealState::Open}));
    QCOMPARE(result->accountState,
             (std::vector{AccountState::Customer, AccountState::Unknown, AccountState::Customer}));
    decisions.levels = {{"account.type", "Custommer", "Customer"}};
    result = mend(dataset, decisions);
    QCOMPARE(result->accountState,
             (std::vector{AccountState::Customer, AccountState::Customer, AccountState::Unknown}));
    QCOMPARE(result->dealState, dataset->dealState);
}

void TestMended::usesAreChosen() {
    auto dataset = std::make_shared<Dataset>(acme().build());
    dataset->files.resize(1);
    dataset->files[0].columnsUsed = 2;
    dataset->files[0].columnInfo = {{"I", "account.industry", ColumnType::Category, "", 1, 0},
                                    {"E", "account.employees", ColumnType::Number, "", 1, 0}};
    Decisions decisions;
    decisions.uses = {{"account.industry", AttributeUse::LeftOut}};
    Shared result = mend(dataset, decisions);
    QCOMPARE(result->find(u"account.industry")->use, AttributeUse::LeftOut);
    QVERIFY(!result->find(u"account.industry")->reason.isEmpty());
    QCOMPARE(result->files[0].columnsUsed, 1);
    decisions.uses = {{"account.industry", AttributeUse::Feature}};
    result = mend(result, decisions);
    QCOMPARE(result->find(u"account.industry")->use, AttributeUse::Feature);
    QVERIFY(result->find(u"account.industry")->reason.isEmpty());
    QCOMPARE(result->files[0].columnsUsed, 2);
    QVERIFY(result->find(u"account.industry")->caution.isEmpty());
}

void TestMended::leaksTakenBackKeepTheirReason() {
    for (const QStringView verdict : {u"", u"leak", u"hidden"}) {  // by the header, by the data, by the user
        auto dataset = std::make_shared<Dataset>(acme().build());
        Attribute& rating = dataset->accounts.attributes.back();
        rating.use = AttributeUse::LeftOut;
        rating.reason = QStringLiteral("Sales rates accounts while selling to them.");
        rating.verdict = verdict.toString();
        Decisions decisions;
        decisions.uses = {{rating.name, AttributeUse::Feature}};
        const Shared result = mend(dataset, decisions);
        QCOMPARE(result->find(rating.name)->use, AttributeUse::Feature);
        QCOMPARE(result->find(rating.name)->caution, verdict == u"hidden" ? QString() : rating.reason);
        decisions.uses = {{rating.name, AttributeUse::LeftOut}};
        QVERIFY(mend(result, decisions)->find(rating.name)->caution.isEmpty());
    }
}

void TestMended::whatIsGoneIsReported() {
    const Shared dataset = shared(acme());
    Decisions decisions;
    decisions.levels = {{"account.x_gone", "a", "b"}, {"account.industry", "Foood", "Food"}};
    decisions.missing = {{"account.industry", "n/a"}, {"account.employees", "999"}};
    decisions.links = {{Entity::Deal, "Gama", named("Delta")}};
    decisions.accounts = {{named("Acme"), {"17", "Acme AG", 1}}, {named("Acme"), named("Acme")}};
    decisions.uses = {{"deal.x_gone", AttributeUse::LeftOut}};
    Dataset result = *mend(dataset, decisions);
    QCOMPARE(result.issues.size(), std::size_t(8));
    for (const Issue& issue : result.issues) {
        QCOMPARE(issue.code, QStringLiteral("decision-idle"));
        QVERIFY(!issue.reason.isEmpty());
    }
    result.issues.clear();
    QCOMPARE(difference(result, *dataset), QString());
}

void TestMended::rowsAndTotalsStay() {
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const Shared dataset = std::make_shared<const Dataset>(randomDataset(seed, 40));
        const Decisions decisions = randomDecisions(*dataset, seed);
        const Shared result = mend(dataset, decisions);
        for (const Entity entity : {Entity::Deal, Entity::Contact, Entity::Usage}) {
            QCOMPARE(result->of(entity).rows(), dataset->of(entity).rows());
            const Links& before = dataset->of(entity).links;
            const Links& after = result->of(entity).links;
            qint64 linked = 0;
            for (std::size_t row = 0; row < before.account.size(); ++row) {
                linked += after.account[row] != noRow ? 1 : 0;
                if (before.account[row] != noRow)
                    QCOMPARE(after.account[row], result->origin->accountOf[before.account[row]]);
            }
            const auto was = qint64(std::count_if(before.account.begin(), before.account.end(),
                                                  [](std::uint32_t account) { return account != noRow; }));
            QCOMPARE(linked - was, after.byChoice);
        }
        // Every imported account is in one of those that are there now, and each of these stands for itself.
        std::vector<bool> reached(result->accounts.rows());
        for (const std::uint32_t account : result->origin->accountOf) reached[account] = true;
        QVERIFY(std::all_of(reached.begin(), reached.end(), [](bool is) { return is; }));
        for (std::size_t row = 0; row < result->accounts.rows(); ++row)
            QCOMPARE(result->origin->accountOf[result->origin->importedFrom[row]], std::uint32_t(row));
        // No merge of levels loses or makes a cell.
        Decisions levels;
        levels.levels = decisions.levels;
        const Shared merged = mend(dataset, levels);
        for (const Attribute& attribute : dataset->accounts.attributes)
            QVERIFY(merged->column(attribute).missing() == dataset->column(attribute).missing());
    }
}

void TestMended::orderDoesNotMatter() {
    for (quint32 seed = 1; seed <= 10; ++seed) {
        const Shared dataset = std::make_shared<const Dataset>(randomDataset(seed, 40));
        Decisions decisions = randomDecisions(*dataset, seed);
        // Pairs of accounts that do not touch.
        decisions.accounts.clear();
        const AccountKeys keys(*dataset);
        for (std::uint32_t row = 0; row + 1 < 20; row += 2)
            decisions.accounts.push_back({keys.of(row), keys.of(row + 1)});
        Dataset one = *mend(dataset, decisions);
        std::reverse(decisions.levels.begin(), decisions.levels.end());
        std::reverse(decisions.missing.begin(), decisions.missing.end());
        std::reverse(decisions.accounts.begin(), decisions.accounts.end());
        Dataset other = *mend(dataset, decisions);
        one.issues.clear();
        other.issues.clear();
        QCOMPARE(difference(one, other), QString());
        QVERIFY(one.accounts.rows() == 30);
    }
}

/// A key taken from a mended dataset means the same account when the other decisions are dropped.
void TestMended::decisionsOnTopOfOthers() {
    const Shared dataset =
        shared(DatasetBuilder().text(Entity::Account, "account.name", {"Acme", "Acme", "Beta", "Acme"}));
    Decisions decisions;
    decisions.accounts = {{named("Acme"), named("Acme", 2)}};
    const Shared first = mend(dataset, decisions);
    QCOMPARE(first->accounts.rows(), std::size_t(3));
    const AccountKeys keys(*first);
    QCOMPARE(keys.of(2), named("Acme", 3));
    Decisions second;
    second.accounts = {{keys.of(1), keys.of(2)}};
    const Shared result = mend(first, second);
    QCOMPARE(result->origin->accountOf, (std::vector<std::uint32_t>{0, 1, 2, 2}));
}

void TestMended::jsonBothWays() {
    Decisions decisions;
    decisions.levels = {{"account.industry", "technolgy", "Technology"},
                        {"account.industry", "cloud ", "Cloud"}};
    decisions.missing = {{"account.employees", "999"}};
    decisions.links = {{Entity::Contact, "Gama", {"17", "Gamma", 1}},
                       {Entity::Usage, "Gama", named("Gamma", 3)}};
    decisions.accounts = {{{"17", "Gamma", 1}, named("Gamma")}};
    decisions.uses = {{"deal.amount", AttributeUse::LeftOut}};
    Decisions back;
    QStringList ids;
    for (const auto& [id, json] : toJson(decisions)) {
        add(back, json);
        ids << id;
    }
    QVERIFY(back == decisions);
    QCOMPARE(ids.removeDuplicates(), 0);
    QCOMPARE(ids.size(), 7);
    // The same thing decided otherwise takes the place of the first decision.
    QCOMPARE(decisionId(toJson(LevelMerge{"a", "x", "y"})), decisionId(toJson(LevelMerge{"a", "x", "z"})));
    QVERIFY(decisionId(toJson(LevelMerge{"a", "x", "y"})) != decisionId(toJson(LevelMerge{"b", "x", "y"})));
    QCOMPARE(decisionId(toJson(UseChoice{"a", AttributeUse::Feature})),
             decisionId(toJson(UseChoice{"a", AttributeUse::LeftOut})));
    add(back, QJsonObject{{"kind", "from the future"}});
    QVERIFY(back == decisions);
}

void TestMended::cancelled() {
    const Job job;
    job.cancel();
    Decisions decisions;
    decisions.missing = {{"account.industry", "Food"}};
    const auto result = mended(shared(acme()), decisions, job);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestMended)
#include "tst_mended.moc"
