#include "core/workshop/sentence.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/criteria.h"
#include "tests/support/core/randomicp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace icp;
using namespace icp::test;

class TestIcp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesGoBothWays();
    void sentence_data();
    void sentence();
    void sentenceComesFromMustsThenShoulds();
    void sentenceSaysThatOneShouldIsEnough();
    void sentenceOfConditions_data();
    void sentenceOfConditions();
    void emphasisCoversTheCriteria();
    void sectionsFilled();
    void partOfEachCriterion();
    void jsonGoesBothWays();
    void jsonKeepsInfinitiesAndExtremes();
    void jsonOfSettingsPersonaPin();
    void jsonOfRubbishIsDefault();
    void idsAreUnique();
    void workshopFinds();
    void emptyPanelHasSixRoles();
};

void TestIcp::namesGoBothWays() {
    for (int i = 0; i < 4; ++i) QCOMPARE(importanceFromName(importanceName(Importance(i))), Importance(i));
    for (int i = 0; i < sectionCount; ++i) QCOMPARE(sectionFromName(sectionName(Section(i))), Section(i));
    for (int i = 0; i < buyingRoleCount; ++i) QCOMPARE(roleFromName(roleName(BuyingRole(i))), BuyingRole(i));
    QCOMPARE(sectionName(Section::StretchLimits), QStringLiteral("stretch-limits"));
    QCOMPARE(importanceFromName(u"nonsense"), Importance::Should);
}

void TestIcp::sentence_data() {
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("expected");
    QTest::newRow("things") << QStringList{"2 to 20 legal entities", "Finance team of 4 to 25 people"}
                            << "Companies with 2 to 20 legal entities and a finance team of 4 to 25 people.";
    QTest::newRow("clause") << QStringList{"Month-end close takes 9+ days"}
                            << "Companies where month-end close takes 9+ days.";
    QTest::newRow("action") << QStringList{"Runs a cloud ERP", "Has subsidiaries abroad"}
                            << "Companies that run a cloud ERP and have subsidiaries abroad.";
    QTest::newRow("as it stands") << QStringList{"Based in the UK", "Month-end close takes 9+ days"}
                                  << "Companies based in the UK, where month-end close takes 9+ days.";
    QTest::newRow("abbreviation") << QStringList{"ERP of their own", "CRM", "payroll"}
                                  << "Companies with ERP of their own, CRM and payroll.";
}

void TestIcp::sentence() {
    QFETCH(QStringList, texts);
    QFETCH(QString, expected);
    Icp icp;
    for (const QString& text : texts) icp.criteria.push_back(must(text));
    QCOMPARE(icp::sentence(icp).text, expected);
    // Consumers are no companies; nothing else is said of them.
    QVERIFY2(expected.startsWith(QStringLiteral("Companies")), qPrintable(expected));
    QCOMPARE(icp::sentence(icp, true).text, QStringLiteral("Customers") + expected.mid(9));
}

void TestIcp::sentenceComesFromMustsThenShoulds() {
    Icp icp;
    QVERIFY(icp::sentence(icp).text.isEmpty());
    icp.criteria.push_back(must(QStringLiteral("Public sector")));
    icp.criteria.back().importance = Importance::Exclude;
    icp.criteria.push_back(must(QStringLiteral("Team of 2 to 3")));
    icp.criteria.back().section = Section::StretchLimits;
    QVERIFY(icp::sentence(icp).text.isEmpty());
    icp.criteria.push_back(must(QStringLiteral("A cloud ERP")));
    icp.criteria.back().importance = Importance::Should;
    QCOMPARE(icp::sentence(icp).text, QStringLiteral("Companies with a cloud ERP."));
    icp.criteria.push_back(must(QStringLiteral("Industry: Logistics, Wholesale"),
                                in(QStringLiteral("account.industry"), {"Logistics", "Wholesale"})));
    icp.criteria.push_back(
        must(QStringLiteral("Employees 50 to 199"), between(QStringLiteral("account.employees"), 50, 200)));
    icp.criteria.push_back(must(QStringLiteral("Finance team size 4 to 25"),
                                between(QStringLiteral("account.x_finance_team"), 4, 26)));
    QCOMPARE(icp::sentence(icp).text,
             QStringLiteral("Companies in Logistics or Wholesale with 50 to 199 employees and "
                            "a finance team size of 4 to 25."));
    icp.sentence = QStringLiteral(" Groups of 2 to 20 companies. ");
    QCOMPARE(icp::sentence(icp).text, QStringLiteral("Groups of 2 to 20 companies."));
    QVERIFY(icp::sentence(icp).emphasis.empty());
}

/// One should holds as all musts do; of several, one is enough.
void TestIcp::sentenceSaysThatOneShouldIsEnough() {
    const auto should = [](Criterion criterion) {
        criterion.importance = Importance::Should;
        return criterion;
    };
    const Criterion industry =
        should(must(QStringLiteral("Industry: Logistics, Wholesale"),
                    in(QStringLiteral("account.industry"), {"Logistics", "Wholesale"})));
    const Criterion size = should(
        must(QStringLiteral("Employees 50 to 199"), between(QStringLiteral("account.employees"), 50, 200)));
    const Criterion sap =
        should(must(QStringLiteral("Uses SAP: yes"), in(QStringLiteral("account.x_sap"), {"yes"})));
    const Criterion team = must(QStringLiteral("Finance team size 4 to 25"),
                                between(QStringLiteral("account.x_finance_team"), 4, 26));
    Icp icp;
    icp.criteria = {industry};
    QCOMPARE(icp::sentence(icp).text, QStringLiteral("Companies in Logistics or Wholesale."));
    icp.criteria = {size, industry, sap};
    QCOMPARE(icp::sentence(icp).text, QStringLiteral("Companies in Logistics or Wholesale or with 50 to 199 "
                                                     "employees or that use SAP."));
    icp.criteria = {team, industry};
    QCOMPARE(icp::sentence(icp).text,
             QStringLiteral("Companies in Logistics or Wholesale with a finance team size of 4 to 25."));
    icp.criteria = {team, industry, sap};
    const Sentence both = icp::sentence(icp);
    QCOMPARE(both.text,
             QStringLiteral("Companies with a finance team size of 4 to 25, and either in Logistics "
                            "or Wholesale or that use SAP."));
    QStringList parts;
    for (const auto& [start, length] : both.emphasis) parts << both.text.mid(start, length);
    QCOMPARE(parts, (QStringList{"a finance team size of 4 to 25", "Logistics or Wholesale", "use SAP"}));
    // Words are never asked for, so nobody fails for want of them.
    icp.criteria = {team, industry, should(must(QStringLiteral("A late month-end close")))};
    QCOMPARE(icp::sentence(icp).text,
             QStringLiteral("Companies in Logistics or Wholesale with a finance team size of 4 to 25."));
    icp.criteria = {
        team, industry, size, sap,
        should(must(QStringLiteral("Country: UK"), in(QStringLiteral("account.country"), {"UK"})))};
    QCOMPARE(icp::sentence(icp).text,
             QStringLiteral("Companies with a finance team size of 4 to 25, and any of 4 shoulds."));
}

void TestIcp::sentenceOfConditions_data() {
    QTest::addColumn<QString>("text");  // as conditionLabel() words it
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("expected");
    QTest::newRow("yes") << "Uses SAP: yes"
                         << "account.x_sap"
                         << "in" << QStringList{"yes"} << "Companies that use SAP.";
    QTest::newRow("noun yes") << "Parent company: yes"
                              << "account.x_p"
                              << "in" << QStringList{"yes"} << "Companies with parent company.";
    QTest::newRow("no") << "Parent company: no"
                        << "account.x_p"
                        << "in" << QStringList{"no"} << "Companies without parent company.";
    QTest::newRow("has") << "Technologies: has SAP, Excel"
                         << "account.technologies"
                         << "has" << QStringList{"SAP", "Excel"} << "Companies with SAP or Excel.";
    QTest::newRow("has not") << "Technologies: without SAP"
                             << "account.technologies"
                             << "has-not" << QStringList{"SAP"} << "Companies without SAP.";
    QTest::newRow("many") << "Industry: A, B, C and 2 more"
                          << "account.industry"
                          << "in" << QStringList{"A", "B", "C", "D", "E"}
                          << "Companies in A, B, C and 2 more.";
    QTest::newRow("other") << "Ownership: Family"
                           << "account.ownership"
                           << "in" << QStringList{"Family"} << "Companies with ownership Family.";
    QTest::newRow("open range") << "Employees 151+"
                                << "account.employees"
                                << "range" << QStringList() << "Companies with 151+ employees.";
    QTest::newRow("up to") << "Legal entities up to 3"
                           << "account.x_e"
                           << "range" << QStringList() << "Companies with up to 3 legal entities.";
    QTest::newRow("money") << "Annual revenue €1m–€5m"
                           << "account.revenue"
                           << "range" << QStringList() << "Companies with an annual revenue of €1m–€5m.";
}

void TestIcp::sentenceOfConditions() {
    QFETCH(QString, text);
    QFETCH(QString, attribute);
    QFETCH(QString, op);
    QFETCH(QStringList, values);
    Icp icp;
    icp.criteria = {must(text, Condition{attribute, opFromName(op), values})};
    QTEST(icp::sentence(icp).text, "expected");
}

void TestIcp::emphasisCoversTheCriteria() {
    Icp icp;
    icp.criteria = {must(QStringLiteral("Month-end close takes 9+ days")),
                    must(QStringLiteral("2 to 20 legal entities")),
                    must(QStringLiteral("Country: UK, Germany"),
                         in(QStringLiteral("account.country"), {"UK", "Germany"}))};
    const Sentence sentence = icp::sentence(icp);
    QStringList parts;
    for (const auto& [start, length] : sentence.emphasis) parts << sentence.text.mid(start, length);
    QCOMPARE(parts,
             (QStringList{"UK or Germany", "2 to 20 legal entities", "month-end close takes 9+ days"}));
}

void TestIcp::sectionsFilled() {
    Icp icp;
    QCOMPARE(filledSections(icp), 0);
    icp.quote = QStringLiteral("We close late.");
    QCOMPARE(filledSections(icp), 1);
    icp.criteria.push_back(must(QStringLiteral("x")));
    icp.criteria.push_back(must(QStringLiteral("y")));
    QCOMPARE(filledSections(icp), 2);
    icp.criteria.back().section = Section::KeyChallenge;
    QCOMPARE(filledSections(icp), 2);
    for (int i = 0; i < sectionCount; ++i) {
        icp.criteria.push_back(must(QStringLiteral("z")));
        icp.criteria.back().section = Section(i);
    }
    QCOMPARE(filledSections(icp), sectionCount);
}

void TestIcp::partOfEachCriterion() {
    Criterion criterion = must(QStringLiteral("x"));
    QCOMPARE(partOf(criterion), CriterionPart::WordsOnly);
    criterion.condition = in(QStringLiteral("account.industry"), {"Retail"});
    QCOMPARE(partOf(criterion), CriterionPart::Must);
    criterion.section = Section::StretchLimits;
    QCOMPARE(partOf(criterion), CriterionPart::StretchLimit);
    criterion.importance = Importance::Exclude;
    QCOMPARE(partOf(criterion), CriterionPart::Exclusion);
    criterion.importance = Importance::Nice;
    criterion.section = Section::Exclusions;
    QCOMPARE(partOf(criterion), CriterionPart::Exclusion);
}

void TestIcp::jsonGoesBothWays() {
    QRandomGenerator random(5);
    for (int round = 0; round < 100; ++round) {
        Icp icp = randomIcp(random, random.bounded(12));
        icp.sentence = QStringLiteral("Ümläut “quotes” \n日本語 \u0001");
        icp.market.companies =
            random.bounded(2) == 0 ? std::optional<qint64>(random.bounded(100000)) : std::nullopt;
        icp.market.source = QStringLiteral("Register");
        icp.market.asOf = QDate(2025, 9, 30);
        icp.marketInside = random.bounded(2) == 0 ? std::optional<qint64>(0) : std::nullopt;
        icp.version = random.bounded(9);
        icp.hypothesis = random.bounded(2) == 0;
        icp.agreed = random.bounded(2) == 0 ? QDate(2025, 10, 16) : QDate();
        const QByteArray once = bytes(icp);
        const Icp back = icpFromJson(parsed(once));
        QCOMPARE(bytes(back), once);
        QCOMPARE(back.sentence, icp.sentence);
        QCOMPARE(back.market.companies, icp.market.companies);
        QCOMPARE(back.marketInside, icp.marketInside);
        QCOMPARE(back.agreed, icp.agreed);
        QCOMPARE(back.criteria.size(), icp.criteria.size());
        for (std::size_t i = 0; i < icp.criteria.size(); ++i) {
            QVERIFY(back.criteria[i].condition == icp.criteria[i].condition);
            QCOMPARE(back.criteria[i].importance, icp.criteria[i].importance);
            QCOMPARE(back.criteria[i].section, icp.criteria[i].section);
            QCOMPARE(back.criteria[i].evidence.low, icp.criteria[i].evidence.low);
            QVERIFY(back.criteria[i].evidence.q == icp.criteria[i].evidence.q);
        }
    }
}

void TestIcp::jsonKeepsInfinitiesAndExtremes() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const auto& [low, high] : std::vector<std::pair<double, double>>{{-infinity, infinity},
                                                                          {0, infinity},
                                                                          {-infinity, 0.1},
                                                                          {1e-300, 1e300},
                                                                          {0.1 + 0.2, 9007199254740993.0},
                                                                          {-0.5, 2}}) {
        const Condition condition = between(QStringLiteral("account.revenue"), low, high);
        const QByteArray text = bytes(condition);
        QVERIFY(!text.contains("null"));
        QVERIFY(conditionFromJson(parsed(text)) == condition);
    }
    Icp icp;
    icp.market.companies = 9007199254740993;  // 2^53 + 1, which a double cannot hold
    QCOMPARE(*icpFromJson(parsed(bytes(icp))).market.companies, qint64(9007199254740993));
}

void TestIcp::jsonOfSettingsPersonaPin() {
    Settings settings;
    settings.title = QStringLiteral("Autumn review");
    settings.consumers = true;
    settings.stage = BusinessStage::FirstCustomers;
    settings.departments = {"Product", "Sales"};
    settings.hideNames = true;
    settings.outcome = QStringLiteral("retained");
    QVERIFY(!bytes(settings).contains("bands"));  // those of all workshops
    settings.bands = {0.45, 30};
    settings.reviewDays = 60;
    QCOMPARE(bytes(settingsFromJson(parsed(bytes(settings)))), bytes(settings));
    QCOMPARE(settingsFromJson(parsed(bytes(settings))).bands, settings.bands);
    QCOMPARE(settingsFromJson(parsed(bytes(settings))).stage, BusinessStage::FirstCustomers);

    Persona persona = emptyPanel(QStringLiteral("x")).back();
    persona[PersonaField::Message] = {QStringLiteral("Safe"), true};
    persona[PersonaField::Needs].text = QStringLiteral("Proof");
    persona.titlePatterns = {"it security"};
    persona.seniority = Seniority::Leader;
    persona[PersonaField::MessageTier1].text = QStringLiteral("Proof in a week");
    const Persona back = personaFromJson(parsed(bytes(persona)));
    QCOMPARE(bytes(back), bytes(persona));
    QCOMPARE(back.role, BuyingRole::Blocker);
    QCOMPARE(back.titlePatterns, persona.titlePatterns);
    QCOMPARE(back.seniority, persona.seniority);
    QCOMPARE(back.usualTitles, persona.usualTitles);
    QCOMPARE(toJson(back), toJson(persona));
    // Files from before: the usual words stood among the patterns, and several fields were not there.
    QJsonObject older = toJson(persona);
    older.remove("usualTitles");
    older.remove("seniority");
    QVERIFY(!personaFromJson(older).usualTitles);
    QVERIFY(!personaFromJson(older).seniority);
    older["titlePatterns"] = QJsonArray();
    QVERIFY(personaFromJson(older).usualTitles);
    QVERIFY(personaFromJson({})[PersonaField::Pains].text.isEmpty());
    QVERIFY(back[PersonaField::Message].anecdote);
    QCOMPARE(back.filled(), 2);

    const Pin pin{QStringLiteral("p"), QStringLiteral("A7"), Pin::List::Least, false,
                  QStringLiteral("moved away")};
    const Pin pinBack = pinFromJson(parsed(bytes(pin)));
    QCOMPARE(bytes(pinBack), bytes(pin));
    QCOMPARE(pinBack.list, Pin::List::Least);
    QVERIFY(!pinBack.in);
}

void TestIcp::jsonOfRubbishIsDefault() {
    const QJsonObject rubbish = parsed(R"({"criteria":[1,null,{"condition":[],"weight":"heavy","section":9}],
        "market":7,"version":"x","fields":3,"icps":"x","tier":null,"op":5,"values":{},"low":"0"})");
    QCOMPARE(icpFromJson(rubbish).criteria.size(), std::size_t(3));
    QCOMPARE(icpFromJson(rubbish).version, 1);
    QCOMPARE(personaFromJson(rubbish).tier, 1);
    QVERIFY(std::isinf(conditionFromJson(rubbish).low));
}

void TestIcp::idsAreUnique() {
    QSet<QString> ids;
    for (int i = 0; i < 1000; ++i) ids.insert(newId());
    QCOMPARE(ids.size(), 1000);
}

void TestIcp::workshopFinds() {
    Workshop workshop;
    Icp a;
    a.id = QStringLiteral("a");
    a.name = QStringLiteral("Wholesale");
    Icp b;
    b.id = QStringLiteral("b");
    b.name = QStringLiteral("a");
    workshop.icps = {b, a};
    workshop.personas = emptyPanel(a.id);
    QCOMPARE(workshop.icp(u"a"), &workshop.icps[1]);
    QCOMPARE(workshop.icp(u"Wholesale"), &workshop.icps[1]);
    QVERIFY(workshop.icp(u"none") == nullptr);
    QCOMPARE(workshop.personasOf(a.id).size(), std::size_t(6));
    QVERIFY(workshop.personasOf(b.id).empty());
}

void TestIcp::emptyPanelHasSixRoles() {
    const std::vector<Persona> panel = emptyPanel(QStringLiteral("x"));
    QCOMPARE(panel.size(), std::size_t(buyingRoleCount));
    QSet<QString> ids;
    for (int i = 0; i < buyingRoleCount; ++i) {
        const Persona& persona = panel[std::size_t(i)];
        ids.insert(persona.id);
        QCOMPARE(int(persona.role), i);
        QCOMPARE(persona.filled(), 0);
        QVERIFY(persona.title.isEmpty());
        QVERIFY(persona.titlePatterns.isEmpty());  // the usual rules read titles until the team adds its own
        QVERIFY(persona.tier >= 1 && persona.tier <= 3);
        QCOMPARE(persona.icps, QStringList{QStringLiteral("x")});
    }
    QCOMPARE(ids.size(), buyingRoleCount);
}

QTEST_APPLESS_MAIN(TestIcp)
#include "tst_icp.moc"
