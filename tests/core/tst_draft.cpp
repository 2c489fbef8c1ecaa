#include "core/analysis/analyze.h"
#include "core/analysis/confounders/instead.h"
#include "core/base/interval.h"
#include "core/draft/criteria.h"
#include "core/draft/draft.h"
#include "core/example/example.h"
#include "core/import/importer.h"
#include "core/workshop/gauge.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/places.h"
#include "tests/support/core/scratch.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace icp;
using namespace icp::test;

class TestDraft : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plantedDriverBecomesAMust();
    void noSignalNoCriteria();
    void noDataNoCriteria();
    void weightsAddUp();
    void dealAttributesAreLeftOut();
    void exclusionsAreTakenOver();
    void fadedDriversAreNoMusts();
    void followersAreLeftOut();
    void whatTurnsRoundIsLeftOut();
    void levelsBecomeOneCriterion();
    void levelsWithGaps();
    void segmentGivesItsConditions();
    void personasCarryRealTitles();
    void personasWithoutContactsAreEmpty();
    void sameEveryTime();
    void realExports_data();
    void realExports();
};

namespace {

/// 400 accounts with a deal each: teams of 10 to 20 win 70%, others 15%; the country and the deal's source
/// say nothing.
Dataset planted(quint32 seed, bool driver = true) {
    QRandomGenerator random(seed);
    std::vector<double> team;
    QStringList countries;
    QStringList owners;
    QStringList sources;
    std::vector<double> amounts;
    std::vector<double> closed;
    std::vector<std::uint32_t> links;
    std::vector<DealState> states;
    for (std::uint32_t i = 0; i < 400; ++i) {
        team.push_back(random.bounded(60));
        const bool good = team.back() >= 10 && team.back() < 21;
        const bool won = random.bounded(100) < (!driver ? 40 : good ? 75 : 12);
        countries << (random.bounded(2) == 0 ? QStringLiteral("UK") : QStringLiteral("France"));
        owners << (won == (random.bounded(20) != 0) ? QStringLiteral("Ann") : QStringLiteral("Bob"));
        sources << (won == (random.bounded(10) != 0) ? QStringLiteral("Fair") : QStringLiteral("Web"));
        amounts.push_back(100);
        closed.push_back(18000 + double(i));
        links.push_back(i);
        states.push_back(won ? DealState::Won : DealState::Lost);
    }
    Dataset dataset = DatasetBuilder()
                          .number(Entity::Account, QStringLiteral("account.x_team"), team)
                          .category(Entity::Account, QStringLiteral("account.country"), countries)
                          .category(Entity::Account, QStringLiteral("account.owner"), owners)
                          .number(Entity::Deal, QStringLiteral("deal.amount"), amounts, ColumnType::Money)
                          .number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
                          .category(Entity::Deal, QStringLiteral("deal.source"), sources)
                          .links(Entity::Deal, links)
                          .deals(states)
                          .build();
    for (EntityTable* table : {&dataset.accounts, &dataset.deals})
        for (Attribute& attribute : table->attributes)
            if (attribute.name == u"deal.amount" || attribute.name == u"deal.close_date")
                attribute.use = AttributeUse::Outcome;
    return dataset;
}

Findings found(const Dataset& dataset) {
    Study study;
    study.threads = 1;
    auto findings = analyze(dataset, study);
    return findings ? *findings : Findings();
}

Level level(const Condition& condition, qint64 positives, qint64 n, bool unknown = false) {
    const Interval interval = wilson(positives, n);
    Level result;
    result.condition = condition;
    result.rate = {n, positives, n > 0 ? double(positives) / double(n) : 0, interval.low, interval.high};
    result.unknown = unknown;
    return result;
}

Level range(double low, double high, qint64 positives, qint64 n) {
    return level({QStringLiteral("account.x_team"), Condition::Op::Range, {}, low, high}, positives, n);
}

AttributeProfile teamProfile(std::vector<Level> levels) {
    AttributeProfile profile;
    profile.name = QStringLiteral("account.x_team");
    profile.label = QStringLiteral("x_team");
    profile.kind = AttributeKind::Numeric;
    profile.test = QStringLiteral("rao-scott");
    profile.q = 0.001;
    profile.levels = std::move(levels);
    return profile;
}

const Criterion* criterionOn(const Icp& icp, const QString& attribute, CriterionPart part) {
    for (const Criterion& criterion : icp.criteria)
        if (criterion.condition && criterion.condition->attribute == attribute && partOf(criterion) == part)
            return &criterion;
    return nullptr;
}

}  // namespace

void TestDraft::plantedDriverBecomesAMust() {
    const Dataset dataset = planted(1);
    const Findings findings = found(dataset);
    const Icp icp = draftIcp(findings, dataset, QStringLiteral("Draft"));
    QCOMPARE(icp.name, QStringLiteral("Draft"));
    QVERIFY(!icp.hypothesis);
    const Criterion* team = criterionOn(icp, QStringLiteral("account.x_team"), CriterionPart::Must);
    QVERIFY(team != nullptr);
    QCOMPARE(team->condition->op, Condition::Op::Range);
    // The ranges are cut without looking at the outcome, so they need not be exactly the planted ones.
    QVERIFY(team->condition->low >= 5 && team->condition->low <= 12);
    QVERIFY(team->condition->high >= 18 && team->condition->high <= 31);
    QVERIFY(criterionOn(icp, QStringLiteral("account.country"), CriterionPart::Must) == nullptr);
    QVERIFY(criterionOn(icp, QStringLiteral("account.country"), CriterionPart::Should) == nullptr);
    QCOMPARE(team->evidence.source, Evidence::Source::Pattern);
    QCOMPARE(team->evidence.fingerprint, dataset.fingerprint);
    QVERIFY(team->evidence.low > findings.base.rate);
    QVERIFY(team->evidence.q < 0.05);
    QVERIFY(!team->text.isEmpty());
    GaugeModel model(dataset);
    const Gauge gauge = model.evaluate(icp);
    QVERIFY(gauge.inside.rate > 2 * gauge.outside.rate);
    QVERIFY(gauge.differenceLow > 0);
}

void TestDraft::noSignalNoCriteria() {
    for (quint32 seed = 20; seed < 24; ++seed) {
        Dataset dataset = planted(seed, false);
        // Owner and source follow the outcome even here; only what describes the company is drafted.
        const Icp icp = draftIcp(found(dataset), dataset, QStringLiteral("Draft"));
        QVERIFY(icp.criteria.empty());
        QVERIFY(icp.hypothesis);
        QVERIFY(sentence(icp).text.isEmpty());
    }
}

void TestDraft::noDataNoCriteria() {
    const Icp icp = draftIcp(Findings(), Dataset(), QStringLiteral("Draft"));
    QVERIFY(icp.criteria.empty());
    QVERIFY(icp.hypothesis);
}

void TestDraft::weightsAddUp() {
    const Dataset dataset = planted(2);
    const Icp icp = draftIcp(found(dataset), dataset, QStringLiteral("Draft"));
    double total = 0;
    for (const Criterion& criterion : icp.criteria) {
        QCOMPARE(criterion.weight, std::floor(criterion.weight));
        const CriterionPart part = partOf(criterion);
        if (part == CriterionPart::Exclusion || part == CriterionPart::StretchLimit)
            QCOMPARE(criterion.weight, 0.0);
        total += criterion.weight;
    }
    QCOMPARE(total, 100.0);
}

void TestDraft::dealAttributesAreLeftOut() {
    const Dataset dataset = planted(3);
    const Findings findings = found(dataset);
    const AttributeProfile* source = findings.find(u"deal.source");
    QVERIFY(source != nullptr && source->isDriver());
    const AttributeProfile* owner = findings.find(u"account.owner");
    QVERIFY(owner != nullptr && owner->isDriver());
    for (const Criterion& criterion : draftIcp(findings, dataset, QStringLiteral("Draft")).criteria)
        QVERIFY(criterion.condition->attribute == u"account.x_team" ||
                criterion.condition->attribute == u"account.country");
}

void TestDraft::exclusionsAreTakenOver() {
    const Dataset dataset = planted(4);
    Findings findings = found(dataset);
    const auto onTeam = std::find_if(
        findings.exclusions.begin(), findings.exclusions.end(),
        [](const Exclusion& exclusion) { return exclusion.condition.attribute == u"account.x_team"; });
    QVERIFY(onTeam != findings.exclusions.end());
    Exclusion cheap = *onTeam;
    QVERIFY(cheap.rate.high < findings.base.rate);
    cheap.revenueShare = 0.02;
    Exclusion dear = cheap;
    dear.condition = Condition{QStringLiteral("account.country"), Condition::Op::In, {"UK"}};
    dear.revenueShare = 0.5;
    Exclusion sellers = cheap;
    sellers.condition = Condition{QStringLiteral("deal.source"), Condition::Op::In, {"Web"}};
    findings.exclusions = {dear, cheap, sellers};
    const Icp icp = draftIcp(findings, dataset, QStringLiteral("Draft"));
    int exclusions = 0;
    for (const Criterion& criterion : icp.criteria) {
        if (partOf(criterion) != CriterionPart::Exclusion) continue;
        ++exclusions;
        QVERIFY(criterion.condition == cheap.condition);
        QCOMPARE(criterion.section, Section::Exclusions);
        QCOMPARE(criterion.importance, Importance::Exclude);
        QCOMPARE(criterion.evidence.source, Evidence::Source::Exclusion);
        QCOMPARE(criterion.evidence.positives, cheap.rate.positives);
    }
    QCOMPARE(exclusions, 1);
}

void TestDraft::fadedDriversAreNoMusts() {
    const Dataset dataset = planted(5);
    Findings findings = found(dataset);
    Segment segment;
    segment.conditions = {Condition{QStringLiteral("account.x_team"), Condition::Op::Range, {}, 10, 21}};
    segment.rate = rateOf(60, 80);
    segment.verdict = QStringLiteral("weaker");
    segment.heldOut = rateOf(9, 30);  // 17% to 48%: not the 75% of before
    findings.segments = {segment};
    const Icp icp = draftIcp(findings, dataset, QStringLiteral("Draft"));
    QVERIFY(criterionOn(icp, QStringLiteral("account.x_team"), CriterionPart::Must) == nullptr);
    QVERIFY(criterionOn(icp, QStringLiteral("account.x_team"), CriterionPart::Should) != nullptr);
    const auto isMust = [&] {
        return criterionOn(draftIcp(findings, dataset, QStringLiteral("Draft")),
                           QStringLiteral("account.x_team"), CriterionPart::Must) != nullptr;
    };
    findings.segments[0].heldOut = rateOf(9, 16);  // 33% to 77%: as before or worse, nobody knows
    QVERIFY(isMust());
    findings.segments[0].verdict = QStringLiteral("average");
    QVERIFY(!isMust());
    segment.verdict = QStringLiteral("held");
    findings.segments.push_back(segment);
    QVERIFY(isMust());
}

/// In the example the finance team decides; company size and revenue only grow with it.
void TestDraft::followersAreLeftOut() {
    const Scratch scratch;
    ImportRequest request;
    for (const ExampleFile& file : exampleFiles())
        request.files.emplace_back().path = scratch.write(file.name, file.bytes);
    const auto dataset = importFiles(request).value();
    Findings findings = analyze(*dataset, proposedStudy(*dataset)).value();
    for (const char* name : {"account.employees", "account.revenue"}) {
        QVERIFY(findings.find(QString::fromLatin1(name))->isDriver());
        const auto asked = std::find_if(findings.confounders.begin(), findings.confounders.end(),
                                        [&](const Confounder& found) {
                                            return found.attribute == QLatin1StringView(name) &&
                                                   found.explainedBy == u"account.x_finance_team_size";
                                        });
        QVERIFY2(asked != findings.confounders.end(), name);
        QCOMPARE(asked->verdict, ConfounderVerdict::Explained);
    }
    const auto attributes = [&] {
        QStringList names;
        for (const Criterion& criterion : draftIcp(findings, *dataset, {}).criteria)
            if (criterion.condition && isWeighed(criterion)) names << criterion.condition->attribute;
        return names;
    };
    QVERIFY(attributes().contains(QStringLiteral("account.x_finance_team_size")));
    QVERIFY(!attributes().contains(QStringLiteral("account.employees")));
    QVERIFY(!attributes().contains(QStringLiteral("account.revenue")));
    findings.confounders.clear();  // unasked, revenue would be one of them
    QVERIFY(attributes().contains(QStringLiteral("account.revenue")));
}

void TestDraft::whatTurnsRoundIsLeftOut() {
    // Of 7,043 customers of a telephone company those who pay under 60 stay more often, yet with equal kinds
    // of internet service less often: odds of 2.48, then 0.2318 (0.1799 to 0.2987), by mantelhaen.test in R.
    const QString file = realFile(QStringLiteral("telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"));
    if (!QFileInfo::exists(file)) QSKIP("no telco export");
    ImportRequest request;
    request.files.emplace_back().path = file;
    const auto dataset = importFiles(request).value();
    Findings findings = analyze(*dataset, proposedStudy(*dataset)).value();
    const QString charges = QStringLiteral("account.x_monthlycharges");
    const AttributeProfile* profile = findings.find(charges);
    QVERIFY(profile != nullptr && profile->isDriver());
    const Confounder* check = behind(findings, *profile);
    QVERIFY(check != nullptr);
    QCOMPARE(check->verdict, ConfounderVerdict::Reversed);
    QCOMPARE(check->explainedBy, QStringLiteral("account.x_internetservice"));
    QVERIFY(std::abs(check->adjusted.value - 0.2318) < 0.0001);
    const auto drafted = [&](const QString& attribute) {
        const Icp icp = draftIcp(findings, *dataset, {});
        return std::any_of(icp.criteria.begin(), icp.criteria.end(), [&](const Criterion& criterion) {
            return criterion.condition && isWeighed(criterion) && criterion.condition->attribute == attribute;
        });
    };
    QVERIFY(!drafted(charges));
    QVERIFY(drafted(check->explainedBy));
    findings.confounders.clear();  // unasked it would be one of them
    QVERIFY(drafted(charges));
}

void TestDraft::levelsBecomeOneCriterion() {
    const Dataset dataset = planted(6);
    const AttributeProfile profile = teamProfile({range(4, 10, 30, 40), range(10, 20, 50, 60)});
    const Criterion criterion = criterionFrom(profile, profile.levels, dataset);
    QVERIFY(*criterion.condition ==
            (Condition{QStringLiteral("account.x_team"), Condition::Op::Range, {}, 4, 20}));
    QCOMPARE(criterion.evidence.n, qint64(100));
    QCOMPARE(criterion.evidence.positives, qint64(80));
    QCOMPARE(criterion.evidence.low, wilson(80, 100).low);
    QCOMPARE(criterion.importance, Importance::Should);
    QVERIFY(!criterion.id.isEmpty());
    QVERIFY(criterion.text.contains(QStringLiteral("4")) &&
            criterion.text.contains(QStringLiteral("x_team")));

    AttributeProfile country;
    country.name = QStringLiteral("account.country");
    country.levels = {level({country.name, Condition::Op::In, {"UK"}}, 5, 9),
                      level({country.name, Condition::Op::In, {"France"}}, 4, 6),
                      level({country.name, Condition::Op::Missing, {}}, 1, 30, true)};
    const Criterion both = criterionFrom(country, country.levels, dataset);
    QCOMPARE(both.condition->values, (QStringList{"UK", "France"}));
    QCOMPARE(both.evidence.n, qint64(15));
    const Criterion unknown = criterionFrom(country, {country.levels[2]}, dataset);
    QCOMPARE(unknown.condition->op, Condition::Op::Missing);
    QCOMPARE(unknown.evidence.n, qint64(30));

    country.kind = AttributeKind::Multi;
    const Criterion multi = criterionFrom(country, {country.levels[0], country.levels[1]}, dataset);
    QCOMPARE(multi.evidence.n, qint64(6));  // 4 of 6 is the stronger one
}

void TestDraft::levelsWithGaps() {
    const Dataset dataset = planted(6);
    const AttributeProfile profile =
        teamProfile({range(40, 60, 5, 7), range(0, 10, 30, 40), range(10, 20, 2, 3), range(25, 40, 9, 9)});
    QCOMPARE(runsOf(profile.levels).size(), std::size_t(2));
    const Criterion criterion = criterionFrom(profile, profile.levels, dataset);
    QCOMPARE(criterion.condition->low, 0.0);
    QCOMPARE(criterion.condition->high, 20.0);
    QCOMPARE(criterion.evidence.n, qint64(43));
}

void TestDraft::segmentGivesItsConditions() {
    const Dataset dataset = planted(7);
    Segment segment;
    segment.conditions = {Condition{QStringLiteral("account.x_team"), Condition::Op::Range, {}, 10, 21},
                          Condition{QStringLiteral("account.country"), Condition::Op::In, {"UK"}}};
    segment.labels = QStringList{"Team 10–20", "Country: UK"};
    segment.rate = {50, 40, 0.8, 0.67, 0.89};
    segment.q = 0.01;
    segment.verdict = QStringLiteral("held");
    const std::vector<Criterion> criteria = criteriaFrom(segment, dataset);
    QCOMPARE(criteria.size(), std::size_t(2));
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(criteria[i].condition == segment.conditions[i]);
        QCOMPARE(criteria[i].evidence.source, Evidence::Source::Segment);
        QCOMPARE(criteria[i].evidence.verdict, QStringLiteral("held"));
        QCOMPARE(criteria[i].evidence.positives, qint64(40));
    }
    QVERIFY(criteria[0].id != criteria[1].id);
    // Without what is known of deals only, the rest is another group, of which nothing was counted.
    segment.conditions[1] = Condition{QStringLiteral("deal.source"), Condition::Op::In, {"Partner"}};
    const Dataset withSource = DatasetBuilder()
                                   .number(Entity::Account, QStringLiteral("account.x_team"), {10, 20})
                                   .text(Entity::Deal, QStringLiteral("deal.source"), {"Partner", "Web"})
                                   .build();
    const std::vector<Criterion> bare = criteriaFrom(segment, withSource);
    QCOMPARE(bare.size(), std::size_t(2));
    QCOMPARE(bare[0].evidence.n, qint64(0));
    QVERIFY(bare[0].evidence.verdict.isEmpty());
}

void TestDraft::personasCarryRealTitles() {
    const Dataset dataset = DatasetBuilder()
                                .number(Entity::Account, QStringLiteral("account.employees"), {1, 2})
                                .number(Entity::Deal, QStringLiteral("deal.amount"), {1, 1})
                                .links(Entity::Deal, {0, 1})
                                .deals({DealState::Won, DealState::Lost})
                                .text(Entity::Contact, QStringLiteral("contact.title"),
                                      {"Finance Director", "finance director", "CEO", "Finance Director",
                                       "Accountant", "Astronaut", "CEO", "CEO", "CEO", "Legal Counsel"})
                                .text(Entity::Contact, QStringLiteral("contact.department"),
                                      {"Finance", "", "Board", "Finance", "Finance", "", "", "", "", ""})
                                .links(Entity::Contact, {0, 0, 0, 0, 0, 0, 1, 1, 1, 1})
                                .build();
    Icp icp;
    icp.id = QStringLiteral("x");
    const std::vector<Persona> panel = draftPersonas(dataset, icp);
    QCOMPARE(panel.size(), std::size_t(buyingRoleCount));
    const auto of = [&](BuyingRole role) { return panel[std::size_t(role)]; };
    QCOMPARE(of(BuyingRole::EconomicBuyer).title, QStringLiteral("Finance Director"));
    QCOMPARE(of(BuyingRole::EconomicBuyer).department, QStringLiteral("Finance"));
    QCOMPARE(of(BuyingRole::EndUser).title, QStringLiteral("Accountant"));
    QVERIFY(of(BuyingRole::Blocker).title.isEmpty());  // only at the account that was lost
    QVERIFY(of(BuyingRole::Champion).title.isEmpty());
    for (const Persona& persona : panel) {
        QCOMPARE(persona.filled(), 0);
        QCOMPARE(persona.icps, QStringList{"x"});
    }
}

void TestDraft::personasWithoutContactsAreEmpty() {
    for (const Persona& persona : draftPersonas(planted(1), Icp()))
        QVERIFY(persona.title.isEmpty() && persona.department.isEmpty());
    QCOMPARE(draftPersonas(Dataset(), Icp()).size(), std::size_t(buyingRoleCount));
}

void TestDraft::sameEveryTime() {
    const Dataset dataset = planted(8);
    const Findings findings = found(dataset);
    const auto bytes = [&] {
        Icp icp = draftIcp(findings, dataset, QStringLiteral("Draft"));
        icp.id.clear();
        for (Criterion& criterion : icp.criteria) criterion.id.clear();
        return QJsonDocument(toJson(icp)).toJson();
    };
    QCOMPARE(bytes(), bytes());
}

void TestDraft::realExports_data() {
    QTest::addColumn<QStringList>("files");
    QTest::newRow("maven-crm") << QStringList{"maven-crm/accounts.csv", "maven-crm/sales_pipeline.csv"};
    QTest::newRow("zoho-crm") << QStringList{"zoho-crm/Accounts.csv", "zoho-crm/Potentials.csv",
                                             "zoho-crm/Contacts.csv"};
    QTest::newRow("telco-churn") << QStringList{"telco-churn/WA_Fn-UseC_-Telco-Customer-Churn.csv"};
}

void TestDraft::realExports() {
    QFETCH(QStringList, files);
    ImportRequest request;
    for (const QString& file : files) {
        request.files.emplace_back().path = realFile(file);
        if (!QFileInfo::exists(request.files.back().path))
            QSKIP("The real exports are not beside the project.");
    }
    const auto dataset = importFiles(request);
    QVERIFY2(dataset, qPrintable(dataset ? QString() : dataset.error().message));
    const auto findings = analyze(**dataset, proposedStudy(**dataset));
    QVERIFY(findings);
    const Icp icp = draftIcp(*findings, **dataset, QStringLiteral("Draft"));
    int musts = 0;
    for (const Criterion& criterion : icp.criteria) {
        musts += partOf(criterion) == CriterionPart::Must ? 1 : 0;
        qInfo("%s: %s (%lld of %lld, %g%%)", qPrintable(importanceName(criterion.importance)),
              qPrintable(criterion.text), criterion.evidence.positives, criterion.evidence.n,
              criterion.weight);
        QVERIFY(criterion.evidence.n > 0);
    }
    QVERIFY(musts <= 3);
    QVERIFY(icp.hypothesis || musts > 0);
    qInfo("%s", qPrintable(sentence(icp).text));
    GaugeModel model(**dataset);
    const Gauge gauge = model.evaluate(icp);
    qInfo("inside %g of %g customers, rate %.3f, outside %.3f", gauge.customers.part, gauge.customers.whole,
          gauge.inside.rate, gauge.outside.rate);
    if (musts > 0) QVERIFY(gauge.difference > 0);
    QCOMPARE(draftPersonas(**dataset, icp).size(), std::size_t(buyingRoleCount));
}

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
