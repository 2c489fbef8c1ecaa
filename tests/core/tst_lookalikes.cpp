#include "core/draft/examples.h"
#include "core/workshop/lookalikes.h"
#include "tests/support/core/datasetbuilder.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace icp;
using namespace icp::test;

class TestLookAlikes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gowerByHand();
    void nearestIsTheBestOfAll();
    void traitsByHand();
    void chanceOfARangeIsUniform();
    void randomExamplesRarelyShareMuch();
};

namespace {

Dataset five() {
    return DatasetBuilder()
        .category(Entity::Account, QStringLiteral("account.industry"),
                  {"Retail", "Retail", "Energy", "", "Energy"})
        .multi(Entity::Account, QStringLiteral("account.technologies"),
               {"SAP; Excel", "SAP", "Oracle", "SAP", ""})
        .number(Entity::Account, QStringLiteral("account.employees"), {10, 20, 30, 40, 40})
        .accounts(std::vector<AccountState>(5, AccountState::Customer))
        .build();
}

}  // namespace

void TestLookAlikes::gowerByHand() {
    const Dataset dataset = five();
    const Similarity similarity(dataset);
    QCOMPARE(similarity.attributes(), 3);
    // Same industry 1; one of two technologies 1/2; one mid-rank of five apart 4/5.
    LookAlike one = similarity.between(0, 1);
    QCOMPARE(one.compared, 3);
    QVERIFY(std::abs(one.similarity - (1 + 0.5 + 0.8) / 3) < 1e-6);
    // No industry: two attributes; the tie of 40s stands at (3 + 5) / 2 of five, Ada at 1/2 of five.
    one = similarity.between(0, 3);
    QCOMPARE(one.compared, 2);
    QVERIFY(std::abs(one.similarity - (0.5 + (1 - 0.7)) / 2) < 1e-6);
    one = Similarity(dataset, {QStringLiteral("account.employees")}).between(3, 4);
    QCOMPARE(one.similarity, 1.0);
    QCOMPARE(one.compared, 1);
}

void TestLookAlikes::nearestIsTheBestOfAll() {
    const Dataset dataset = randomDataset(3, 80);
    const Similarity similarity(dataset);
    const Bitmap customers = customersOf(dataset);
    const auto near = similarity.nearest(7, customers, 5);
    QCOMPARE(near.size(), 5U);
    for (std::size_t i = 1; i < near.size(); ++i) QVERIFY(near[i - 1].similarity >= near[i].similarity);
    int better = 0;
    customers.forEach([&](std::size_t other) {
        if (other == 7) return;
        QCOMPARE(similarity.between(7, std::uint32_t(other)).similarity,
                 similarity.between(std::uint32_t(other), 7).similarity);
        better += similarity.between(7, std::uint32_t(other)).similarity > near.front().similarity ? 1 : 0;
    });
    QVERIFY(better <= 3);  // only those with too few attributes in common
    QVERIFY(similarity.nearest(7, Bitmap(80), 5).empty());
}

void TestLookAlikes::traitsByHand() {
    // Twelve customers; the three examples are the only ones in retail, their sizes lie close together.
    QStringList industries;
    std::vector<double> sizes;
    for (int i = 0; i < 12; ++i) {
        industries << (i < 3   ? QStringLiteral("Retail")
                       : i < 8 ? QStringLiteral("Energy")
                               : QStringLiteral("Media"));
        sizes.push_back(i < 3 ? 50 + i : i * 100);
    }
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, QStringLiteral("account.industry"), industries)
                                .number(Entity::Account, QStringLiteral("account.employees"), sizes)
                                .category(Entity::Account, QStringLiteral("account.constant"),
                                          QStringList(12, QStringLiteral("same")))
                                .accounts(std::vector<AccountState>(12, AccountState::Customer))
                                .build();
    const std::vector<std::uint32_t> examples{0, 1, 2, 2};
    const std::vector<SharedTrait> traits = sharedTraits(dataset, examples);
    QCOMPARE(traits.size(), 2U);  // what all customers have is no trait
    const SharedTrait& industry =
        traits[0].condition.attribute == u"account.industry" ? traits[0] : traits[1];
    const SharedTrait& size = traits[0].condition.attribute == u"account.industry" ? traits[1] : traits[0];
    QCOMPARE(industry.condition.values, QStringList{QStringLiteral("Retail")});
    QCOMPARE(industry.examples, 3);
    QCOMPARE(industry.among, 0.25);
    // One way of 220 to draw these three of twelve, and three levels to choose from.
    QVERIFY(std::abs(industry.chance - 3.0 / 220) < 1e-12);
    QCOMPARE(size.among, 0.25);
    QVERIFY(std::abs(size.chance - (3 * 0.25 * 0.25 - 2 * 0.25 * 0.25 * 0.25)) < 1e-12);
    QVERIFY(std::isinf(size.condition.low));
    QVERIFY(size.condition.high > 52 && size.condition.high <= 300);

    const Criterion criterion = criterionFrom(industry, dataset);
    QCOMPARE(criterion.importance, Importance::Should);
    QCOMPARE(criterion.evidence.positives, 3);
    QCOMPARE(criterion.evidence.n, 3);
    QVERIFY(sharedTraits(dataset, std::vector<std::uint32_t>{1}).empty());
}

/// By the probability integral transform: of random examples the chance is uniform, up to the grid of 400
/// customers.
void TestLookAlikes::chanceOfARangeIsUniform() {
    constexpr int customers = 400;
    std::vector<double> values;
    for (int i = 0; i < customers; ++i) values.push_back(i);
    const Dataset dataset = DatasetBuilder()
                                .number(Entity::Account, QStringLiteral("account.employees"), values)
                                .accounts(std::vector<AccountState>(customers, AccountState::Customer))
                                .build();
    QRandomGenerator random(11);
    constexpr int runs = 4000;
    std::array<int, 4> below{};
    for (int run = 0; run < runs; ++run) {
        std::vector<std::uint32_t> examples;
        while (examples.size() < 5) {
            const auto account = std::uint32_t(random.bounded(customers));
            if (std::find(examples.begin(), examples.end(), account) == examples.end())
                examples.push_back(account);
        }
        const auto traits = sharedTraits(dataset, examples);
        const double chance = traits.empty() ? 1 : traits.front().chance;
        constexpr std::array bounds{0.1, 0.25, 0.5, 0.75};
        for (std::size_t i = 0; i < bounds.size(); ++i) below[i] += chance <= bounds[i] ? 1 : 0;
    }
    QVERIFY(std::abs(below[0] / double(runs) - 0.10) < 0.02);
    QVERIFY(std::abs(below[1] / double(runs) - 0.25) < 0.03);
    QVERIFY(std::abs(below[2] / double(runs) - 0.50) < 0.03);
    QVERIFY(std::abs(below[3] / double(runs) - 0.75) < 0.03);
}

void TestLookAlikes::randomExamplesRarelyShareMuch() {
    QRandomGenerator random(12);
    QStringList industries;
    for (int i = 0; i < 300; ++i) industries << QStringLiteral("Industry %1").arg(random.bounded(6));
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, QStringLiteral("account.industry"), industries)
                                .accounts(std::vector<AccountState>(300, AccountState::Customer))
                                .build();
    int surprising = 0;
    constexpr int runs = 2000;
    for (int run = 0; run < runs; ++run) {
        std::vector<std::uint32_t> examples;
        for (int i = 0; i < 5; ++i) examples.push_back(std::uint32_t(random.bounded(300)));
        const auto traits = sharedTraits(dataset, examples);
        surprising += !traits.empty() && traits.front().chance <= 0.05 ? 1 : 0;
    }
    QVERIFY(surprising <= runs * 0.06);
}

QTEST_GUILESS_MAIN(TestLookAlikes)
#include "tst_lookalikes.moc"
