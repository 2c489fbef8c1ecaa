#include "core/draft/exemplar.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace icp;
using namespace icp::test;

/// The made-up company of a profile and the customers nearest to it, against values counted by hand.
class TestExemplar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneCompanyIsMadeUp();
    void theNearestByHand();
    void itFollowsTheCriteria();
    void nobodyHasIt();
    void tooLittleKnown();
    void aSetHasSeveralLevels();
    void onlyNotToHaveIsNoTrait();
};

namespace {

const QString industry = QStringLiteral("account.industry");
const QString technologies = QStringLiteral("account.technologies");
const QString employees = QStringLiteral("account.employees");

Dataset five() {
    Dataset dataset = DatasetBuilder()
                          .category(Entity::Account, industry, {"Retail", "Retail", "Energy", "", "Energy"})
                          .multi(Entity::Account, technologies, {"SAP; Excel", "SAP", "Oracle", "SAP", ""})
                          .number(Entity::Account, employees, {10, 20, 30, 40, 40})
                          .accounts(std::vector<AccountState>(5, AccountState::Customer))
                          .build();
    for (Attribute& attribute : dataset.accounts.attributes)
        attribute.label = attribute.name == employees  ? QStringLiteral("Employees")
                          : attribute.name == industry ? QStringLiteral("Industry")
                                                       : QStringLiteral("Technologies");
    return dataset;
}

Criterion criterion(Importance importance, const Condition& condition) {
    Criterion result;
    result.importance = importance;
    result.condition = condition;
    result.text = QStringLiteral("As somebody wrote it");
    return result;
}

Condition between(double low, double high) { return {employees, Condition::Op::Range, {}, low, high}; }

Icp profile() {
    Icp icp;
    icp.criteria = {criterion(Importance::Nice, {technologies, Condition::Op::Has, {"SAP"}}),
                    criterion(Importance::Should, between(20, 50)),
                    criterion(Importance::Must, {industry, Condition::Op::In, {"Energy", "Retail"}}),
                    criterion(Importance::Exclude, {industry, Condition::Op::In, {"Banks"}})};
    return icp;
}

Exemplar of(const Icp& icp, const Dataset& dataset) { return exemplarOf(icp, dataset, customersOf(dataset)); }

}  // namespace

void TestExemplar::oneCompanyIsMadeUp() {
    const Exemplar exemplar = of(profile(), five());
    // Energy and Retail are alike frequent: the first named. Of 20, 30, 40 and 40 the lower middle.
    QCOMPARE(exemplar.sentence.text, QStringLiteral("A company in Energy with 30 employees and SAP."));
    QCOMPARE(exemplar.traits.size(), 3U);
    QCOMPARE(exemplar.traits[1].number, 30.0);
    Icp words = profile();
    words.criteria.emplace_back();
    words.criteria.back().importance = Importance::Must;
    words.criteria.back().text = QStringLiteral("Runs a cloud ERP");
    QCOMPARE(of(words, five()).sentence.text,
             QStringLiteral("A company in Energy with 30 employees and SAP that runs a cloud ERP."));
    QVERIFY(of(Icp(), five()).sentence.text.isEmpty());
    QVERIFY(of(Icp(), five()).nearest.empty());
}

void TestExemplar::theNearestByHand() {
    const std::vector<LookAlike> nearest = of(profile(), five()).nearest;
    // Mid-ranks of employees: 10 at 0.1, 20 at 0.3, 30 at 0.5, both 40 at 0.8 of five.
    const std::vector<std::pair<std::uint32_t, double>> expected{{3, (1 + 0.7) / 2},
                                                                 {4, (1 + 0.7) / 2},
                                                                 {2, (1 + 0 + 1) / 3.0},
                                                                 {1, (0 + 1 + 0.8) / 3},
                                                                 {0, (0 + 1 + 0.6) / 3}};
    QCOMPARE(nearest.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(nearest[i].account, expected[i].first);
        QVERIFY(std::abs(nearest[i].similarity - expected[i].second) < 1e-6);
    }
    const Dataset dataset = five();
    QCOMPARE(exemplarOf(profile(), dataset, customersOf(dataset), {.count = 2}).nearest.size(), 2U);
    const Job stopped;
    stopped.cancel();
    QVERIFY(exemplarOf(profile(), dataset, customersOf(dataset), {.job = stopped}).nearest.empty());
}

void TestExemplar::itFollowsTheCriteria() {
    Icp icp = profile();
    icp.criteria[2].condition->values = {QStringLiteral("Retail")};
    icp.criteria[1].condition->high = 30;
    const Exemplar exemplar = of(icp, five());
    QCOMPARE(exemplar.sentence.text, QStringLiteral("A company in Retail with 20 employees and SAP."));
    QCOMPARE(exemplar.nearest.front().account, 1U);
    QCOMPARE(exemplar.nearest.front().similarity, 1.0);
}

void TestExemplar::nobodyHasIt() {
    Icp icp;
    icp.criteria = {criterion(Importance::Must, between(100, std::numeric_limits<double>::infinity())),
                    criterion(Importance::Must, {industry, Condition::Op::In, {"Banks", "Shops"}})};
    const Exemplar exemplar = of(icp, five());
    QCOMPARE(exemplar.sentence.text, QStringLiteral("A company in Banks with 100 employees."));
    // It stands above all five: the 40s are nearest, of which one has no industry to differ in.
    QCOMPARE(exemplar.nearest.front().account, 3U);
    QVERIFY(std::abs(exemplar.nearest.front().similarity - 0.8) < 1e-6);
    QVERIFY(std::abs(exemplar.nearest[1].similarity - 0.4) < 1e-6);
}

void TestExemplar::tooLittleKnown() {
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, industry, {"Retail", ""})
                                .multi(Entity::Account, technologies, {"Excel", ""})
                                .number(Entity::Account, employees, {10, 20})
                                .accounts(std::vector<AccountState>(2, AccountState::Customer))
                                .build();
    const std::vector<LookAlike> nearest = of(profile(), dataset).nearest;
    QCOMPARE(nearest.size(), 1U);  // of the second only one of three is known
    QCOMPARE(nearest.front().account, 0U);
}

void TestExemplar::aSetHasSeveralLevels() {
    Icp icp;
    for (const char* level : {"SAP", "Excel"})
        icp.criteria.push_back(
            criterion(Importance::Must, {technologies, Condition::Op::Has, {QLatin1String(level)}}));
    const std::vector<LookAlike> nearest = of(icp, five()).nearest;
    QCOMPARE(nearest.size(), 4U);
    QCOMPARE(nearest[0].account, 0U);
    QCOMPARE(nearest[0].similarity, 1.0);
    QCOMPARE(nearest[1].account, 1U);
    QCOMPARE(nearest[1].similarity, 0.5);
    QCOMPARE(nearest[3].account, 2U);
    QCOMPARE(nearest[3].similarity, 0.0);
}

void TestExemplar::onlyNotToHaveIsNoTrait() {
    Icp icp;
    icp.criteria = {criterion(Importance::Must, {industry, Condition::Op::NotIn, {"Banks"}}),
                    criterion(Importance::Must, {QStringLiteral("account.gone"), Condition::Op::In, {"x"}})};
    const Exemplar exemplar = of(icp, five());
    QVERIFY(exemplar.traits.empty());
    QVERIFY(exemplar.nearest.empty());
    QVERIFY(exemplar.sentence.text.isEmpty());
}

QTEST_APPLESS_MAIN(TestExemplar)
#include "tst_exemplar.moc"
