#include "core/store/database.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/datasetdifference.h"
#include "tests/support/core/workshopedits.h"
#include "tests/support/core/workshoptest.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace icp;
using namespace icp::test;

/// Kills, locks, full disks and damage.
class TestRecovery : public WorkshopTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void killedProcessLosesNothingCommitted_data();
    void killedProcessLosesNothingCommitted();
    void killedImportLeavesTheOldData();
    void secondWriterIsRefused();
    void lockedFileIsRefused();
    void fullDiskChangesNothing();
    void overwrittenPagesAreNoticed();
    void truncatedFilesAreNoticed();
    void changedCellIsNoticed();
    void flippedBytesNeverCrash();
    void journalOfAnOlderFileSpoilsNothing();

private:
    /// A workshop with data, an ICP and a journal, closed.
    QByteArray filled();
};

namespace {

std::shared_ptr<const Dataset> data(quint32 seed, std::size_t accounts) {
    return std::make_shared<const Dataset>(randomDataset(seed, accounts));
}

/// What the child processes do until they are killed; each line on stdout is a promise.
int changeForever(const QString& path) {
    const auto file = expectValue(WorkshopFile::open(path));
    for (int number = int(file->workshop().icps.size());; ++number) {
        if (!file->apply(putting(namedIcp(QString::number(number), QStringLiteral("ICP %1").arg(number)))))
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

int importForever(const QString& path) {
    const auto file = expectValue(WorkshopFile::open(path));
    const auto big = data(9, 30000);
    std::printf("importing\n");
    std::fflush(stdout);
    return file->setDataset(big) ? 0 : 1;
}

/// No file of this process grows past `size` while the object lives.
class FullDisk {
public:
    explicit FullDisk(rlim_t size) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{size, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

}  // namespace

void TestRecovery::init() {
    newPlace();
    expectValue(WorkshopFile::create(m_path, {}));
}

QByteArray TestRecovery::filled() {
    const auto file = expectValue(WorkshopFile::open(m_path));
    if (!file->setDataset(data(4, 120))) return {};
    for (int i = 0; i < 20; ++i)
        if (!file->apply(putting(namedIcp(QString::number(i), QStringLiteral("ICP %1").arg(i))))) return {};
    return bytes(m_path);
}

void TestRecovery::killedProcessLosesNothingCommitted_data() {
    QTest::addColumn<int>("lines");
    for (const int lines : {1, 2, 3, 5, 8, 13, 21, 34}) QTest::addRow("after %d changes", lines) << lines;
}

void TestRecovery::killedProcessLosesNothingCommitted() {
    QFETCH(int, lines);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--change", m_path});
    QByteArray output;
    while (output.count('\n') < lines) {
        QVERIFY(child.waitForReadyRead());
        output += child.readAllStandardOutput();
    }
    child.kill();  // SIGKILL
    QVERIFY(child.waitForFinished());
    output += child.readAllStandardOutput();
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const int promised = int(output.count('\n'));

    const auto file = expectValue(WorkshopFile::open(m_path));
    const auto kept = int(file->workshop().icps.size());
    QVERIFY2(kept == promised || kept == promised + 1,
             qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(promised)));
    for (int i = 0; i < kept; ++i)
        QCOMPARE(file->workshop().icps[std::size_t(i)].name, QStringLiteral("ICP %1").arg(i));
    QCOMPARE(file->journal().size(), std::size_t(kept));
    while (file->canUndo()) QCOMPARE(failure(file->undo()), QString());
    QVERIFY(file->workshop().icps.empty());
    QCOMPARE(failure(file->redo()), QString());
    QCOMPARE(file->workshop().icps.size(), std::size_t(1));
}

void TestRecovery::killedImportLeavesTheOldData() {
    const auto old = data(4, 50);
    QCOMPARE(failure(expectValue(WorkshopFile::open(m_path))->setDataset(old)), QString());
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--import", m_path});
    QVERIFY(child.waitForReadyRead());
    // Not before it is writing.
    QTRY_VERIFY(QFile::exists(m_path + QStringLiteral("-journal")) || child.state() == QProcess::NotRunning);
    child.kill();
    QVERIFY(child.waitForFinished());
    if (child.exitStatus() != QProcess::CrashExit) QSKIP("The import was done before it could be killed.");
    const auto file = expectValue(WorkshopFile::open(m_path));
    QVERIFY(difference(*file->dataset(), *old).isEmpty());
    QCOMPARE(failure(file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"w.icpw"});
}

void TestRecovery::secondWriterIsRefused() {
    const auto first = expectValue(WorkshopFile::open(m_path));
    const auto second = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(failure(first->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    for (const auto& refused : {second->apply(putting(namedIcp(QStringLiteral("b"), QStringLiteral("B")))),
                                second->undo(), second->setDataset(data(1, 3))}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(QStringLiteral("Another program has changed")));
    }
    QVERIFY(second->workshop().icps.empty());
    QCOMPARE(failure(first->apply(putting(namedIcp(QStringLiteral("c"), QStringLiteral("C"))))), QString());
    const auto again = expectValue(WorkshopFile::open(m_path));
    QCOMPARE(again->workshop().icps.size(), std::size_t(2));
    QCOMPARE(failure(again->apply(putting(namedIcp(QStringLiteral("b"), QStringLiteral("B"))))), QString());
}

void TestRecovery::lockedFileIsRefused() {
    const auto file = expectValue(WorkshopFile::open(m_path));
    Database other(m_path, Database::Mode::Open);
    other.run("BEGIN EXCLUSIVE");
    const auto refused = file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(refused.error().message.contains(QStringLiteral("open in another program")));
    const auto opened = WorkshopFile::open(m_path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Conflict);
    other.run("ROLLBACK");
    QCOMPARE(failure(file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
}

void TestRecovery::fullDiskChangesNothing() {
    const QByteArray before = filled();
    const auto file = expectValue(WorkshopFile::open(m_path));
    const auto old = file->dataset();
    const QByteArray team = written(file->workshop());
    {
        const FullDisk disk(rlim_t(before.size()) + 50000);
        const auto data20000 = data(9, 20000);
        const auto refused = file->setDataset(data20000);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OutputNotWritable);
    }
    QCOMPARE(file->dataset(), old);
    QCOMPARE(bytes(m_path), before);
    {
        const FullDisk disk(20000);
        const auto copied = file->copyTo(at(QStringLiteral("copy.icpw")));
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, ErrorCode::OutputNotWritable);
        const auto created = WorkshopFile::create(at(QStringLiteral("new.icpw")), {});
        QVERIFY(!created);
        QCOMPARE(created.error().code, ErrorCode::OutputNotWritable);
        const auto changed = file->apply(putting(namedIcp(QStringLiteral("z"), QString(100000, u'z'))));
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::OutputNotWritable);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{"w.icpw"});
    QCOMPARE(written(file->workshop()), team);
    QCOMPARE(bytes(m_path), before);
    QCOMPARE(failure(file->apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))))), QString());
    QCOMPARE(failure(file->undo()), QString());
    QCOMPARE(written(expectValue(WorkshopFile::open(m_path))->workshop()), team);
}

void TestRecovery::overwrittenPagesAreNoticed() {
    const QByteArray good = filled();
    constexpr qsizetype page = 4096;
    QVERIFY(good.size() > 20 * page);
    for (qsizetype start = page; start < good.size(); start += page) {
        QByteArray bad = good;
        std::fill(bad.begin() + start, bad.begin() + start + page, char(0xA5));
        write(m_path, bad);
        const auto result = WorkshopFile::open(m_path);
        QVERIFY2(!result, qPrintable(QStringLiteral("page %1").arg(start / page + 1)));
        QCOMPARE(result.error().code, ErrorCode::InputUnusable);
        QVERIFY2(result.error().message.contains(QStringLiteral("is damaged")),
                 qPrintable(result.error().message));
        QVERIFY(!result.error().detail.isEmpty());
        QCOMPARE(bytes(m_path), bad);
    }
}

void TestRecovery::truncatedFilesAreNoticed() {
    const QByteArray good = filled();
    for (const qsizetype size : {qsizetype(1), qsizetype(99), qsizetype(100), qsizetype(4000),
                                 qsizetype(4096), good.size() / 2, good.size() - 4096, good.size() - 1}) {
        write(m_path, good.left(size));
        const auto result = WorkshopFile::open(m_path);
        QVERIFY2(!result, qPrintable(QString::number(size)));
        QCOMPARE(result.error().code, ErrorCode::InputUnusable);
    }
}

void TestRecovery::changedCellIsNoticed() {
    QByteArray content = filled();
    const auto place = content.indexOf("Customer 77");
    QVERIFY(place > 0);
    content[place + 2] = 'z';
    write(m_path, content);
    const auto result = WorkshopFile::open(m_path);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InputUnusable);
    QCOMPARE(result.error().detail, QStringLiteral("data_1_accounts"));
}

void TestRecovery::flippedBytesNeverCrash() {
    const QByteArray good = filled();
    QRandomGenerator random(13);
    int noticed = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray bad = good;
        for (int i = 0; i <= round % 3; ++i)
            bad[qsizetype(random.bounded(int(bad.size())))] = char(random.bounded(256));
        write(m_path, bad);
        const auto result = WorkshopFile::open(m_path);
        if (!result) {
            ++noticed;
            QVERIFY(!result.error().message.isEmpty());
        } else {
            (void)(*result)->undo();
        }
    }
    QVERIFY(noticed > 50);
}

void TestRecovery::journalOfAnOlderFileSpoilsNothing() {
    filled();
    // A crash in the middle of writing leaves the file with a journal beside it; then a new workshop takes
    // its name.
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--import", m_path});
    QVERIFY(child.waitForReadyRead());
    QTRY_VERIFY(QFile::exists(m_path + QStringLiteral("-journal")) || child.state() == QProcess::NotRunning);
    child.kill();
    QVERIFY(child.waitForFinished());
    Settings settings;
    settings.company = QStringLiteral("New");
    const auto file = expectValue(WorkshopFile::create(m_path, settings, true));
    QCOMPARE(file->workshop().settings.company, QStringLiteral("New"));
    QVERIFY(file->workshop().icps.empty());
    QVERIFY(!QFile::exists(m_path + QStringLiteral("-journal")));
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.value(1) == u"--change") return changeForever(words.value(2));
    if (words.value(1) == u"--import") return importForever(words.value(2));
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recovery.moc"
