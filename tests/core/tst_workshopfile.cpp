#include "core/store/schema.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/datasetdifference.h"
#include "tests/support/core/workshopedits.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace icp;
using namespace icp::test;

class TestWorkshopFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void newFileIsAnEmptyWorkshop();
    void createRefusesWhatIsThere();
    void createFailsCleanly();
    void openRefuses_data();
    void openRefuses();
    void openNeverModifies();
    void readOnlyFileOpens();
    void datasetComesBackEqual_data();
    void datasetComesBackEqual();
    void newestDatasetIsUsed();
    void thousandsOfColumns();
    void cancelledDatasetLeavesTheOld();
    void anyToolCanReadIt();
    void copyIsComplete();
    void copyFailsCleanly();
    void olderSchemaIsMigratedOnFirstChange();
    void failedMigrationLeavesTheFile();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    static QByteArray bytes(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& content) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<WorkshopFile> m_file;
};

namespace {

/// Two more scripts after the real first one.
Migrations longerSchema() {
    Migrations scripts = schema();
    scripts.resize(1);
    scripts.push_back("CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra VALUES ('second')");
    scripts.push_back("ALTER TABLE extra ADD COLUMN b INTEGER");
    return scripts;
}

/// A dataset with something in every place.
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
    file.columnInfo = {{"Größe", "account.employees", ColumnType::Number, "all are numbers", 0.9, 3},
                       {"", "account.x_column", ColumnType::Text, "", 0, 0}};
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
    }
    dataset.deals.links.byDomain = 4;
    dataset.contacts.links.byEmail = 5;
    dataset.contacts.links.byName = 6;
    return std::make_shared<const Dataset>(std::move(dataset));
}

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

}  // namespace

void TestWorkshopFile::init() {
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = at(QStringLiteral("w.icpw"));
    Settings settings;
    settings.company = QStringLiteral("Quillbridge");
    m_file = expectValue(WorkshopFile::create(m_path, settings));
}

void TestWorkshopFile::newFileIsAnEmptyWorkshop() {
    QCOMPARE(m_file->path(), m_path);
    QCOMPARE(m_file->workshop().settings.company, QStringLiteral("Quillbridge"));
    QVERIFY(m_file->workshop().icps.empty());
    QVERIFY(m_file->dataset() != nullptr);
    QCOMPARE(m_file->dataset()->accounts.rows(), std::size_t(0));
    QVERIFY(m_file->journal().empty());
    QCOMPARE(schemaVersion(), 1);
    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("PRAGMA application_id"), std::int64_t(applicationId));
    QCOMPARE(database.number("PRAGMA user_version"), std::int64_t(1));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"w.icpw"});
}

void TestWorkshopFile::createRefusesWhatIsThere() {
    const QByteArray before = bytes(m_path);
    const auto refused = WorkshopFile::create(m_path, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(bytes(m_path), before);
    Settings other;
    other.company = QStringLiteral("Other");
    const auto replaced = expectValue(WorkshopFile::create(m_path, other, true));
    QCOMPARE(replaced->workshop().settings.company, QStringLiteral("Other"));
}

void TestWorkshopFile::createFailsCleanly() {
    const auto nowhere = WorkshopFile::create(at(QStringLiteral("no/such/folder/w.icpw")), {});
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::OutputNotWritable);
    const auto folder = WorkshopFile::create(m_folder->path(), {}, true);
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::OutputNotWritable);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"w.icpw"});
}

void TestWorkshopFile::openRefuses_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");  // of the sentence
    QTest::newRow("empty") << QByteArray("") << "is empty";
    QTest::newRow("text") << QByteArray("Name,Amount\nA,3\n") << "is not a workshop";
    QTest::newRow("short header") << QByteArray("SQLite format 3\0", 16) << "is not a workshop";
    QTest::newRow("zeros") << QByteArray(8192, '\0') << "is not a workshop";
    QTest::newRow("missing") << QByteArray() << "There is no file";
}

void TestWorkshopFile::openRefuses() {
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    const QString path = at(QStringLiteral("bad.icpw"));
    if (!content.isNull()) write(path, content);
    const auto result = WorkshopFile::open(path);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InputUnusable);
    QVERIFY2(result.error().message.contains(part), qPrintable(result.error().message));
    QVERIFY(result.error().message.contains(QStringLiteral("bad.icpw")));
    QCOMPARE(bytes(path), content);

    const auto folder = WorkshopFile::open(m_folder->path());
    QVERIFY(!folder && folder.error().message.contains(QStringLiteral("is a folder")));

    // Somebody else's database, and a workshop from the future.
    const QString other = at(QStringLiteral("other.db"));
    Database(other, Database::Mode::Create).run("CREATE TABLE t (a); PRAGMA user_version = 1");
    QVERIFY(WorkshopFile::open(other).error().message.contains(QStringLiteral("is not a workshop")));
    m_file.reset();
    Database(m_path, Database::Mode::Open).run("PRAGMA user_version = 99");
    const auto future = WorkshopFile::open(m_path);
    QVERIFY(!future);
    QCOMPARE(future.error().code, ErrorCode::InputUnusable);
    QVERIFY(future.error().message.contains(QStringLiteral("newer version")));
}

void TestWorkshopFile::openNeverModifies() {
    QCOMPARE(failure(m_file->setDataset(full(1, 50))), QString());
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    m_file.reset();
    const QByteArray before = bytes(m_path);
    const QDateTime modified = QFileInfo(m_path).lastModified();
    m_file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(!m_file->journal().empty());
    m_file.reset();
    QCOMPARE(bytes(m_path), before);
    QCOMPARE(QFileInfo(m_path).lastModified(), modified);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"w.icpw"});
}

void TestWorkshopFile::readOnlyFileOpens() {
    if (geteuid() == 0) QSKIP("The superuser may write everything, so nothing is read-only here.");
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    m_file.reset();
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
    m_file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(1));
    const auto refused = m_file->apply(putting(namedIcp(QStringLiteral("b"), QStringLiteral("B"))));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::OutputNotWritable);
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(1));
    QVERIFY(QFile::setPermissions(m_path, QFile::Permissions()));
    const auto unreadable = WorkshopFile::open(m_path);
    QVERIFY(!unreadable);
    QCOMPARE(unreadable.error().code, ErrorCode::InputUnusable);
}

void TestWorkshopFile::datasetComesBackEqual_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("empty") << 0;
    QTest::newRow("awkward") << 1;
    for (int seed = 2; seed < 8; ++seed) QTest::addRow("random %d", seed) << seed;
}

void TestWorkshopFile::datasetComesBackEqual() {
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

void TestWorkshopFile::newestDatasetIsUsed() {
    QCOMPARE(failure(m_file->setDataset(full(3, 20))), QString());
    const auto second = full(4, 30);
    QCOMPARE(failure(m_file->setDataset(second)), QString());
    m_file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(difference(*m_file->dataset(), *second).isEmpty());
    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("SELECT count(*) FROM data_1_accounts"), std::int64_t(20));
}

void TestWorkshopFile::thousandsOfColumns() {
    DatasetBuilder builder;
    for (int i = 0; i < 5000; ++i)
        builder.number(Entity::Account, QStringLiteral("account.same"), {double(i), 2});
    const auto dataset = std::make_shared<const Dataset>(builder.build());
    QCOMPARE(failure(m_file->setDataset(dataset)), QString());
    m_file = expectValue(WorkshopFile::open(m_path));
    const QString found = difference(*m_file->dataset(), *dataset);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestWorkshopFile::cancelledDatasetLeavesTheOld() {
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

void TestWorkshopFile::anyToolCanReadIt() {
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

void TestWorkshopFile::copyIsComplete() {
    QCOMPARE(failure(m_file->setDataset(full(2, 30))), QString());
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    const QString path = at(QStringLiteral("copy.icpw"));
    QCOMPARE(failure(m_file->copyTo(path)), QString());
    QCOMPARE(failure(m_file->copyTo(path)), QString());  // over itself
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("b"), QStringLiteral("B"))))), QString());
    QCOMPARE(m_file->path(), m_path);
    const auto copy = expectValue(WorkshopFile::open(path));
    QCOMPARE(copy->workshop().icps.size(), std::size_t(1));
    QVERIFY(copy->canUndo());
    QVERIFY(difference(*copy->dataset(), *m_file->dataset()).isEmpty());
    QCOMPARE(failure(copy->apply(putting(namedIcp(QStringLiteral("c"), QStringLiteral("C"))))), QString());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name), (QStringList{"copy.icpw", "w.icpw"}));
}

void TestWorkshopFile::copyFailsCleanly() {
    const auto nowhere = m_file->copyTo(at(QStringLiteral("none/copy.icpw")));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::OutputNotWritable);
    QVERIFY(!m_file->copyTo(m_folder->path()));
    const auto itself = m_file->copyTo(m_path);
    QVERIFY(!itself);
    QCOMPARE(itself.error().code, ErrorCode::Conflict);
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"w.icpw"});
}

void TestWorkshopFile::olderSchemaIsMigratedOnFirstChange() {
    QCOMPARE(failure(m_file->setDataset(full(2, 30))), QString());
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    m_file.reset();
    const QByteArray before = bytes(m_path);

    m_file = expectValue(WorkshopFile::open(m_path, {}, longerSchema()));
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(1));
    QCOMPARE(m_file->dataset()->accounts.rows(), std::size_t(30));
    QCOMPARE(bytes(m_path), before);
    QCOMPARE(failure(m_file->apply(putting(namedIcp(QStringLiteral("b"), QStringLiteral("B"))))), QString());
    QCOMPARE(failure(m_file->undo()), QString());
    m_file.reset();

    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("PRAGMA user_version"), std::int64_t(3));
    QCOMPARE(database.number("SELECT count(*) FROM extra WHERE a = 'second' AND b IS NULL"), std::int64_t(1));
    const auto backup = expectValue(WorkshopFile::open(m_path + QStringLiteral(".v1.backup")));
    QCOMPARE(backup->workshop().icps.size(), std::size_t(1));
    QVERIFY(backup->canUndo());
    // Today's program refuses what the longer schema has made; the longer one opens it as it is.
    QVERIFY(!WorkshopFile::open(m_path));
    QVERIFY(WorkshopFile::open(m_path, {}, longerSchema()));
}

void TestWorkshopFile::failedMigrationLeavesTheFile() {
    m_file.reset();
    Migrations scripts = longerSchema();
    m_file = expectValue(WorkshopFile::open(m_path, {}, scripts));
    // What the migration makes is in its way in the file, but was not when it was opened.
    Database(m_path, Database::Mode::Open).run("CREATE TABLE extra (a)");
    const auto refused = m_file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(m_file->workshop().icps.empty());
    m_file.reset();
    QCOMPARE(Database(m_path, Database::Mode::Open).number("PRAGMA user_version"), std::int64_t(1));
    const auto broken = WorkshopFile::open(m_path, {}, scripts);
    QVERIFY(!broken);
    QVERIFY(WorkshopFile::open(m_path));
}

QTEST_GUILESS_MAIN(TestWorkshopFile)
#include "tst_workshopfile.moc"
