#include "core/analysis/draw.h"
#include "core/analysis/permutation.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace icp;

namespace {

/// Accounts with these many units each; the outcome of unit u is `positive(account, u)`.
template <class Positive>
Frame frameWith(const std::vector<std::uint32_t>& sizes, Positive positive) {
    Frame frame;
    for (std::uint32_t a = 0; a < sizes.size(); ++a) {
        frame.start.push_back(std::uint32_t(frame.rows.size()));
        frame.best.push_back(0);
        for (std::uint32_t u = 0; u < sizes[a]; ++u) {
            frame.rows.push_back(std::uint32_t(frame.rows.size()));
            frame.account.push_back(a);
            frame.positive.push_back(positive(a, u) ? 1 : 0);
            frame.positives += frame.positive.back();
        }
    }
    frame.start.push_back(std::uint32_t(frame.rows.size()));
    return frame;
}

Coded coded(const std::vector<std::uint8_t>& codes, int levels) {
    Coded result;
    result.codes = codes;
    result.levels.resize(std::size_t(levels));
    return result;
}

qint64 sum(const std::vector<std::uint8_t>& positive) {
    return std::accumulate(positive.begin(), positive.end(), qint64(0));
}

}  // namespace

/// Outcomes that change places among accounts.
class TestPermutation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatItMust();
    void wholeAccountsMove();
    void sameWhateverTheOrderOfRows();
    void everyPlaceIsAsLikely();
    void pCountsTheDataThemselves();
    void cancelled();
};

void TestPermutation::keepsWhatItMust() {
    const Frame frame = frameWith(std::vector<std::uint32_t>(200, 1),
                                  [](std::uint32_t a, std::uint32_t) { return a % 3 == 0; });
    Bitmap units(200, true);
    for (std::size_t u = 150; u < 200; ++u) units.reset(u);
    const OutcomeShuffle shuffle(frame, {}, units);
    const auto one = shuffle.draw(1);
    QCOMPARE(sum(one), frame.positives);
    QVERIFY(one != frame.positive && one != shuffle.draw(2) && one == shuffle.draw(1));
    QVERIFY(std::equal(one.begin() + 150, one.end(), frame.positive.begin() + 150));
}

void TestPermutation::wholeAccountsMove() {
    // Accounts of five units win all or nothing; so they do in every draw.
    const Frame frame = frameWith(std::vector<std::uint32_t>(60, 5),
                                  [](std::uint32_t a, std::uint32_t) { return a % 2 == 0; });
    const auto drawn = OutcomeShuffle(frame, {}, Bitmap(frame.size(), true)).draw(3);
    QCOMPARE(sum(drawn), frame.positives);
    for (std::size_t a = 0; a < 60; ++a) {
        const auto won = std::count(drawn.begin() + std::ptrdiff_t(5 * a),
                                    drawn.begin() + std::ptrdiff_t(5 * a + 5), std::uint8_t(1));
        QVERIFY(won == 0 || won == 5);
    }
    // Every account of another size: they change places with their neighbours all the same.
    std::vector<std::uint32_t> sizes;
    for (std::uint32_t a = 1; a <= 70; ++a) sizes.push_back(a);
    const Frame uneven = frameWith(sizes, [](std::uint32_t a, std::uint32_t) { return a % 2 == 0; });
    const auto other = OutcomeShuffle(uneven, {}, Bitmap(uneven.size(), true)).draw(3);
    QVERIFY(other != uneven.positive);
    QVERIFY(std::abs(double(sum(other) - uneven.positives)) < 0.2 * double(uneven.positives));
}

void TestPermutation::sameWhateverTheOrderOfRows() {
    // The same accounts backwards: their outcomes are drawn alike.
    Draw chance(5);
    std::vector<std::uint8_t> code, won;
    for (int u = 0; u < 300; ++u) {
        code.push_back(std::uint8_t(chance.below(4)));
        won.push_back(chance.uniform() < 0.4 ? 1 : 0);
    }
    const std::vector<std::uint32_t> sizes(300, 1);
    const auto counts = [&](bool backwards) {
        std::vector<std::uint8_t> codes = code, wins = won;
        if (backwards) {
            std::reverse(codes.begin(), codes.end());
            std::reverse(wins.begin(), wins.end());
        }
        const Frame frame = frameWith(sizes, [&](std::uint32_t a, std::uint32_t) { return wins[a] == 1; });
        const auto drawn = OutcomeShuffle(frame, {coded(codes, 4)}, Bitmap(300, true)).draw(9);
        std::vector<int> ofLevel(4, 0);
        for (std::size_t u = 0; u < 300; ++u) ofLevel[codes[u]] += drawn[u];
        return ofLevel;
    };
    QCOMPARE(counts(true), counts(false));
}

void TestPermutation::everyPlaceIsAsLikely() {
    // One account of 40 has won; over 4,000 draws each place gets the win about 100 times.
    const Frame frame =
        frameWith(std::vector<std::uint32_t>(40, 1), [](std::uint32_t a, std::uint32_t) { return a == 7; });
    const OutcomeShuffle shuffle(frame, {}, Bitmap(40, true));
    std::vector<int> times(40, 0);
    for (std::uint64_t i = 0; i < 4000; ++i) {
        const auto drawn = shuffle.draw(i);
        ++times[std::size_t(std::find(drawn.begin(), drawn.end(), 1) - drawn.begin())];
    }
    double chi2 = 0;
    for (const int n : times) chi2 += (n - 100.0) * (n - 100.0) / 100;
    QVERIFY2(chi2 < 72.1, qPrintable(QString::number(chi2)));  // 99.9% point of 39 degrees of freedom
}

void TestPermutation::pCountsTheDataThemselves() {
    const std::vector<double> best{1, 2, 2, 3};
    QCOMPARE(maximumP(best, 4), 1.0 / 5);
    QCOMPARE(maximumP(best, 2), 4.0 / 5);
    QCOMPARE(maximumP(best, 0), 1.0);
    QCOMPARE(maximumP({}, 0), 1.0);
}

void TestPermutation::cancelled() {
    const Frame frame =
        frameWith(std::vector<std::uint32_t>(30, 1), [](std::uint32_t a, std::uint32_t) { return a < 9; });
    const OutcomeShuffle shuffle(frame, {}, Bitmap(30, true));
    const Job job;
    const auto first = [](const std::vector<std::uint8_t>& positive) { return double(positive.front()); };
    QCOMPARE(nullMaxima(shuffle, 50, 1, job, first), nullMaxima(shuffle, 50, 3, job, first));
    job.cancel();
    QVERIFY(nullMaxima(shuffle, 50, 2, job, first).empty());
}

QTEST_APPLESS_MAIN(TestPermutation)
#include "tst_permutation.moc"
