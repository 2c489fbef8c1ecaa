#include "core/analysis/time/survival.h"
#include "tests/support/core/near.h"

#include <array>

using namespace icp;
using icp::test::near;

// Expected numbers: R 4.2.2 (survfit, survdiff) on the 6-MP trial of Freireich et al. 1963; the competing
// example is worked by hand.

namespace {

std::vector<Spell> spells(const std::vector<double>& times, const std::vector<int>& ends) {
    std::vector<Spell> result;
    for (std::size_t i = 0; i < times.size(); ++i) result.push_back({0, times[i], std::uint8_t(ends[i])});
    return result;
}

const std::vector<Spell> treated =
    spells({6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35},
           {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0});
const std::vector<Spell> placebo =
    spells({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, std::vector<int>(21, 1));
// 1 = won, 2 = lost
const std::vector<Spell> deals =
    spells({10, 20, 20, 30, 40, 40, 50, 60, 70, 80}, {1, 2, 1, 0, 1, 2, 2, 0, 1, 0});

}  // namespace

/// Kaplan-Meier, log-rank and competing ends.
class TestSurvival : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kaplanMeier();
    void logRanks();
    void competingEnds();
    void lateEntryLeavesTheRiskBefore();
    void nothingIsNeverNaN();
};

void TestSurvival::kaplanMeier() {
    const Survival survival = survivalOf(treated);
    const std::array<std::pair<double, double>, 7> expected{{{6, 0.857143},
                                                             {7, 0.806723},
                                                             {10, 0.752941},
                                                             {13, 0.690196},
                                                             {16, 0.627451},
                                                             {22, 0.537815},
                                                             {23, 0.448179}}};
    QCOMPARE(survival.steps.size(), expected.size());
    for (const auto& [time, share] : expected) near(survival.at(time), share, 1e-6);
    QCOMPARE(survival.median.value_or(0), 23.0);
    near(survival.steps.front().interval.low, 0.619718, 2e-6);
    near(survival.steps.front().interval.high, 0.951552, 2e-6);
    near(survival.steps.back().interval.low, 0.188052, 4e-6);
    near(survival.steps.back().interval.high, 0.680143, 2e-6);
    near(survival.steps.back().plain.low, 0.248788, 4e-6);
    near(survival.steps.back().plain.high, 0.807372, 2e-6);
    // The mean within the horizon is the area below the steps; without anyone still going on it is the mean.
    double sum = 0;
    for (const Spell& spell : placebo) sum += spell.to;
    near(survivalOf(placebo).mean, sum / 21, 1e-12);
}

void TestSurvival::logRanks() {
    const TestResult test = logRank(treated, placebo);
    near(test.statistic, 16.7929410, 1e-7);
    near(test.p, 4.168809e-05, 1e-6);
    near(logRank(placebo, treated).statistic, test.statistic, 1e-12);
    near(causeLogRank(treated, placebo, 1).statistic, test.statistic, 1e-12);
}

void TestSurvival::competingEnds() {
    const Incidence won = incidenceOf(deals, 1);
    const Incidence lost = incidenceOf(deals, 2);
    near(won.at(10), 0.1, 1e-12);
    near(won.at(20), 0.2, 1e-12);
    near(won.at(40), 0.3166667, 1e-6);
    near(won.at(50), 0.3166667, 1e-6);
    near(won.at(70), 0.4916667, 1e-6);
    near(lost.at(20), 0.1, 1e-12);
    near(lost.at(40), 0.2166667, 1e-6);
    near(lost.at(50), 0.3333333, 1e-6);
    for (const Incidence& incidence : {won, lost})
        for (const IncidenceStep& step : incidence.steps)
            QVERIFY(step.interval.low <= step.share && step.share <= step.interval.high);
    // Losses taken as censored overstate: 2/3 instead of 0.49.
    std::vector<Spell> naive = deals;
    for (Spell& spell : naive) spell.end = spell.end == 1 ? 1 : 0;
    near(1 - survivalOf(naive).at(70), 0.6666667, 1e-6);
}

void TestSurvival::lateEntryLeavesTheRiskBefore() {
    const std::vector<Spell> late{{0, 5, 1}, {3, 8, 1}, {5, 9, 0}};
    const Survival survival = survivalOf(late);
    QCOMPARE(survival.steps.front().atRisk, 2);  // who enters at 5 is at risk only after it
    near(survival.at(5), 0.5, 1e-12);
    near(survival.at(8), 0.25, 1e-12);
}

void TestSurvival::nothingIsNeverNaN() {
    for (const std::vector<Spell>& some :
         {std::vector<Spell>{}, spells({0, 0}, {1, 1}), spells({4, 4}, {0, 0}), spells({4}, {1})}) {
        const Survival survival = survivalOf(some);
        QVERIFY(std::isfinite(survival.mean));
        for (const SurvivalStep& step : survival.steps)
            QVERIFY(std::isfinite(step.share) && std::isfinite(step.interval.low) &&
                    std::isfinite(step.interval.high) && std::isfinite(step.plain.low) &&
                    std::isfinite(step.plain.high));
        for (const IncidenceStep& step : incidenceOf(some, 1).steps)
            QVERIFY(std::isfinite(step.share) && std::isfinite(step.interval.low) &&
                    std::isfinite(step.interval.high));
        QCOMPARE(logRank(some, some).p, 1.0);
    }
}

QTEST_APPLESS_MAIN(TestSurvival)
#include "tst_survival.moc"
