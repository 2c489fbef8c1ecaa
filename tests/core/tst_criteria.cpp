#include "core/workshop/counterproposal.h"
#include "core/workshop/fit.h"
#include "core/workshop/technology.h"
#include "core/workshop/workshop.h"
#include "tests/support/core/criteria.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/randomicp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace icp;
using namespace icp::test;

/// What is said of a criterion beside its condition: why a technology counts, whose it is, and what others
/// would have in its place.
class TestCriteria : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reasonAgreesWithThePart();
    void saidIsNotComputedWith();
    void jsonOfReasonsAndCounterProposals();
    void adoptingTwiceGivesTheSame();
};

void TestCriteria::saidIsNotComputedWith() {
    QRandomGenerator random(3);
    for (int round = 0; round < 40; ++round) {
        const Dataset dataset = randomDataset(quint32(round), 80);
        const Icp icp = randomIcp(random, 1 + round % 12);
        Icp said = icp;
        for (Criterion& criterion : said.criteria) {
            criterion.reason = TechnologyReason(random.bounded(technologyReasonCount));
            criterion.why = QStringLiteral("Because");
            const Criterion other = randomCriterion(random, 1);
            criterion.counters = {counterFrom(other, QStringLiteral("1"))};
        }
        FitModel model(dataset);
        FitModel again(dataset);
        QCOMPARE(again.evaluate(said).fit, model.evaluate(icp).fit);
        QCOMPARE(again.table().score, model.table().score);
    }
}

void TestCriteria::reasonAgreesWithThePart() {
    Criterion criterion = must(QStringLiteral("Uses Slack"), in(QStringLiteral("account.chat"), {"Slack"}));
    for (int i = 0; i < technologyReasonCount; ++i) {
        const auto reason = TechnologyReason(i);
        QCOMPARE(technologyReasonFromName(technologyReasonName(reason)), reason);
        QCOMPARE(reasonWords(reason).isEmpty(), reason == TechnologyReason::None);
        criterion.reason = reason;
        criterion.section = Section::Technology;
        criterion.importance = Importance::Must;
        QCOMPARE(partOf(criterion), CriterionPart::Must);  // whatever is said of it
        const bool wanted = reason == TechnologyReason::Exclude;
        QCOMPARE(reasonOf(criterion), wanted ? TechnologyReason::Include : reason);
        criterion.importance = Importance::Exclude;
        QCOMPARE(partOf(criterion), CriterionPart::Exclusion);
        const bool unwanted = reason == TechnologyReason::Include;
        QCOMPARE(reasonOf(criterion), unwanted ? TechnologyReason::Exclude : reason);
        criterion.section = Section::Firmographic;
        criterion.importance = Importance::Should;
        QCOMPARE(reasonOf(criterion), TechnologyReason::None);
    }
}

void TestCriteria::jsonOfReasonsAndCounterProposals() {
    Criterion criterion = must(QStringLiteral("Uses Slack"), in(QStringLiteral("account.chat"), {"Slack"}));
    criterion.id = QStringLiteral("c");
    Icp icp;
    icp.criteria = {criterion};
    const QJsonObject plain = toJson(icp)["criteria"][0].toObject();
    for (const char* key : {"reason", "why", "counters"}) QVERIFY2(!plain.contains(QLatin1String(key)), key);
    QVERIFY(!toJson(icp).contains(QLatin1String("baseline")));
    QCOMPARE(icpFromJson(toJson(icp)).criteria.front().reason, TechnologyReason::None);

    icp.baseline = QStringLiteral("Product");
    criterion.author = QStringLiteral("Product");
    criterion.reason = TechnologyReason::Budget;
    criterion.why = QStringLiteral("They pay for it already");
    criterion.counters = {{QStringLiteral("1"), QStringLiteral("Uses Slack or Teams"),
                           in(QStringLiteral("account.chat"), {"Slack", "Teams"}), Importance::Should,
                           Evidence{}, QStringLiteral("Sales"), QStringLiteral("“Teams” buys as well")},
                          {QStringLiteral("2"),
                           QStringLiteral("Chats"),
                           {},
                           Importance::Exclude,
                           Evidence{},
                           QStringLiteral("Finance"),
                           QString()}};
    criterion.counters.front().evidence.n = 12;
    icp.criteria = {criterion};
    const Icp back = icpFromJson(parsed(bytes(icp)));
    QCOMPARE(bytes(back), bytes(icp));
    QCOMPARE(back.baseline, QStringLiteral("Product"));
    const Criterion& same = back.criteria.front();
    QCOMPARE(same.reason, TechnologyReason::Budget);
    QCOMPARE(same.why, criterion.why);
    QCOMPARE(same.counters.size(), std::size_t(2));
    QVERIFY(same.counters[0].condition == criterion.counters[0].condition);
    QCOMPARE(same.counters[0].evidence.n, qint64(12));
    QVERIFY(!same.counters[1].condition);
    QCOMPARE(same.counters[1].importance, Importance::Exclude);
    QCOMPARE(contributors(same), QStringList({"Product", "Sales", "Finance"}));
}

void TestCriteria::adoptingTwiceGivesTheSame() {
    Criterion criterion = must(QStringLiteral("4 to 25"), between(QStringLiteral("account.team"), 4, 26));
    criterion.id = QStringLiteral("c");
    criterion.weight = 30;
    criterion.author = QStringLiteral("Product");
    criterion.evidence.n = 424;
    criterion.counters = {{QStringLiteral("1"), QStringLiteral("10 to 25"),
                           between(QStringLiteral("account.team"), 10, 26), Importance::Should, Evidence{},
                           QStringLiteral("Sales"), QStringLiteral("Small ones do not pay")}};
    const Criterion taken = adopted(criterion, QStringLiteral("1"));
    QCOMPARE(taken.text, QStringLiteral("10 to 25"));
    QCOMPARE(taken.condition->low, 10.0);
    QCOMPARE(taken.importance, Importance::Should);
    QCOMPARE(taken.author, QStringLiteral("Sales"));
    QCOMPARE(taken.why, QStringLiteral("Small ones do not pay"));
    QCOMPARE(taken.weight, 30.0);
    QCOMPARE(taken.counters.size(), std::size_t(1));
    QCOMPARE(taken.counters.front().text, QStringLiteral("4 to 25"));
    QCOMPARE(taken.counters.front().author, QStringLiteral("Product"));
    QCOMPARE(taken.counters.front().evidence.n, qint64(424));
    QCOMPARE(contributors(taken), QStringList({"Sales", "Product"}));
    Icp before;
    before.criteria = {criterion};
    Icp after;
    after.criteria = {adopted(taken, QStringLiteral("1"))};
    QCOMPARE(bytes(after), bytes(before));
    after.criteria = {adopted(criterion, QStringLiteral("none such"))};
    QCOMPARE(bytes(after), bytes(before));
}

QTEST_APPLESS_MAIN(TestCriteria)
#include "tst_criteria.moc"
