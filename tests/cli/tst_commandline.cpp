#include "tests/support/core/places.h"
#include "tests/support/core/program.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace icp::test;

namespace {

const QStringList commands{"report", "read", "import", "analyze", "score", "export", "example"};

QString readme() { return QString::fromUtf8(fileBytes(icp::sourceFile(QStringLiteral("README.md")))); }

QString manual() {
    static const QRegularExpression fonts(QStringLiteral("\\\\f[BIR]"));
    return QString::fromUtf8(fileBytes(icp::sourceFile(QStringLiteral("installer/linux/icp-workshop.1"))))
        .remove(fonts)
        .remove(u'\\');
}

/// "--out", "--strict" ...: every option that the text names.
QSet<QString> optionsIn(const QString& text) {
    static const QRegularExpression option(QStringLiteral("--[a-z]+"));
    QSet<QString> names;
    for (auto it = option.globalMatch(text); it.hasNext();) names << it.next().captured();
    return names;
}

/// The options that README's table has for a command.
QSet<QString> documented(const QString& command) {
    QSet<QString> names;
    for (const QString& line : readme().split(u'\n')) {
        const QStringList cells = QString(line).replace("\\|", "/").split(u'|');
        if (!line.startsWith("| `--") || cells.size() < 4) continue;
        const QString of = cells[2].trimmed();
        if (of == "all" || of.split(", ").contains(command)) names += optionsIn(cells[1]);
    }
    return names;
}

}  // namespace

/// The words of the command line: what help tells, README tells, and the program understands are the same.
class TestCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void readmeHasTheHelp() {
        const Run help = run({"--help"});
        QCOMPARE(help.exitCode, 0);
        QVERIFY2(readme().contains("```\n" + help.out + "```\n"), help.out.constData());
        for (const QString& command : commands)
            QVERIFY2(help.out.contains("\n  " + command.toUtf8() + " "), qPrintable(command));
    }

    void everyOptionIsDocumented_data() {
        QTest::addColumn<QString>("command");
        for (const QString& command : commands) QTest::addRow("%s", qPrintable(command)) << command;
    }

    void everyOptionIsDocumented() {
        QFETCH(QString, command);
        const Run help = run({command, "--help"});
        QCOMPARE(help.exitCode, 0);
        const QString text = QString::fromUtf8(help.out);
        QVERIFY(text.startsWith("icp-workshop " + command));
        const QSet<QString> options = optionsIn(text.section("\n\n", 1));
        QVERIFY(options.contains("--verbose"));
        QCOMPARE(documented(command), options);
        const QSet<QString> inManual = optionsIn(manual());
        for (const QString& option : options) QVERIFY2(inManual.contains(option), qPrintable(option));
        QVERIFY(manual().contains(".B icp-workshop " + command));
    }

    void roleAndMapOfReport() {
        const QString file = m_folder->filePath("list.csv");
        QVERIFY(writeFile(file, "Wer,Was,Ende\nA,Web,Closed Won\nB,Web,Closed Lost\nC,Fair,Closed Won\n"));
        const QString out = m_folder->filePath("out");
        const Run result =
            run({"report", "--role", "deals=" + file, "--map", "list.csv:Wer=deal.account_name", "--map",
                 "list.csv:Ende=deal.stage", "--out", out});
        QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        const QByteArray imported = fileBytes(out + "/import.json");
        QVERIFY2(imported.contains("\"deal.stage\"") && imported.contains("\"deal.account_name\""),
                 imported.constData());
    }

    void anUnknownWordIsNoWindow_data() {
        QTest::addColumn<QString>("word");
        for (const char* word : {"reprot", "scoer", "window", "C:"}) QTest::addRow("%s", word) << word;
    }

    void anUnknownWordIsNoWindow() {
        QFETCH(QString, word);
        const Run result = run({word, "a.csv"});
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.err.trimmed().count(u'\n'), 0);
        QVERIFY2(result.err.contains("“" + word + "”"), qPrintable(result.err));
        for (const QString& command : commands)
            QVERIFY2(result.err.contains(command), qPrintable(result.err));
    }

    void withoutADisplay() {
        QProcessEnvironment none = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) none.remove(name);
        QProcess process;
        process.setProcessEnvironment(none);
        process.start(icp::programPath(), QStringList());
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("no display"));
        process.start(icp::programPath(), {"gone.icpw"});
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 3);
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()),
                 QStringLiteral("There is no file “gone.icpw”.\n"));
    }

    void wrongValuesAreRefusedFirst_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const QString none = "gone.csv";
        const auto add = [&](const char* name, const QStringList& words, const QString& named) {
            QTest::newRow(name) << words << named;
        };
        const auto report = [&](const QStringList& words) {
            return QStringList{"report", none, "--out", "unmade/out"} + words;
        };
        add("outcome", report({"--outcome", "nonsense"}), "nonsense");
        add("unit", report({"--unit", "dozen"}), "dozen");
        add("unit of outcome", report({"--outcome", "won", "--unit", "account"}), "account");
        add("depth", report({"--depth", "9"}), "--depth");
        add("quality", report({"--quality", "best"}), "binomial");
        add("holdout", report({"--holdout", "0.9"}), "--holdout");
        add("holdout is no share", report({"--holdout", "nan"}), "--holdout");
        add("depth is no number", report({"--depth", "two"}), "--depth");
        add("where", report({"--where", "a.b = "}), "a value");
        add("role", report({"--role", "customers=gone.csv"}), "--role");
        add("map", report({"--map", "other.csv:A=deal.stage"}), "--map");
        add("map to nothing", report({"--map", "gone.csv:A=deal.stadium"}), "deal.stadium");
        add("type", report({"--type", "gone.csv:A=colour"}), "--type");
        add("as detected", report({"--as-detected", "other.csv:A"}), "--as-detected");
        add("missing", report({"--missing", "A=-"}), "--missing");
        add("use", report({"--use", "stage"}), "stage");
        add("import", {"import", none, "--to", "unmade/w.icpw", "--hide", "stage"}, "stage");
        add("analyze", {"analyze", "gone.icpw", "--outcome", "nonsense"}, "nonsense");
        add("analyze where", {"analyze", "gone.icpw", "--where", "x y"}, "an operator");
        add("score", {"score", "gone.icpw", none, "--out", "unmade/a.csv"}, "--icp");
        add("score what", {"score", "gone.icpw", "--icp", "A", "--out", "unmade/a.csv"}, "list of leads");
        add("export",
            {"export", "gone.icpw", "--what", "deck", "--as", "pdf", "--out", "unmade/a.pdf", "--depth", "0"},
            "--depth");
    }

    void wrongValuesAreRefusedFirst() {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const Run result = run(words);
        QVERIFY2(result.exitCode == 2, qPrintable(result.err));
        QCOMPARE(result.err.trimmed().count(u'\n'), 0);
        QVERIFY2(result.err.contains(named), qPrintable(result.err));
        QVERIFY(!QDir("unmade").exists());
    }

    void foldersAreMadeAndSaid() {
        const QString list = dealsFile();
        const QString workshop = m_folder->filePath("a/b/w.icpw");
        const Run imported = run({"import", list, "--to", workshop});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        QVERIFY2(imported.err.contains("The folder " + m_folder->filePath("a/b") + " was made."),
                 qPrintable(imported.err));
        const QString table = m_folder->filePath("c/findings.csv");
        const Run exported = run({"export", workshop, "--what", "findings", "--as", "csv", "--out", table});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.err));
        QVERIFY2(exported.err.contains("The folder " + m_folder->filePath("c") + " was made."),
                 qPrintable(exported.err));
        QVERIFY(fileBytes(table).startsWith("Attribute,Level"));
        const Run again = run({"export", workshop, "--what", "findings", "--as", "csv", "--out", table});
        QVERIFY(!again.err.contains("was made"));
    }

    void foldersOfFailuresGoAgain() {
        for (const QStringList& arguments :
             {QStringList{"import", "gone.csv", "--to", m_folder->filePath("x/y/w.icpw")},
              QStringList{"report", "gone.csv", "--out", m_folder->filePath("x/y")}}) {
            const Run result = run(arguments);
            QCOMPARE(result.exitCode, 3);
            QVERIFY(!QDir(m_folder->filePath("x")).exists());
        }
        QVERIFY(writeFile(m_folder->filePath("taken"), "a file"));
        const Run result = run({"import", dealsFile(), "--to", m_folder->filePath("taken/w.icpw")});
        QCOMPARE(result.exitCode, 4);
        QVERIFY2(result.err.contains("taken is a file, not a folder"), qPrintable(result.err));
    }

    void analysisAsText() {
        const QString workshop = m_folder->filePath("w.icpw");
        QCOMPARE(run({"import", dealsFile(), "--to", workshop}).exitCode, 0);
        const Run text = run({"analyze", workshop});
        QVERIFY2(text.exitCode == 0, qPrintable(text.err));
        // 240 deals; 90 of the 120 from the web are won, 30 of the 120 from fairs
        for (const char* part :
             {"Studied: won by deal, 120 of 240 (50%, range 44% to 56%)\n", "Driver: Source, ",
              "  Web: 90 of 120 (75%, range 67% to 82%)\n", "  Fair: 30 of 120 (25%, range 18% to 33%)\n",
              "Levels clearly below all:\n"})
            QVERIFY2(text.out.contains(part), text.out.constData());
        QVERIFY(!text.out.contains('{'));
    }

    void detailsAreForThoseWhoAsk() {
        const QString path = m_folder->filePath("broken.icpw");
        QCOMPARE(run({"import", dealsFile(), "--to", path}).exitCode, 0);
        QByteArray bytes = fileBytes(path);
        for (qsizetype i = 4096; i < bytes.size(); i += 4096) bytes[i] = '\x77';
        QVERIFY(writeFile(path, bytes));
        const Run plain = run({"analyze", path});
        QCOMPARE(plain.exitCode, 3);
        QCOMPARE(plain.err.trimmed().count(u'\n'), 0);
        QVERIFY(plain.err.contains("broken.icpw") && plain.err.contains("damaged"));
        const Run verbose = run({"analyze", path, "--verbose"});
        QCOMPARE(verbose.exitCode, 3);
        QCOMPARE(verbose.err.trimmed().count(u'\n'), 1);
        QVERIFY(verbose.err.startsWith(plain.err));
    }

private:
    QString dealsFile() {
        QByteArray text("Deal ID,Deal Name,Stage,Amount,Close Date,Account Name,Source\n");
        for (int i = 0; i < 240; ++i) {
            const bool web = i % 2 == 0;
            const bool won = (i / 2) % 4 == 0 ? !web : web;
            text += QByteArray::number(i) + ",Deal," + (won ? "Closed Won," : "Closed Lost,") +
                    QByteArray::number(100 + i) + ",2024-01-" + QByteArray::number(10 + i % 18) +
                    ",Account " + QByteArray::number(i) + (web ? ",Web\n" : ",Fair\n");
        }
        const QString path = m_folder->filePath("deals.csv");
        return writeFile(path, text) ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
