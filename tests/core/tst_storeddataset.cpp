#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/datasetdifference.h"
#include "tests/support/core/fulldataset.h"
#include "tests/support/core/workshopedits.h"
#include "tests/support/core/workshoptest.h"

#include <QProcess>

using namespace icp;
using namespace icp::test;

namespace {

/// One column per thing that is hard to keep.
std::shared_ptr<const Dataset> awkward() {
    DatasetBuilder builder;
    builder.text(Entity::Account, QStringLiteral("account.name"),
                 {"ü", "日本", "a'b\"c;--", "x\ny", "", "null"});
    builder.number(Entity::Account, QStringLiteral("account.x_numbers"),
                   {0.1, 1e308, -5e-324, 123456789012345680.0, qQNaN(), 1.0 / 3});
    builder.category(Entity::Account, QStringLiteral("account.x_levels"), {"b", "a", "B", "", "b", "ß"});
    builder.multi(Entity::Account, QStringLiteral("account.x_many"),
                  {"a; b", "b", "", "c\"d; [e]", "a; a", "b; a"});
    builder.boolean(Entity::Account, QStringLiteral("account.x_yes"), {"yes", "no", "", "no", "yes", ""});
    builder.number(
        Entity::Account, QStringLiteral("account.x_infinite"),
        {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), 0, 1, 2, 3});
    Dataset dataset = builder.build();
    auto table = std::make_shared<Table>(*dataset.accounts.table);
    // Empty but not missing, and headers that clash with each other and with SQL.
    table->fields[0].column = Column::texts({"", "a", std::string("b\0c", 3), "", "e", "f"}, Bitmap(6));
    const QStringList headers{"Name", "name", "_row", "select \"x\"", "", "NAME 2"};
    for (std::size_t i = 0; i < table->fields.size(); ++i) table->fields[i].header = headers[qsizetype(i)];
    Dictionary unused;
    for (const char* level : {"never", "b", "a"}) unused.intern(level);
    table->fields[2].column = Column::categories({1, 2, 1, 0, 0, 2}, std::move(unused), Bitmap(6));
    dataset.accounts.table = table;
    dataset.accountState.clear();
    return std::make_shared<const Dataset>(std::move(dataset));
}

/// The workshop at `path` as a program of an older version wrote it.
void makeOlder(const QString& path, const QString& to, int version) {
    Database old(to, Database::Mode::Create);
    migrate(old, Migrations(schema().begin(), schema().begin() + version));
    old.run("ATTACH '" + path.toUtf8() + "' AS newer");
    const auto texts = [&](const QByteArray& sql) {
        QStringList found;
        Statement select = old.prepare(sql);
        while (select.row()) found << select.text(0);
        return found;
    };
    for (const QString& create :
         texts("SELECT sql FROM newer.sqlite_schema WHERE type = 'table' AND name LIKE 'data\\__\\_%' ESCAPE "
               "'\\'"))
        old.run(create.toUtf8());
    for (const QString& table :
         texts("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
        const QStringList columns = texts(
            "SELECT '\"' || replace(name, '\"', '\"\"') || '\"' FROM "
            "pragma_table_info('" +
            table.toUtf8() + "', 'main')");
        const QByteArray list = columns.join(u',').toUtf8();
        old.run("INSERT INTO main." + table.toUtf8() + " SELECT " + list + " FROM newer." + table.toUtf8());
    }
    old.run("DETACH newer");
}

/// What versions 1 and 2 keep of a dataset.
Dataset asOlderFilesHaveIt(const Dataset& dataset) {
    Dataset result = dataset;
    result.choices = {};
    result.outcomeWords.clear();
    for (SourceFile& file : result.files) {
        file.path.clear();
        file.roleSure = 0;
        file.signature.clear();
        file.digest.clear();
        file.remembered = {};
        file.asOf = {};
        file.valid = -1;
        file.stale = 0;
        for (ColumnInfo& column : file.columnInfo) {
            column.verdict.clear();
            column.why.clear();
            column.valid = -1;
        }
    }
    for (EntityTable* entity : {&result.accounts, &result.deals, &result.contacts, &result.usage}) {
        for (Attribute& attribute : entity->attributes) {
            attribute.verdict.clear();
            attribute.caution.clear();
        }
        entity->links.byChoice = 0;
        entity->links.nameless = 0;
        entity->links.unlinked.clear();
    }
    return result;
}

}  // namespace

/// A dataset in a workshop: everything comes back, any tool can read it.
class TestStoredDataset : public WorkshopTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void datasetComesBackEqual_data();
    void datasetComesBackEqual();
    void olderFilesKnowLess_data();
    void olderFilesKnowLess();
    void newestDatasetIsUsed();
    void newestDatasetGoesAgain();
    void thousandsOfColumns();
    void cancelledDatasetLeavesTheOld();
    void anyToolCanReadIt();

private:
    std::unique_ptr<WorkshopFile> m_file;
};

void TestStoredDataset::init() {
    m_file.reset();
    newPlace();
    Settings settings;
    settings.company = QStringLiteral("Quillbridge");
    m_file = expectValue(WorkshopFile::create(m_path, settings));
}

void TestStoredDataset::datasetComesBackEqual_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("empty") << 0;
    QTest::newRow("awkward") << 1;
    for (int seed = 2; seed < 8; ++seed) QTest::addRow("random %d", seed) << seed;
}

void TestStoredDataset::datasetComesBackEqual() {
    QFETCH(int, which);
    const auto dataset = which == 0   ? std::make_shared<const Dataset>()
                         : which == 1 ? awkward()
                                      : full(quint32(which), std::size_t(which - 2) * 37);
    QCOMPARE(failure(m_file->setDataset(dataset)), QString());
    QCOMPARE(m_file->dataset(), dataset);
    m_file = expectValue(WorkshopFile::open(m_path));
    const QString found = difference(*m_file->dataset(), *dataset);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestStoredDataset::olderFilesKnowLess_data() {
    QTest::addColumn<int>("version");
    for (int version = 1; version < schemaVersion(); ++version)
        QTest::addRow("version %d", version) << version;
}

void TestStoredDataset::olderFilesKnowLess() {
    QFETCH(int, version);
    const auto dataset = full(9, 25);
    QCOMPARE(failure(m_file->setDataset(dataset)), QString());
    const Dataset kept = version < 3 ? asOlderFilesHaveIt(*dataset) : *dataset;
    m_file.reset();
    const QString old = at(QStringLiteral("old.icpw"));
    makeOlder(m_path, old, version);
    const QByteArray before = bytes(old);

    m_file = expectValue(WorkshopFile::open(old));
    QCOMPARE(difference(*m_file->dataset(), kept), QString());
    QCOMPARE(bytes(old), before);
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    QCOMPARE(failure(m_file->setDataset(dataset)), QString());
    m_file = expectValue(WorkshopFile::open(old));
    QCOMPARE(difference(*m_file->dataset(), *dataset), QString());
    QCOMPARE(difference(*expectValue(m_file->dataset(1)), kept), QString());
    QCOMPARE(m_file->workshop().settings.company, QStringLiteral("Quillbridge"));
    const QString backup = old + QStringLiteral(".v%1.backup").arg(version);
    QCOMPARE(Database(backup, Database::Mode::Open).number("PRAGMA user_version"), std::int64_t(version));
    QCOMPARE(difference(*expectValue(WorkshopFile::open(backup))->dataset(), kept), QString());
}

void TestStoredDataset::newestDatasetIsUsed() {
    QCOMPARE(failure(m_file->setDataset(full(3, 20))), QString());
    const auto second = full(4, 30);
    QCOMPARE(failure(m_file->setDataset(second)), QString());
    m_file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(difference(*m_file->dataset(), *second).isEmpty());
    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("SELECT count(*) FROM data_1_accounts"), std::int64_t(20));
}

void TestStoredDataset::newestDatasetGoesAgain() {
    const auto first = full(3, 20);
    QCOMPARE(failure(m_file->dropDataset()), QString());  // there is none
    QCOMPARE(failure(m_file->setDataset(first)), QString());
    QCOMPARE(failure(m_file->setDataset(full(4, 30))), QString());
    QCOMPARE(failure(m_file->dropDataset()), QString());
    QVERIFY(difference(*m_file->dataset(), *first).isEmpty());
    QCOMPARE(m_file->datasets().size(), std::size_t(1));
    m_file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(difference(*m_file->dataset(), *first).isEmpty());
    QCOMPARE(failure(m_file->dropDataset()), QString());
    QVERIFY(m_file->dataset()->files.empty() && m_file->datasets().empty());
    m_file.reset();
    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("SELECT count(*) FROM sqlite_schema WHERE name GLOB 'data_*'"), std::int64_t(0));
    for (const char* table : {"dataset_file", "dataset_column", "issue", "outcome_word"})
        QCOMPARE(database.number(QByteArray("SELECT count(*) FROM ") + table), std::int64_t(0));
}

void TestStoredDataset::thousandsOfColumns() {
    DatasetBuilder builder;
    for (int i = 0; i < 5000; ++i)
        builder.number(Entity::Account, QStringLiteral("account.same"), {double(i), 2});
    const auto dataset = std::make_shared<const Dataset>(builder.build());
    QCOMPARE(failure(m_file->setDataset(dataset)), QString());
    m_file = expectValue(WorkshopFile::open(m_path));
    const QString found = difference(*m_file->dataset(), *dataset);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestStoredDataset::cancelledDatasetLeavesTheOld() {
    const auto old = full(3, 20);
    QCOMPARE(failure(m_file->setDataset(old)), QString());
    const QByteArray before = bytes(m_path);
    int reports = 0;
    Job* running = nullptr;
    Job job([&](const Job::Progress& progress) {
        ++reports;
        if (progress.done > 3000) running->cancel();
    });
    running = &job;
    const auto result = m_file->setDataset(full(5, 20000), job);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QVERIFY(reports > 0);
    QCOMPARE(m_file->dataset(), old);
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    QCOMPARE(failure(m_file->undo()), QString());
    m_file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(difference(*m_file->dataset(), *old).isEmpty());

    Job stopped;
    stopped.cancel();
    const auto notOpened = WorkshopFile::open(m_path, stopped);
    QVERIFY(!notOpened);
    QCOMPARE(notOpened.error().code, ErrorCode::Cancelled);
}

void TestStoredDataset::anyToolCanReadIt() {
    QCOMPARE(failure(m_file->setDataset(full(1, 40))), QString());
    Icp icp = namedIcp(QStringLiteral("a"), QStringLiteral("Finance teams"));
    Criterion criterion;
    criterion.text = QStringLiteral("Team of 4 to 25");
    criterion.importance = Importance::Must;
    criterion.condition = Condition{QStringLiteral("account.x_team"), Condition::Op::Range, {}, 4, 26};
    icp.criteria = {criterion};
    QCOMPARE(failure(m_file->apply(putting(icp))), QString());
    m_file.reset();
    QProcess tool;
    const auto asked = [&](const QString& sql) {
        tool.start(QStringLiteral("sqlite3"), {"-readonly", m_path, sql});
        tool.waitForFinished();
        return QString::fromUtf8(tool.readAllStandardOutput()).trimmed();
    };
    tool.start(QStringLiteral("sqlite3"), {"--version"});
    if (!tool.waitForFinished()) QSKIP("The sqlite3 tool is not installed.");
    QCOMPARE(asked(QStringLiteral("SELECT name FROM icp")), QStringLiteral("Finance teams"));
    QCOMPARE(asked(QStringLiteral("SELECT text, importance, low, high FROM criterion")),
             QStringLiteral("Team of 4 to 25|must|4|26"));
    QCOMPARE(asked(QStringLiteral("SELECT count(*) FROM persona")), QStringLiteral("0"));
    QCOMPARE(asked(QStringLiteral("SELECT name FROM data_1_accounts WHERE _row = 3")),
             QStringLiteral("Customer 3"));
    QVERIFY(QStringList({"Logistics", "Retail", "Energy", "Public", ""})
                .contains(asked(QStringLiteral("SELECT industry FROM data_1_accounts WHERE _row = 0"))));
    QCOMPARE(asked(QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

QTEST_GUILESS_MAIN(TestStoredDataset)
#include "tst_storeddataset.moc"
