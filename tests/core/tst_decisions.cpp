#include "core/example/example.h"
#include "core/import/importer.h"
#include "core/proposals/accountkeys.h"
#include "core/proposals/compare.h"
#include "core/proposals/mended.h"
#include "core/proposals/proposals.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/datasetdifference.h"
#include "tests/support/core/workshopedits.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::test;

/// Decisions in the journal of a workshop, and several imports in one file.
class TestDecisions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void decidingMendsUndoingRestores();
    void theyOutliveTheProgram();
    void theyHoldForTheNextImport();
    void oneThingIsDecidedOnce();
    void importsAreListedAndOpened();
    void theImportIsWhatIsStored();
    void whatIsDeclinedIsNotProposed();

private:
    static Change deciding(const QJsonObject& decision) {
        Change change;
        change.entity = QStringLiteral("decision");
        change.id = decisionId(decision);
        change.after = decision;
        change.text = QStringLiteral("Merge levels");
        return change;
    }
    void decide(const QJsonObject& decision) {
        QCOMPARE(failure(m_file->apply(deciding(decision))), QString());
    }
    void use(const std::shared_ptr<const Dataset>& dataset) {
        QCOMPARE(failure(m_file->setDataset(dataset)), QString());
    }
    QStringList industries() const {
        QStringList cells;
        const Column* column = m_file->dataset()->column(u"account.industry");
        for (std::size_t row = 0; row < column->size(); ++row)
            cells << QString::fromStdString(column->display(row));
        return cells;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<WorkshopFile> m_file;
};

namespace {

std::shared_ptr<const Dataset> quarter(const QStringList& names, const QStringList& industries, int day) {
    Dataset dataset = DatasetBuilder()
                          .text(Entity::Account, "account.name", names)
                          .category(Entity::Account, "account.industry", industries)
                          .build();
    SourceFile file;
    file.name = QStringLiteral("accounts-%1.csv").arg(day);
    dataset.files.push_back(file);
    dataset.asOf = QDate(2025, 9, day);
    dataset.fingerprint = QStringLiteral("%1").arg(day, 16, 16, QLatin1Char('0'));
    return std::make_shared<const Dataset>(std::move(dataset));
}

const QJsonObject foodIsFood = toJson(LevelMerge{"account.industry", "food ", "Food"});
const QJsonObject acmeIsOne = toJson(AccountMerge{{{}, "Acme", 1}, {{}, "Acme Inc", 1}});

}  // namespace

void TestDecisions::init() {
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("w.icpw"));
    m_file = expectValue(WorkshopFile::create(m_path, {}));
}

void TestDecisions::decidingMendsUndoingRestores() {
    const auto imported = quarter({"Acme", "Acme Inc", "Beta"}, {"Food", "food ", "Steel"}, 1);
    use(imported);
    QCOMPARE(m_file->dataset(), imported);
    decide(foodIsFood);
    QCOMPARE(industries(), (QStringList{"Food", "Food", "Steel"}));
    decide(acmeIsOne);
    QCOMPARE(industries(), (QStringList{"Food", "Steel"}));
    const auto mendedOne = m_file->dataset();
    QCOMPARE(failure(m_file->apply(putting(namedIcp("a", "A")))), QString());
    QCOMPARE(m_file->dataset(), mendedOne);  // what has nothing to do with the data leaves them alone
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(industries(), (QStringList{"Food", "Food", "Steel"}));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(m_file->dataset(), imported);
    QCOMPARE(failure(m_file->redo()), QString());
    QCOMPARE(failure(m_file->redo()), QString());
    QCOMPARE(industries(), (QStringList{"Food", "Steel"}));
    // Dropping a decision in the middle.
    Change drop = deciding(foodIsFood);
    drop.after = {};
    QCOMPARE(failure(m_file->apply(drop)), QString());
    QCOMPARE(industries(), (QStringList{"Food", "Steel"}));
    QCOMPARE(m_file->workshop().decisions.levels.size(), std::size_t(0));
    QCOMPARE(m_file->workshop().decisions.accounts.size(), std::size_t(1));
}

void TestDecisions::theyOutliveTheProgram() {
    use(quarter({"Acme", "Acme Inc", "Beta"}, {"Food", "food ", "Steel"}, 1));
    decide(foodIsFood);
    decide(acmeIsOne);
    const auto before = m_file->dataset();
    const Decisions decisions = m_file->workshop().decisions;
    m_file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(m_file->workshop().decisions == decisions);
    QCOMPARE(difference(*m_file->dataset(), *before), QString());
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(industries().size(), 3);
    m_file.reset();
    QSqlDatabase tool = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tool"));
    tool.setDatabaseName(m_path);
    QVERIFY(tool.open());
    QSqlQuery query(QStringLiteral("SELECT attribute, \"from\", \"to\" FROM decision WHERE kind = 'level'"),
                    tool);
    QVERIFY(query.next());
    QCOMPARE(query.value(1).toString() + query.value(2).toString(), QStringLiteral("food Food"));
    query.clear();
    tool.close();
}

void TestDecisions::theyHoldForTheNextImport() {
    use(quarter({"Acme", "Acme Inc"}, {"Food", "food "}, 1));
    decide(foodIsFood);
    decide(acmeIsOne);
    use(quarter({"Beta", "Acme Inc", "Acme"}, {"food ", "Steel", ""}, 2));
    QCOMPARE(industries(), (QStringList{"Food", "Steel"}));
    // Where they find nothing they are kept and reported.
    use(quarter({"Beta", "Gamma"}, {"Glass", "Steel"}, 3));
    QCOMPARE(industries(), (QStringList{"Glass", "Steel"}));
    QCOMPARE(m_file->dataset()->issues.size(), std::size_t(2));
    QCOMPARE(m_file->dataset()->issues[0].code, QStringLiteral("decision-idle"));
    QCOMPARE(m_file->workshop().decisions.levels.size(), std::size_t(1));
    use(quarter({"Acme", "Acme Inc"}, {"Food", "food "}, 4));
    QCOMPARE(industries(), QStringList{"Food"});
}

void TestDecisions::oneThingIsDecidedOnce() {
    use(quarter({"Acme", "Beta"}, {"Food", "food "}, 1));
    decide(foodIsFood);
    decide(toJson(LevelMerge{"account.industry", "food ", "Groceries"}));
    QCOMPARE(m_file->workshop().decisions.levels.size(), std::size_t(1));
    QCOMPARE(industries(), (QStringList{"Food", "Groceries"}));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(industries(), (QStringList{"Food", "Food"}));
}

void TestDecisions::importsAreListedAndOpened() {
    QVERIFY(m_file->datasets().empty());
    use(quarter({"Acme", "Acme Inc", "Beta"}, {"Food", "food ", "Steel"}, 1));
    use(quarter({"Acme", "Acme Inc", "Gamma"}, {"Food", "Glass", "Steel"}, 2));
    decide(acmeIsOne);
    const auto list = m_file->datasets();
    QCOMPARE(list.size(), std::size_t(2));
    QCOMPARE(list[0].number, 2);
    QCOMPARE(list[0].files, QStringList{"accounts-2.csv"});
    QCOMPARE(list[1].asOf, QDate(2025, 9, 1));
    QCOMPARE(list[1].accounts, 3);
    QVERIFY(list[0].fingerprint != list[1].fingerprint);
    QVERIFY(list[1].imported.isValid());
    const auto older = expectValue(m_file->dataset(list[1].number));
    QCOMPARE(older->accounts.rows(), std::size_t(2));  // the same decisions
    const auto change = expectValue(compare(*older, *m_file->dataset()));
    QCOMPARE(change.of(Entity::Account).appeared, (std::vector<std::uint32_t>{1}));
    QCOMPARE(change.of(Entity::Account).vanished, (std::vector<std::uint32_t>{1}));
    QCOMPARE(change.of(Entity::Account).matched.size(), std::size_t(1));
    const auto none = m_file->dataset(7);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::InputUnusable);
}

void TestDecisions::theImportIsWhatIsStored() {
    const auto imported = quarter({"Acme", "Acme Inc", "Beta"}, {"Food", "food ", "Steel"}, 1);
    Decisions decisions;
    add(decisions, acmeIsOne);
    // Mended on the way in by decisions the workshop does not know: the file keeps the import.
    use(expectValue(mended(imported, decisions)));
    QCOMPARE(m_file->dataset(), imported);
    m_file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(difference(*m_file->dataset(), *imported), QString());
}

void TestDecisions::whatIsDeclinedIsNotProposed() {
    const auto imported = quarter({"Acme", "Beta", "Gamma"}, {"Food", "food ", "Steel"}, 1);
    use(imported);
    Proposals proposals;
    proposals.levels.push_back({{"account.industry", "food ", "Food"}, {}, 1, 1});
    proposals.levels.push_back({{"account.industry", "steel", "Steel"}, {}, 1, 1});
    TwinProposal twins;
    twins.decisions = {{{{}, "Acme", 1}, {{}, "Acme Inc", 1}}, {{{}, "Acme", 1}, {{}, "Acme Ltd", 1}}};
    proposals.twins.push_back(twins);

    decide(toJson(Declined{decisionId(foodIsFood)}));
    QCOMPARE(m_file->dataset(), imported);  // the data stay as they are
    leaveOut(proposals, m_file->workshop().decisions.declined);
    QCOMPARE(proposals.levels.size(), std::size_t(1));
    QCOMPARE(proposals.levels.front().decision.from, QStringLiteral("steel"));

    // Twins are out when all of them are.
    decide(toJson(Declined{decisionId(acmeIsOne)}));
    leaveOut(proposals, m_file->workshop().decisions.declined);
    QCOMPARE(proposals.twins.size(), std::size_t(1));
    decide(toJson(Declined{decisionId(toJson(twins.decisions[1]))}));
    leaveOut(proposals, m_file->workshop().decisions.declined);
    QVERIFY(proposals.twins.empty());

    m_file.reset();
    m_file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(m_file->workshop().decisions.declined.size(), std::size_t(3));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(m_file->workshop().decisions.declined.size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
