#include "tests/support/core/places.h"
#include "tests/support/core/program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace icp::test;

namespace {

/// Runs icp-workshop where `folder` is a disk of `kilobytes`; "$0" is the program. After its end what lies on
/// the disk is listed on stdout, for the disk goes with the process. Needs user namespaces.
Run onSmallDisk(const QString& folder, int kilobytes, const QStringList& arguments) {
    QProcess process;
    process.start(
        QStringLiteral("unshare"),
        QStringList{QStringLiteral("-rm"), QStringLiteral("bash"), QStringLiteral("-c"),
                    QStringLiteral("mount -t tmpfs -o size=%1k none \"$1\" || exit 99; folder=$1; shift; "
                                   "\"$0\" \"$@\" > /dev/null; code=$?; ls -A \"$folder\"; exit $code")
                        .arg(kilobytes),
                    icp::programPath(), folder} +
            arguments);
    Run result;
    if (!process.waitForFinished(60000)) process.kill();
    result.crashed = process.exitStatus() == QProcess::CrashExit;
    result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

QByteArray deals() {
    QByteArray text("Deal ID,Deal Name,Stage,Amount,Close Date,Account Name,Source\n");
    for (int i = 0; i < 400; ++i)
        text += QByteArray::number(i) + ",Deal," + (i % 3 ? "Closed Won," : "Closed Lost,") +
                QByteArray::number(100 + i) + ",2024-01-" + QByteArray::number(10 + i % 18) + ",Account " +
                QByteArray::number(i) + (i % 2 ? ",Web\n" : ",Event\n");
    return text;
}

}  // namespace

/// A full disk is said in one sentence that names the folder; the exit code is 4 and nothing is left behind.
class TestFullDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QVERIFY(writeFile(m_deals, deals()));
        QVERIFY(QDir().mkpath(m_disk));
        QCOMPARE(run({"report", m_deals, "--out", m_folder.filePath("roomy")}).exitCode, 0);
    }

    void noRoom_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("report") << QStringList{"report", m_deals, "--out", m_disk};
        QTest::newRow("report into a new folder") << QStringList{"report", m_deals, "--out", m_disk + "/new"};
        QTest::newRow("example") << QStringList{"example", "--out", m_disk};
        QTest::newRow("export") << QStringList{"export", m_folder.filePath("roomy/workshop.icpw"),
                                               "--what", "deck",
                                               "--as",   "pdf",
                                               "--out",  m_disk + "/deck.pdf"};
        QTest::newRow("import") << QStringList{"import", m_deals, "--to", m_disk + "/w.icpw"};
    }

    void noRoom() {
        QFETCH(QStringList, arguments);
        const Run result = onSmallDisk(m_disk, 8, arguments);
        if (result.exitCode == 99 || result.exitCode == 1 || result.exitCode == 127)
            QSKIP("Disks cannot be made here.");
        QVERIFY(!result.crashed);
        QVERIFY2(result.exitCode == 4, qPrintable(result.err));
        const QString said = result.err.trimmed().section(u'\n', -1);
        QVERIFY2(said.contains("no room left on the device"), qPrintable(said));
        QVERIFY2(said.contains(m_disk), qPrintable(said));
        QVERIFY2(result.out.isEmpty(), result.out.constData());
    }

    void aLimitOnFileSizesIsNoEnd() {
        const QString out = m_folder.filePath("limited");
        QProcess process;
        process.start("bash", {"-c", "ulimit -f 4; exec \"$0\" report \"$1\" --out \"$2\"",
                               icp::programPath(), m_deals, out});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(!QDir(out).exists());
    }

    void standardOutputThatRefuses() {
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(icp::programPath(), {"read", m_deals});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(process.readAllStandardError().contains("standard output"));
    }

private:
    QTemporaryDir m_folder;
    const QString m_deals = m_folder.filePath("deals.csv");
    const QString m_disk = m_folder.filePath("disk");
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
