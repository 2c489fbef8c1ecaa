#include "core/deck/searchspec.h"
#include "core/workshop/fit.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/randomicp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace icp;
using namespace icp::test;

/// What is handed out to look for companies, and what comes back from it.
class TestSearchSpec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesTheSameFits();
    void keepsWhomToTalkTo();
    void keepsWhatWasLearntHere();
    void saysWhyATechnologyCounts();
    void readsWell();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
};

void TestSearchSpec::givesTheSameFits() {
    QRandomGenerator random(11);
    for (int round = 0; round < 60; ++round) {
        const Dataset dataset = randomDataset(quint32(round), 80);
        const Icp icp = randomIcp(random, 1 + round % 12);
        const Result<SearchSpec> read =
            searchSpecFromJson(searchSpecJson(searchSpecOf(icp, {}, dataset), dataset), "search.json");
        QVERIFY(read);
        FitModel model(dataset);
        const FitTable before = model.evaluate(icp);
        FitModel other(dataset);
        const FitTable after = other.evaluate(read->icp);
        QCOMPARE(after.fit, before.fit);
        QCOMPARE(after.score, before.score);
    }
}

void TestSearchSpec::keepsWhomToTalkTo() {
    Icp icp = employing(50, 500);
    icp.id = QStringLiteral("a");
    Persona persona;
    persona.id = QStringLiteral("p");
    persona.icps = QStringList{"a", "b"};
    persona.role = BuyingRole::EconomicBuyer;
    persona.title = QStringLiteral("Head of Finance");
    persona.titlePatterns = QStringList{"finanzleiter", "*controller"};
    persona.usualTitles = false;
    persona.department = QStringLiteral("Finance");
    persona.seniority = Seniority::Leader;
    persona.tier = 2;
    persona[PersonaField::Message].text = QStringLiteral("Close in five days");
    const Dataset dataset;
    const Result<SearchSpec> read =
        searchSpecFromJson(searchSpecJson(searchSpecOf(icp, {persona}, dataset), dataset), "search.json");
    QVERIFY(read);
    Persona sought = persona;
    sought.fields = {};
    sought.icps = QStringList{"a"};
    QCOMPARE(read->personas.size(), 1U);
    QCOMPARE(toJson(read->personas.front()), toJson(sought));
}

void TestSearchSpec::keepsWhatWasLearntHere() {
    Icp icp = employing(50, 500);
    icp.quote = QStringLiteral("We close late");
    icp.market.companies = 4200;
    icp.criteria.front().evidence.n = 424;
    icp.criteria.front().author = QStringLiteral("Product");
    icp.criteria.front().why = QStringLiteral("grew up with them");
    icp.criteria.front().counters = {
        {QStringLiteral("1"), QStringLiteral("Teams of ten"), {}, Importance::Must, {}, {}, {}}};
    icp.baseline = QStringLiteral("Marketing");
    const Dataset dataset;
    const QByteArray json = searchSpecJson(searchSpecOf(icp, {}, dataset), dataset);
    for (const char* secret :
         {"We close late", "4200", "424", "Product", "evidence", "grew up", "Teams of ten", "Marketing"})
        QVERIFY2(!json.contains(secret), json.constData());
    QCOMPARE(QJsonDocument::fromJson(json)["criteria"][0]["part"].toString(), QStringLiteral("must"));
}

void TestSearchSpec::saysWhyATechnologyCounts() {
    Criterion uses;
    uses.section = Section::Technology;
    uses.reason = TechnologyReason::Overlap;
    uses.text = QStringLiteral("Uses Slack");
    uses.condition = Condition{QStringLiteral("account.chat"), Condition::Op::In, {"Slack"}};
    Criterion never = uses;
    never.text = QStringLiteral("Uses Lotus");
    never.section = Section::Exclusions;
    never.importance = Importance::Exclude;
    never.reason = TechnologyReason::Include;  // what was said before it became an exclusion
    Criterion elsewhere = uses;
    elsewhere.section = Section::Behaviour;
    Icp icp;
    icp.criteria = {uses, never, elsewhere};
    const Dataset dataset;
    const SearchSpec spec = searchSpecOf(icp, {}, dataset);
    const QByteArray json = searchSpecJson(spec, dataset);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(object["criteria"][0]["reason"].toString(), QStringLiteral("overlaps"));
    QCOMPARE(object["criteria"][1]["reason"].toString(), QStringLiteral("exclude"));
    QCOMPARE(object["criteria"][1]["part"].toString(), QStringLiteral("exclude"));
    QVERIFY(!object["criteria"][2].toObject().contains(QLatin1String("reason")));
    const Result<SearchSpec> read = searchSpecFromJson(json, QStringLiteral("search.json"));
    QVERIFY(read);
    QCOMPARE(searchSpecJson(*read, dataset), json);
    const QString text = QString::fromUtf8(searchSpecText(spec, dataset));
    QVERIFY2(text.contains(QStringLiteral("Uses Slack (overlaps with what we sell)")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Uses Lotus (rules a company out)")), qPrintable(text));
}

void TestSearchSpec::readsWell() {
    Icp icp = employing(50, 500);
    icp.name = QStringLiteral("Finance teams");
    icp.sentence = QStringLiteral("Firms of 50 to 500.");
    icp.criteria.front().text = QStringLiteral("50 to 500 employees");
    Criterion never;
    never.id = QStringLiteral("x");
    never.text = QStringLiteral("Public sector");
    never.importance = Importance::Exclude;
    never.condition = Condition{QStringLiteral("account.industry"), Condition::Op::In, {"Public sector"}};
    icp.criteria.push_back(never);
    Persona persona;
    persona.role = BuyingRole::Champion;
    persona.title = QStringLiteral("Head of Finance");
    persona.titlePatterns = QStringList{"finanzleiter"};
    persona.seniority = Seniority::Leader;
    const Dataset dataset;
    QCOMPARE(
        QString::fromUtf8(searchSpecText(searchSpecOf(icp, {persona}, dataset), dataset)),
        QStringLiteral("Finance teams: whom to look for\n\nFirms of 50 to 500.\n\nMust\n- 50 to 500 "
                       "employees\n\nNever\n- Public sector\n\nWhom to talk to there\n- Champion: Head of "
                       "Finance; titles: finanzleiter; Leader; tier 1\n"));
}

void TestSearchSpec::otherFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("not a search spec");
    QTest::newRow("text") << QByteArray("Company,Industry\n") << QStringLiteral("not a search spec");
    QTest::newRow("findings") << QByteArray("{\"schema\":1}") << QStringLiteral("not a search spec");
    QTest::newRow("no criteria") << QByteArray("{\"searchSpec\":1}") << QStringLiteral("not a search spec");
    QTest::newRow("newer") << QByteArray("{\"searchSpec\":2,\"criteria\":[]}")
                           << QStringLiteral("newer version");
}

void TestSearchSpec::otherFilesAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const Result<SearchSpec> read = searchSpecFromJson(bytes, QStringLiteral("leads.json"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InputUnusable);
    QVERIFY2(read.error().message.contains(says) && read.error().message.contains("“leads.json”"),
             qPrintable(read.error().message));
}

QTEST_GUILESS_MAIN(TestSearchSpec)
#include "tst_searchspec.moc"
