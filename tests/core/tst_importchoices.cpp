#include "core/deck/writers.h"
#include "core/import/choices.h"
#include "core/import/filenames.h"
#include "tests/support/core/choicescase.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace icp;

/// What the user decides at an import, and what import.json says.
class TestImportChoices : public test::ChoicesCase {
    Q_OBJECT
private Q_SLOTS:
    void choicesStayWithTheDataset();
    void impossibleChoicesAreRefusedUnread_data();
    void impossibleChoicesAreRefusedUnread();
    void wordsOfTheOutcomeAreListed();
    void wordsOfTheOutcomeAreOverruled();
    void leaksAreTakenBackAndColumnsHidden();
    void filesOfOneNameStayApart();
    void namesAreAsLongAsNeeded();
    void jsonCarriesIt();
};

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
    for (const QStringView leak : {u"deal.x_mood", u"deal.x_forecast_category"}) {
        QVERIFY(!strict->find(leak)->reason.isEmpty());
        QCOMPARE(lenient->find(leak)->caution, strict->find(leak)->reason);
    }
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
