#include "core/workshop/contributions.h"
#include "core/workshop/overlap.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/randomicp.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace icp;
using namespace icp::test;

class TestOverlap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsSetAlgebra();
    void primaryScoresHighest();
    void noIcpLeavesAllUncovered();
    void contributionsAreTheGaugesWithout();
};

namespace {

std::vector<FitTable> tables(const Dataset& dataset, quint32 seed, int icps, int criteria) {
    std::vector<FitTable> result;
    FitModel model(dataset);
    for (int i = 0; i < icps; ++i) {
        QRandomGenerator random(seed * 10 + quint32(i));
        result.push_back(model.evaluate(randomIcp(random, criteria)));
    }
    return result;
}

}  // namespace

void TestOverlap::equalsSetAlgebra() {
    for (quint32 seed = 1; seed <= 30; ++seed) {
        const Dataset dataset = randomDataset(seed, 120);
        const AccountTotals totals(dataset);
        const std::vector<FitTable> icps = tables(dataset, seed, 1 + int(seed % 5), 3);
        const Overlap found = overlap(icps, totals);
        std::map<std::uint32_t, qint64> expected;
        qint64 several = 0;
        for (std::size_t account = 0; account < dataset.accounts.rows(); ++account) {
            if (!totals.customers.test(account)) continue;
            std::uint32_t inside = 0;
            int count = 0;
            for (std::size_t i = 0; i < icps.size(); ++i)
                if (icps[i].fit[account] == Fit::Ideal) {
                    inside |= 1U << i;
                    ++count;
                }
            ++expected[inside];
            several += count > 1 ? 1 : 0;
        }
        QCOMPARE(found.parts.size(), expected.size());
        for (std::size_t i = 0; i < found.parts.size(); ++i) {
            QCOMPARE(found.parts[i].customers, expected[found.parts[i].icps]);
            QVERIFY(i == 0 || found.parts[i - 1].customers >= found.parts[i].customers);
        }
        QCOMPARE(found.inSeveral(), several);
        QCOMPARE(found.uncovered(), expected.contains(0) ? expected[0] : 0);
        for (std::size_t i = 0; i < icps.size(); ++i) {
            qint64 inside = 0;
            for (const Overlap::Part& part : found.parts)
                inside += (part.icps >> i & 1U) != 0 ? part.customers : 0;
            QCOMPARE(found.customers[i], inside);
        }
    }
}

void TestOverlap::primaryScoresHighest() {
    int several = 0;
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const Dataset dataset = randomDataset(seed, 100);
        const std::vector<FitTable> icps = tables(dataset, seed, 4, 2);
        const Overlap found = overlap(icps, AccountTotals(dataset));
        for (std::size_t account = 0; account < dataset.accounts.rows(); ++account) {
            int best = -1;
            int inside = 0;
            for (int i = 0; i < 4; ++i) {
                if (icps[std::size_t(i)].fit[account] != Fit::Ideal) continue;
                ++inside;
                if (best < 0 || icps[std::size_t(i)].score[account] > icps[std::size_t(best)].score[account])
                    best = i;
            }
            several += inside > 1 ? 1 : 0;
            QCOMPARE(int(found.primary[account]), best);
        }
    }
    QVERIFY(several > 0);
}

void TestOverlap::noIcpLeavesAllUncovered() {
    const Dataset dataset = randomDataset(2, 40);
    const AccountTotals totals(dataset);
    const Overlap found = overlap({}, totals);
    QCOMPARE(found.uncovered(), qint64(totals.customers.count()));
    QCOMPARE(found.inSeveral(), 0);
    QVERIFY(overlap({}, AccountTotals(Dataset())).parts.empty());
}

void TestOverlap::contributionsAreTheGaugesWithout() {
    const Dataset dataset = randomDataset(7, 200);
    QRandomGenerator random(7);
    const Icp icp = randomIcp(random, 6);
    GaugeModel model(dataset);
    const std::vector<Contribution> found = contributions(model, icp);
    std::size_t computed = 0;
    for (std::size_t i = 0; i < icp.criteria.size(); ++i) {
        if (!icp.criteria[i].condition) continue;
        Icp without = icp;
        without.criteria.erase(without.criteria.begin() + std::ptrdiff_t(i));
        const Gauge fresh = GaugeModel(dataset).evaluate(without);
        QCOMPARE(found[computed].criterion, icp.criteria[i].id);
        QCOMPARE(found[computed].without.customers, fresh.customers);
        QCOMPARE(found[computed].without.inside.positives, fresh.inside.positives);
        QCOMPARE(found[computed].without.pipeline, fresh.pipeline);
        ++computed;
    }
    QCOMPARE(found.size(), computed);
    QCOMPARE(model.fit().table().score, GaugeModel(dataset).fit().evaluate(icp).score);
}

QTEST_GUILESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
