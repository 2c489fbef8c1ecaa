#include "core/deck/csvtext.h"
#include "core/deck/sheet.h"
#include "core/deck/writers.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/deckcase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace icp;

/// What scripts and spreadsheets read: names, order, numbers; and that files appear all or none.
class TestWriters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findingsHaveTheNamesPromised();
    void findingsAreAlwaysFinite();
    void whatWasNotTestedHasNoFigures();
    void unknownWorthIsNull();
    void anEmptyStudyIsNoError();
    void importTellsEveryColumn();
    void textSurvivesJson();
    void accountsWithTheirFit();
    void formulasAreDefused_data();
    void formulasAreDefused();
    void rejectedRowsAsTheyWere();
    void writesAll();
    void replacesWhatStoodThere();
    void aFolderThatIsAFile();
    void aRefusedRenameTakesEverythingBack();
    void aFullDiskLeavesNothing();
};

static QJsonObject parsed(const QByteArray& bytes) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

void TestWriters::findingsHaveTheNamesPromised() {
    test::DeckCase made = test::quillbridge();
    SourceFile file;
    file.name = QStringLiteral("accounts.csv");
    file.vendor = QStringLiteral("hubspot");
    file.rows = 6;
    file.encoding = QStringLiteral("UTF-8");
    file.delimiter = QStringLiteral(",");
    made.dataset.files = {file};
    made.findings.attributes[1].caution = QStringLiteral("It may follow the result.");
    const QByteArray bytes = findingsJson(made.findings, made.dataset);
    QCOMPARE(findingsJson(made.findings, made.dataset), bytes);
    QVERIFY(bytes.startsWith("{\n  \"schema\": 1,\n  \"dataset\": {"));
    const QJsonObject json = parsed(bytes);

    const QJsonObject dataset = json["dataset"].toObject();
    QCOMPARE(dataset["files"][0]["name"].toString(), QStringLiteral("accounts.csv"));
    for (const char* key : {"name", "role", "vendor", "rows", "rejected", "encoding", "delimiter"})
        QVERIFY2(dataset["files"][0].toObject().contains(QLatin1String(key)), key);
    QCOMPARE(dataset["accounts"].toInt(), 6);
    QCOMPARE(dataset["deals"].toInt(), 234);
    QCOMPARE(dataset["links"]["deals"]["matched"].toInt(), 234);
    QCOMPARE(dataset["links"]["deals"]["by"]["name"].toInt(), 234);

    const QJsonObject study = json["study"].toObject();
    QCOMPARE(study["unit"].toString(), QStringLiteral("deal"));
    QCOMPARE(study["outcome"].toString(), QStringLiteral("won"));
    QCOMPARE(study["n"].toInt(), 720);
    QCOMPARE(study["baseRate"].toDouble(), 230.0 / 720);
    QCOMPARE(study["interval"].toArray().size(), 2);
    QCOMPARE(study["mode"].toString(), QStringLiteral("full"));

    const QJsonObject attribute = json["attributes"][0].toObject();
    for (const char* key : {"name", "label", "class", "kind", "missing", "test", "statistic", "df", "p", "q",
                            "effect", "leak", "levels"})
        QVERIFY2(attribute.contains(QLatin1String(key)), key);
    QCOMPARE(attribute["p"].toDouble(), 2.5e-12);
    QCOMPARE(attribute["leak"], QJsonValue(false));
    QVERIFY(!attribute.contains(QLatin1String("caution")));
    QCOMPARE(json["attributes"][1]["caution"].toString(), QStringLiteral("It may follow the result."));
    QCOMPARE(attribute["levels"][6]["status"].toString(), QStringLiteral("untested"));
    QCOMPARE(attribute["levels"][5]["status"].toString(), QStringLiteral("small"));
    QVERIFY(json["attributes"][2]["leak"].isString());

    const QJsonObject segment = json["segments"][0].toObject();
    for (const char* key : {"conditions", "n", "positives", "rate", "interval", "lift", "wracc", "p", "q",
                            "holdout", "foundAgain", "stability", "optimism", "correctedRate"})
        QVERIFY2(segment.contains(QLatin1String(key)), key);
    QCOMPARE(segment["foundAgain"].toInt(), 186);
    QCOMPARE(segment["stability"].toDouble(), 0.93);
    QVERIFY(std::abs(segment["correctedRate"].toDouble() - (94.0 / 164 - 0.02)) < 1e-12);
    const QJsonObject exclusion = json["exclusions"][0].toObject();
    QCOMPARE(exclusion["verdict"].toString(), QStringLiteral("held"));
    QCOMPARE(exclusion["holdout"]["n"].toInt(), 16);
    QCOMPARE(exclusion["whole"]["positives"].toInt(), 5);
    QCOMPARE(exclusion["about"].toString(), QStringLiteral("accounts"));
    QCOMPARE(segment["conditions"][0]["op"].toString(), QStringLiteral("range"));
    QCOMPARE(segment["conditions"][0]["value"]["from"].toDouble(), 4.0);
    QCOMPARE(segment["conditions"][1]["value"][0].toString(), QStringLiteral("Logistics"));
    QCOMPARE(json["exclusions"][0]["conditions"][0]["value"]["below"],
             QJsonValue(QJsonValue::Null));  // open above
    for (const char* key : {"confounders", "coverage", "lostReasons", "warnings"})
        QVERIFY2(json[QLatin1String(key)].isArray(), key);
    for (const char* key : {"funnel", "left", "survival"}) QVERIFY2(json[QLatin1String(key)].isObject(), key);
    QVERIFY(json["funnel"]["stages"]["inside"].isObject());
    for (const char* key : {"leftByFit", "drift", "claims"})  // of a workshop, where there are any
        QVERIFY2(!json.contains(QLatin1String(key)), key);
}

void TestWriters::findingsAreAlwaysFinite() {
    test::DeckCase made = test::quillbridge();
    made.findings.attributes[0].statistic = std::numeric_limits<double>::infinity();
    made.findings.attributes[0].effect = std::nan("");
    const QByteArray bytes = findingsJson(made.findings, made.dataset);
    QVERIFY(!bytes.contains("inf,") && !bytes.contains("nan,") && !bytes.contains(": inf") &&
            !bytes.contains(": nan"));
    QVERIFY(parsed(bytes)["attributes"][0]["statistic"].isNull());
}

void TestWriters::whatWasNotTestedHasNoFigures() {
    test::DeckCase made = test::quillbridge();
    made.findings.attributes[0].test.clear();
    const QJsonValue attribute = parsed(findingsJson(made.findings, made.dataset))["attributes"][0];
    for (const char* key : {"statistic", "df", "p", "q"})
        QVERIFY2(attribute[QLatin1String(key)].isNull(), key);
    QVERIFY(attribute["effect"]["value"].isNull());
}

void TestWriters::unknownWorthIsNull() {
    test::DeckCase made = test::quillbridge();
    made.findings.left.insideValue = 900;
    made.findings.valueTotal = 9000;
    QJsonObject json = parsed(findingsJson(made.findings, made.dataset));
    const auto left = [&] { return json["left"].toObject(); };
    QCOMPARE(json["exclusions"][0]["revenueShare"].toDouble(), 0.011);
    QCOMPARE(left()["insideValue"].toDouble(), 900.0);
    QCOMPARE(left()["othersValue"], QJsonValue(0));
    made.findings.valueTotal = 0;
    json = parsed(findingsJson(made.findings, made.dataset));
    QVERIFY(json["exclusions"][0]["revenueShare"].isNull());
    QVERIFY(left()["insideValue"].isNull() && left()["othersValue"].isNull());
}

void TestWriters::anEmptyStudyIsNoError() {
    const QJsonObject json = parsed(findingsJson(Findings(), Dataset()));
    const QJsonValue study = json["study"];
    QCOMPARE(study["n"].toInt(-1), 0);
    QVERIFY(study["baseRate"].isNull() && study["interval"].isNull());
    for (const char* part : {"holdout", "discovery"}) {
        QCOMPARE(study[QLatin1String(part)]["n"].toInt(-1), 0);
        QVERIFY(study[QLatin1String(part)]["rate"].isNull());
        QVERIFY(study[QLatin1String(part)]["interval"].isNull());
    }
    for (const char* part : {"funnel", "survival"})  // a test that was not made
        for (const char* key : {"statistic", "df", "p"})
            QVERIFY(json[QLatin1String(part)]["test"][QLatin1String(key)].isNull());
    QVERIFY(json["attributes"].toArray().isEmpty() && json["attributes"].isArray());
    QVERIFY(json["segments"].isArray());
}

void TestWriters::importTellsEveryColumn() {
    test::DeckCase made = test::quillbridge();
    SourceFile file;
    file.name = QStringLiteral("accounts.csv");
    file.columnInfo = {{QStringLiteral("Finance team"), QStringLiteral("account.x_finance_team"),
                        ColumnType::Number, QStringLiteral("All 6 cells are whole numbers."), 0.4, 0}};
    made.dataset.files = {file};
    made.dataset.issues = {{Severity::Rejected,
                            QStringLiteral("ragged-row"),
                            QStringLiteral("accounts.csv"),
                            12,
                            {},
                            QStringLiteral("a,b"),
                            QStringLiteral("The row has 2 cells, the head 5.")}};
    const QJsonObject json = parsed(importJson(made.dataset));
    QCOMPARE(json["schema"].toInt(), 1);
    QCOMPARE(json["asOf"].toString(), QStringLiteral("2025-09-30"));
    QCOMPARE(json["fingerprint"].toString(), QStringLiteral("7f3ac21e90b4d5aa"));
    const QJsonObject column = json["files"][0]["columnInfo"][0].toObject();
    QCOMPARE(column["attribute"].toString(), QStringLiteral("account.x_finance_team"));
    QCOMPARE(column["type"].toString(), QStringLiteral("number"));
    QCOMPARE(column["evidence"].toString(), QStringLiteral("All 6 cells are whole numbers."));
    QCOMPARE(column["use"].toString(), QStringLiteral("feature"));
    QCOMPARE(json["links"]["deals"]["by"]["name"].toInt(), 234);
    QCOMPARE(json["issues"][0]["severity"].toString(), QStringLiteral("rejected"));
    QCOMPARE(json["issues"][0]["row"].toInt(), 12);
}

void TestWriters::textSurvivesJson() {
    Dataset dataset;
    SourceFile file;
    file.name = QStringLiteral("a \"b\" \\ c\n\t") + QChar(0x01) + QStringLiteral(" ü 日本 😀.csv");
    dataset.files = {file};
    QCOMPARE(parsed(importJson(dataset))["files"][0]["name"].toString(), file.name);
}

void TestWriters::accountsWithTheirFit() {
    const Dataset data =
        test::DatasetBuilder()
            .text(Entity::Account, QStringLiteral("account.name"),
                  {QStringLiteral("Müller, Söhne"), QStringLiteral("=1+1"), QStringLiteral("Plain")})
            .category(Entity::Account, QStringLiteral("account.industry"),
                      {QStringLiteral("Bank"), QStringLiteral("Shop"), QString()})
            .number(Entity::Account, QStringLiteral("account.x_change"), {-5.25, 1e6, std::nan("")})
            .build();
    Icp icp;
    Criterion bank;
    bank.id = QStringLiteral("c");
    bank.text = QStringLiteral("Banks");
    bank.importance = Importance::Must;
    bank.weight = 100;
    bank.condition =
        Condition{QStringLiteral("account.industry"), Condition::Op::In, {QStringLiteral("Bank")}};
    icp.criteria = {bank};
    FitModel model(data);
    model.evaluate(icp);
    const QList<QByteArray> lines = sheetCsv(accountsSheet(data, icp, model)).split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[0].endsWith(",fit,score,decided_by\r"));
    QCOMPARE(lines[1], QByteArray("\"Müller, Söhne\",Bank,-5.25,ideal,100,meets Banks\r"));
    QVERIFY2(lines[2].startsWith("'=1+1,Shop,1000000,bad,0,fails Banks"), lines[2].constData());
    QVERIFY2(lines[3].startsWith("Plain,,,"), lines[3].constData());
    QVERIFY(lines[3].contains("unknown Banks"));
    QVERIFY(lines[4].isEmpty());

    const Icp empty;
    FitModel nobody(data);
    nobody.evaluate(empty);
    const QList<QByteArray> bare = sheetCsv(accountsSheet(data, empty, nobody)).split('\n');
    QCOMPARE(bare[1], QByteArray("\"Müller, Söhne\",Bank,-5.25,,,\r"));
    QCOMPARE(bare[3], QByteArray("Plain,,,,,\r"));

    model.setByHand({{1, Fit::Ideal, QStringLiteral("Our first customer")}});
    model.evaluate(icp);
    QVERIFY(sheetCsv(accountsSheet(data, icp, model))
                .split('\n')[2]
                .endsWith("ideal,0,by hand: Our first customer\r"));
}

void TestWriters::formulasAreDefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("formula");
    const std::pair<const char*, bool> cases[] = {{"=HYPERLINK(\"x\")", true},
                                                  {"@SUM(A1)", true},
                                                  {"+cmd|' /C calc'!A0", true},
                                                  {"-2+3+cmd", true},
                                                  {"\tx", true},
                                                  {"+49 (89) 123-45", false},
                                                  {"-12.5", false},
                                                  {"- not sold -", true},
                                                  {"A=1", false},
                                                  {"", false}};
    for (const auto& [text, formula] : cases) QTest::newRow(text) << QByteArray(text) << formula;
}

void TestWriters::formulasAreDefused() {
    QFETCH(QByteArray, text);
    QFETCH(bool, formula);
    QCOMPARE(looksLikeFormula(text.toStdString()), formula);
    CsvText csv;
    csv.guardedCell(text.toStdString());
    QCOMPARE(csv.bytes().contains('\''), formula || text.contains('\''));
}

void TestWriters::rejectedRowsAsTheyWere() {
    Dataset data;
    SourceFile file;
    file.name = QStringLiteral("deals.csv");
    file.columnInfo = {{QStringLiteral("Name"), {}, ColumnType::Text, {}, 0, 0},
                       {QStringLiteral("Amount"), {}, ColumnType::Text, {}, 0, 0}};
    data.files = {file};
    data.rejected = {{0,
                      7,
                      {QStringLiteral("=Acme \"Ltd\""), QStringLiteral("1,5"), QStringLiteral("extra")},
                      QStringLiteral("Three cells, two columns.")}};
    QCOMPARE(rejectedCsv(data),
             QByteArray("file,row,reason,Name,Amount,cell 3\r\n"
                        "deals.csv,7,\"Three cells, two columns.\",\"=Acme \"\"Ltd\"\"\",\"1,5\",extra\r\n"));
    QCOMPARE(rejectedCsv(Dataset()), QByteArray("file,row,reason\r\n"));
}

static QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

static QStringList everything(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                                  QDir::Name);
}

void TestWriters::writesAll() {
    QTemporaryDir temporary;
    const QString folder = temporary.filePath(QStringLiteral("new/deeper"));
    QVERIFY(writeAll(folder, {{QStringLiteral("a.json"), "one"}, {QStringLiteral("b.csv"), ""}}));
    QCOMPARE(everything(folder), (QStringList{QStringLiteral("a.json"), QStringLiteral("b.csv")}));
    QCOMPARE(read(folder + QStringLiteral("/a.json")), QByteArray("one"));
}

void TestWriters::replacesWhatStoodThere() {
    QTemporaryDir temporary;
    QVERIFY(writeAll(temporary.path(), {{QStringLiteral("a.json"), "old, and longer"}}));
    QVERIFY(writeAll(temporary.path(), {{QStringLiteral("a.json"), "new"}}));
    QCOMPARE(everything(temporary.path()), QStringList{QStringLiteral("a.json")});
    QCOMPARE(read(temporary.filePath(QStringLiteral("a.json"))), QByteArray("new"));
}

void TestWriters::aFolderThatIsAFile() {
    QTemporaryDir temporary;
    const QString path = temporary.filePath(QStringLiteral("file"));
    QVERIFY(writeAll(temporary.path(), {{QStringLiteral("file"), "x"}}));
    for (const QString& folder : {path, path + QStringLiteral("/inside")}) {
        const auto result = writeAll(folder, {{QStringLiteral("a.json"), "one"}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::OutputNotWritable);
        QVERIFY(result.error().message.contains(QDir::toNativeSeparators(folder)));
    }
    QCOMPARE(read(path), QByteArray("x"));
}

void TestWriters::aRefusedRenameTakesEverythingBack() {
    QTemporaryDir temporary;
    QVERIFY(writeAll(temporary.path(), {{QStringLiteral("a.json"), "old"}}));
    QVERIFY(QDir(temporary.path()).mkpath(QStringLiteral("c.json/in the way")));
    const auto result = writeAll(temporary.path(), {{QStringLiteral("a.json"), "new"},
                                                    {QStringLiteral("b.json"), "new"},
                                                    {QStringLiteral("c.json"), "new"}});
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(QDir::toNativeSeparators(temporary.path())));
    QVERIFY(result.error().message.contains(QStringLiteral("c.json")));
    QCOMPARE(everything(temporary.path()), (QStringList{QStringLiteral("a.json"), QStringLiteral("c.json")}));
    QCOMPARE(read(temporary.filePath(QStringLiteral("a.json"))), QByteArray("old"));
}

void TestWriters::aFullDiskLeavesNothing() {
#ifdef Q_OS_UNIX
    QTemporaryDir temporary;
    QVERIFY(writeAll(temporary.path(), {{QStringLiteral("a.json"), "old"}}));
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    rlimit small = limit;
    small.rlim_cur = 4096;  // every file ends here, as on a full disk
    setrlimit(RLIMIT_FSIZE, &small);
    const QString folder = temporary.filePath(QStringLiteral("made"));
    const auto fresh = writeAll(
        folder, {{QStringLiteral("a.json"), "new"}, {QStringLiteral("b.json"), QByteArray(100'000, 'x')}});
    const auto existing = writeAll(temporary.path(), {{QStringLiteral("a.json"), "new"},
                                                      {QStringLiteral("b.json"), QByteArray(100'000, 'x')}});
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, before);
    QVERIFY(!fresh && !existing);
    QCOMPARE(fresh.error().code, ErrorCode::OutputNotWritable);
    QVERIFY(fresh.error().message.contains(QDir::toNativeSeparators(folder)));
    QVERIFY(!QDir(folder).exists());
    QCOMPARE(everything(temporary.path()), QStringList{QStringLiteral("a.json")});
    QCOMPARE(read(temporary.filePath(QStringLiteral("a.json"))), QByteArray("old"));
#else
    QSKIP("This system has no limit on the size of files.");
#endif
}

QTEST_APPLESS_MAIN(TestWriters)
#include "tst_writers.moc"
