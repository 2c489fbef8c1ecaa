#include "core/import/choices.h"
#include "tests/support/core/choicescase.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace icp;

/// What is remembered of what the user decides at an import.
class TestImportMemory : public test::ChoicesCase {
    Q_OBJECT
private Q_SLOTS:
    void signatureForgetsOrderAndSpelling();
    void memoryComesBackFromItsFile();
    void brokenMemoryIsRefused();
    void decisionsAreUsedAgain();
    void nextExportGoesOnFromTheLast();
    void newDecisionsBeatRememberedOnes();
    void rememberedHeadersAreFoundByTheirKey();
    void decisionsAreKeptInTheirFile();
    void impossibleMemoriesAreLeftAlone();
    void columnsAreSetBackToAsDetected();
    void wordsAreSetBackToAsDetected();
};

void TestImportMemory::signatureForgetsOrderAndSpelling() {
    const QString one = signatureOf({"Company name", "Number of Employees", "City"});
    QCOMPARE(one.size(), 16);
    QCOMPARE(signatureOf({"CITY", "number_of_employees", "Company Name *"}), one);
    QVERIFY(signatureOf({"Company name", "Number of Employees"}) != one);
}

void TestImportMemory::memoryComesBackFromItsFile() {
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

void TestImportMemory::brokenMemoryIsRefused() {
    const QString path = m_files.write(QStringLiteral("broken.json"), "{\"schema\": 99}");
    QCOMPARE(readMemory(path).error().code, ErrorCode::InputUnusable);
    QVERIFY(readMemory(path).error().message.contains(QStringLiteral("broken.json")));
    QCOMPARE(readMemory(m_files.write(QStringLiteral("text.json"), "hello")).error().code,
             ErrorCode::InputUnusable);
    QCOMPARE(writeMemory(path + QStringLiteral("/below.json"), {}).error().code,
             ErrorCode::OutputNotWritable);
}

void TestImportMemory::decisionsAreUsedAgain() {
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

void TestImportMemory::nextExportGoesOnFromTheLast() {
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

void TestImportMemory::newDecisionsBeatRememberedOnes() {
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

void TestImportMemory::rememberedHeadersAreFoundByTheirKey() {
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

void TestImportMemory::decisionsAreKeptInTheirFile() {
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

void TestImportMemory::impossibleMemoriesAreLeftAlone() {
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

void TestImportMemory::columnsAreSetBackToAsDetected() {
    ImportRequest first;
    first.files = {fileAt(m_files.write("deals.csv", deals()))};
    const QString detected = attributeOf(*imported(first), "Colour");
    first.files[0].mapping = {{"Colour", "deal.type"}, {"Deal Stage", "deal.stage"}};
    first.files[0].columns["Amount"].type = ColumnType::Text;
    const auto before = imported(first);
    MappingMemory memory;
    remember(memory, *before, QDate(2026, 5, 3));

    ImportRequest next;
    next.files = {fileAt(m_files.write("next.csv", deals("deal_stage")))};
    next.memory = memory;
    QCOMPARE(attributeOf(*imported(next), "Colour"), QStringLiteral("deal.type"));
    next.files[0].asDetected = QStringList{"Colour", "Amount"};
    const auto after = imported(next);
    QCOMPARE(attributeOf(*after, "Colour"), detected);
    QCOMPARE(after->column(u"deal.amount")->type(), ColumnType::Number);
    QCOMPARE(attributeOf(*after, "deal_stage"), QStringLiteral("deal.stage"));  // the rest holds
    QVERIFY(importChoicesFromJson(toJson(after->choices)) == after->choices);

    // It is forgotten, however the header was spelled; in the next import nobody has to say it again.
    ImportRequest third;
    third.files = {fileAt(m_files.write("third.csv", deals()))};
    third.memory = memory;
    continueFrom(third, *after, QDate(2026, 6, 1));
    const FileMemory known = third.memory.files[before->files[0].signature];
    QVERIFY(!known.mapping.contains("Colour") && !known.columns.contains("Amount"));
    QVERIFY(known.mapping.contains("Deal Stage") || known.mapping.contains("deal_stage"));
    QCOMPARE(attributeOf(*imported(third), "Colour"), detected);

    // A memory of which nothing is left is none.
    next.files[0].asDetected << "deal_stage";
    const auto nothing = imported(next);
    remember(memory, *nothing, QDate(2026, 6, 1));
    QVERIFY(memory.files.isEmpty());
    next.files[0].asDetected << "Gone";
    QCOMPARE(importFiles(next).error().code, ErrorCode::Usage);
}

void TestImportMemory::wordsAreSetBackToAsDetected() {
    ImportRequest first;
    first.files = {fileAt(m_files.write("deals.csv", deals()))};
    const auto detected = imported(first);
    first.outcome = OutcomeWords{{"In the bag"}, {"Gone"}};
    const auto before = imported(first);
    QVERIFY(before->dealState != detected->dealState);
    ImportRequest next;
    next.files = first.files;
    remember(next.memory, *before, QDate(2026, 5, 3));
    QVERIFY(imported(next)->dealState == before->dealState);
    next.outcomeAsDetected = true;
    const auto after = imported(next);
    QVERIFY(after->dealState == detected->dealState);
    QVERIFY(!after->choices.outcome);
    QVERIFY(importChoicesFromJson(toJson(after->choices)) == after->choices);
    remember(next.memory, *after, QDate(2026, 6, 1));
    QVERIFY(next.memory.files.isEmpty());
}

QTEST_GUILESS_MAIN(TestImportMemory)
#include "tst_importmemory.moc"
