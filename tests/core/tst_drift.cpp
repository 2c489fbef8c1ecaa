#include "core/analysis/drift/drift.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/near.h"
#include "tests/support/core/studyrows.h"

#include <array>
#include <numeric>

using namespace icp;
using namespace icp::test;

// Expected numbers: R 4.2.2 and scipy 1.10.1 (ks.test asymptotic, chi2_contingency without correction,
// spatial.distance.jensenshannon).

namespace {

/// Deals of accounts of their own: so many of an industry, the first `won` of them won.
struct Block {
    const char* industry;
    int deals;
    int won;
    double employees = 10;
};

Dataset data(const std::vector<Block>& blocks, int firstId, const char* extra) {
    QStringList ids;
    QStringList industry;
    QStringList tags;
    std::vector<double> employees;
    std::vector<DealState> states;
    for (const Block& block : blocks)
        for (int i = 0; i < block.deals; ++i) {
            ids << QString::number(firstId + int(ids.size()));
            industry << QString::fromLatin1(block.industry);
            tags << (i % 2 == 0 ? QStringLiteral("x; y") : QStringLiteral("y"));
            employees.push_back(block.employees + i);
            states.push_back(i < block.won ? DealState::Won : DealState::Lost);
        }
    std::vector<std::uint32_t> links(states.size());
    std::iota(links.begin(), links.end(), 0U);
    return DatasetBuilder()
        .text(Entity::Account, QStringLiteral("account.id"), ids)
        .category(Entity::Account, QStringLiteral("account.industry"), industry)
        .number(Entity::Account, QStringLiteral("account.employees"), employees)
        .multi(Entity::Account, QStringLiteral("account.tags"), tags)
        .category(Entity::Account, QString::fromLatin1(extra), industry)
        .text(Entity::Deal, QStringLiteral("deal.id"), ids)
        .links(Entity::Deal, links)
        .deals(states)
        .build();
}

const AttributeDrift& of(const Drift& drift, QStringView name) {
    const auto found = std::find_if(drift.attributes.begin(), drift.attributes.end(),
                                    [&](const AttributeDrift& one) { return one.name == name; });
    if (found == drift.attributes.end()) qFatal("no such attribute");
    return *found;
}

Drift between(const Dataset& before, const Dataset& now) { return driftBetween(before, now, {}).value(); }

}  // namespace

/// How two datasets differ.
class TestDrift : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void distances();
    void kolmogorovSmirnovs();
    void attributesAndOutcome();
    void onlyNewUnitsAreNow();
    void accountsCountOnce();
    void anotherTypeIsNotCompared();
    void sameDataDoNotDrift();
    void rowOrderAndThreadsChangeNothing();
    void nothingIsNeverNaN();
};

void TestDrift::distances() {
    const std::array before{.1, .2, .3, .4};
    const std::array now{.15, .25, .25, .35};
    near(stabilityIndex(before, now), 0.0472230804, 1e-9);
    near(jensenShannon(before, now), 0.008483892080289648);
    QCOMPARE(stabilityIndex(before, before), 0.0);
    // A level that vanishes: (1e-4 - .1) ln(1e-4 / .1) + (.2 - .1) ln(.2 / .1), by hand.
    const std::array gone{0.0, 0.2};
    const std::array was{0.1, 0.1};
    near(stabilityIndex(was, gone), 0.0999 * std::log(1000.0) + 0.1 * std::log(2.0));
    const std::array one{1.0, 0.0};
    const std::array other{0.0, 1.0};
    near(jensenShannon(one, other), 1);
}

void TestDrift::kolmogorovSmirnovs() {
    const TestResult small =
        kolmogorovSmirnov({1, 2, 2, 3, 5, 8, 9, 12, 15, 20}, {2, 4, 6, 6, 9, 11, 14, 18, 22, 25, 30, 31});
    near(small.statistic, 1.0 / 3);
    near(small.p, 0.5794868996876497);
    std::vector<double> first(100);
    std::vector<double> second(120);
    std::iota(first.begin(), first.end(), 0);
    std::iota(second.begin(), second.end(), 30);
    std::reverse(second.begin(), second.end());
    const TestResult large = kolmogorovSmirnov(first, second);
    near(large.statistic, 0.41666666666666663);
    near(large.p, 1.190572144311551e-08, 1e-7);
    QCOMPARE(kolmogorovSmirnov({}, {1}).p, 1.0);
    QCOMPARE(kolmogorovSmirnov({1, 1}, {1, 1}).p, 1.0);
}

void TestDrift::attributesAndOutcome() {
    const Drift drift = between(data({{"A", 60, 18}, {"B", 40, 12}}, 0, "account.old"),
                                data({{"A", 90, 45}, {"B", 210, 90}}, 1000, "account.fresh"));
    QCOMPARE(drift.before.positives, 30);
    QCOMPARE(drift.now.n, 300);
    QCOMPARE(drift.repeated, 0);
    near(drift.change.value, 0.45 - 0.3);
    near(drift.change.interval.low, 0.0393376721095985, 1e-7);
    near(drift.change.interval.high, 0.24884306076660034, 1e-7);
    QCOMPARE(drift.sentence, QStringLiteral("The rate has risen: 30% of 100 before, 45% of 300 now."));
    const AttributeDrift& industry = of(drift, u"account.industry");
    QCOMPARE(industry.test, QStringLiteral("chi-square"));
    near(industry.statistic, 28.8);
    near(industry.p, 8.025111266927582e-08, 1e-7);
    near(industry.stability, (0.3 - 0.6) * std::log(0.3 / 0.6) + (0.7 - 0.4) * std::log(0.7 / 0.4));
    QCOMPARE(industry.size, DriftSize::Strong);
    QVERIFY(industry.changed());
    QCOMPARE(industry.sentence, QStringLiteral("industry has changed, most “A”: from 60% to 30%."));
    QCOMPARE(of(drift, u"account.employees").test, QStringLiteral("kolmogorov-smirnov"));
    const AttributeDrift& tags = of(drift, u"account.tags");
    QVERIFY(!tags.changed() && tags.p > 0.9);  // half have x in both
    QCOMPARE(drift.onlyBefore, QStringList{QStringLiteral("old")});
    QCOMPARE(drift.onlyNow, QStringList{QStringLiteral("fresh")});
}

void TestDrift::onlyNewUnitsAreNow() {
    // The newer export holds the old deals too: 100 of them, and 50 new ones with a value nobody had.
    const Drift drift = between(data({{"A", 60, 18}, {"B", 40, 12}}, 0, "account.k"),
                                data({{"A", 60, 18}, {"B", 40, 12}, {"C", 50, 10}}, 0, "account.k"));
    QCOMPARE(drift.repeated, 100);
    QCOMPARE(drift.now.n, 50);
    QCOMPARE(drift.now.positives, 10);
    const AttributeDrift& industry = of(drift, u"account.industry");
    QCOMPARE(industry.levels.size(), 3U);
    QCOMPARE(industry.levels.back().label, QStringLiteral("New values"));
    QCOMPARE(industry.levels.back().now.positives, 50);
    QCOMPARE(industry.levels.back().before.positives, 0);
    // Nothing new at all is told, and is no drift.
    const Dataset same = data({{"A", 60, 18}}, 0, "account.k");
    QCOMPARE(between(same, same).sentence, QStringLiteral("There is nothing new to compare."));
}

void TestDrift::accountsCountOnce() {
    // One account with three deals, another with one: two accounts, four deals.
    const Dataset before = DatasetBuilder()
                               .category(Entity::Account, QStringLiteral("account.industry"), {"A", "B"})
                               .category(Entity::Deal, QStringLiteral("deal.source"), {"f", "f", "w", "w"})
                               .links(Entity::Deal, {0, 0, 0, 1})
                               .deals(std::vector<DealState>(4, DealState::Won))
                               .build();
    const Drift drift = between(before, before);
    QCOMPARE(drift.repeated, 0);  // nothing tells the deals apart
    QCOMPARE(of(drift, u"account.industry").levels.front().before.n, 2);
    QCOMPARE(of(drift, u"deal.source").levels.front().before.n, 4);
}

void TestDrift::anotherTypeIsNotCompared() {
    const auto one = [](bool several) {
        DatasetBuilder builder;
        several ? builder.multi(Entity::Account, QStringLiteral("account.tags"), {"x; y", "y"})
                : builder.category(Entity::Account, QStringLiteral("account.tags"), {"x", "y"});
        return builder.number(Entity::Deal, QStringLiteral("deal.amount"), {1, 2})
            .links(Entity::Deal, {0, 1})
            .deals({DealState::Won, DealState::Lost})
            .build();
    };
    const Drift drift = between(one(false), one(true));
    QVERIFY(drift.onlyBefore.contains(QStringLiteral("tags")));
}

void TestDrift::sameDataDoNotDrift() {
    const Drift drift = between(data({{"A", 60, 18}, {"B", 40, 12}}, 0, "account.k"),
                                data({{"A", 60, 18}, {"B", 40, 12}}, 500, "account.k"));
    for (const AttributeDrift& one : drift.attributes) {
        QVERIFY(!one.changed());
        QCOMPARE(one.stability, 0.0);
        QVERIFY(one.sentence.isEmpty());
    }
    QVERIFY(drift.sentence.startsWith(u"No clear change"));
}

void TestDrift::rowOrderAndThreadsChangeNothing() {
    const Dataset before = data({{"A", 60, 18}, {"B", 40, 12}}, 0, "account.k");
    const auto told = [&](const Dataset& now, unsigned threads) {
        Study study;
        study.threads = threads;
        QStringList lines;
        const Drift drift = driftBetween(before, now, study).value();
        for (const AttributeDrift& one : drift.attributes)
            lines << QStringLiteral("%1 %2 %3")
                         .arg(one.name)
                         .arg(one.p, 0, 'g', 17)
                         .arg(one.stability, 0, 'g', 17);
        return lines;
    };
    const QStringList first = told(data({{"A", 30, 9}, {"B", 90, 12}, {"C", 10, 3}}, 500, "account.k"), 1);
    QCOMPARE(told(data({{"C", 10, 3}, {"B", 90, 12}, {"A", 30, 9}}, 500, "account.k"), 4), first);
}

void TestDrift::nothingIsNeverNaN() {
    const Drift drift = between({}, {});
    QVERIFY(drift.attributes.empty() && !drift.sentence.isEmpty());
    const Drift fresh = between({}, data({{"A", 5, 5}}, 0, "account.k"));
    QVERIFY(std::isfinite(fresh.change.value));
    QVERIFY(driftBetween({}, {}, {}, Job::until([] { return true; })).error().code == ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestDrift)
#include "tst_drift.moc"
