#include "core/store/schema.h"
#include "tests/support/core/datasetdifference.h"
#include "tests/support/core/fulldataset.h"
#include "tests/support/core/workshopedits.h"
#include "tests/support/core/workshoptest.h"

#include <QDir>
#include <QFileInfo>

#include <unistd.h>

using namespace icp;
using namespace icp::test;

namespace {

/// Two more scripts after the real ones.
Migrations longerSchema() {
    Migrations scripts = schema();
    scripts.push_back("CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra VALUES ('second')");
    scripts.push_back("ALTER TABLE extra ADD COLUMN b INTEGER");
    return scripts;
}

}  // namespace

/// A workshop file: made, opened, refused, copied, migrated.
class TestWorkshopFile : public WorkshopTest {
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
    void copyIsComplete();
    void copyFailsCleanly();
    void olderSchemaIsMigratedOnFirstChange();
    void failedMigrationLeavesTheFile();

private:
    std::unique_ptr<WorkshopFile> m_file;
};

void TestWorkshopFile::init() {
    m_file.reset();
    newPlace();
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
    QCOMPARE(schemaVersion(), 6);
    Database database(m_path, Database::Mode::Open);
    QCOMPARE(database.number("PRAGMA application_id"), std::int64_t(applicationId));
    QCOMPARE(database.number("PRAGMA user_version"), std::int64_t(schemaVersion()));
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
    QCOMPARE(database.number("PRAGMA user_version"), std::int64_t(schemaVersion() + 2));
    QCOMPARE(database.number("SELECT count(*) FROM extra WHERE a = 'second' AND b IS NULL"), std::int64_t(1));
    const auto backup =
        expectValue(WorkshopFile::open(m_path + QStringLiteral(".v%1.backup").arg(schemaVersion())));
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
    QCOMPARE(Database(m_path, Database::Mode::Open).number("PRAGMA user_version"),
             std::int64_t(schemaVersion()));
    const auto broken = WorkshopFile::open(m_path, {}, scripts);
    QVERIFY(!broken);
    QVERIFY(WorkshopFile::open(m_path));
}

QTEST_GUILESS_MAIN(TestWorkshopFile)
#include "tst_workshopfile.moc"
