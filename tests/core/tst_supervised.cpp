#include "core/analysis/analyze.h"
#include "core/analysis/contingency.h"
#include "core/analysis/draw.h"
#include "core/analysis/ranges.h"
#include "core/analysis/supervised.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/studyrows.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace icp;
using namespace icp::test;

namespace {

std::vector<Outcoming> sorted(const std::vector<double>& value, const std::vector<int>& positive) {
    std::vector<Outcoming> all;
    for (std::size_t i = 0; i < value.size(); ++i) all.push_back({value[i], std::uint8_t(positive[i])});
    std::stable_sort(all.begin(), all.end(),
                     [](const Outcoming& a, const Outcoming& b) { return a.value < b.value; });
    return all;
}

/// R's mtcars.
const std::vector<double> weight{2.620, 2.875, 2.320, 3.215, 3.440, 3.460, 3.570, 3.190, 3.150, 3.440, 3.440,
                                 4.070, 3.730, 3.780, 5.250, 5.424, 5.345, 2.200, 1.615, 1.835, 2.465, 3.520,
                                 3.435, 3.840, 3.845, 1.935, 2.140, 1.513, 3.170, 2.770, 3.570, 2.780};
const std::vector<double> miles{21,   21,   22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8,
                                16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5,
                                15.2, 13.3, 19.2, 27.3, 26,   30.4, 15.8, 19.7, 15,   21.4};
const std::vector<int> manual{1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                              0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
const std::vector<int> straight{0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0,
                                0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1};

/// One account and deal per number; those in [from, to) win with `inside`, the others with `outside`.
Dataset numbers(std::uint64_t seed, int n, double from, double to, double inside, double outside) {
    Draw draw(seed);
    std::vector<double> size;
    std::vector<std::uint32_t> links;
    std::vector<DealState> states;
    for (int i = 0; i < n; ++i) {
        size.push_back(i % 20 == 19 ? none : std::floor(draw.uniform() * 100));
        links.push_back(std::uint32_t(i));
        const bool in = size.back() >= from && size.back() < to;
        states.push_back(draw.uniform() < (in ? inside : outside) ? DealState::Won : DealState::Lost);
    }
    return DatasetBuilder()
        .number(Entity::Account, QStringLiteral("account.team"), size)
        .number(Entity::Deal, QStringLiteral("deal.other"), std::vector<double>(std::size_t(n)))
        .links(Entity::Deal, links)
        .deals(states)
        .build();
}

Study by(RangeChoice ranges) {
    Study study;
    study.ranges = ranges;
    return study;
}

}  // namespace

/// Ranges chosen by looking at the outcome, and what their tests are worth.
class TestSupervised : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void entropyCutsAgreeWithReference();
    void isotonicAgreesWithR();
    void monotoneJoinsWhatBreaksTheOrder();
    void cutsAreRound();
    void tooSmallAndTooLargeAreFound();
    void missingIsALevelOfItsOwn();
    void choosingIsPaidFor();
    void sameOnAnyThreadsAndOrder();
    void namesOfChoices();
};

/// An implementation of Fayyad & Irani's rule in Python, on R's mtcars: weight and transmission, miles and
/// engine.
void TestSupervised::entropyCutsAgreeWithReference() {
    const auto one = [](const std::vector<double>& cuts, double expected) {
        return cuts.size() == 1 && std::abs(cuts.front() - expected) < 1e-12;
    };
    QVERIFY(one(entropyCuts(sorted(weight, manual), 1), 3.18));
    QVERIFY(one(entropyCuts(sorted(miles, straight), 1), 21.2));
    QVERIFY(one(entropyCuts(sorted(miles, manual), 1), 19.45));
    // 300 half steps, of which 8 in 10 are positive from 50 to 100 and 2 in 10 elsewhere.
    std::vector<double> value;
    std::vector<int> positive;
    for (int i = 0; i < 300; ++i) {
        value.push_back(i / 2.0);
        positive.push_back(i % 10 < (i >= 100 && i < 200 ? 8 : 2) ? 1 : 0);
    }
    QCOMPARE(entropyCuts(sorted(value, positive), 1), (std::vector<double>{49.75, 100.75}));
    QVERIFY(entropyCuts(sorted(value, positive), 120).empty());  // where all may be cut, little changes
    QVERIFY(entropyCuts({}, 1).empty());
    QVERIFY(entropyCuts(sorted({1, 2, 3}, {1, 1, 1}), 1).empty());
    QVERIFY(entropyCuts(sorted({1, 1, 1, 1}, {1, 0, 1, 0}), 1).empty());
}

void TestSupervised::isotonicAgreesWithR() {
    // R: isoreg(c(1,0,4,3,3,5,4,2,0))$yf
    const std::vector<double> y{1, 0, 4, 3, 3, 5, 4, 2, 0};
    const std::vector<double> expected{.5, .5, 3, 3, 3, 3, 3, 3, 3};
    QCOMPARE(isotonic(y, std::vector<double>(y.size(), 1)), expected);
    QCOMPARE(isotonic(std::vector<double>{3, 1}, std::vector<double>{1, 3}), (std::vector<double>{1.5, 1.5}));
    QVERIFY(isotonic({}, {}).empty());
}

void TestSupervised::monotoneJoinsWhatBreaksTheOrder() {
    // Rates .1, .8, .7, .9 of ten each: the two in the middle are one.
    std::vector<double> value;
    std::vector<int> positive;
    for (int range = 0; range < 4; ++range)
        for (int i = 0; i < 10; ++i) {
            value.push_back(range);
            positive.push_back(i < std::array{1, 8, 7, 9}[std::size_t(range)] ? 1 : 0);
        }
    const std::vector<double> cuts{.5, 1.5, 2.5};
    QCOMPARE(monotoneCuts(sorted(value, positive), cuts), (std::vector<double>{.5, 2.5}));
    for (double& v : value) v = 3 - v;  // falling
    QCOMPARE(monotoneCuts(sorted(value, positive), cuts), (std::vector<double>{.5, 2.5}));
}

void TestSupervised::cutsAreRound() {
    QCOMPARE(roundCut(47, 52, true), 51.0);  // "up to 50"
    QCOMPARE(roundCut(7, 8, true), 8.0);
    QCOMPARE(roundCut(1234.5, 1987, false), 1500.0);
    for (const auto& [low, high] : {std::pair{0.0, 0.1}, std::pair{-3.0, 4.0}, std::pair{99.9, 100.0}}) {
        const double cut = roundCut(low, high, false);
        QVERIFY(low < cut && cut <= high);
    }
}

void TestSupervised::tooSmallAndTooLargeAreFound() {
    const Dataset dataset = numbers(3, 1200, 30, 60, 0.6, 0.15);
    const AttributeProfile profile =
        *analyze(dataset, by(RangeChoice::Supervised)).value().find(u"account.team");
    QCOMPARE(profile.test, QStringLiteral("permutation-cuts"));
    QCOMPARE(profile.p, 1.0 / 1000);
    QCOMPARE(profile.levels.size(), 4U);
    QVERIFY(std::abs(profile.levels[0].condition.high - 30) <= 2);
    QVERIFY(std::abs(profile.levels[1].condition.high - 60) <= 2);
    QVERIFY(profile.levels[1].rate.rate > 0.5 && profile.levels[2].rate.rate < 0.25);
    // Rising or falling only, the far end cannot be told from the middle.
    const AttributeProfile only = *analyze(dataset, by(RangeChoice::Monotone)).value().find(u"account.team");
    QVERIFY(only.levels.size() < profile.levels.size());
}

void TestSupervised::missingIsALevelOfItsOwn() {
    const Findings findings =
        analyze(numbers(3, 1200, 30, 60, 0.6, 0.15), by(RangeChoice::Supervised)).value();
    checkFinite(findings);
    const AttributeProfile& profile = *findings.find(u"account.team");
    QVERIFY(profile.levels.back().unknown);
    QCOMPARE(profile.levels.back().rate.n, 60);
    QCOMPARE(profile.missing, 60);
    for (const RangeChoice ranges : {RangeChoice::Supervised, RangeChoice::Monotone})
        for (const double rate : {0.0, 1.0})  // all lost, all won
            checkFinite(analyze(numbers(1, 60, 0, 0, rate, rate), by(ranges)).value());
}

void TestSupervised::choosingIsPaidFor() {
    // Nothing matters. Chi-square over the chosen cuts believes too much in every one.
    int cut = 0;
    int paid = 0;
    constexpr int runs = 200;
    for (std::uint64_t seed = 1; seed <= runs; ++seed) {
        const Findings findings =
            analyze(numbers(seed, 300, 0, 0, 0, 0.4), by(RangeChoice::Supervised)).value();
        const AttributeProfile& profile = *findings.find(u"account.team");
        std::vector<Group> groups;
        for (const Level& level : profile.levels)
            if (!level.unknown) groups.push_back({level.rate.positives, level.rate.n});
        QCOMPARE(profile.test, QStringLiteral("permutation-cuts"));  // it counts, cut or not
        if (groups.size() < 2) {
            QCOMPARE(profile.p, 1.0);
            continue;
        }
        ++cut;
        const double unpaid = chiSquare(tableOf(groups)).p;
        QVERIFY2(unpaid < profile.p, qPrintable(QString::number(profile.p)));
        paid += profile.p < 0.05 ? 1 : 0;
    }
    QVERIFY2(paid <= 19,
             qPrintable(QString::number(paid)));  // 5% of 200 is 10; 20 and more come once in 400 times
    QVERIFY(cut > 0);
}

void TestSupervised::sameOnAnyThreadsAndOrder() {
    Rows rows = randomRows(5, 400, 2, true);
    Study study = by(RangeChoice::Supervised);
    study.threads = 1;
    const AttributeProfile one = *of(rows, study).find(u"account.employees");
    study.threads = 3;
    const AttributeProfile other = *of(rows, study).find(u"account.employees");
    std::reverse(rows.deals.begin(), rows.deals.end());
    const AttributeProfile backwards = *of(rows, study).find(u"account.employees");
    for (const AttributeProfile& profile : {other, backwards}) {
        QCOMPARE(profile.p, one.p);
        QCOMPARE(profile.levels.size(), one.levels.size());
        for (std::size_t l = 0; l < one.levels.size(); ++l)
            QCOMPARE(profile.levels[l].label, one.levels[l].label);
    }
}

void TestSupervised::namesOfChoices() {
    for (const RangeChoice ranges : {RangeChoice::Round, RangeChoice::Supervised, RangeChoice::Monotone})
        QCOMPARE(rangeChoiceFromName(rangeChoiceName(ranges)).value(), ranges);
    QVERIFY(!rangeChoiceFromName(u"square"));
}

QTEST_APPLESS_MAIN(TestSupervised)
#include "tst_supervised.moc"
