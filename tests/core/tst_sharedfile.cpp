#include "tests/support/core/datasetdifference.h"
#include "tests/support/core/fulldataset.h"
#include "tests/support/core/randomicp.h"
#include "tests/support/core/workshopedits.h"
#include "tests/support/core/workshoptest.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <cstdio>

using namespace icp;
using namespace icp::test;

/// A workshop that is changed while a dataset is stored in it: no change waits for the whole dataset, and
/// none is lost whatever becomes of it.
class TestSharedFile : public WorkshopTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void changesGoOnMeanwhile();
    void nobodyWaitsNothingIsCut();
    void cancelledLeavesChangesAndNoRemains();
    void killedKeepsEveryPromise();

private:
    std::unique_ptr<WorkshopFile> m_file;

    /// Tables of rows, of whichever dataset.
    QStringList tables() const {
        QStringList names;
        {
            QSqlDatabase tool = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tool"));
            tool.setDatabaseName(m_path);
            if (!tool.open()) qFatal("The workshop cannot be read.");
            QSqlQuery query(
                QStringLiteral("SELECT name FROM sqlite_schema WHERE name GLOB 'data_[0-9]*' ORDER BY name"), tool);
            while (query.next()) names << query.value(0).toString();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tool"));
        return names;
    }
};

namespace {

Change numbered(int number) {
    return putting(namedIcp(QString::number(number), QStringLiteral("ICP %1").arg(number)));
}

/// Somebody wants the file whenever it is asked for, and adds an ICP each time.
FileSharing busy(WorkshopFile& file, int& number) {
    return {[] { return true; },
            [&file, &number] {
                if (file.apply(numbered(number))) ++number;
            }};
}

/// What the child process does until it is killed; each line on stdout is a promise.
int storeForever(const QString& path) {
    const auto file = expectValue(WorkshopFile::open(path));
    const auto big = full(9, 30000);
    int number = 0;
    const FileSharing sharing{[] { return true; },
                              [&] {
                                  if (!file->apply(numbered(number))) return;
                                  std::printf("%d\n", number++);
                                  std::fflush(stdout);
                              }};
    return file->setDataset(big, {}, sharing) ? 0 : 1;
}

}  // namespace

void TestSharedFile::init() {
    newPlace();
    m_file = expectValue(WorkshopFile::create(m_path, {}));
}

void TestSharedFile::changesGoOnMeanwhile() {
    const auto dataset = full(5, 2000);
    int changes = 0;
    QCOMPARE(failure(m_file->setDataset(dataset, {}, busy(*m_file, changes))), QString());
    QVERIFY2(changes > 20, qPrintable(QString::number(changes)));
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(changes));
    QCOMPARE(m_file->dataset(), dataset);
    QCOMPARE(failure(m_file->undo()), QString());
    m_file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(changes - 1));
    QCOMPARE(difference(*m_file->dataset(), *dataset), QString());
    QCOMPARE(m_file->datasets().size(), std::size_t(1));
}

void TestSharedFile::nobodyWaitsNothingIsCut() {
    int asked = 0;
    int gaveWay = 0;
    const FileSharing sharing{[&] { return ++asked < 0; }, [&] { ++gaveWay; }};
    const auto dataset = full(5, 200);
    QCOMPARE(failure(m_file->setDataset(dataset, {}, sharing)), QString());
    QVERIFY(asked > 10);
    QVERIFY(gaveWay <= 5);  // a slow disk takes longer than a slice may last
    m_file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(difference(*m_file->dataset(), *dataset), QString());
}

void TestSharedFile::cancelledLeavesChangesAndNoRemains() {
    const auto old = full(3, 20);
    QCOMPARE(failure(m_file->setDataset(old)), QString());
    m_file.reset();
    const QStringList before = tables();
    m_file = expectValue(WorkshopFile::open(m_path));
    int changes = 0;
    Job* running = nullptr;
    Job job([&](const Job::Progress& progress) {
        if (progress.done > 1000) running->cancel();
    });
    running = &job;
    const auto result = m_file->setDataset(full(5, 20000), job, busy(*m_file, changes));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QVERIFY(changes > 3);
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(changes));
    QVERIFY(difference(*m_file->dataset(), *old).isEmpty());
    m_file.reset();
    QCOMPARE(tables(), before);
    m_file = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(changes));
    QVERIFY(difference(*m_file->dataset(), *old).isEmpty());
}

void TestSharedFile::killedKeepsEveryPromise() {
    const auto old = full(4, 50);
    QCOMPARE(failure(m_file->setDataset(old)), QString());
    m_file.reset();
    const QStringList before = tables();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--store", m_path});
    QByteArray output;
    while (output.count('\n') < 12) {
        QVERIFY(child.waitForReadyRead());
        output += child.readAllStandardOutput();
    }
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    output += child.readAllStandardOutput();
    const int promised = int(output.count('\n'));
    m_file = expectValue(WorkshopFile::open(m_path));
    const auto kept = int(m_file->workshop().icps.size());
    QVERIFY2(kept == promised || kept == promised + 1,
             qPrintable(QStringLiteral("%1 promised, %2 kept").arg(promised).arg(kept)));
    QVERIFY(difference(*m_file->dataset(), *old).isEmpty());
    QCOMPARE(m_file->datasets().size(), std::size_t(1));
    QVERIFY(tables().size() > before.size());  // what was written of the other one
    const auto next = full(6, 60);
    QCOMPARE(failure(m_file->setDataset(next)), QString());
    m_file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(difference(*m_file->dataset(), *next).isEmpty());
    QCOMPARE(m_file->datasets().size(), std::size_t(2));
    QCOMPARE(m_file->workshop().icps.size(), std::size_t(kept));
    QCOMPARE(tables().size(), 2 * before.size());
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.value(1) == u"--store") return storeForever(words.value(2));
    TestSharedFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sharedfile.moc"
