#include "core/analysis/contrast.h"
#include "core/analysis/segments.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/near.h"

#include <array>
#include <numeric>

using namespace icp;
using namespace icp::test;

namespace {

constexpr int rest = 4000;

/// `n` deals of accounts in "bad", none of them won, and others that make `base` the rate of all.
Dataset market(int n, double base) {
    const int won = int(std::lround(base * (rest + n)));
    QStringList kinds;
    std::vector<DealState> states;
    for (int i = 0; i < n; ++i) {
        kinds << QStringLiteral("bad");
        states.push_back(DealState::Lost);
    }
    for (int i = 0; i < rest; ++i) {
        kinds << QStringLiteral("other");
        states.push_back(i < won ? DealState::Won : DealState::Lost);
    }
    std::vector<std::uint32_t> links(states.size());
    std::iota(links.begin(), links.end(), 0U);
    return DatasetBuilder()
        .category(Entity::Account, QStringLiteral("account.kind"), kinds)
        .number(Entity::Deal, QStringLiteral("deal.x"), std::vector<double>(links.size(), 1))
        .links(Entity::Deal, links)
        .deals(states)
        .build();
}

std::size_t excluded(int n, double base) {
    const Dataset dataset = market(n, base);
    Findings findings;
    findings.study.minLevel = 5;
    findings.mode = Mode::Full;
    const Frame frame = frameOf(dataset, findings.study);
    findings.discovery = rateOf(frame.positives, qint64(frame.size()));
    const std::vector<Coded> attributes{
        coded(dataset, frame, *dataset.find(u"account.kind"), findings.study, {})};
    findExclusions(findings, dataset, frame, attributes);
    return findings.exclusions.size();
}

}  // namespace

/// What none of a few deals proves, and what it does not.
class TestExclusions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noneWonUpToTheLimit_data();
    void noneWonUpToTheLimit();
    void noneOfEightIsNoEvidence();
    void whatDealsOfALevelBrought_data();
    void whatDealsOfALevelBrought();
};

void TestExclusions::noneWonUpToTheLimit_data() {
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("limit");  // 1 - .05^(1/n)
    QTest::newRow("5") << 5 << 0.4507;
    QTest::newRow("10") << 10 << 0.2589;
    QTest::newRow("14") << 14 << 0.1926;
    QTest::newRow("20") << 20 << 0.1391;
    QTest::newRow("30") << 30 << 0.0950;
}

void TestExclusions::noneWonUpToTheLimit() {
    QFETCH(int, n);
    QFETCH(double, limit);
    QCOMPARE(excluded(n, limit - 0.004), std::size_t(0));
    // The range shown, Wilson's, must lie below the average as well.
    const double shown = rateOf(0, n).high;
    QCOMPARE(excluded(n, std::max(limit, shown) + 0.004), std::size_t(1));
    QCOMPARE(excluded(n, std::max(limit, shown) - 0.004), std::size_t(0));
}

void TestExclusions::noneOfEightIsNoEvidence() {
    const Dataset dataset = market(8, 0.25);
    Study study;
    const Frame frame = frameOf(dataset, study);
    Bitmap in(frame.size());
    for (std::size_t unit = 0; unit < frame.size(); ++unit)
        if (frame.account[unit] < 8) in.set(unit);
    const Contrast contrast = contrastOf(frame, in, Bitmap(frame.size(), true));
    QCOMPARE(contrast.in.n, 8);
    near(contrast.below, 0.1001, 3e-3);  // .75^8, were the others without number
    QCOMPARE(excluded(8, 0.25), std::size_t(0));
}

void TestExclusions::whatDealsOfALevelBrought_data() {
    QTest::addColumn<bool>("amounts");
    QTest::addColumn<double>("share");
    QTest::newRow("amounts of deals") << true << (30. + 50) / (30 + 50 + 6 * 100 + 2 * 160);
    QTest::newRow("worth of accounts") << false << (20. + 30) / (10 + 20 + 30);
}

/// A level of deals is left by no account as a whole: all customers bought on other ways, too.
void TestExclusions::whatDealsOfALevelBrought() {
    QFETCH(bool, amounts);
    QFETCH(double, share);
    QStringList ways;
    std::vector<DealState> states;
    std::vector<std::uint32_t> links;
    std::vector<double> amount;
    const auto add = [&](const char* way, DealState state, std::uint32_t account, double value) {
        ways << QString::fromLatin1(way);
        states.push_back(state);
        links.push_back(account);
        amount.push_back(value);
    };
    add("tender", DealState::Won, 1, 30);
    add("tender", DealState::Won, 2, 50);
    add("tender", DealState::Won, 2, qQNaN());
    for (std::uint32_t i = 0; i < 60; ++i) add("tender", DealState::Lost, i % 30, 1000);
    for (std::uint32_t i = 0; i < 6; ++i) add("direct", DealState::Won, i % 3, 100);
    for (std::uint32_t i = 0; i < 2; ++i) add("direct", DealState::Won, noRow, 500);  // of no account
    for (std::uint32_t i = 0; i < 2; ++i) add("direct", DealState::Won, 0, 160);
    for (std::uint32_t i = 0; i < 60; ++i) add("direct", DealState::Won, i % 30, qQNaN());
    std::vector<double> worth(30, qQNaN());
    for (std::size_t i = 0; i < 3; ++i) worth[i] = 10 * double(i + 1);
    DatasetBuilder builder;
    builder.number(Entity::Account, QStringLiteral("account.acv"), worth)
        .category(Entity::Deal, QStringLiteral("deal.way"), ways)
        .links(Entity::Deal, links)
        .deals(states);
    if (amounts) builder.number(Entity::Deal, QStringLiteral("deal.amount"), amount);
    const Dataset dataset = builder.build();
    Findings findings;
    findings.study.minLevel = 5;
    findings.mode = Mode::Full;
    findings.valueTotal = amounts ? 30 + 50 + 6 * 100 + 2 * 160 : 10 + 20 + 30;
    const Frame frame = frameOf(dataset, findings.study);
    findings.discovery = rateOf(frame.positives, qint64(frame.size()));
    findExclusions(findings, dataset, frame,
                   {coded(dataset, frame, *dataset.find(u"deal.way"), findings.study, {})});
    QCOMPARE(findings.exclusions.size(), std::size_t(1));
    QCOMPARE(findings.exclusions[0].label, QStringLiteral("tender"));
    QCOMPARE(findings.exclusions[0].customers, 2);
    near(findings.exclusions[0].revenueShare, share, 1e-12);
}

QTEST_APPLESS_MAIN(TestExclusions)
#include "tst_exclusions.moc"
