#include "core/store/workshopfile.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/places.h"
#include "tests/support/core/program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace icp::test;

/// Bad input ends in one clear sentence that names the file, with the right exit code and nothing half
/// written.
class TestBadInput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void wrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("report without files") << QStringList{"report", "--out", "x"};
        QTest::newRow("report without out") << QStringList{"report", "a.csv"};
        QTest::newRow("unknown option") << QStringList{"report", "a.csv", "--nonsense"};
        QTest::newRow("option without value") << QStringList{"report", "a.csv", "--out"};
        QTest::newRow("read two files") << QStringList{"read", "a.csv", "b.csv"};
        QTest::newRow("import without to") << QStringList{"import", "a.csv"};
        QTest::newRow("wrong role") << QStringList{"import", "a.csv",  "--to",
                                                   "w.icpw", "--role", "friends=a.csv"};
        QTest::newRow("export without anything") << QStringList{"export"};
        QTest::newRow("export of what cannot be")
            << QStringList{"export", "w.icpw", "--what", "accounts", "--as", "pdf", "--out", "x"};
        QTest::newRow("option for a value") << QStringList{"report", "a.csv", "--out", "--strict"};
        QTest::newRow("flag with a value") << QStringList{"report", "a.csv", "--out", "x", "--strict=no"};
        QTest::newRow("short option") << QStringList{"read", "-x", "a.csv"};
        QTest::newRow("long delimiter") << QStringList{"read", "a.csv", "--delimiter", "abc"};
    }

    void wrongUsage() {
        QFETCH(QStringList, arguments);
        const Run result = run(arguments);
        QVERIFY(!result.crashed);
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.err.trimmed().count(u'\n'), 0);
        QVERIFY(!result.err.trimmed().isEmpty());
    }

    void nothingIsWrittenOverWhatIsRead() {
        const auto at = [this](const QString& name) { return m_folder->filePath(name); };
        const auto bytes = [&](const QString& name) {
            QFile file(at(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(run({"example", "--out", at("in")}).exitCode, 0);
        const QString companies = at("in/companies.csv");
        const QString deals = at("in/deals_Q3_final.csv");
        QCOMPARE(run({"report", companies, deals, "--out", at("out")}).exitCode, 0);
        const auto refuses = [&](const QStringList& arguments, const QString& name) {
            const QByteArray before = bytes(name);
            const Run result = run(arguments);
            return !before.isEmpty() && result.exitCode == 2 && result.err.contains(name.toUtf8()) &&
                   bytes(name) == before;
        };
        const QString workshop = at("out/workshop.icpw");
        QVERIFY(refuses({"export", workshop, "--what", "slide", "--as", "pdf", "--out", workshop},
                        "out/workshop.icpw"));
        QVERIFY(refuses({"score", workshop, companies, "--icp", "Draft", "--out", workshop},
                        "out/workshop.icpw"));
        QVERIFY(
            refuses({"score", workshop, companies, "--icp", "Draft", "--out", at("out/../in/companies.csv")},
                    "in/companies.csv"));
        QVERIFY(refuses({"report", at("out/accounts-scored.csv"), deals, "--out", at("out")},
                        "out/accounts-scored.csv"));
        // A second report takes the place of the first, unless somebody went on with its workshop.
        QCOMPARE(run({"report", companies, deals, "--out", at("out")}).exitCode, 0);
        {
            auto file = icp::WorkshopFile::open(workshop);
            QVERIFY(file);
            icp::Change change;
            change.entity = change.id = QStringLiteral("settings");
            change.after = toJson((*file)->workshop().settings);
            change.after[QStringLiteral("company")] = QStringLiteral("Quillbridge");
            change.text = QStringLiteral("Name the company");
            QVERIFY((*file)->apply(change));
        }
        QVERIFY(refuses({"report", companies, deals, "--out", at("out")}, "out/workshop.icpw"));
    }

    void namesOfNothingAreTold() {
        QFile file(m_folder->filePath("deals.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Deal ID,Deal Name,Stage,Colour\n1,One,Won,red\n2,Two,Lost,blue\n3,Three,Won,red\n");
        file.close();
        const Run result = run({"import", file.fileName(), "--to", m_folder->filePath("w.icpw"), "--memory",
                                "none", "--role", "deals=" + file.fileName(), "--hide", "deal.nope", "--won",
                                "Won", "--lost", "Lst"});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.contains("No attribute is called “deal.nope”"), result.out.constData());
        QVERIFY(result.out.contains("No deal says “Lst”"));
        QVERIFY(!result.out.contains("No deal says “Won”"));
    }

    void unusableInput_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QByteArray() << "deals.csv";
        QTest::newRow("header only") << QByteArray("Deal Name,Stage,Amount\n") << "deals.csv";
        QTest::newRow("binary") << QByteArray::fromHex("7f454c46020101000000000000000000030000ff00fe00")
                                << "deals.csv";
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") << "deals.csv";
        QTest::newRow("encrypted xlsx")
            << QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(2048, '\0') << "deals.xlsx";
        QTest::newRow("cut off xlsx")
            << QByteArray("PK\x03\x04\x14\x00\x00\x00\x08\x00", 10) + QByteArray(500, 'x') << "deals.xlsx";
    }

    void unusableInput() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const QString path = m_folder->filePath(name);
        QVERIFY(writeFile(path, bytes));
        const QString out = m_folder->filePath("out");
        const Run result = run({"report", path, "--out", out});
        QVERIFY(!result.crashed);
        QVERIFY2(result.exitCode == 3, qPrintable(result.err));
        QVERIFY2(result.err.contains(name), qPrintable(result.err));
        QVERIFY(!QDir(out).exists());
    }

    void noSuchFile() {
        const Run result =
            run({"report", m_folder->filePath("gone.csv"), "--out", m_folder->filePath("out")});
        QCOMPARE(result.exitCode, 3);
        QVERIFY(result.err.contains("gone.csv"));
        QVERIFY(!QDir(m_folder->filePath("out")).exists());
    }

    void aFolderIsNoFile() {
        const Run result = run({"read", m_folder->path()});
        QVERIFY(!result.crashed);
        QCOMPARE(result.exitCode, 3);
    }

    void noPermission() {
        if (geteuid() == 0) QSKIP("Root may read everything.");
        const QString path = m_folder->filePath("secret.csv");
        QVERIFY(writeFile(path, "a,b\n1,2\n"));
        QFile::setPermissions(path, {});
        const Run result = run({"read", path});
        QCOMPARE(result.exitCode, 3);
        QVERIFY(result.err.contains("secret.csv"));
    }

    void outputCannotBeWritten() {
        QVERIFY(writeFile(m_folder->filePath("deals.csv"), smallDeals()));
        QVERIFY(writeFile(m_folder->filePath("taken"), "a file"));
        const Run result =
            run({"report", m_folder->filePath("deals.csv"), "--out", m_folder->filePath("taken/out")});
        QVERIFY2(result.exitCode == 4, qPrintable(result.err));
        QVERIFY(result.err.contains("taken"));
        QCOMPARE(fileBytes(m_folder->filePath("taken")), QByteArray("a file"));
    }

    void interruptedWorkLeavesNothing() {
        QByteArray many("Deal ID,Deal Name,Stage,Amount,Close Date,Account Name\n");
        for (int i = 0; i < 400000; ++i)
            many += QByteArray::number(i) + ",Deal " + QByteArray::number(i) +
                    (i % 3 == 0 ? ",Closed Won," : ",Closed Lost,") + QByteArray::number(i % 977) +
                    ",2024-01-" + QByteArray::number(10 + i % 18) + ",Account " +
                    QByteArray::number(i % 5000) + "\n";
        QVERIFY(writeFile(m_folder->filePath("deals.csv"), many));
        const QString out = m_folder->filePath("out");
        QProcess process;
        process.start(icp::programPath(), {"report", m_folder->filePath("deals.csv"), "--out", out});
        process.setReadChannel(QProcess::StandardError);
        QVERIFY(process.waitForReadyRead(20000));
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(!QDir(out).exists());
    }

    void studiesThatCannotBe_data() {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("warning");
        QTest::newRow("no deal closed") << QByteArray("Proposal") << "no-closed-deals";
        QTest::newRow("all won") << QByteArray("Closed Won") << "all-won";
        QTest::newRow("all lost") << QByteArray("Closed Lost") << "all-lost";
    }

    void studiesThatCannotBe() {
        QFETCH(QByteArray, state);
        QFETCH(QString, warning);
        QVERIFY(writeFile(m_folder->filePath("deals.csv"), deals(60, state, state)));
        const QString out = m_folder->filePath("out");
        const Run result = run({"report", m_folder->filePath("deals.csv"), "--out", out, "--outcome", "won"});
        QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        const QByteArray findings = fileBytes(out + "/findings.json");
        QVERIFY2(findings.contains(warning.toUtf8()), findings.left(1500).constData());
        QVERIFY(!findings.contains("nan"));
    }

    void aTextIsNoWorkshop() {
        QVERIFY(writeFile(m_folder->filePath("no.icpw"), "this is not a database, whatever its name says"));
        const Run notOne = run({"analyze", m_folder->filePath("no.icpw"), "--json"});
        QCOMPARE(notOne.exitCode, 3);
        QVERIFY(notOne.err.contains("no.icpw"));
    }

private:
    static QByteArray deals(int count, const QByteArray& one, const QByteArray& other) {
        QByteArray text("Deal ID,Deal Name,Stage,Amount,Close Date,Account Name,Source\n");
        for (int i = 0; i < count; ++i)
            text += QByteArray::number(i) + ",Deal," + (i % 3 ? one : other) + "," +
                    QByteArray::number(100 + i) + ",2024-01-" + QByteArray::number(10 + i % 18) +
                    ",Account " + QByteArray::number(i) + (i % 2 ? ",Web\n" : ",Event\n");
        return text;
    }
    static QByteArray smallDeals() { return deals(200, "Closed Won", "Closed Lost"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
