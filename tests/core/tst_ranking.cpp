#include "core/workshop/ranking.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/near.h"

#include <array>

using namespace icp;
using namespace icp::test;

// Expected numbers: R 4.2.2, pROC 1.18.0: ci.auc(roc(won, score, direction = "<"), method = "delong").

namespace {

constexpr std::array<double, 14> scores{.9, .8, .8, .7, .6, .6, .55, .5, .5, .4, .3, .3, .2, .1};
constexpr std::array<int, 14> wins{3, 1, 0, 2, 1, 0, 1, 0, 1, 0, 0, 2, 0, 0};

/// Every account `times` over.
struct Made {
    FitTable fit;
    Dataset dataset;
};

Made made(int times) {
    Made result;
    QStringList names;
    std::vector<std::uint32_t> links;
    std::vector<DealState> deals;
    for (int copy = 0; copy < times; ++copy)
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const auto account = std::uint32_t(names.size());
            names << QStringLiteral("a");
            result.fit.score.push_back(float(100 * scores[i]));
            for (int won = 0; won < std::max(1, wins[i]); ++won) {
                links.push_back(account);
                deals.push_back(wins[i] > 0 ? DealState::Won : DealState::Lost);
            }
        }
    // One that nothing is known of, one whose deal is open: neither counts.
    names << QStringLiteral("a") << QStringLiteral("a");
    result.fit.score.insert(result.fit.score.end(), {100, 0});
    links.push_back(std::uint32_t(names.size()) - 1);
    deals.push_back(DealState::Open);
    result.fit.scored = true;
    result.dataset = DatasetBuilder()
                         .category(Entity::Account, QStringLiteral("account.x"), names)
                         .number(Entity::Deal, QStringLiteral("deal.x"), std::vector<double>(links.size(), 1))
                         .links(Entity::Deal, links)
                         .deals(deals)
                         .build();
    return result;
}

Ranking rankingOf(const Made& of) { return icp::rankingOf(of.fit, AccountTotals(of.dataset)); }

}  // namespace

/// How well scores put accounts in order.
class TestRanking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAreaAndItsRange();
    void byChosenDealsAlone();
    void theBestFifth();
    void fewAccountsTellNothing();
    void customersWhoStayed();
};

void TestRanking::theAreaAndItsRange() {
    const Ranking ranking = rankingOf(made(3));
    QVERIFY(ranking.told && !ranking.aboutRetention);
    QCOMPARE(ranking.good, 7 * 3);
    QCOMPARE(ranking.others, 7 * 3);
    near(ranking.area, 0.755102040816326, 1e-9);
    near(ranking.range.low, 0.607592040080327, 1e-7);
    near(ranking.range.high, 0.902612041552326, 1e-7);
}

void TestRanking::byChosenDealsAlone() {
    const Made all = made(3);
    const Bitmap deals(all.dataset.deals.rows(), true);
    near(rankingOn(all.fit, all.dataset, deals).area, 0.755102040816326, 1e-9);
    near(rankingOn(all.fit, all.dataset, deals).range.low, 0.607592040080327, 1e-7);
    Made turned = made(6);
    Bitmap newer(turned.dataset.deals.rows());
    // Of the first three copies every deal, of the others none: what these would change does not count.
    for (std::size_t deal = 0; deal < newer.size(); ++deal)
        if (turned.dataset.deals.links.account[deal] < 3 * scores.size())
            newer.set(deal);
        else
            turned.dataset.dealState[deal] = DealState::Won;
    const Ranking ranking = rankingOn(turned.fit, turned.dataset, newer);
    QVERIFY(ranking.told && !ranking.aboutRetention);
    QCOMPARE(ranking.good + ranking.others, 42);
    near(ranking.area, 0.755102040816326, 1e-9);
    near(ranking.range.high, 0.902612041552326, 1e-7);
    near(ranking.fifth, 11.7 / 33, 1e-9);
    QVERIFY(!rankingOn(turned.fit, turned.dataset, Bitmap(newer.size())).told);
}

void TestRanking::theBestFifth() {
    // A fifth of 42 are 8.4 accounts: three of .9, and 5.4 of the six of .8, of which three have a win each.
    // That is 9 + 2.7 of 33 wins.
    near(rankingOf(made(3)).fifth, 11.7 / 33, 1e-9);
}

void TestRanking::fewAccountsTellNothing() {
    QVERIFY(!rankingOf(made(2)).told);  // 14 won, 14 lost
    Made unscored = made(3);
    unscored.fit.scored = false;
    QVERIFY(!rankingOf(unscored).told);
    Made alike = made(3);
    std::fill(alike.fit.score.begin(), alike.fit.score.end(), 50.0F);
    QVERIFY(!rankingOf(alike).told);
    QVERIFY(!icp::rankingOf({}, AccountTotals(Dataset())).told);
}

void TestRanking::customersWhoStayed() {
    FitTable fit;
    fit.scored = true;
    QStringList names;
    std::vector<AccountState> states;
    for (int i = 0; i < 40; ++i) {
        names << QStringLiteral("a");
        states.push_back(i < 20 ? AccountState::Customer : AccountState::Left);
        fit.score.push_back(i == 0 ? 0.0F : i < 20 ? 80.0F : 20.0F);
    }
    const Dataset dataset = DatasetBuilder()
                                .category(Entity::Account, QStringLiteral("account.x"), names)
                                .accounts(states)
                                .build();
    const Ranking ranking = icp::rankingOf(fit, AccountTotals(dataset));
    QVERIFY(ranking.told && ranking.aboutRetention);
    near(ranking.area, 0.95, 1e-9);
    near(ranking.fifth, 8.0 / 20, 1e-9);
}

QTEST_APPLESS_MAIN(TestRanking)
#include "tst_ranking.moc"
