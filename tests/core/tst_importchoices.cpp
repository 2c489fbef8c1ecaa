#include "core/deck/writers.h"
#include "core/import/choices.h"
#include "core/import/filenames.h"
#include "core/import/importer.h"
#include "tests/support/core/scratch.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace icp;

/// What the user decides at an import, what is remembered of it, and what import.json says.
class TestImportChoices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signatureForgetsOrderAndSpelling();
    void memoryComesBackFromItsFile();
    void brokenMemoryIsRefused();
    void decisionsAreUsedAgain();
    void choicesStayWithTheDataset();
    void nextExportGoesOnFromTheLast();
    void newDecisionsBeatRememberedOnes();
    void rememberedHeadersAreFoundByTheirKey();
    void decisionsAreKeptInTheirFile();
    void impossibleChoicesAreRefusedUnread_data();
    void impossibleChoicesAreRefusedUnread();
    void impossibleMemoriesAreLeftAlone();
    void wordsOfTheOutcomeAreListed();
    void wordsOfTheOutcomeAreOverruled();
    void leaksAreTakenBackAndColumnsHidden();
    void filesOfOneNameStayApart();
    void namesAreAsLongAsNeeded();
    void jsonCarriesIt();

private:
    static FileRequest fileAt(const QString& path) {
        FileRequest file;
        file.path = path;
        return file;
    }
    static std::shared_ptr<const Dataset> imported(const ImportRequest& request) {
        const auto result = importFiles(request);
        if (!result) qWarning("%s", qPrintable(result.error().message));
        return result.value_or(nullptr);
    }
    static QStringList reasons(const Dataset& dataset, const QString& code) {
        QStringList found;
        for (const Issue& issue : dataset.issues)
            if (issue.code == code) found << issue.file + QStringLiteral(": ") + issue.reason;
        return found;
    }
    static QByteArray deals(const QByteArray& stageHeader = "Deal Stage") {
        QByteArray text = "Deal Name,Account," + stageHeader + ",Amount,Colour\n";
        for (int i = 0; i < 60; ++i) {
            const QByteArray n = QByteArray::number(i);
            text += "Deal " + n + ",Client " + QByteArray::number(i % 12) +
                    (i % 3 == 0   ? ",In the bag,"
                     : i % 3 == 1 ? ",Gone,"
                                  : ",Talking,") +
                    QByteArray::number(100 + i) + (i % 2 == 0 ? ",red\n" : ",blue\n");
        }
        return text;
    }

    test::Scratch m_files;
};

void TestImportChoices::signatureForgetsOrderAndSpelling() {
    const QString one = signatureOf({"Company name", "Number of Employees", "City"});
    QCOMPARE(one.size(), 16);
    QCOMPARE(signatureOf({"CITY", "number_of_employees", "Company Name *"}), one);
    QVERIFY(signatureOf({"Company name", "Number of Employees"}) != one);
}

void TestImportChoices::memoryComesBackFromItsFile() {
    FileMemory file;
    file.day = QDate(2026, 5, 3);
    file.role = Entity::Deal;
    file.vendor = QStringLiteral("hubspot");
    file.mapping = {{"Étape", "deal.stage"}, {"Note \"x\"", "ignore"}};
    ColumnWish wish;
    wish.type = ColumnType::Money;
    wish.decimal = ',';
    wish.dayFirst = true;
    wish.separator = ';';
    wish.missing = QStringList{"-", "n/a"};
    file.columns = {{"Amount", wish}, {"Other", {}}};
    file.won = QStringList{"In the bag"};
    file.lost = QStringList{"Gone"};
    MappingMemory memory;
    memory.files[QStringLiteral("0123456789abcdef")] = file;
    const QString path = m_files.path(QStringLiteral("settings/mappings.json"));
    QVERIFY(readMemory(path).value() == MappingMemory());  // not there yet
    QVERIFY(writeMemory(path, memory).has_value());
    QVERIFY(readMemory(path).value() == memory);
}

void TestImportChoices::brokenMemoryIsRefused() {
    const QString path = m_files.write(QStringLiteral("broken.json"), "{\"schema\": 99}");
    QCOMPARE(readMemory(path).error().code, ErrorCode::InputUnusable);
    QVERIFY(readMemory(path).error().message.contains(QStringLiteral("broken.json")));
    QCOMPARE(readMemory(m_files.write(QStringLiteral("text.json"), "hello")).error().code,
             ErrorCode::InputUnusable);
    QCOMPARE(writeMemory(path + QStringLiteral("/below.json"), {}).error().code,
             ErrorCode::OutputNotWritable);
}

void TestImportChoices::decisionsAreUsedAgain() {
    ImportRequest first;
    first.files = {fileAt(m_files.write(QStringLiteral("q1.csv"), deals("Zustand")))};
    first.files[0].role = Entity::Deal;
    first.files[0].mapping = {{"Zustand", "deal.stage"}, {"Colour", "ignore"}};
    first.files[0].columns["Amount"].type = ColumnType::Money;
    first.outcome = OutcomeWords{{"In the bag"}, {"Gone"}};
    const auto before = imported(first);
    QVERIFY(before);
    QVERIFY(!before->files[0].remembered.isValid());
    MappingMemory memory;
    remember(memory, *before, QDate(2026, 5, 3));
    QCOMPARE(memory.files.size(), 1);

    // Next quarter: other rows, the columns in another order.
    QByteArray text = "Amount,Zustand,Colour,Account,Deal Name\n";
    for (int i = 0; i < 30; ++i)
        text += QByteArray::number(i) + (i < 10 ? ",in the bag" : ",gone") + ",green,Client " +
                QByteArray::number(i % 7) + ",Deal " + QByteArray::number(900 + i) + '\n';
    ImportRequest next;
    next.files = {fileAt(m_files.write(QStringLiteral("q2.csv"), text))};
    next.memory = memory;
    const auto after = imported(next);
    QVERIFY(after);
    QCOMPARE(after->files[0].role, Entity::Deal);
    QCOMPARE(after->files[0].remembered, QDate(2026, 5, 3));
    QCOMPARE(reasons(*after, QStringLiteral("mapping-remembered")),
             QStringList{"q2.csv: Mapped as you did on 2026-05-03."});
    QCOMPARE(after->find(u"deal.stage")->label, QStringLiteral("Zustand"));
    QCOMPARE(after->find(u"deal.x_colour")->use, AttributeUse::LeftOut);
    QCOMPARE(after->column(u"deal.amount")->type(), ColumnType::Money);
    QCOMPARE(std::count(after->dealState.begin(), after->dealState.end(), DealState::Won), 10);
    QCOMPARE(std::count(after->dealState.begin(), after->dealState.end(), DealState::Lost), 20);

    // Nothing new was decided, so the day stays.
    remember(memory, *after, QDate(2026, 8, 1));
    QCOMPARE(memory.files.first().day, QDate(2026, 5, 3));
}

void TestImportChoices::choicesStayWithTheDataset() {
    ImportRequest request;
    request.files = {fileAt(m_files.write(QStringLiteral("notes.csv"), "x,y\n1,2\n3,4\n")),
                     fileAt(m_files.write(QStringLiteral("kept.csv"), deals("Zustand")))};
    request.files[1].role = Entity::Deal;
    request.files[1].mapping = {{"Zustand", "deal.stage"}};
    request.files[1].columns["Amount"].type = ColumnType::Money;
    request.outcome = OutcomeWords{{"In the bag"}, {"Gone"}};
    request.use = QStringList{"deal.x_colour"};
    const auto first = imported(request);
    QVERIFY(first);
    // In the order of the dataset's files; the one that was not used comes last.
    QCOMPARE(first->files.size(), std::size_t(1));
    QCOMPARE(first->choices.files.size(), std::size_t(2));
    QVERIFY(first->choices.files[0] == request.files[1]);
    QVERIFY(first->choices.files[1] == request.files[0]);
    QCOMPARE(first->files[0].path, first->choices.files[0].path);
    QVERIFY(first->choices.outcome == request.outcome);
    QCOMPARE(first->choices.use, request.use);

    // What was remembered becomes a choice, so that it can be read alike elsewhere.
    ImportRequest next;
    next.files = {fileAt(request.files[1].path)};
    remember(next.memory, *first, QDate(2026, 5, 3));
    const auto second = imported(next);
    QVERIFY(second);
    QVERIFY(second->choices.files[0] == request.files[1]);
    ImportRequest again;
    static_cast<ImportChoices&>(again) = second->choices;
    const auto third = imported(again);
    QVERIFY(third);
    QVERIFY(third->dealState == first->dealState);
    QVERIFY(third->choices == second->choices);

    QCOMPARE(keptPath(QStringLiteral("postgresql://me:secret@host/sales")),
             QStringLiteral("postgresql://me@host/sales"));
    QVERIFY(QDir::isAbsolutePath(keptPath(QStringLiteral("deals.csv"))));
}

void TestImportChoices::nextExportGoesOnFromTheLast() {
    ImportRequest first;
    first.files = {fileAt(m_files.write(QStringLiteral("before.csv"), deals("Zustand")))};
    first.files[0].mapping = {{"Zustand", "deal.stage"}};
    first.use = QStringList{"deal.x_a", "deal.x_b"};
    first.hide = QStringList{"deal.x_colour"};
    const auto before = imported(first);
    QVERIFY(before);
    ImportRequest next;
    next.files = {fileAt(m_files.write(QStringLiteral("after.csv"), deals("Zustand")))};
    next.hide = QStringList{"deal.x_b"};
    continueFrom(next, *before, QDate(2026, 5, 3));
    QCOMPARE(next.use, QStringList{"deal.x_a"});
    QCOMPARE(next.hide, (QStringList{"deal.x_b", "deal.x_colour"}));
    const auto after = imported(next);
    QVERIFY(after);
    QCOMPARE(after->find(u"deal.stage")->label, QStringLiteral("Zustand"));
    QCOMPARE(after->files[0].remembered, QDate(2026, 5, 3));
    QCOMPARE(after->find(u"deal.x_colour")->use, AttributeUse::LeftOut);
}

void TestImportChoices::newDecisionsBeatRememberedOnes() {
    const QString path =
        m_files.write(QStringLiteral("firms.csv"),
                      "Company name,Industry,Sector,Number of Employees\nAcme,A,B,1\nBeta,C,D,2\n");
    ImportRequest request;
    request.files = {fileAt(path)};
    request.files[0].mapping = {{"Sector", "account.industry"}};
    const auto first = imported(request);
    QVERIFY(first);
    MappingMemory memory;
    remember(memory, *first, QDate(2026, 5, 3));
    ImportRequest other;
    other.memory = memory;
    other.files = {fileAt(path)};
    other.files[0].mapping = {{"Industry", "account.industry"}};
    const auto second = imported(other);
    QVERIFY(second);
    QCOMPARE(second->find(u"account.industry")->label, QStringLiteral("Industry"));
    remember(memory, *second, QDate(2026, 6, 1));
    QCOMPARE(memory.files.first().day, QDate(2026, 6, 1));
    QCOMPARE(imported(other)->find(u"account.industry")->label, QStringLiteral("Industry"));
    // Nor does the old one come back with the next export.
    ImportRequest third;
    third.memory = memory;
    third.files = {fileAt(path)};
    QCOMPARE(imported(third)->find(u"account.industry")->label, QStringLiteral("Industry"));
}

void TestImportChoices::rememberedHeadersAreFoundByTheirKey() {
    ImportRequest request;
    request.files = {fileAt(m_files.write(QStringLiteral("a.csv"), deals("Wie es steht")))};
    request.files[0].mapping = {{"Wie es steht", "deal.stage"}};
    request.files[0].columns["Amount"].type = ColumnType::Text;
    const auto first = imported(request);
    QVERIFY(first);
    ImportRequest next;
    next.files = {fileAt(m_files.write(QStringLiteral("b.csv"), deals("WIE ES STEHT")))};
    remember(next.memory, *first, QDate(2026, 5, 3));
    const auto second = imported(next);
    QVERIFY(second);
    QCOMPARE(second->find(u"deal.stage")->label, QStringLiteral("WIE ES STEHT"));
    QCOMPARE(second->files[0].columnInfo[3].header, QStringLiteral("Amount"));
    QCOMPARE(second->files[0].columnInfo[3].type, ColumnType::Text);
    QVERIFY(second->choices.files[0].mapping == (QHash<QString, QString>{{"WIE ES STEHT", "deal.stage"}}));
}

void TestImportChoices::decisionsAreKeptInTheirFile() {
    ImportRequest request;
    request.files = {fileAt(m_files.write(QStringLiteral("kept.csv"), deals()))};
    const QString path = m_files.path(QStringLiteral("own/mappings.json"));
    const auto nothing = imported(request);
    QVERIFY(nothing);
    QVERIFY(keepDecisions(path, *nothing, QDate(2026, 5, 3)).has_value());
    QVERIFY(!QFile::exists(path));  // nothing was decided
    request.files[0].mapping = {{"Colour", "ignore"}};
    const auto decided = imported(request);
    QVERIFY(decided);
    QVERIFY(keepDecisions(path, *decided, QDate(2026, 5, 3)).has_value());
    QVERIFY(keepDecisions(path, *decided, QDate(2026, 8, 1)).has_value());
    const MappingMemory kept = readMemory(path).value();
    QCOMPARE(kept.files.value(decided->files[0].signature).day, QDate(2026, 5, 3));
    const QString broken = m_files.write(QStringLiteral("other.json"), "[1, 2]");
    QCOMPARE(keepDecisions(broken, *decided, QDate(2026, 5, 3)).error().code, ErrorCode::InputUnusable);
}

void TestImportChoices::impossibleChoicesAreRefusedUnread_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<QStringList>("mapping");
    QTest::addColumn<QStringList>("use");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << -1 << QStringList{"A=deal.stadium"} << QStringList() << "deal.stadium";
    QTest::newRow("no entity") << -1 << QStringList{"A=stage"} << QStringList() << "stage";
    QTest::newRow("twice") << -1 << QStringList{"A=deal.stage", "B=deal.stage"} << QStringList()
                           << "deal.stage";
    QTest::newRow("not of its role") << int(Entity::Account) << QStringList{"A=deal.stage"} << QStringList()
                                     << "accounts";
    QTest::newRow("of two roles") << -1 << QStringList{"A=deal.stage", "B=account.name"} << QStringList()
                                  << "deal.stage";
    QTest::newRow("use") << -1 << QStringList() << QStringList{"colour"} << "colour";
}

void TestImportChoices::impossibleChoicesAreRefusedUnread() {
    QFETCH(int, role);
    QFETCH(QStringList, mapping);
    QFETCH(QStringList, use);
    QFETCH(QString, named);
    ImportRequest request;
    request.files = {fileAt(QStringLiteral("there/is/no/such.csv"))};
    if (role >= 0) request.files[0].role = Entity(role);
    for (const QString& pair : mapping)
        request.files[0].mapping[pair.section(u'=', 0, 0)] = pair.section(u'=', 1);
    request.use = use;
    const auto refused = importFiles(request);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Usage);
    QVERIFY2(refused.error().message.contains(named), qPrintable(refused.error().message));
}

void TestImportChoices::impossibleMemoriesAreLeftAlone() {
    const QString path =
        m_files.write(QStringLiteral("odd.csv"), "Company name,Industry,Code\nAcme,A,1\nBeta,C,2\n");
    FileMemory file;
    file.day = QDate(2025, 1, 1);
    file.role = Entity::Account;
    file.mapping = {{"Code", "account.vanished"}, {"Industry", "deal.stage"}};
    ImportRequest request;
    request.files = {fileAt(path)};
    request.memory.files[signatureOf({"Company name", "Industry", "Code"})] = file;
    const auto result = imported(request);
    QVERIFY(result);
    QCOMPARE(result->find(u"account.industry")->label, QStringLiteral("Industry"));
}

void TestImportChoices::wordsOfTheOutcomeAreListed() {
    QByteArray text = "Deal Name,Account,Stage,Status,Amount\n";
    for (int i = 0; i < 10; ++i)
        text += "D" + QByteArray::number(i) + ",A," +
                (i < 4   ? "Signed off,Won"
                 : i < 7 ? "Talks,Lost"
                         : "Talks,Parked") +
                ",1\n";
    ImportRequest request;
    request.files = {fileAt(m_files.write(QStringLiteral("words.csv"), text))};
    const auto dataset = imported(request);
    QVERIFY(dataset);
    QStringList words;
    for (const OutcomeWord& word : dataset->outcomeWords)
        words << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(word.attribute, word.text)
                     .arg(word.deals)
                     .arg(int(word.state))
                     .arg(word.known ? "known" : "unknown");
    // States: 0 open, 1 won, 2 lost. A word that says nothing shows what most of its deals are.
    QCOMPARE(words, QStringList({"deal.status Won 4 1 known", "deal.status Lost 3 2 known",
                                 "deal.status Parked 3 0 unknown", "deal.stage Talks 6 0 unknown",
                                 "deal.stage Signed off 4 1 unknown"}));
}

void TestImportChoices::wordsOfTheOutcomeAreOverruled() {
    ImportRequest request;
    request.files = {fileAt(m_files.write(QStringLiteral("bag.csv"), deals()))};
    const auto unknown = imported(request);
    QVERIFY(unknown);
    QCOMPARE(std::count(unknown->dealState.begin(), unknown->dealState.end(), DealState::Open), 60);
    request.outcome = OutcomeWords{{"IN THE BAG"}, {"gone"}};
    const auto told = imported(request);
    QVERIFY(told);
    QCOMPARE(std::count(told->dealState.begin(), told->dealState.end(), DealState::Won), 20);
    QCOMPARE(std::count(told->dealState.begin(), told->dealState.end(), DealState::Lost), 20);
    for (const OutcomeWord& word : told->outcomeWords) QVERIFY(word.decided);

    // A word taken away means open, also where the program knows better.
    request.files = {
        fileAt(m_files.write(QStringLiteral("known.csv"),
                             deals().replace("In the bag", "Closed won").replace("Gone", "Closed lost")))};
    request.outcome = OutcomeWords{{"Closed won"}, {}};
    const auto fewer = imported(request);
    QVERIFY(fewer);
    QCOMPARE(std::count(fewer->dealState.begin(), fewer->dealState.end(), DealState::Won), 20);
    QCOMPARE(std::count(fewer->dealState.begin(), fewer->dealState.end(), DealState::Lost), 0);
}

void TestImportChoices::leaksAreTakenBackAndColumnsHidden() {
    QByteArray text = "Deal Name,Account,Deal Stage,Amount,Mood,Lead Source,Forecast Category\n";
    for (int i = 0; i < 80; ++i)
        text += "D" + QByteArray::number(i) + ",C" + QByteArray::number(i % 9) +
                (i % 2 == 0 ? ",Closed won,10,glad," : ",Closed lost,10,sad,") +
                (i % 5 == 0 ? "Web" : "Fair") + (i % 3 == 0 ? ",Commit\n" : ",Pipeline\n");
    ImportRequest request;
    request.files = {fileAt(m_files.write(QStringLiteral("moods.csv"), text))};
    const auto strict = imported(request);
    QVERIFY(strict);
    QCOMPARE(strict->find(u"deal.x_mood")->use, AttributeUse::LeftOut);
    QVERIFY2(strict->find(u"deal.x_mood")->reason.startsWith(QStringLiteral("It tells the result")),
             qPrintable(strict->find(u"deal.x_mood")->reason));
    QCOMPARE(strict->find(u"deal.x_forecast_category")->use, AttributeUse::LeftOut);
    QCOMPARE(strict->find(u"deal.source")->use, AttributeUse::Feature);

    request.use = QStringList{"deal.x_mood", "deal.x_forecast_category", "deal.nothing"};
    request.hide = QStringList{"deal.source", "deal.stage"};
    const auto lenient = imported(request);
    QVERIFY(lenient);
    QCOMPARE(lenient->find(u"deal.x_mood")->use, AttributeUse::Feature);
    QVERIFY(lenient->find(u"deal.x_mood")->reason.isEmpty());
    QCOMPARE(lenient->find(u"deal.x_forecast_category")->use, AttributeUse::Feature);
    QCOMPARE(lenient->find(u"deal.source")->use, AttributeUse::LeftOut);
    QCOMPARE(lenient->find(u"deal.source")->reason, QStringLiteral("Hidden on request."));
    QCOMPARE(lenient->find(u"deal.stage")->use, AttributeUse::Outcome);  // outcomes cannot be hidden
    for (const ColumnInfo& column : lenient->files[0].columnInfo)
        if (column.attribute == u"deal.source") QCOMPARE(column.verdict, QStringLiteral("hidden"));
}

void TestImportChoices::filesOfOneNameStayApart() {
    const QByteArray head = "Deal ID,Deal Name,Account Name,Deal Stage,Amount\n";
    const QString north = m_files.write(QStringLiteral("north/deals.csv"),
                                        head + "D1,One,Acme,Closed Won,100\nD2,Two,Nobody,Closed Lost,x\n");
    const QString south =
        m_files.write(QStringLiteral("south/deals.csv"), head + "D1,One,Acme,Closed Won,100\n");
    ImportRequest request;
    request.files = {fileAt(north), fileAt(south)};
    const auto dataset = imported(request);
    QVERIFY(dataset);
    QStringList names;
    for (const SourceFile& file : dataset->files) names << file.name;
    QCOMPARE(names, QStringList({"north/deals.csv", "south/deals.csv"}));
    QCOMPARE(dataset->files[1].path, south);
    QCOMPARE(dataset->rejected.size(), 1U);
    QCOMPARE(dataset->rejected[0].reason, QStringLiteral("Same deal ID as row 2 of north/deals.csv"));
    for (const Issue& issue : dataset->issues)
        QVERIFY2(issue.file.isEmpty() || names.contains(issue.file), qPrintable(issue.file));
}

void TestImportChoices::namesAreAsLongAsNeeded() {
    const auto names = [](const std::vector<std::pair<QString, QString>>& files) {
        return shownNames(files);
    };
    QCOMPARE(names({{"/a/b/x.csv", ""}, {"/a/b/y.csv", ""}}), QStringList({"x.csv", "y.csv"}));
    QCOMPARE(names({{"/a/b/x.csv", ""}, {"/a/c/x.csv", ""}, {"/a/c/y.csv", ""}}),
             QStringList({"b/x.csv", "c/x.csv", "y.csv"}));
    QCOMPARE(names({{"/1/b/x.csv", ""}, {"/2/b/x.csv", ""}, {"/2/c/x.csv", ""}}),
             QStringList({"1/b/x.csv", "2/b/x.csv", "c/x.csv"}));
    QCOMPARE(names({{"/a/x.xlsx", "Deals"}, {"/a/x.xlsx", "Firms"}}),
             QStringList({"x.xlsx: Deals", "x.xlsx: Firms"}));
    QCOMPARE(names({{"/a/x.csv", ""}, {"/a/x.csv", ""}}), QStringList({"x.csv", "x.csv (2)"}));
}

void TestImportChoices::jsonCarriesIt() {
    ImportRequest request;
    const QString accounts = m_files.write(QStringLiteral("json/accounts.csv"),
                                           "Record ID,Company name,Industry,Last Activity "
                                           "Date\n1,Acme,Retail,2025-06-30\n2,Beta,Banking,2024-06-30\n");
    const QString deal =
        m_files.write(QStringLiteral("json/deals.csv"),
                      "Deal Name,Associated Company,Deal Stage,Amount\nOne,Acme,Closed won,1\n"
                      "Two,Gamma,Closed lost,2\nThree,Gamma,Closed lost,2\nFour,,Closed won,2\n");
    request.files = {fileAt(accounts), fileAt(deal)};
    const auto dataset = imported(request);
    QVERIFY(dataset);
    const Links& links = dataset->deals.links;
    QCOMPARE(links.nameless, 1);
    QCOMPARE(links.unlinked.size(), 1U);
    QCOMPARE(links.unlinked[0].text, QStringLiteral("Gamma"));
    QCOMPARE(links.unlinked[0].rows, 2);
    QCOMPARE(links.unmatched(), 3);
    const QByteArray json = importJson(*dataset);
    for (const char* part : {"\"roleSure\"", "\"signature\"", "\"asOf\": \"2025-06-30\"", "\"staleRows\": 1",
                             "\"valid\": 0.846", "\"nameless\": 1", "\"text\": \"Gamma\"", "\"outcomeWords\"",
                             "\"state\": \"won\"", "\"verdict\": \"key\"", "\"code\": \"rows-stale\""})
        QVERIFY2(json.contains(part), json.constData());
    QVERIFY(!json.contains(accounts.toUtf8()));
}

QTEST_GUILESS_MAIN(TestImportChoices)
#include "tst_importchoices.moc"
