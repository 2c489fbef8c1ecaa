#include "core/analysis/analyze.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/studyrows.h"

#include <QTest>

#include <cmath>

using namespace icp;
using namespace icp::test;

namespace {

struct Tried {
    const char* country;
    int won;
    int lost;
};

/// One account and one deal for each try.
Dataset tries(std::initializer_list<Tried> countries) {
    QStringList cells;
    std::vector<std::uint32_t> links;
    std::vector<DealState> states;
    for (const Tried& tried : countries)
        for (int i = 0; i < tried.won + tried.lost; ++i) {
            links.push_back(std::uint32_t(cells.size()));
            cells << QString::fromLatin1(tried.country);
            states.push_back(i < tried.won ? DealState::Won : DealState::Lost);
        }
    return DatasetBuilder()
        .category(Entity::Account, QStringLiteral("account.country"), cells)
        .number(Entity::Deal, QStringLiteral("deal.other"), std::vector<double>(states.size()))
        .links(Entity::Deal, links)
        .deals(states)
        .build();
}

MarketMix market(std::vector<MarketShare> shares) {
    return {QStringLiteral("m"), QStringLiteral("account.country"), std::move(shares),
            QStringLiteral("Census"), QDate(2024, 1, 1)};
}

Exposure country(const Dataset& dataset, std::vector<MarketMix> markets = {}) {
    Study study;
    study.market = std::move(markets);
    const Findings findings = analyze(dataset, study).value();
    checkFinite(findings);
    return findings.coverage.at(0);
}

const ExposureLevel& level(const Exposure& exposure, QStringView label) {
    const auto found = std::find_if(exposure.levels.begin(), exposure.levels.end(),
                                    [&](const ExposureLevel& l) { return l.label == label; });
    return found == exposure.levels.end() ? qFatal("no level"), exposure.levels.front() : *found;
}

bool close(double a, double b) { return std::abs(a - b) < 1e-9; }

}  // namespace

/// What was tried, what was won and what the market is made of.
class TestExposure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void habitIsToldFromStrength();
    void sharesAndMarket();
    void reweightedToTheMarket();
    void neverTriedIsUntested();
    void nearlyAllOfOneLevel();
    void missingGoesWithTheOutcome();
    void wordsOfRanges();
    void sealIsCounted();
};

void TestExposure::habitIsToldFromStrength() {
    // The UK has most wins only because it has most tries.
    const Exposure habit = country(tries({{"UK", 143, 304}, {"France", 48, 102}, {"Spain", 39, 84}}));
    QVERIFY(habit.habit && !habit.singleSegment);
    QCOMPARE(habit.leader, QStringLiteral("UK"));
    QCOMPARE(habit.sentence, QStringLiteral("UK leads because you mostly tried UK."));
    QCOMPARE(habit.numbers, QStringLiteral("Win rate: 32% in UK, 32% elsewhere."));
    QVERIFY(habit.gap.low < 0 && habit.gap.high > 0);
    // Here it leads because it wins more often.
    const Exposure strong = country(tries({{"UK", 200, 247}, {"France", 20, 130}, {"Spain", 20, 103}}));
    QVERIFY(!strong.habit && strong.sentence.isEmpty());
    QVERIFY(strong.gap.low > 0);
    // Tries spread evenly are no habit.
    QVERIFY(!country(tries({{"UK", 40, 80}, {"France", 40, 80}, {"Spain", 39, 81}})).habit);
    // Nor are tries spread as the market is.
    QVERIFY(!country(tries({{"UK", 143, 304}, {"France", 48, 102}, {"Spain", 39, 84}}),
                     {market({{QStringLiteral("UK"), 0.6}})})
                 .habit);
    // Nor where next to nothing was tried elsewhere.
    QVERIFY(!country(tries({{"UK", 60, 120}, {"France", 2, 8}})).habit);
}

void TestExposure::sharesAndMarket() {
    const Exposure exposure =
        country(tries({{"UK", 30, 32}, {"France", 10, 28}}),
                {market({{QStringLiteral("uk"), 0.31}, {QStringLiteral("France"), 0.5}})});
    QVERIFY(close(level(exposure, u"UK").triedShare, 0.62));
    QVERIFY(close(level(exposure, u"UK").wonShare, 0.75));
    QVERIFY(close(*level(exposure, u"UK").marketShare, 0.31));
    QVERIFY(close(*level(exposure, u"UK").representation, 2));
    QVERIFY(close(*level(exposure, u"France").representation, 0.76));
    QCOMPARE(exposure.marketSource, QStringLiteral("Census"));
    // Without a market there is nothing to compare with.
    const Exposure alone = country(tries({{"UK", 30, 32}, {"France", 10, 28}}));
    QVERIFY(!level(alone, u"UK").marketShare && !level(alone, u"UK").representation && !alone.reweighted);
}

void TestExposure::reweightedToTheMarket() {
    // Direct standardisation by hand: .25 x 60/100 + .75 x 20/200.
    const Dataset dataset = tries({{"UK", 60, 40}, {"France", 20, 180}});
    const Exposure exposure =
        country(dataset, {market({{QStringLiteral("UK"), 0.25}, {QStringLiteral("France"), 0.75}})});
    QVERIFY(close(exposure.reweighted->rate, 0.225));
    QVERIFY(close(exposure.reweighted->market, 1));
    QVERIFY(exposure.reweighted->interval.low < 0.225 && exposure.reweighted->interval.high > 0.225);
    // Of 20,000 draws of both binomials (Python) 95% of the weighted rates lie in .1863 to .2650.
    QVERIFY(std::abs(exposure.reweighted->interval.low - 0.1863) < 0.006);
    QVERIFY(std::abs(exposure.reweighted->interval.high - 0.2650) < 0.006);
    // A market spread as the tries are changes nothing.
    const Exposure same =
        country(dataset, {market({{QStringLiteral("UK"), 1.0 / 3}, {QStringLiteral("France"), 2.0 / 3}})});
    QVERIFY(close(same.reweighted->rate, 80.0 / 300));
    // What is not named shares the rest.
    const Exposure rest = country(dataset, {market({{QStringLiteral("UK"), 0.25}})});
    QVERIFY(close(*level(rest, u"France").marketShare, 0.75));
    QVERIFY(close(rest.reweighted->rate, 0.225));
    // Shares that add up to more than all are taken in proportion.
    const Exposure more =
        country(dataset, {market({{QStringLiteral("UK"), 1}, {QStringLiteral("France"), 3}})});
    QVERIFY(close(more.reweighted->rate, 0.225));
}

void TestExposure::neverTriedIsUntested() {
    const Exposure exposure =
        country(tries({{"UK", 60, 40}, {"France", 20, 180}}), {market({{QStringLiteral("UK"), 0.2},
                                                                       {QStringLiteral("Norway"), 0.2},
                                                                       {QStringLiteral("France"), 0.6}})});
    const ExposureLevel& norway = level(exposure, u"Norway");
    QCOMPARE(norway.rate.n, 0);
    QCOMPARE(norway.status, LevelStatus::Untested);
    QVERIFY(close(*norway.marketShare, 0.2) && close(*norway.representation, 0));
    QVERIFY(close(exposure.reweighted->market, 0.8));
    QVERIFY(close(exposure.reweighted->rate, (0.2 * 0.6 + 0.6 * 0.1) / 0.8));
}

void TestExposure::nearlyAllOfOneLevel() {
    const Exposure exposure = country(tries({{"UK", 100, 200}, {"France", 2, 3}}));
    QVERIFY(exposure.singleSegment && !exposure.habit);
    QCOMPARE(exposure.sentence,
             QStringLiteral("Nearly all you tried is UK, so country was never put to the test."));
    QCOMPARE(exposure.numbers, QStringLiteral("300 of 305."));
}

void TestExposure::missingGoesWithTheOutcome() {
    const Exposure exposure = country(tries({{"UK", 60, 40}, {"France", 60, 40}, {"", 10, 190}}));
    QVERIFY(exposure.missing);
    QCOMPARE(exposure.missing->known.n, 200);
    QCOMPARE(exposure.missing->unknown.positives, 10);
    QVERIFY(exposure.missing->q < 1e-10);
    QVERIFY(exposure.levels.back().unknown);
    QVERIFY(close(exposure.levels.back().triedShare, 0.5));
    QVERIFY(!country(tries({{"UK", 60, 40}, {"France", 60, 40}})).missing);
    const Exposure none_ = country(tries({{"", 60, 40}}));
    QVERIFY(!none_.missing && none_.leader.isEmpty());
}

void TestExposure::wordsOfRanges() {
    QStringList flag;
    std::vector<double> size;
    std::vector<AccountState> states;
    for (int i = 0; i < 300; ++i) {
        flag << (i < 210 ? QStringLiteral("yes") : QStringLiteral("no"));
        size.push_back(i < 90 ? 1 : 10);
        states.push_back(i % 3 == 0 ? AccountState::Left : AccountState::Customer);
    }
    const Dataset dataset = DatasetBuilder()
                                .boolean(Entity::Account, QStringLiteral("account.hiring"), flag)
                                .number(Entity::Account, QStringLiteral("account.employees"), size)
                                .accounts(states)
                                .build();
    Study study;
    study.outcome = Outcome::Retained;
    const Findings findings = analyze(dataset, study).value();
    QCOMPARE(findings.coverage.size(), 2U);
    for (const Exposure& exposure : findings.coverage) {
        const bool sized = exposure.attribute == u"account.employees";
        QCOMPARE(exposure.habit, sized);  // saying yes is not what one chooses to try
        QCOMPARE(exposure.sentence,
                 sized ? QStringLiteral("employees 10+ leads because most of your customers are there.")
                       : QString());
        QCOMPARE(
            exposure.numbers,
            sized ? QStringLiteral("Share that stayed: 67% in employees 10+, 67% elsewhere.") : QString());
    }
}

void TestExposure::sealIsCounted() {
    const Dataset dataset = randomRows(3, 400, 1, true).dataset();
    Study study;
    const Findings first = analyze(dataset, study).value();
    QCOMPARE(first.seal.openings, 1);
    QVERIFY(!first.seal.worn() && !codes(first).contains(QStringLiteral("seal-worn")));
    QCOMPARE(first.seal.rate.n, first.heldOut.n);
    QCOMPARE(first.seal.from, first.heldOutFrom);
    study.openings = 2;
    const Findings third = analyze(dataset, study).value();
    QCOMPARE(third.seal.openings, 3);
    QVERIFY(codes(third).contains(QStringLiteral("seal-worn")));
    study.holdout = 0;
    const Findings unsealed = analyze(dataset, study).value();
    QCOMPARE(unsealed.seal.openings, 0);
    QVERIFY(!codes(unsealed).contains(QStringLiteral("seal-worn")));
}

QTEST_APPLESS_MAIN(TestExposure)
#include "tst_exposure.moc"
