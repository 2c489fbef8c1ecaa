#include "tests/support/core/program.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace icp::test;

/// What is said about files at an import, and what of it holds for the next one.
class TestImportCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void decisionsHoldForTheNextExport() {
        const QStringList words{"--map",  "deals.csv:Wie es steht=deal.stage",
                                "--type", "deals.csv:Summe=money",
                                "--won",  "Im Sack",
                                "--lost", "Weg",
                                "--hide", "deal.x_farbe"};
        const QJsonObject first = imported(deals("deals.csv"), "w.icpw", words);
        QCOMPARE(states(first), (QStringList{"Im Gang open", "Im Sack won", "Weg lost"}));
        QCOMPARE(column(first, "Summe")["type"].toString(), QStringLiteral("money"));
        QCOMPARE(column(first, "Farbe")["verdict"].toString(), QStringLiteral("hidden"));
        QVERIFY(!file(first).contains("remembered"));

        // The workshop itself knows it, without any memory beside it.
        const QJsonObject next = imported(deals("next quarter.csv"), "w.icpw", {"--memory", "none"});
        QCOMPARE(states(next), states(first));
        QCOMPARE(column(next, "Wie es steht")["attribute"].toString(), QStringLiteral("deal.stage"));
        QCOMPARE(column(next, "Farbe")["verdict"].toString(), QStringLiteral("hidden"));
        QCOMPARE(file(next)["remembered"].toString().size(), 10);

        // Another workshop does not.
        const QJsonObject other = imported(deals("other.csv"), "other.icpw", {"--memory", "none"});
        QVERIFY(states(other) != states(first));
    }

    void memoryIsSharedByWorkshops() {
        const QString memory = m_folder->filePath("memory.json");
        imported(deals("a.csv"), "a.icpw",
                 {"--map", "a.csv:Wie es steht=deal.stage", "--won", "Im Sack", "--lost", "Weg", "--memory",
                  memory});
        const QByteArray kept = fileBytes(memory);
        QVERIFY(kept.contains("Wie es steht"));
        const QJsonObject next = imported(deals("b.csv"), "b.icpw", {"--memory", memory});
        QCOMPARE(states(next), (QStringList{"Im Gang open", "Im Sack won", "Weg lost"}));
        QCOMPARE(fileBytes(memory), kept);
        const QString out = m_folder->filePath("out");
        const Run report = run({"report", deals("c.csv"), "--out", out, "--memory", memory});
        QVERIFY2(report.exitCode == 0, qPrintable(report.err));
        QCOMPARE(states(jsonFile(out + "/import.json")), states(next));
    }

    void reportRemembersNothingUnasked() {
        QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
        own.insert("XDG_CONFIG_HOME", m_folder->filePath("settings"));
        const auto report = [&](const QStringList& words) {
            const QString out = m_folder->filePath("out");
            const Run result = run(QStringList{"report", deals("a.csv"), "--out", out} + words, own);
            return result.exitCode == 0 ? fileBytes(out + "/import.json") : QByteArray(result.err.toUtf8());
        };
        const QByteArray before = report({});
        QVERIFY(report({"--map", "a.csv:Wie es steht=deal.stage", "--won", "Im Sack"}) != before);
        QCOMPARE(report({}), before);
        // An import does, for the next one into whatever workshop.
        const Run first = run({"import", deals("a.csv"), "--to", m_folder->filePath("a.icpw"), "--map",
                               "a.csv:Wie es steht=deal.stage"},
                              own);
        QVERIFY2(first.exitCode == 0, qPrintable(first.err));
        const Run second =
            run({"import", deals("b.csv"), "--to", m_folder->filePath("b.icpw"), "--json"}, own);
        QVERIFY(file(QJsonDocument::fromJson(second.out).object()).contains("remembered"));
        QVERIFY(report({"--memory", "user"}) != before);
    }

    void brokenMemories() {
        const QString broken = m_folder->filePath("settings/ICP Workshop/ICP Workshop/mappings.json");
        QVERIFY(QDir().mkpath(QFileInfo(broken).path()));
        QVERIFY(writeFile(broken, "not JSON"));
        QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
        own.insert("XDG_CONFIG_HOME", m_folder->filePath("settings"));
        // Nobody asked for it, so it stops nobody.
        const Run run1 = run({"import", deals("a.csv"), "--to", m_folder->filePath("a.icpw"), "--map",
                              "a.csv:Wie es steht=deal.stage"},
                             own);
        QCOMPARE(run1.exitCode, 0);
        QVERIFY2(run1.err.contains("does not hold decisions"), qPrintable(run1.err));
        QCOMPARE(fileBytes(broken), QByteArray("not JSON"));
        const Run run2 =
            run({"import", deals("a.csv"), "--to", m_folder->filePath("b.icpw"), "--memory", broken});
        QCOMPARE(run2.exitCode, 3);
        QVERIFY(!QFileInfo::exists(m_folder->filePath("b.icpw")));
    }

private:
    QString deals(const QString& name) {
        QByteArray text("Deal Name,Account Name,Wie es steht,Summe,Farbe\n");
        for (int i = 0; i < 60; ++i) {
            const QByteArray n = QByteArray::number(i);
            text += "Deal " + n + ",Client " + QByteArray::number(i % 12) +
                    (i % 3 == 0   ? ",Im Sack,"
                     : i % 3 == 1 ? ",Weg,"
                                  : ",Im Gang,") +
                    QByteArray::number(100 + i) + (i % 2 == 0 ? ",rot\n" : ",blau\n");
        }
        const QString path = m_folder->filePath(name);
        return writeFile(path, text) ? path : QString();
    }
    QJsonObject imported(const QString& path, const QString& workshop, const QStringList& words) {
        const Run result =
            run(QStringList{"import", path, "--to", m_folder->filePath(workshop), "--json"} + words);
        if (result.exitCode != 0) qWarning("%s", qPrintable(result.err));
        return QJsonDocument::fromJson(result.out).object();
    }
    static QJsonObject file(const QJsonObject& json) { return json["files"].toArray().first().toObject(); }
    static QJsonObject column(const QJsonObject& json, const QString& header) {
        for (const QJsonValue column : file(json)["columnInfo"].toArray())
            if (column["header"].toString() == header) return column.toObject();
        return {};
    }
    /// "Im Sack won" ...: words of the outcome and what they say, sorted.
    static QStringList states(const QJsonObject& json) {
        QStringList found;
        for (const QJsonValue word : json["outcomeWords"].toArray())
            found << word["text"].toString() + u' ' + word["state"].toString();
        found.sort();
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
