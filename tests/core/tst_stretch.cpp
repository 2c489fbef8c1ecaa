#include "core/draft/stretch.h"
#include "tests/support/core/datasetbuilder.h"

#include <QTest>

using namespace icp;
using namespace icp::test;

namespace {

/// Accounts of one size and industry, each with one closed deal.
struct Kind {
    double employees;
    QString industry;
    int won;
    int lost;
    int kept = 0;  ///< of the won ones
    int left = 0;
};

Dataset datasetOf(const std::vector<Kind>& kinds) {
    std::vector<double> employees;
    QStringList industries;
    std::vector<DealState> deals;
    std::vector<AccountState> states;
    std::vector<std::uint32_t> links;
    for (const Kind& kind : kinds)
        for (int i = 0; i < kind.won + kind.lost; ++i) {
            links.push_back(std::uint32_t(employees.size()));
            employees.push_back(kind.employees);
            industries << kind.industry;
            deals.push_back(i < kind.won ? DealState::Won : DealState::Lost);
            states.push_back(i < kind.kept               ? AccountState::Customer
                             : i < kind.kept + kind.left ? AccountState::Left
                                                         : AccountState::Unknown);
        }
    return DatasetBuilder()
        .number(Entity::Account, QStringLiteral("account.employees"), employees)
        .category(Entity::Account, QStringLiteral("account.industry"), industries)
        .links(Entity::Deal, links)
        .deals(deals)
        .accounts(states)
        .build();
}

Criterion sized(const QString& id, double low, double high, Section section = Section::Firmographic) {
    Criterion criterion;
    criterion.id = id;
    criterion.text = id;
    criterion.section = section;
    criterion.importance = section == Section::StretchLimits ? Importance::Should : Importance::Must;
    criterion.condition = Condition{QStringLiteral("account.employees"), Condition::Op::Range, {}, low, high};
    return criterion;
}

Criterion inIndustry(const QString& id, const QStringList& industries, Importance importance) {
    Criterion criterion;
    criterion.id = id;
    criterion.text = id;
    criterion.importance = importance;
    criterion.condition = Condition{QStringLiteral("account.industry"), Condition::Op::In, industries};
    return criterion;
}

/// 10 to 99 employees, to 199 as a stretch.
Icp sizes() {
    Icp icp;
    icp.criteria = {sized(QStringLiteral("must"), 10, 100),
                    sized(QStringLiteral("limit"), 100, 200, Section::StretchLimits)};
    return icp;
}

StretchOutcomes outcomesOf(const Dataset& dataset, const Icp& icp, const std::vector<HandFit>& byHand = {},
                           const std::vector<std::uint32_t>& tests = {}) {
    FitModel model(dataset);
    model.setByHand(byHand);
    model.evaluate(icp);
    return stretchOutcomes(model, icp, AccountTotals(dataset), tests);
}

/// Those beyond the must of sizes().
StretchGroup judged(StretchVerdict verdict) {
    StretchGroup group;
    group.criterion = QStringLiteral("must");
    group.limit = QStringLiteral("limit");
    group.verdict = verdict;
    return group;
}

/// 60 of 100 ideal fits won, 20 of 100 bad ones.
std::vector<Kind> around(int won, int lost) {
    return {{50, {}, 60, 40}, {150, {}, won, lost}, {500, {}, 20, 80}};
}

}  // namespace

/// What became of stretch accounts, and what that asks for.
class TestStretch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void outcomesAreToldApart() {
        std::vector<Kind> kinds = around(30, 20);
        kinds[0].kept = 50;
        kinds[0].left = 10;
        kinds[1].kept = 20;
        kinds[1].left = 5;
        const StretchOutcomes outcomes = outcomesOf(datasetOf(kinds), sizes(), {}, {100, 149, 200});
        QVERIFY(!outcomes.aboutRetention);
        QCOMPARE(outcomes.ideal.positives, 60);
        QCOMPARE(outcomes.ideal.n, 100);
        QCOMPARE(outcomes.stretch.positives, 30);
        QCOMPARE(outcomes.stretch.n, 50);
        // Wilson by hand, as in statistics.md: 30 of 50.
        QVERIFY(std::abs(outcomes.stretch.low - 0.4618) < 1e-4);
        QVERIFY(std::abs(outcomes.stretch.high - 0.7239) < 1e-4);
        QCOMPARE(outcomes.bad.positives, 20);
        QCOMPARE(outcomes.bad.n, 100);
        QCOMPARE(outcomes.leftIdeal.positives, 10);
        QCOMPARE(outcomes.leftIdeal.n, 60);
        QCOMPARE(outcomes.leftStretch.positives, 5);
        QCOMPARE(outcomes.leftStretch.n, 25);
        QCOMPARE(outcomes.leftBad.n, 0);
        QCOMPARE(outcomes.tests.positives, 1);  // the first of the 50, not the last; nor the 51st bad one
        QCOMPARE(outcomes.tests.n, 3);
        QCOMPARE(outcomes.groups.size(), std::size_t(1));
        QCOMPARE(outcomes.groups.front().accounts, std::size_t(50));
        QCOMPARE(outcomes.groups.front().criterion, QStringLiteral("must"));
        QCOMPARE(outcomes.groups.front().limit, QStringLiteral("limit"));
    }

    void verdicts_data() {
        QTest::addColumn<int>("won");
        QTest::addColumn<int>("lost");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<double>("low");  // of the distance from the middle, 40%
        QTest::addColumn<double>("high");
        // By hand: Wilson of 60 of 100 is 0.5020 to 0.6906, of 20 of 100 0.1334 to 0.2888. Of 30 of 50 the
        // distance is 0.2; down sqrt(0.1382^2 + (0.0906^2 + 0.0888^2) / 4), up
        // sqrt(0.1239^2 + (0.0980^2 + 0.0666^2) / 4).
        QTest::newRow("as ideal") << 30 << 20 << int(StretchVerdict::Promote) << 0.0479 << 0.3374;
        // 10 of 50 is 0.1124 to 0.3304: down sqrt(0.0876^2 + ...), up sqrt(0.1304^2 + ...).
        QTest::newRow("as bad") << 10 << 40 << int(StretchVerdict::Demote) << -0.3081 << -0.0568;
        // 20 of 50 is 0.2761 to 0.5382.
        QTest::newRow("between") << 20 << 30 << int(StretchVerdict::Unclear) << -0.1392 << 0.1504;
        QTest::newRow("fourteen") << 14 << 0 << int(StretchVerdict::TooLittle) << 0.0 << 0.0;
        QTest::newRow("fifteen") << 15 << 0 << int(StretchVerdict::Promote) << 0.3865 << 0.6593;
    }

    void verdicts() {
        QFETCH(int, won);
        QFETCH(int, lost);
        QFETCH(int, verdict);
        QFETCH(double, low);
        QFETCH(double, high);
        const StretchOutcomes outcomes = outcomesOf(datasetOf(around(won, lost)), sizes());
        QCOMPARE(outcomes.groups.size(), std::size_t(1));
        const StretchGroup& group = outcomes.groups.front();
        QCOMPARE(int(group.verdict), verdict);
        if (group.verdict == StretchVerdict::TooLittle) {
            QCOMPARE(group.aboveMiddle.value, 0.0);
            return;
        }
        QVERIFY(std::abs(group.aboveMiddle.interval.low - low) < 1e-4);
        QVERIFY(std::abs(group.aboveMiddle.interval.high - high) < 1e-4);
    }

    void withoutAGapNothingIsSaid() {
        const StretchOutcomes outcomes =
            outcomesOf(datasetOf({{50, {}, 30, 70}, {150, {}, 45, 5}, {500, {}, 28, 72}}), sizes());
        QCOMPARE(int(outcomes.groups.front().verdict), int(StretchVerdict::NoGap));
        QVERIFY(!afterVerdict(sizes(), outcomes.groups.front(), {}));
        const StretchOutcomes few = outcomesOf(datasetOf({{50, {}, 60, 40}, {150, {}, 45, 5}}), sizes());
        QCOMPARE(int(few.groups.front().verdict), int(StretchVerdict::TooLittle));  // nobody is bad
    }

    /// Won as ideal fits are, but they do not stay.
    void whoLeavesIsNotPromoted() {
        std::vector<Kind> kinds = around(35, 15);
        kinds[0].kept = 55;
        kinds[0].left = 5;
        kinds[1].kept = 15;
        kinds[1].left = 20;
        const StretchOutcomes outcomes = outcomesOf(datasetOf(kinds), sizes());
        QCOMPARE(int(outcomes.groups.front().verdict), int(StretchVerdict::Leaves));
        QVERIFY(!afterVerdict(sizes(), outcomes.groups.front(), {}));
    }

    void severalDealsOfAnAccountAreOneVoice() {
        // 15 accounts with 10 deals each: all won or all lost, so worth 15 deals, not 150.
        std::vector<double> employees;
        std::vector<std::uint32_t> links;
        std::vector<DealState> deals;
        std::vector<AccountState> states;
        const auto add = [&](double size, int repeats, bool won) {
            for (int i = 0; i < repeats; ++i) {
                links.push_back(std::uint32_t(employees.size()));
                deals.push_back(won ? DealState::Won : DealState::Lost);
            }
            employees.push_back(size);
            states.push_back(AccountState::Unknown);
        };
        for (int i = 0; i < 100; ++i) add(50, 1, i < 60);
        for (int i = 0; i < 15; ++i) add(150, 10, i < 8);
        for (int i = 0; i < 100; ++i) add(500, 1, i < 20);
        const Dataset dataset = DatasetBuilder()
                                    .number(Entity::Account, QStringLiteral("account.employees"), employees)
                                    .links(Entity::Deal, links)
                                    .deals(deals)
                                    .accounts(states)
                                    .build();
        const StretchGroup group = outcomesOf(dataset, sizes()).groups.front();
        QCOMPARE(group.rate.n, 150);
        QCOMPARE(group.rate.positives, 80);
        // Wilson of 8 of 15: 0.3012 to 0.7519.
        QVERIFY(std::abs(group.rate.low - 0.3012) < 1e-4);
        QVERIFY(std::abs(group.rate.high - 0.7519) < 1e-4);
        QCOMPARE(int(group.verdict), int(StretchVerdict::Unclear));
    }

    void everyGroupHasOneReason() {
        // Shoulds as well: an account outside by size and industry is in no group, nor is one whose industry
        // is not known, or whose fit people set.
        Icp icp = sizes();
        icp.criteria.push_back(inIndustry(QStringLiteral("a"), {"Retail"}, Importance::Should));
        icp.criteria.push_back(inIndustry(QStringLiteral("b"), {"Trade"}, Importance::Should));
        const Dataset dataset = datasetOf({{50, "Retail", 30, 20},    // ideal
                                           {50, "Energy", 10, 12},    // no should: 22
                                           {150, "Trade", 9, 9},      // size alone: 18
                                           {150, "Energy", 5, 5},     // both
                                           {150, {}, 5, 5},           // size, and not known
                                           {50, {}, 4, 4},            // not known
                                           {500, "Retail", 2, 40}});  // bad
        const std::uint32_t trade = 50 + 22;
        const StretchOutcomes outcomes =
            outcomesOf(dataset, icp, {{trade, Fit::Stretch, QStringLiteral("known")}});
        QCOMPARE(outcomes.groups.size(), std::size_t(2));
        QCOMPARE(outcomes.groups[0].criterion, QStringLiteral("must"));
        QCOMPARE(outcomes.groups[0].accounts, std::size_t(17));
        QVERIFY(outcomes.groups[1].criterion.isEmpty());
        QCOMPARE(outcomes.groups[1].accounts, std::size_t(22));
        QCOMPARE(outcomes.stretch.n, 22 + 18 + 10 + 10 + 8);
    }

    void promotedMustsTakeInTheLimit() {
        const Dataset dataset = datasetOf(around(30, 20));
        const StretchGroup group = judged(StretchVerdict::Promote);
        const std::optional<Icp> wider = afterVerdict(sizes(), group, dataset);
        QVERIFY(wider);
        QCOMPARE(wider->criteria.size(), std::size_t(1));
        QCOMPARE(wider->criteria.front().condition->low, 10.0);
        QCOMPARE(wider->criteria.front().condition->high, 200.0);
        QVERIFY(wider->criteria.front().text != QStringLiteral("must"));
        FitModel model(dataset);
        QCOMPARE(model.evaluate(*wider).ideal.count(), std::size_t(150));
        // A gap between both cannot be said by one range.
        Icp apart = sizes();
        apart.criteria[1].condition->low = 120;
        QVERIFY(!afterVerdict(apart, group, dataset));
        Icp industries;
        industries.criteria = {inIndustry(QStringLiteral("must"), {"Retail"}, Importance::Must),
                               inIndustry(QStringLiteral("limit"), {"Trade"}, Importance::Should)};
        industries.criteria[1].section = Section::StretchLimits;
        QCOMPARE(afterVerdict(industries, group, dataset)->criteria.front().condition->values,
                 QStringList({"Retail", "Trade"}));
    }

    void demotedLimitsGo() {
        const Dataset dataset = datasetOf(around(10, 40));
        const StretchGroup group = judged(StretchVerdict::Demote);
        const std::optional<Icp> next = afterVerdict(sizes(), group, dataset);
        QVERIFY(next);
        FitModel model(dataset);
        QCOMPARE(model.evaluate(*next).bad.count(), std::size_t(150));
        QCOMPARE(model.table().stretch.count(), std::size_t(0));
    }

    void shouldsBecomeNiceOrAMust() {
        Icp icp = sizes();
        icp.criteria.push_back(inIndustry(QStringLiteral("a"), {"Retail"}, Importance::Should));
        StretchGroup group;
        group.verdict = StretchVerdict::Promote;
        QCOMPARE(int(afterVerdict(icp, group, {})->criteria.back().importance), int(Importance::Nice));
        group.verdict = StretchVerdict::Demote;
        QCOMPARE(int(afterVerdict(icp, group, {})->criteria.back().importance), int(Importance::Must));
        icp.criteria.push_back(inIndustry(QStringLiteral("b"), {"Trade"}, Importance::Should));
        QVERIFY(!afterVerdict(icp, group, {}));  // which one is for people to say
        group.verdict = StretchVerdict::Promote;
        QCOMPARE(int(afterVerdict(icp, group, {})->criteria[2].importance), int(Importance::Nice));
        group.verdict = StretchVerdict::Unclear;
        QVERIFY(!afterVerdict(icp, group, {}));
    }

    void withoutDealsItIsAboutStaying() {
        std::vector<double> employees;
        std::vector<AccountState> states;
        const auto add = [&](double size, int kept, int left) {
            for (int i = 0; i < kept + left; ++i) {
                employees.push_back(size);
                states.push_back(i < kept ? AccountState::Customer : AccountState::Left);
            }
        };
        add(50, 80, 20);
        add(150, 40, 10);
        add(500, 30, 70);
        const Dataset dataset = DatasetBuilder()
                                    .number(Entity::Account, QStringLiteral("account.employees"), employees)
                                    .accounts(states)
                                    .build();
        const StretchOutcomes outcomes = outcomesOf(dataset, sizes());
        QVERIFY(outcomes.aboutRetention);
        QCOMPARE(outcomes.ideal.positives, 80);
        QCOMPARE(outcomes.stretch.n, 50);
        QCOMPARE(int(outcomes.groups.front().verdict), int(StretchVerdict::Promote));
        const Dataset nothing;
        QVERIFY(outcomesOf(nothing, sizes()).groups.empty());
    }
};

QTEST_APPLESS_MAIN(TestStretch)
#include "tst_stretch.moc"
