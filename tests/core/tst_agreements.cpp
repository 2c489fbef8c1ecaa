#include "core/deck/agreementpages.h"
#include "core/deck/sharepack.h"
#include "core/store/database.h"
#include "core/store/workshopfile.h"
#include "tests/support/core/deckcase.h"
#include "tests/support/core/slidetext.h"
#include "tests/support/core/unzipped.h"
#include "tests/support/core/workshopedits.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::test;

/// Who agreed to a version of an ICP, how, and who has read it: in the file, on slides, in tables and in
/// JSON.
class TestAgreements : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingIsKept();
    void olderVersionsTookPartWhoAgreed();
    void whoIsMissing_data();
    void whoIsMissing();
    void readersByVersionThenDay();
    void keptInTheFile();
    void theDeckTellsThem();
    void tablesByHand();
    void jsonByHand();
    void thePackLeavesOutEmptyTables();
};

namespace {

IcpVersion version(const QString& icp, int number, QDate day) {
    IcpVersion result;
    result.id = QStringLiteral("v%1").arg(number);
    result.icp.id = icp;
    result.icp.version = number;
    result.icp = agreed(result.icp, day, 90);
    return result;
}

/// Two versions, read by three.
void fill(Workshop& workshop, const QString& icp) {
    IcpVersion first = version(icp, 1, QDate(2025, 3, 1));
    first.departments = {QStringLiteral("Sales"), QStringLiteral("Finance")};
    IcpVersion second = version(icp, 2, QDate(2025, 9, 1));
    second.departments = {QStringLiteral("Product"), QStringLiteral("Sales"),
                          QStringLiteral("Customer success"), QStringLiteral("Marketing")};
    second.people = {QStringLiteral("Anna Berg")};
    second.vote = Tally{6, 1, 2};
    second.dissent = QStringLiteral("Nadia: too narrow");
    second.note = QStringLiteral("Autumn");
    workshop.versions = {first, second};
    workshop.acknowledgements = {
        {QStringLiteral("a"), icp, 1, QStringLiteral("Tom"), QStringLiteral("Finance"), QDate(2025, 3, 4)},
        {QStringLiteral("b"), icp, 2, QStringLiteral("Ida"), QStringLiteral("Sales"), QDate(2025, 9, 9)},
        {QStringLiteral("c"), icp, 2, QStringLiteral("Ken"), {}, QDate(2025, 9, 2)},
        {QStringLiteral("d"), QStringLiteral("other"), 1, QStringLiteral("Eve"), {}, QDate(2025, 9, 2)}};
}

QString textOf(const std::vector<Draft>& pages) {
    QString text;
    for (const Draft& page : pages) text += slideText(page.slide);
    return text;
}

}  // namespace

void TestAgreements::everythingIsKept() {
    Workshop workshop;
    fill(workshop, QStringLiteral("icp"));
    for (const IcpVersion& one : workshop.versions)
        QCOMPARE(toJson(versionFromJson(toJson(one))), toJson(one));
    const IcpVersion same = versionFromJson(toJson(workshop.versions[1]));
    QCOMPARE(same.vote, (std::optional<Tally>({6, 1, 2})));
    QCOMPARE(same.people, QStringList{QStringLiteral("Anna Berg")});
    QCOMPARE(participantsText(same),
             QStringLiteral("Product, Sales, Customer success, Marketing, Anna Berg"));
    QCOMPARE(voteText(same), QStringLiteral("6 for, 1 against, 2 abstained"));
    QCOMPARE(voteText(workshop.versions[0]), QString());
}

void TestAgreements::olderVersionsTookPartWhoAgreed() {
    const QJsonObject before{
        {"id", "v1"}, {"note", ""}, {"agreed", QJsonArray{"Product", "Sales"}}, {"dissent", ""}};
    const IcpVersion version = versionFromJson(before);
    QCOMPARE(version.departments, (QStringList{QStringLiteral("Product"), QStringLiteral("Sales")}));
    QVERIFY(!version.vote);
    QVERIFY(version.people.isEmpty());
}

void TestAgreements::whoIsMissing_data() {
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QStringList>("missing");
    const auto row = [](const char* name, const QStringList& there, const QStringList& missing) {
        QTest::newRow(name) << there << missing;
    };
    row("nobody", {}, {"product", "sales", "success", "marketing"});
    row("the usual six", {"Product", "Sales", "Marketing", "Customer success", "Finance", "Executives"}, {});
    row("others only", {"Finance", "Executives", "Legal"}, {"product", "sales", "success", "marketing"});
    row("in other words", {"Product management", "Sales & SDR", "CS", "Growth marketing"}, {});
    row("in German", {"Produktmanagement", "Vertrieb", "Kundenservice", "Marketing"}, {});
    row("without product", {"Sales", "Marketing", "Customer Success Team"}, {"product"});
    row("one that is two", {"Sales and marketing", "Product", "Customer success"}, {});
}

void TestAgreements::whoIsMissing() {
    QFETCH(QStringList, there);
    QFETCH(QStringList, missing);
    QCOMPARE(missingAmong(there), missing);
    QCOMPARE(missingText(there), missing.join(QStringLiteral(", "))
                                     .replace(QStringLiteral("success"), QStringLiteral("customer success")));
}

void TestAgreements::readersByVersionThenDay() {
    Workshop workshop;
    fill(workshop, QStringLiteral("icp"));
    QStringList names;
    for (const Acknowledgement& one : readersOf(workshop.acknowledgements, u"icp")) names << one.person;
    QCOMPARE(names, (QStringList{QStringLiteral("Ken"), QStringLiteral("Ida"), QStringLiteral("Tom")}));
    Icp icp;
    icp.id = QStringLiteral("icp");
    const std::vector<Agreement> agreements = agreementsOf(workshop, icp);
    QCOMPARE(agreements.size(), 2U);
    QCOMPARE(agreements[0].version.icp.version, 2);
    QCOMPARE(agreements[0].readers.size(), 2U);
    QCOMPARE(agreements[1].readers.at(0).person, QStringLiteral("Tom"));
}

void TestAgreements::keptInTheFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w.icpw"));
    auto file = expectValue(WorkshopFile::create(path, {}));
    Workshop workshop;
    fill(workshop, QStringLiteral("icp"));
    const auto put = [&](const char* entity, const QString& id, const QJsonObject& after) {
        Change change;
        change.entity = QLatin1String(entity);
        change.id = id;
        change.after = after;
        return file->apply({change}).has_value();
    };
    for (const IcpVersion& one : workshop.versions) QVERIFY(put("version", one.id, toJson(one)));
    for (const Acknowledgement& one : workshop.acknowledgements)
        QVERIFY(put("acknowledgement", one.id, toJson(one)));
    QCOMPARE(toJson(file->workshop().acknowledgements.at(1)), toJson(workshop.acknowledgements[1]));
    QVERIFY(file->undo());
    QCOMPARE(file->workshop().acknowledgements.size(), 3U);
    file.reset();
    Database database(path, Database::Mode::Open);
    QCOMPARE(database.number("SELECT count(*) FROM acknowledgement WHERE version = 2 AND person = 'Ida' AND "
                             "day = '2025-09-09'"),
             std::int64_t(1));
    QCOMPARE(database.number("SELECT vote ->> 'against' FROM agreement WHERE version = 2"), std::int64_t(1));
    QCOMPARE(database.number(
                 "SELECT count(*) FROM agreement WHERE departments ->> 1 = 'Finance' AND vote IS NULL"),
             std::int64_t(1));
}

void TestAgreements::theDeckTellsThem() {
    DeckCase made = quillbridge();
    DeckInput input = made.input();
    made.workshop.versions.clear();
    QVERIFY(agreementPages(input, plainMeasure).empty());
    fill(made.workshop, made.icp().id);
    input.today = QDate(2025, 10, 1);
    const QString text = textOf(agreementPages(input, plainMeasure));
    for (const char* words :
         {"v2", "1 September 2025", "Anna Berg", "6 for, 1 against, 2 abstained", "Nadia: too narrow",
          "30 November 2025", "without product, customer success, marketing", "Ida", "9 September 2025",
          "Tom"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("Eve")));
    bool inDeck = false;
    for (const Slide& one : buildDeck(input, plainMeasure).appendix)
        inDeck = inDeck || slideText(one).contains(QStringLiteral("Nadia: too narrow"));
    QVERIFY(inDeck);
}

void TestAgreements::tablesByHand() {
    Workshop workshop;
    fill(workshop, QStringLiteral("icp"));
    Icp icp;
    icp.id = QStringLiteral("icp");
    QCOMPARE(
        sheetCsv(agreementsSheet(workshop, icp)),
        QByteArray(
            "version,agreed,departments,people,missing,for,against,abstained,dissent,next_review,note\r\n"
            "2,2025-09-01,Product; Sales; Customer success; Marketing,Anna Berg,,6,1,2,Nadia: too "
            "narrow,2025-11-30,Autumn\r\n"
            "1,2025-03-01,Sales; Finance,,product; success; marketing,,,,,2025-05-30,\r\n"));
    QCOMPARE(sheetCsv(acknowledgementsSheet(workshop, icp)),
             QByteArray("version,name,department,read\r\n2,Ken,,2025-09-02\r\n2,Ida,Sales,2025-09-09\r\n"
                        "1,Tom,Finance,2025-03-04\r\n"));
}

void TestAgreements::jsonByHand() {
    Workshop workshop;
    fill(workshop, QStringLiteral("icp"));
    Icp icp;
    icp.id = QStringLiteral("icp");
    FindingsBeside beside;
    beside.agreements = agreementsOf(workshop, icp);
    const QJsonObject json = QJsonDocument::fromJson(findingsJson(Findings(), Dataset(), beside)).object();
    const QJsonArray all = json["agreements"].toArray();
    QCOMPARE(all.size(), 2);
    const QJsonObject newest = all[0].toObject();
    QCOMPARE(newest["version"].toInt(), 2);
    QCOMPARE(newest["agreed"].toString(), QStringLiteral("2025-09-01"));
    QCOMPARE(newest["nextReview"].toString(), QStringLiteral("2025-11-30"));
    QCOMPARE(newest["vote"].toObject(), (QJsonObject{{"for", 6}, {"against", 1}, {"abstained", 2}}));
    QCOMPARE(newest["missing"].toArray(), QJsonArray());
    QCOMPARE(newest["acknowledgements"].toArray()[1].toObject(),
             (QJsonObject{{"name", "Ida"}, {"department", "Sales"}, {"read", "2025-09-09"}}));
    QVERIFY(all[1].toObject()["vote"].isNull());
    QCOMPARE(all[1].toObject()["missing"].toArray().size(), 3);
    QVERIFY(!QJsonDocument::fromJson(findingsJson(Findings(), Dataset(), FindingsBeside()))
                 .object()
                 .contains("agreements"));
}

void TestAgreements::thePackLeavesOutEmptyTables() {
    Workshop workshop;
    Icp icp;
    icp.id = QStringLiteral("icp");
    SharePack pack;
    pack.title = QStringLiteral("ICP");
    pack.slides.emplace_back();
    pack.tables = {{QStringLiteral("acknowledgements"), acknowledgementsSheet(workshop, icp)}};
    QVERIFY(
        !unzipped(expectValue(packed(pack, plainMeasure))).contains(QStringLiteral("acknowledgements.csv")));
    fill(workshop, icp.id);
    pack.tables = {{QStringLiteral("acknowledgements"), acknowledgementsSheet(workshop, icp)}};
    const auto files = unzipped(expectValue(packed(pack, plainMeasure)));
    QVERIFY(files[QStringLiteral("acknowledgements.csv")].contains("2,Ida,Sales,2025-09-09"));
}

QTEST_GUILESS_MAIN(TestAgreements)
#include "tst_agreements.moc"
