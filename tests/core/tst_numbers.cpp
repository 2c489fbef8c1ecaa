#include "core/analysis/analyze.h"
#include "core/analysis/values/numbers.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/near.h"
#include "tests/support/core/studyrows.h"

#include <algorithm>

using namespace icp;
using namespace icp::test;

// Expected numbers: scipy 1.10.1, stats.bootstrap(median, method="BCa", n_resamples=200000); shifts by all
// pairwise differences sorted in R 4.2.2, ranks floor(mn / 2 - 1.96 sd) with the variance of tied ranks;
// R's wilcox.test gives the same middles.

namespace {

const std::vector<double> first{12, 15.5, 9, 30, 22, 41, 18, 27, 35, 11, 60, 8, 19};
const std::vector<double> second{10, 14, 7.25, 21, 16, 13, 25, 9.5, 12.75, 17};

void range(const Estimate& estimate, double value, double low, double high) {
    near(estimate.value, value);
    near(estimate.interval.low, low);
    near(estimate.interval.high, high);
}

std::vector<double> turned(std::vector<double> values) {
    std::reverse(values.begin(), values.end());
    return values;
}

}  // namespace

/// Groups of numbers: middles, how far apart, and how sure that is.
class TestNumbers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quantiles();
    void shifts();
    void shiftsOfLargeGroups();
    void medians();
    void rangeCoversTheMedian();
    void levelsOfAScore();
    void nothingIsNeverNaN();
};

void TestNumbers::quantiles() {
    const std::vector<double> values{1, 2, 3, 4, 10};
    near(quantile(values, 0.1), 1.4);
    near(quantile(values, 0.25), 2);
    near(quantile(values, 0.5), 3);
    near(quantile(values, 0.9), 7.6);
}

void TestNumbers::shifts() {
    range(hodgesLehmann(first, second), 5.75, -2, 17.25);
    range(hodgesLehmann(turned(first), turned(second)), 5.75, -2, 17.25);
    range(hodgesLehmann(second, first), -5.75, -17.25, 2);
    range(hodgesLehmann({1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 8}, {1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6}), 1, -1, 2);
}

void TestNumbers::shiftsOfLargeGroups() {
    // 20,000 and 30,000 whole numbers, the first moved by 7: of 600 million pairs none is formed.
    std::vector<double> a;
    std::vector<double> b;
    for (int i = 0; i < 20000; ++i) a.push_back(7 + (i * 7919) % 1000);
    for (int i = 0; i < 30000; ++i) b.push_back((i * 7919) % 1000);
    const Estimate shift = hodgesLehmann(a, b);
    near(shift.value, 7);
    QVERIFY(shift.interval.low < 7 && shift.interval.low > 1 && shift.interval.high > 7 &&
            shift.interval.high < 13);
}

void TestNumbers::medians() {
    range(medianWithRange(first), 19, 12, 30);
    range(medianWithRange(turned(first)), 19, 12, 30);
    range(medianWithRange({3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5}), 4, 2, 5);
    range(medianWithRange({1200, 1350, 800,  2200, 900,  4000, 1100, 1500, 7000, 650, 1250,
                           1300, 980,  2100, 1750, 3100, 720,  1640, 1400, 1480, 2600}),
          1400, 1200, 1750);
    range(medianWithRange(second), 13.5, 10, 17.5);
}

void TestNumbers::rangeCoversTheMedian() {
    // Of 2,000 samples of 31 skewed numbers with a known median, about 95 in 100 ranges hold it.
    std::uint64_t state = 1;
    const auto uniform = [&] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return double(state >> 11) * 0x1.0p-53;
    };
    int held = 0;
    for (int run = 0; run < 2000; ++run) {
        std::vector<double> sample;
        for (int i = 0; i < 31; ++i) sample.push_back(-std::log(1 - uniform()));
        const Interval interval = medianWithRange(sample).interval;
        held += interval.low <= std::log(2.0) && std::log(2.0) <= interval.high ? 1 : 0;
    }
    QVERIFY2(held >= 1840 && held <= 1960, qPrintable(QString::number(held)));
}

void TestNumbers::levelsOfAScore() {
    QStringList industry;
    std::vector<double> worth(first);
    worth.insert(worth.end(), second.begin(), second.end());
    worth.push_back(100);  // of no known industry: in nobody's comparison
    for (std::size_t i = 0; i < worth.size(); ++i)
        industry << (i < first.size()       ? QStringLiteral("A")
                     : i + 1 < worth.size() ? QStringLiteral("B")
                                            : QString());
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, QStringLiteral("account.industry"), industry)
                                .number(Entity::Account, QStringLiteral("account.acv"), worth,
                                        ColumnType::Money, QStringLiteral("EUR"))
                                .accounts(std::vector<AccountState>(worth.size(), AccountState::Customer))
                                .build();
    Study study;
    study.unit = Unit::Account;
    study.outcome = Outcome::Value;
    const Findings findings = analyze(dataset, study).value();
    checkFinite(findings);
    const AttributeProfile* profile = findings.find(u"account.industry");
    QVERIFY(profile != nullptr);
    for (const Level& level : profile->levels) {
        if (level.label == u"A") {
            range(level.middle, 19, 12, 30);
            range(level.shift, 5.75, -2, 17.25);
        } else if (level.label == u"B") {
            range(level.shift, -5.75, -17.25, 2);
        } else {
            QVERIFY(level.unknown);
            range(level.middle, 100, 100, 100);
        }
    }
}

void TestNumbers::nothingIsNeverNaN() {
    range(hodgesLehmann({}, {1}), 0, 0, 0);
    range(hodgesLehmann({5}, {3}), 2, 2, 2);
    range(hodgesLehmann({5, 5, 5}, {5, 5}), 0, 0, 0);
    range(medianWithRange({}), 0, 0, 0);
    range(medianWithRange({4}), 4, 4, 4);
    range(medianWithRange({4, 4, 4}), 4, 4, 4);
    const Estimate two = medianWithRange({1, 2});
    near(two.value, 1.5);
    QVERIFY(two.interval.low >= 1 && two.interval.high <= 2);
    QCOMPARE(quantile({}, 0.5), 0.0);
}

QTEST_APPLESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
