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

    void decisionsAreSetBackToAsDetected() {
        const QString memory = m_folder->filePath("memory.json");
        const QJsonObject detected =
            imported(deals("a.csv"), "a.icpw", {"--role", "deals=a.csv", "--memory", "none"});
        QVERIFY(column(detected, "Summe").contains("type"));
        imported(deals("b.csv"), "b.icpw",
                 {"--map", "b.csv:Farbe=ignore", "--type", "b.csv:Summe=text", "--map",
                  "b.csv:Wie es steht=deal.stage", "--won", "Im Sack", "--memory", memory});
        const QJsonObject back =
            imported(deals("c.csv"), "b.icpw",
                     {"--as-detected", "c.csv:Summe", "--as-detected", "words", "--memory", memory});
        QCOMPARE(column(back, "Summe")["type"], column(detected, "Summe")["type"]);
        QCOMPARE(column(back, "Wie es steht")["attribute"].toString(), QStringLiteral("deal.stage"));
        QVERIFY(!fileBytes(memory).contains("Summe") && !fileBytes(memory).contains("Im Sack"));
        const QJsonObject next = imported(deals("d.csv"), "c.icpw", {"--memory", memory});
        QCOMPARE(column(next, "Summe")["type"], column(detected, "Summe")["type"]);
        QCOMPARE(states(next), states(back));
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

    void whatIsNewIsTold() {
        const QString accounts = m_folder->filePath("accounts.csv");
        const auto write = [&](const QByteArray& rows) {
            return writeFile(accounts, "Account ID,Account Name,Industry,Employees\n" + rows);
        };
        QVERIFY(write("1,Acme,Steel,10\n2,Beta,Retail,20\n3,Gamma,Steel,30\n"));
        imported(accounts, "w.icpw", {});
        QVERIFY(write("1,Acme,Steel,11\n3,Gamma,Energy,30\n4,Delta,Steel,40\n"));
        const QJsonObject json = imported(accounts, "w.icpw", {});
        const QJsonObject change = json["change"]["accounts"].toObject();
        QCOMPARE(namesIn(change["appeared"]), QStringList{"Delta"});
        QCOMPARE(namesIn(change["vanished"]), QStringList{"Beta"});
        QCOMPARE(namesIn(change["changed"]), (QStringList{"Acme", "Gamma"}));
        QCOMPARE(change["appeared"].toArray().at(0)["row"].toInt(), 4);
        QCOMPARE(change["matched"]["id"].toInt(), 2);
        const Run text = run({"import", accounts, "--to", m_folder->filePath("w.icpw")});
        QVERIFY2(text.out.contains("Accounts since the last import: 0 new, 0 gone, 0 changed\n"),
                 text.out.constData());
        const Run first = run({"import", accounts, "--to", m_folder->filePath("new.icpw")});
        QVERIFY(!first.out.contains("since the last import"));
    }

    void whatFoundNoAccountIsListed() {
        const QString deals = writeLinked();
        const Run text =
            run({"import", m_folder->filePath("accounts.csv"), deals, "--to", m_folder->filePath("w.icpw")});
        QVERIFY2(text.exitCode == 0, qPrintable(text.err));
        for (const char* line :
             {"Deals with an account: 2 of 6 (2 by name)\n", "  Rows that name no account: 1\n",
              "  “Nordwind Logistcs” in Account Name, rows: 2; no account is known by it\n",
              "  “Twin” in Account Name, rows: 1; it is that of 2 accounts\n"})
            QVERIFY2(text.out.contains(line), text.out.constData());
    }

    void shiftedRowsAreTold() {
        QByteArray text = "Email,Company,Phone,City,Country,Seats\n";
        for (int i = 0; i < 60; ++i) {
            const QByteArray n = QByteArray::number(i);
            text += "p" + n + "@firm" + n + ".com,Firm " + n + ",020-555-01" + QByteArray::number(10 + i) +
                    (i % 2 == 0 ? ",Leeds,UK," : ",Lyon,France,") + n + '\n';
        }
        const QString people = m_folder->filePath("people.csv");
        QVERIFY(writeFile(people, text + "Viggo,Forde,viggo@firm9.com,Firm 9,020-555-0199,Leeds\n"));
        const Run told =
            run({"import", people, "--role", "contacts=people.csv", "--to", m_folder->filePath("w.icpw")});
        QVERIFY2(told.exitCode == 0, qPrintable(told.err));
        QVERIFY2(told.out.contains("people.csv: rows that look wrong and were kept: 1, the first is row 62. "
                                   "The cells of this row seem to stand in the wrong columns: "
                                   "“viggo@firm9.com” would fit “Email”."),
                 told.out.constData());
    }

    void guessedDatesAreTold() {
        const auto file = [&](const QString& name, const QByteArray& lastDay) {
            QByteArray text = "Deal Name,Account Name,Stage,Amount,Begun,Done\n";
            for (int i = 1; i <= 12; ++i) {
                const QByteArray n = QByteArray::number(i);
                text += "Deal " + n + ",Firm " + n + (i % 2 == 0 ? ",Closed Won,10," : ",Closed Lost,20,") +
                        n + "/2/2024," + n + "/3/2024\n";
            }
            text += "Deal 13,Firm 13,Closed Won,10,4/2/2024," + lastDay + "\n";
            const QString path = m_folder->filePath(name);
            return writeFile(path, text) ? path : QString();
        };
        const QByteArray line = "deals.csv: the order of day and month is a guess in Begun, Done. ";
        const QByteArray how = "Say --type \"deals.csv:Begun=day-first\" or month-first to be sure.\n";
        const QString deals = file("deals.csv", "5/3/2024");
        const auto import = [&](const QString& path, const QStringList& words) {
            return run(QStringList{"import", path, "--to", m_folder->filePath("w.icpw"), "--memory", "none"} +
                       words);
        };
        const Run told = import(deals, {});
        QVERIFY2(told.exitCode == 0, qPrintable(told.err));
        QVERIFY2(told.out.count(line) == 1 && told.out.count(how) == 1, told.out.constData());
        QCOMPARE(told.out.count("order of day and month"), 1);
        const Run report = run({"report", deals, "--out", m_folder->filePath("out")});
        QVERIFY2(report.out.count(line) == 1 && report.out.count(how) == 1, report.out.constData());
        // One day above 12 tells the order of the file; so does whoever says it.
        QVERIFY(!import(file("sure.csv", "25/3/2024"), {}).out.contains("order of day and month"));
        const Run said =
            import(deals, {"--type", "deals.csv:Begun=day-first", "--type", "deals.csv:Done=day-first"});
        QVERIFY2(!said.out.contains("order of day and month"), said.out.constData());
        QVERIFY2(!said.out.contains("cannot be read"), said.out.constData());
        const Run lost = import(deals, {"--type", "deals.csv:Done=number"});
        QVERIFY2(
            lost.out.contains("deals.csv: cells of Done that cannot be read as number and count as missing: "
                              "13, the first is row 2, \u201c1/3/2024\u201d.\n"),
            lost.out.constData());
    }

    void dealsWithoutIdAndNameAreNotNewEachTime() {
        const QString deals = m_folder->filePath("deals.csv");
        QVERIFY(writeFile(deals,
                          "Account Name,Stage,Amount\nAcme,Closed Won,10\nAcme,Closed Lost,20\n"
                          "Beta,Closed Won,30\nBeta,Closed Lost,40\n"));
        const QStringList words{"import",          deals,  "--role",
                                "deals=deals.csv", "--to", m_folder->filePath("w.icpw"),
                                "--memory",        "none"};
        QCOMPARE(run(words).exitCode, 0);
        const Run again = run(words);
        QVERIFY2(again.out.contains("Deals since the last import: 0 new, 0 gone, 0 changed\n"
                                    "  Rows that have neither id nor name and cannot be recognised again: 4, "
                                    "before 4\n"),
                 again.out.constData());
        QVERIFY2(!again.out.contains("  New: ") && !again.out.contains("  Gone: "), again.out.constData());
        const QJsonObject json = imported(deals, "w.icpw", {"--memory", "none"});
        const QJsonObject change = json["change"]["deals"].toObject();
        QCOMPARE(change["unrecognisable"]["before"].toInt(), 4);
        QCOMPARE(change["unrecognisable"]["after"].toInt(), 4);
        QVERIFY(change["appeared"].toArray().isEmpty());
    }

    void usageWithoutAccountIsTold() {
        const QString accounts = m_folder->filePath("accounts.csv");
        const QString usage = m_folder->filePath("usage.csv");
        QVERIFY(writeFile(accounts,
                          "Account ID,Account Name,Industry\n1,Nord,Trade\n2,Sued,Trade\n3,West,Food\n"));
        QVERIFY(writeFile(usage, "Account ID,Logins\n1,5\n,7\n9,3\n,2\n"));
        const QJsonObject json =
            imported(accounts, "w.icpw", {usage, "--role", "usage=usage.csv", "--memory", "none"});
        QStringList issues;
        for (const QJsonValue& one : json["issues"].toArray())
            if (one["code"].toString().startsWith(u"account-"))
                issues << QStringLiteral("%1 %2 %3: %4")
                              .arg(one["code"].toString(), one["file"].toString())
                              .arg(one["row"].toInt())
                              .arg(one["reason"].toString());
        issues.sort();
        QCOMPARE(issues,
                 (QStringList{"account-unknown usage.csv 4: No account is known as “9”. Rows of usage that "
                              "name it: 1.",
                              "account-unnamed usage.csv 3: Rows of usage that name no account, the first "
                              "of them here: 2 of 4."}));
    }

    void proposalsAreListedAndAccepted() {
        const QStringList files{m_folder->filePath("accounts.csv"), writeLinked()};
        const auto import = [&](const QStringList& words) {
            const Run result = run(QStringList{"import"} + files +
                                   QStringList{"--to", m_folder->filePath("w.icpw"), "--json"} + words);
            if (result.exitCode != 0) qWarning("%s", qPrintable(result.err));
            return QJsonDocument::fromJson(result.out).object();
        };
        const QJsonObject before = import({});
        const QJsonObject link = before["proposals"]["links"][0].toObject();
        QCOMPARE(link["text"].toString(), QStringLiteral("Nordwind Logistcs"));
        QCOMPARE(link["account"].toString(), QStringLiteral("Nordwind Logistics"));
        const QJsonObject twins = before["proposals"]["accounts"][0].toObject();
        QCOMPARE(twins["keep"].toString(), QStringLiteral("Twin"));
        QCOMPARE(before["links"]["deals"]["matched"].toInt(), 2);
        QVERIFY(!before.contains("merged"));

        const QJsonObject after = import({"--accept", "links", "--accept", "accounts"});
        QCOMPARE(after["links"]["deals"]["matched"].toInt(), 5);
        QCOMPARE(after["links"]["deals"]["by"]["choice"].toInt(), 3);
        QCOMPARE(after["accounts"].toInt(), before["accounts"].toInt() - 1);
        QCOMPARE(before["unlinked"]["deals"]["texts"].toArray().size(), 2);
        QVERIFY(after["unlinked"]["deals"]["texts"].toArray().isEmpty());
        QCOMPARE(after["unlinked"]["deals"]["nameless"].toInt(), 1);
        // Both rows of the file are still told.
        const QJsonArray rows = after["merged"][0]["rows"].toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]["row"].toInt() + rows[1]["row"].toInt(), 4 + 5);
        QVERIFY(after["proposals"]["links"].toArray().isEmpty());
        // What was decided is nothing new in the files.
        for (const char* entity : {"accounts", "deals"})
            for (const char* what : {"appeared", "vanished", "changed"})
                QVERIFY2(after["change"][QLatin1String(entity)][QLatin1String(what)].toArray().isEmpty(),
                         what);
        // Decisions hold for the next import.
        const QJsonObject next = import({});
        QCOMPARE(next["links"]["deals"]["matched"].toInt(), 5);
        const Run wrong = run({"import", files[0], "--to", m_folder->filePath("x.icpw"), "--accept", "all"});
        QCOMPARE(wrong.exitCode, 2);
    }

    void sheetsOfAWorkbookAreChosen() {
        const QString book = m_folder->filePath("a=b.xml");
        const auto row = [](const QStringList& cells) {
            QString xml("<Row>");
            for (const QString& cell : cells)
                xml += "<Cell><Data ss:Type=\"String\">" + cell + "</Data></Cell>";
            return xml + "</Row>";
        };
        const auto sheet = [](const QString& name, const QString& rows) {
            return "<Worksheet ss:Name=\"" + name + "\"><Table>" + rows + "</Table></Worksheet>";
        };
        QVERIFY(writeFile(book, QString("<?xml version=\"1.0\"?><Workbook "
                                        "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                                        "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">" +
                                        sheet("Notes", row({"Read me"}) + row({"first"})) +
                                        sheet("Firms", row({"Account Name", "Industry", "Employees"}) +
                                                           row({"Acme", "Steel", "10"})) +
                                        sheet("Sales", row({"Deal Name", "Account Name", "Stage", "Amount"}) +
                                                           row({"One", "Acme", "Closed Won", "5"}) +
                                                           row({"Two", "Acme", "Closed Lost", "7"})) +
                                        "</Workbook>")
                                    .toUtf8()));
        const QString workshop = m_folder->filePath("w.icpw");
        const Run both = run(
            {"import", book, "--sheet", "a=b.xml=firms", "--sheet", book + "=3", "--to", workshop, "--json"});
        QVERIFY2(both.exitCode == 0, qPrintable(both.err));
        const QJsonObject json = QJsonDocument::fromJson(both.out).object();
        QCOMPARE(json["accounts"].toInt(), 1);
        QCOMPARE(json["deals"].toInt(), 2);
        // What is said of one sheet holds for it alone; --role names sheets, too.
        const QJsonObject said =
            imported(book, "s.icpw",
                     {"--role", "accounts=a=b.xml=Firms", "--role", "deals=a=b.xml=Sales", "--map",
                      "a=b.xml=Sales:Amount=ignore", "--type", "a=b.xml=Firms:Employees=text"});
        QCOMPARE(said["accounts"].toInt(), 1);
        QCOMPARE(said["deals"].toInt(), 2);
        QCOMPARE(column(said, "Amount")["attribute"].toString(), QString());
        QCOMPARE(column(said, "Employees")["type"].toString(), QStringLiteral("text"));
        const Run unclear = run({"import", book, "--sheet", "a=b.xml=2", "--sheet", "a=b.xml=3", "--map",
                                 "a=b.xml:Amount=ignore", "--to", m_folder->filePath("x.icpw")});
        QCOMPARE(unclear.exitCode, 2);
        QVERIFY2(unclear.err.contains("FILE=SHEET") && unclear.err.contains("a=b.xml=2"),
                 qPrintable(unclear.err));
        const Run none = run({"import", book, "--sheet", "a=b.xml=4", "--to", m_folder->filePath("x.icpw")});
        QCOMPARE(none.exitCode, 2);
        QVERIFY2(none.err.contains("Notes, Firms, Sales"), qPrintable(none.err));
        for (const char* wrong : {"firms", "other.xml=1", "a=b.xml="}) {
            const Run refused = run({"import", book, "--sheet", wrong, "--to", m_folder->filePath("x.icpw")});
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.err.contains("FILE=SHEET"), qPrintable(refused.err));
        }
        QVERIFY(!QFileInfo::exists(m_folder->filePath("x.icpw")));
    }

    void fixedRowsTakeTheirPlace() {
        const QString path = m_folder->filePath("accounts.csv");
        QVERIFY(writeFile(path,
                          "Account ID,Account Name,Industry,Employees\n1,Acme,Steel,10\n2,Beta,Retail,20,,x\n"
                          "3,Gamma,Steel,30\n3,Delta,Energy,40\n"));
        const QString workshop = m_folder->filePath("w.icpw");
        const Run first = run({"import", path, "--to", workshop, "--strict", "--role", "accounts=" + path});
        QVERIFY2(first.exitCode == 1, qPrintable(first.err));
        const QString list = m_folder->filePath("list.csv");
        QVERIFY(writeFile(list,
                          "file,row,reason\naccounts.csv,3,too wide,2,Beta,Retail,20\n"
                          "accounts.csv,5,twice,4,Delta,Energy,40\n"));
        const Run fixed = run({"import", "--fixed", list, "--to", workshop, "--strict", "--json"});
        QVERIFY2(fixed.exitCode == 0, qPrintable(fixed.err));
        const QJsonObject json = QJsonDocument::fromJson(fixed.out).object();
        QCOMPARE(json["accounts"].toInt(), 4);
        QCOMPARE(file(json)["mended"].toInt(), 2);
        QCOMPARE(namesIn(json["change"]["accounts"]["appeared"]), (QStringList{"Beta", "Delta"}));

        QCOMPARE(run({"import", path, "--fixed", list, "--to", workshop}).exitCode, 2);
        const Run none = run({"import", "--fixed", list, "--to", m_folder->filePath("none.icpw")});
        QCOMPARE(none.exitCode, 3);
        QVERIFY(!QFileInfo::exists(m_folder->filePath("none.icpw")));
    }

private:
    /// Accounts, two of which are one, and deals, some of which name none or none that is known.
    QString writeLinked() {
        const bool accounts = writeFile(m_folder->filePath("accounts.csv"),
                                        "Account Name,Website,City,Industry,Employees\n"
                                        "Nordwind Logistics,nordwind.example,Kiel,Freight,120\n"
                                        "Acme,acme.example,Bonn,Steel,50\n"
                                        "Twin,twin.example,Ulm,Steel,40\n"
                                        "Twin,twin.example,Ulm,Steel,\n");
        const QString deals = m_folder->filePath("deals.csv");
        const bool written =
            writeFile(deals,
                      "Deal Name,Account Name,Stage,Amount\n"
                      "One,Acme,Closed Won,10\nTwo,Acme,Closed Lost,20\n"
                      "Three,Nordwind Logistcs,Closed Won,30\nFour,Nordwind Logistcs,Closed Lost,40\n"
                      "Five,Twin,Closed Won,50\nSix,,Closed Lost,60\n");
        return accounts && written ? deals : QString();
    }
    static QStringList namesIn(const QJsonValue& rows) {
        QStringList names;
        for (const QJsonValue row : rows.toArray()) names << row["name"].toString();
        return names;
    }
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
