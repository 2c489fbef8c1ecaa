#include "core/analysis/stability.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace icp;

namespace {

/// Accounts with `deals` deals each that all end alike: `won` of the first `inside` accounts, then `otherWon`
/// of the `outside` ones.
struct Accounts {
    std::uint32_t won, inside, otherWon, outside, deals;

    Frame frame(bool backwards = false) const {
        std::vector<std::pair<bool, std::uint8_t>> accounts;  // inside, positive
        for (std::uint32_t a = 0; a < inside + outside; ++a)
            accounts.emplace_back(a < inside, a < inside ? a < won : a - inside < otherWon);
        if (backwards) std::reverse(accounts.begin(), accounts.end());
        Frame frame;
        for (std::uint32_t a = 0; a < accounts.size(); ++a) {
            frame.start.push_back(std::uint32_t(frame.rows.size()));
            for (std::uint32_t d = 0; d < deals; ++d) {
                frame.rows.push_back(std::uint32_t(frame.rows.size()));
                frame.account.push_back(a);
                frame.positive.push_back(accounts[a].second);
            }
        }
        frame.start.push_back(std::uint32_t(frame.rows.size()));
        return frame;
    }
    Bitmap cover(bool backwards = false) const {
        Bitmap cover(std::size_t(inside + outside) * deals);
        const std::size_t first = backwards ? std::size_t(outside) * deals : 0;
        for (std::size_t unit = 0; unit < std::size_t(inside) * deals; ++unit) cover.set(first + unit);
        return cover;
    }
};

double stability(const Accounts& accounts, unsigned threads = 1, bool backwards = false) {
    const Frame frame = accounts.frame(backwards);
    return stabilityOf(frame, {accounts.cover(backwards)}, Bitmap(frame.size(), true), 15, threads).front();
}

}  // namespace

class TestStability : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithExactShares_data();
    void agreesWithExactShares();
    void sameOnAnyThreadsAndOrder();
    void thinSegmentsAreNotFoundAgain();
    void unitsOutsideTheWholeDoNotCount();
    void nothingToRedraw();
    void cancelled();
};

/// The share that endless redraws would give, from the binomial probabilities of accounts inside, of those
/// that are won and of those won outside, summed over all their combinations (Python, no random numbers).
void TestStability::agreesWithExactShares_data() {
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<double>("exact");
    QTest::newRow("clear") << QList<int>{60, 80, 100, 320, 1} << 0.9999997;
    QTest::newRow("half of 80 against 31%") << QList<int>{40, 80, 100, 320, 1} << 0.8206134;
    QTest::newRow("40% of 80 against 31%") << QList<int>{32, 80, 100, 320, 1} << 0.2474437;
    QTest::newRow("thin") << QList<int>{12, 15, 30, 185, 1} << 0.5383014;
    QTest::newRow("accounts of one deal") << QList<int>{8, 16, 20, 64, 1} << 0.1497991;
    QTest::newRow("accounts of ten deals") << QList<int>{8, 16, 20, 64, 10} << 0.7512650;
}

void TestStability::agreesWithExactShares() {
    QFETCH(QList<int>, counts);
    QFETCH(double, exact);
    const auto at = [&](int i) { return std::uint32_t(counts[i]); };
    const double share = stability({at(0), at(1), at(2), at(3), at(4)});
    // 200 redraws: four standard errors, one redraw at least.
    const double room = std::max(4 * std::sqrt(exact * (1 - exact) / 200), 1.0 / 200);
    QVERIFY2(std::abs(share - exact) <= room, qPrintable(QString::number(share)));
}

void TestStability::sameOnAnyThreadsAndOrder() {
    for (const Accounts& accounts : {Accounts{40, 80, 100, 320, 1}, Accounts{8, 16, 20, 64, 10}}) {
        const double share = stability(accounts);
        QVERIFY(share > 0 && share < 1);
        QCOMPARE(stability(accounts, 7), share);
        QCOMPARE(stability(accounts, 2, true), share);
    }
}

void TestStability::thinSegmentsAreNotFoundAgain() {
    // All are won, but four accounts are hardly ever drawn fifteen times together.
    QVERIFY(stability({4, 4, 20, 200, 1}) < 0.01);
}

void TestStability::unitsOutsideTheWholeDoNotCount() {
    const Accounts accounts{40, 80, 100, 320, 1};
    const Frame frame = accounts.frame();
    Bitmap whole(frame.size(), true);
    for (std::size_t unit = 0; unit < 40; ++unit) whole.reset(unit);  // all that was won inside
    QCOMPARE(stabilityOf(frame, {accounts.cover()}, whole, 15).front(), 0.0);
}

void TestStability::nothingToRedraw() {
    const Frame empty = Accounts{0, 0, 0, 0, 1}.frame();
    QVERIFY(stabilityOf(empty, {}, Bitmap(), 15).empty());
    QCOMPARE(stabilityOf(empty, {Bitmap()}, Bitmap(), 15), std::vector<double>{0});
}

void TestStability::cancelled() {
    const Accounts accounts{40, 80, 100, 320, 1};
    const Frame frame = accounts.frame();
    const Job job;
    job.cancel();
    QVERIFY(stabilityOf(frame, {accounts.cover()}, Bitmap(frame.size(), true), 15, 2, job).empty());
}

QTEST_APPLESS_MAIN(TestStability)
#include "tst_stability.moc"
