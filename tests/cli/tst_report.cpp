#include "tests/support/core/program.h"
#include "tests/support/core/unzipped.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace icp::test;

namespace {

const QStringList outputs{"accounts-scored.csv", "findings.json",     "icp-deck.pdf",
                          "icp-deck.pptx",       "icp-slide.pdf",     "import.json",
                          "persona-matrix.pdf",  "rejected-rows.csv", "workshop.icpw"};

QStringList inputs(const QTemporaryDir& folder) {
    QStringList files;
    for (const QFileInfo& file : QDir(folder.path()).entryInfoList({"*.csv"}, QDir::Files, QDir::Name))
        files << file.filePath();
    return files;
}

QByteArray toolOutput(const QString& tool, const QStringList& arguments) {
    QProcess process;
    process.start(tool, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

int pages(const QString& pdf) {
    for (const QByteArray& line : toolOutput(QStringLiteral("pdfinfo"), {pdf}).split('\n'))
        if (line.startsWith("Pages:")) return line.mid(6).trimmed().toInt();
    return -1;
}

QJsonObject attribute(const QJsonObject& findings, const QString& name) {
    const QJsonArray attributes = findings["attributes"].toArray();
    for (const QJsonValue& value : attributes)
        if (value["name"].toString() == name) return value.toObject();
    return {};
}

/// Names of the attributes that the findings claim to matter.
QStringList drivers(const QJsonObject& findings) {
    QStringList names;
    const QJsonArray attributes = findings["attributes"].toArray();
    for (const QJsonValue& value : attributes)
        if (value["leak"].isBool() && !value["test"].toString().isEmpty() && value["q"].toDouble() < 0.05)
            names << value["name"].toString();
    return names;
}

}  // namespace

class TestReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_example.isValid() && m_out.isValid());
        const Run made = run({"example", "--out", m_example.path()});
        QCOMPARE(made.exitCode, 0);
        QCOMPARE(inputs(m_example).size(), 4);
        const Run report =
            run(QStringList{"report"} + inputs(m_example) + QStringList{"--out", m_out.path()});
        QVERIFY2(report.exitCode == 0, qPrintable(report.err));
        m_findings = jsonFile(m_out.filePath("findings.json"));
        m_told = report.out;
    }

    void whatTheNewestDealsSayOfSegmentsIsTold() {
        const QJsonArray segments = m_findings["segments"].toArray();
        QVERIFY(!segments.isEmpty());
        const std::pair<const char*, const char*> verdicts[] = {
            {"held", "held on the newest"},
            {"weaker", "weaker on the newest"},
            {"too-few", "too few newest to say"},
            {"average", "no better than all on the newest"}};
        for (const auto& [verdict, words] : verdicts) {
            const auto count = std::count_if(segments.begin(), segments.end(),
                                             [name = QLatin1String(verdict)](const QJsonValue& segment) {
                                                 return segment["verdict"].toString() == name;
                                             });
            const QByteArray told = QByteArray::number(int(count)) + ' ' + words;
            QVERIFY2(m_told.contains(told) == (count > 0), m_told.constData());
        }
        QCOMPARE(m_told.count("\nSegments: "), 1);
    }

    void writesEverythingAndNothingElse() {
        QStringList names =
            QDir(m_out.path()).entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        names.sort();
        QCOMPARE(names, outputs);
    }

    /// Said before any work is done.
    void whatIsReadIsNotWrittenOver() {
        const QTemporaryDir folder;
        const QString list = folder.filePath("accounts-scored.csv");
        QVERIFY(QFile::copy(QDir(m_example.path()).filePath("companies.csv"), list));
        const Run refused = run({"report", list, "--out", folder.path()});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains("accounts-scored.csv is read, so the result is not written over it"),
                 qPrintable(refused.err));
        QCOMPARE(refused.err.trimmed().count('\n'), 0);  // nothing of reading or comparing
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"accounts-scored.csv"});
    }

    void slideIsOnePageWithSelectableText() {
        QCOMPARE(pages(m_out.filePath("icp-slide.pdf")), 1);
        QVERIFY(pages(m_out.filePath("icp-deck.pdf")) > 2);
        const QByteArray text = toolOutput("pdftotext", {"-layout", m_out.filePath("icp-slide.pdf"), "-"});
        QVERIFY2(text.toLower().contains("finance team"), text.constData());
        QVERIFY2(text.contains("Based on"), text.constData());
        QVERIFY2(text.contains("3\xE2\x80\x93"
                               "20"),
                 text.constData());  // dashes can be found and copied
    }

    void findsWhatWasPlanted() {
        const QStringList found = drivers(m_findings);
        for (const char* planted :
             {"account.x_finance_team_size", "account.x_legal_entities", "account.x_days_to_close_the_books"})
            QVERIFY2(found.contains(planted), planted);
        for (const char* innocent : {"deal.source", "account.country", "account.founded"})
            QVERIFY2(!found.contains(innocent), innocent);
        QVERIFY(found.contains("account.ownership"));
        bool excluded = false;
        const QJsonArray exclusions = m_findings["exclusions"].toArray();
        for (const QJsonValue& exclusion : exclusions)
            excluded = excluded || exclusion["label"].toString().contains("Public body");
        QVERIFY(excluded);
    }

    void leaksAreSetAside() {
        for (const char* leak : {"deal.probability", "deal.lost_reason"}) {
            const QJsonValue reason = attribute(m_findings, leak)["leak"];
            QVERIFY2(reason.isString() && !reason.toString().isEmpty(), leak);
        }
    }

    void everyRateHasItsRange() {
        QCOMPARE(m_findings["schema"].toInt(), 1);
        int levels = 0;
        const QJsonArray attributes = m_findings["attributes"].toArray();
        for (const QJsonValue& value : attributes) {
            const QJsonArray all = value["levels"].toArray();
            for (const QJsonValue& level : all) {
                const double low = level["interval"][0].toDouble(-1);
                const double high = level["interval"][1].toDouble(-1);
                const double rate = level["rate"].toDouble(-1);
                QVERIFY(0 <= low && low <= rate && rate <= high && high <= 1);
                ++levels;
            }
        }
        QVERIFY(levels > 30);
    }

    void dirtIsReported() {
        const QByteArray rejected = fileBytes(m_out.filePath("rejected-rows.csv"));
        QVERIFY(rejected.contains("Grand Totals"));
        QVERIFY(rejected.contains("deals_Q3_final.csv"));
        const QByteArray imported = fileBytes(m_out.filePath("import.json"));
        QVERIFY(imported.contains("31.02.2024"));
        QVERIFY(imported.toLower().contains("windows-1252"));
    }

    void sameBytesInAnotherLocaleAndTimeZone() {
        const QTemporaryDir again;
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert("LC_ALL", "de_DE.UTF-8");
        env.insert("TZ", "Asia/Tokyo");
        QStringList files = inputs(m_example);
        std::reverse(files.begin(), files.end());
        const Run report = run(QStringList{"report"} + files + QStringList{"--out", again.path()}, env);
        QVERIFY2(report.exitCode == 0, qPrintable(report.err));
        for (const char* name : {"findings.json", "import.json", "accounts-scored.csv", "rejected-rows.csv"})
            QVERIFY2(fileBytes(again.filePath(name)) == fileBytes(m_out.filePath(name)), name);
    }

    void theWorkshopGivesTheSameFindings() {
        const Run analysis = run({"analyze", m_out.filePath("workshop.icpw"), "--json"});
        QVERIFY2(analysis.exitCode == 0, qPrintable(analysis.err));
        QCOMPARE(analysis.out, fileBytes(m_out.filePath("findings.json")));
    }

    void strictTellsOfRejectedRows() {
        const QTemporaryDir out;
        QCOMPARE(run(QStringList{"report", "--strict"} + inputs(m_example) + QStringList{"--out", out.path()})
                     .exitCode,
                 1);
    }

    void exports_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("as");
        QTest::addColumn<QByteArray>("begins");
        for (const char* what : {"slide", "deck", "matrix"}) {
            QTest::addRow("%s pdf", what) << what << "pdf" << QByteArray("%PDF");
            QTest::addRow("%s pptx", what) << what << "pptx" << QByteArray("PK");
        }
        for (const char* what : {"accounts", "findings", "matrix"}) {
            QTest::addRow("%s csv", what) << what << "csv" << QByteArray();
            QTest::addRow("%s xlsx", what) << what << "xlsx" << QByteArray("PK");
        }
        QTest::addRow("deck html") << "deck"
                                   << "html" << QByteArray("<!DOCTYPE html>");
        QTest::addRow("agreements csv") << "agreements"
                                        << "csv" << QByteArray("version,agreed,departments,people,missing,");
        QTest::addRow("pack zip") << "pack"
                                  << "zip" << QByteArray("PK");
        QTest::addRow("findings json") << "findings"
                                       << "json" << QByteArray("{");
        QTest::addRow("accounts json") << "accounts"
                                       << "json" << QByteArray("[");
    }

    void exports() {
        QFETCH(QString, what);
        QFETCH(QString, as);
        QFETCH(QByteArray, begins);
        const QTemporaryDir folder;
        const QString to = folder.filePath("x." + as);
        const Run exported =
            run({"export", m_out.filePath("workshop.icpw"), "--what", what, "--as", as, "--out", to});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.err));
        QVERIFY(fileBytes(to).startsWith(begins));
    }

    void thePackHoldsTheSameFiles() {
        const QTemporaryDir folder;
        const QString to = folder.filePath("pack.zip");
        const Run exported =
            run({"export", m_out.filePath("workshop.icpw"), "--what", "pack", "--as", "zip", "--out", to});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.err));
        const QMap<QString, QByteArray> files = icp::test::unzipped(fileBytes(to));
        QCOMPARE(files.keys(), QStringList({"accounts-scored.csv", "draft.html", "draft.pdf", "draft.pptx",
                                            "findings.json", "persona-matrix.csv", "workshop.icpw"}));
        QCOMPARE(files["accounts-scored.csv"], fileBytes(m_out.filePath("accounts-scored.csv")));
        QCOMPARE(files["findings.json"], fileBytes(m_out.filePath("findings.json")));
        const QString copy = folder.filePath("copy.icpw");
        QFile file(copy);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(files["workshop.icpw"]) > 0);
        file.close();
        const Run analysis = run({"analyze", copy, "--json"});
        QVERIFY2(analysis.exitCode == 0, qPrintable(analysis.err));
        QCOMPARE(analysis.out, files["findings.json"]);
    }

    void realSets_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("positives");
        QTest::newRow("maven") << QStringList{"maven-crm/accounts.csv", "maven-crm/sales_pipeline.csv"}
                               << "won" << 6711 << 4238;
        QTest::newRow("zoho") << QStringList{"zoho-crm/Accounts.csv", "zoho-crm/Potentials.csv",
                                             "zoho-crm/Contacts.csv"}
                              << "won" << 1910 << 1425;
        QTest::newRow("salesforce") << QStringList{"salesforce-export/Account.csv",
                                                   "salesforce-export/Opportunity.csv",
                                                   "salesforce-export/Contact.csv"}
                                    << "won" << 679 << 640;
        QTest::newRow("dynamics") << QStringList{"dynamics365/Account.csv", "dynamics365/Opportunity.csv",
                                                 "dynamics365/Contact.csv"}
                                  << "won" << 4708 << 1914;
        QTest::newRow("telco csv") << QStringList{"telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"}
                                   << "retained" << 7043 << 5174;
        QTest::newRow("telco xlsx") << QStringList{"telco-churn/Telco_customer_churn.xlsx"} << "retained"
                                    << 7043 << 5174;
    }

    void realSets() {
        QFETCH(QStringList, files);
        QFETCH(QString, outcome);
        QFETCH(int, n);
        QFETCH(int, positives);
        if (realData(files.first()).isEmpty()) QSKIP("The real exports are not on this machine.");
        QStringList arguments{"report"};
        for (const QString& file : std::as_const(files)) arguments << realData(file);
        const QTemporaryDir out;
        const Run report = run(arguments + QStringList{"--out", out.path()});
        QVERIFY2(report.exitCode == 0, qPrintable(report.err));
        const QJsonObject findings = jsonFile(out.filePath("findings.json"));
        QCOMPARE(findings["study"]["outcome"].toString(), outcome);
        QCOMPARE(findings["study"]["n"].toInt(), n);
        QCOMPARE(findings["study"]["positives"].toInt(), positives);
        QCOMPARE(pages(out.filePath("icp-slide.pdf")), 1);

        const QString set = QString::fromLatin1(QTest::currentDataTag());
        if (set == "maven" || set == "zoho")
            QVERIFY2(drivers(findings).isEmpty(), qPrintable(drivers(findings).join(", ")));
        if (set == "dynamics") QVERIFY(attribute(findings, "deal.x_rating")["leak"].isString());
        if (set.startsWith("telco")) {
            QCOMPARE(findings["attributes"][0]["label"].toString(), QStringLiteral("Contract"));
            const QJsonArray attributes = findings["attributes"].toArray();
            for (const QJsonValue& value : attributes)
                if (value["label"].toString().toLower() == "gender") QVERIFY(value["q"].toDouble() > 0.05);
        }
    }

private:
    QTemporaryDir m_example;
    QTemporaryDir m_out;
    QJsonObject m_findings;
    QByteArray m_told;  // on stdout
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
