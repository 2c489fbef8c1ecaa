#include "core/workshop/ranking.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace icp {

namespace {

constexpr double z95 = 1.959963984540054;
constexpr qint64 fewest = 15;
constexpr double bestPart = 0.2;

/// Accounts of one score.
struct Step {
    float score = 0;
    double good = 0;
    double others = 0;
    double wins = 0;
};

/// Accounts by their score.
class Steps {
public:
    explicit Steps(const FitTable& fit) : m_fit(fit) {}

    void add(std::size_t account, bool good, double wins) {
        Step& step = m_byScore[m_fit.score[account]];
        (good ? step.good : step.others) += 1;
        step.wins += wins;
    }
    /// Highest score first. Scores are few, accounts are many.
    std::vector<Step> sorted() const {
        std::vector<Step> steps;
        for (const auto& [score, step] : m_byScore) {
            steps.push_back(step);
            steps.back().score = score;
        }
        std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.score > b.score; });
        return steps;
    }

private:
    const FitTable& m_fit;
    std::unordered_map<float, Step> m_byScore;
};

std::vector<Step> byDeals(const FitTable& fit, const std::vector<std::uint32_t>& closed,
                          const std::vector<std::uint32_t>& won) {
    Steps steps(fit);
    for (std::size_t account = 0; account < closed.size(); ++account)
        if (closed[account] > 0) steps.add(account, won[account] > 0, double(won[account]));
    return steps.sorted();
}

std::vector<Step> byStaying(const FitTable& fit, const AccountTotals& totals) {
    Steps steps(fit);
    totals.kept.forEach([&](std::size_t account) { steps.add(account, true, 1); });
    totals.left.forEach([&](std::size_t account) { steps.add(account, false, 0); });
    return steps.sorted();
}

Ranking rankingOf(const std::vector<Step>& steps) {
    Ranking ranking;
    double good = 0;
    double others = 0;
    double wins = 0;
    for (const Step& step : steps) {
        good += step.good;
        others += step.others;
        wins += step.wins;
    }
    ranking.good = qint64(good);
    ranking.others = qint64(others);
    if (ranking.good < fewest || ranking.others < fewest) return ranking;

    // Per account its share of the other side that it is put right against; DeLong's variance is that of
    // these.
    double area = 0;
    double goodBefore = 0;
    double othersBefore = 0;
    std::vector<double> ofGood;
    std::vector<double> ofOthers;
    for (const Step& step : steps) {
        ofGood.push_back((others - othersBefore - step.others / 2) / others);
        ofOthers.push_back((goodBefore + step.good / 2) / good);
        area += step.good * ofGood.back() / good;
        goodBefore += step.good;
        othersBefore += step.others;
    }
    double varianceGood = 0;
    double varianceOthers = 0;
    for (std::size_t s = 0; s < steps.size(); ++s) {
        varianceGood += steps[s].good * std::pow(ofGood[s] - area, 2) / (good - 1);
        varianceOthers += steps[s].others * std::pow(ofOthers[s] - area, 2) / (others - 1);
    }
    const double error = std::sqrt(varianceGood / good + varianceOthers / others);
    ranking.area = area;
    ranking.range = {std::max(0.0, area - z95 * error), std::min(1.0, area + z95 * error)};
    ranking.told = error > 0;

    double room = bestPart * (good + others);
    double held = 0;
    for (const Step& step : steps) {
        const double size = step.good + step.others;
        held += step.wins * std::min(1.0, room / size);
        room -= size;
        if (room <= 0) break;
    }
    ranking.fifth = wins > 0 ? held / wins : 0;
    return ranking;
}

}  // namespace

Ranking rankingOf(const FitTable& fit, const AccountTotals& totals) {
    if (!fit.scored || fit.score.size() != totals.closed.size()) return {};
    const bool aboutRetention = totals.closedTotal + totals.unlinked == 0;
    Ranking ranking =
        rankingOf(aboutRetention ? byStaying(fit, totals) : byDeals(fit, totals.closed, totals.won));
    ranking.aboutRetention = aboutRetention;
    return ranking;
}

Ranking rankingOn(const FitTable& fit, const Dataset& dataset, const Bitmap& deals) {
    if (!fit.scored || fit.score.size() != dataset.accounts.rows()) return {};
    std::vector<std::uint32_t> closed(fit.score.size(), 0);
    std::vector<std::uint32_t> won(fit.score.size(), 0);
    deals.forEach([&](std::size_t deal) {
        const std::uint32_t account = dataset.deals.links.account[deal];
        if (account == noRow || dataset.dealState[deal] == DealState::Open) return;
        ++closed[account];
        won[account] += dataset.dealState[deal] == DealState::Won ? 1 : 0;
    });
    return rankingOf(byDeals(fit, closed, won));
}

}  // namespace icp
