#include "core/analysis/time/hazard.h"
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

/// Deals of eight accounts: 0 = open, 1 = won, 2 = lost.
struct Deal {
    std::uint32_t account;
    double days;
    std::uint8_t end;
};
const std::array<Deal, 16> alike{{{1, 10, 1},
                                  {1, 12, 1},
                                  {1, 12, 1},
                                  {2, 20, 2},
                                  {2, 25, 2},
                                  {3, 10, 1},
                                  {3, 30, 0},
                                  {3, 35, 2},
                                  {4, 40, 1},
                                  {5, 15, 2},
                                  {5, 15, 2},
                                  {6, 50, 0},
                                  {7, 22, 1},
                                  {7, 28, 1},
                                  {8, 33, 2},
                                  {8, 60, 0}}};

std::vector<Spell> spellsOf(bool (*wanted)(std::uint32_t), bool owned) {
    std::vector<Spell> result;
    for (const Deal& deal : alike)
        if (wanted(deal.account)) result.push_back({0, deal.days, deal.end, owned ? deal.account : noRow});
    return result;
}
bool any(std::uint32_t) { return true; }
bool first(std::uint32_t account) { return account == 1 || account == 2 || account == 4 || account == 7; }
bool second(std::uint32_t account) { return !first(account); }

/// The standard error that a log-log range of a share speaks of.
double errorOf(const IncidenceStep& step) {
    const double power = std::log(std::log(step.interval.low) / std::log(step.share));
    return power * step.share * std::abs(std::log(step.share)) / 1.959963984540054;
}

}  // namespace

/// Kaplan-Meier, log-rank and competing ends.
class TestSurvival : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kaplanMeier();
    void logRanks();
    void competingEnds();
    void accountsAreWhatVaries();
    void hazardRatios();
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

void TestSurvival::accountsAreWhatVaries() {
    // R 4.2.2, survival 3.5-3: survfit(Surv(t, f) ~ 1, influence = 1), its influence summed by account,
    // squared.
    const Incidence won = incidenceOf(spellsOf(any, true), 1);
    const Incidence lost = incidenceOf(spellsOf(any, true), 2);
    const auto at = [](const Incidence& incidence, double time) {
        return *std::find_if(incidence.steps.begin(), incidence.steps.end(),
                             [&](const IncidenceStep& step) { return step.time == time; });
    };
    near(at(won, 12).share, 0.25, 1e-12);
    near(errorOf(at(won, 12)), 0.15625, 1e-9);
    near(errorOf(at(won, 22)), 0.1500732243148324, 1e-9);
    near(errorOf(at(won, 28)), 0.1660960283239789, 1e-9);
    near(errorOf(at(won, 40)), 0.1687870329735078, 1e-9);
    near(errorOf(at(lost, 15)), 0.117966163051105, 1e-9);
    near(errorOf(at(lost, 25)), 0.15625, 1e-9);
    near(errorOf(at(lost, 35)), 0.147648230602334, 1e-9);
    // Where accounts would make it smaller, deals count one by one: .0826797284707685 of survfit.
    QVERIFY(errorOf(at(won, 10)) > 0.0644235254002759 + 1e-6);
    near(incidenceOf(spellsOf(any, false), 1).steps.front().interval.low,
         incidenceOf(spellsOf(any, true), 1).steps.front().interval.low, 1e-12);

    // coxph(Surv(t, end == 1) ~ g + cluster(account), method = "breslow"), its robust score test; survdiff.
    near(causeLogRank(spellsOf(first, true), spellsOf(second, true), 1).statistic, 3.31874414348833, 1e-9);
    near(causeLogRank(spellsOf(first, false), spellsOf(second, false), 1).statistic, 5.38463679646031, 1e-9);
}

void TestSurvival::hazardRatios() {
    // coxph(Surv(time, cens) ~ treat, ties = "efron"): 1.5721251488 se .4123967177.
    const auto ratio = hazardRatio(placebo, treated);
    QVERIFY(ratio.has_value());
    near(std::log(ratio->value), 1.5721251488, 1e-8);
    near(std::log(ratio->interval.high / ratio->value) / 1.959963984540054, 0.4123967177, 1e-8);
    near(ratio->interval.low, 2.14650821272546, 1e-8);
    near(ratio->interval.high, 10.80931068158597, 1e-8);
    near(hazardRatio(treated, placebo)->value, 1 / ratio->value, 1e-8);
    // Nine ends in all are too few; one side without any has no ratio.
    QVERIFY(!hazardRatio(treated, {}).has_value());
    QVERIFY(!hazardRatio(placebo, spells(std::vector<double>(20, 30), std::vector<int>(20, 0))).has_value());
    QVERIFY(!hazardRatio(std::span(placebo).first(5), std::span(treated).first(5)).has_value());
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
