#include "core/workshop/priorities.h"

#include "core/base/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <random>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Priorities)
};

constexpr int shuffles = 4999;
constexpr double asMuch = 1e-9;  // sums of ranks are halves, their squares differ by more than this

double squaredDeviation(const std::vector<std::vector<double>>& rankings) {
    const std::size_t things = rankings.front().size();
    const double mean = double(rankings.size()) * double(things + 1) / 2;
    double sum = 0;
    for (std::size_t thing = 0; thing < things; ++thing) {
        double ranks = 0;
        for (const auto& ranking : rankings) ranks += ranking[thing];
        sum += (ranks - mean) * (ranks - mean);
    }
    return sum;
}

/// Sum of t^3 - t over groups of t equal ranks.
double tiesIn(std::vector<double> ranking) {
    std::sort(ranking.begin(), ranking.end());
    double sum = 0;
    for (auto it = ranking.begin(); it != ranking.end();) {
        const auto end = std::find_if(it, ranking.end(), [&](double rank) { return rank > *it; });
        const auto t = double(end - it);
        sum += t * t * t - t;
        it = end;
    }
    return sum;
}

Importance levelAt(std::size_t place, std::size_t all) {
    const std::size_t sixths = 6 * place + 3;  // of the middle of a place
    if (sixths < 2 * all) return Importance::Must;
    return sixths < 4 * all ? Importance::Should : Importance::Nice;
}

/// The criteria every ballot was asked about.
bool asked(const DotVote& vote, const QString& criterion) {
    return std::all_of(vote.ballots.begin(), vote.ballots.end(),
                       [&](const Ballot& ballot) { return ballot.dots.contains(criterion); });
}

void propose(std::vector<Priority>& order) {
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first + 1;
        while (end < order.size() && order[end].points == order[first].points) ++end;
        if (end - first == order.size()) return;  // no order
        const Importance level = levelAt(end - 1, order.size());
        for (std::size_t i = first; i < end; ++i)
            order[i].proposed = order[i].dots == 0 ? Importance::Nice : level;
        first = end;
    }
}

}  // namespace

std::vector<double> ranksOf(std::span<const int> values) {
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto above = std::count_if(values.begin(), values.end(), [&](int v) { return v > values[i]; });
        const auto equal = std::count(values.begin(), values.end(), values[i]);
        ranks[i] = double(above) + double(equal + 1) / 2;
    }
    return ranks;
}

std::optional<Concordance> concordance(const std::vector<std::vector<double>>& rankings) {
    if (rankings.size() < 2 || rankings.front().size() < 2) return std::nullopt;
    const auto m = double(rankings.size());
    const auto n = double(rankings.front().size());
    double ties = 0;
    for (const auto& ranking : rankings) ties += tiesIn(ranking);
    const double most = m * m * (n * n * n - n) - m * ties;
    if (most <= 0) return std::nullopt;
    const double found = squaredDeviation(rankings);
    std::vector<std::vector<double>> drawn = rankings;
    std::mt19937_64 chance(1);  // the same draws everywhere
    int asGood = 1;
    for (int draw = 0; draw < shuffles; ++draw) {
        for (auto& ranking : drawn)
            for (std::size_t i = ranking.size() - 1; i > 0; --i)
                std::swap(ranking[i], ranking[std::size_t(chance() % (i + 1))]);
        asGood += squaredDeviation(drawn) >= found - asMuch ? 1 : 0;
    }
    return Concordance{12 * found / most, double(asGood) / (shuffles + 1)};
}

Priorities prioritiesOf(const DotVote& vote, const Icp& icp) {
    Priorities result;
    std::vector<QString> ids;
    for (const Criterion& criterion : votableOf(icp))
        (asked(vote, criterion.id) ? ids : result.unasked).push_back(criterion.id);
    for (const QString& id : ids) result.order.push_back({id, 0, {}, 0, icp.find(id)->importance});
    std::vector<std::vector<double>> rankings;
    for (const Ballot& ballot : vote.ballots) {
        std::vector<int> dots;
        for (const QString& id : ids) dots.push_back(ballot.dots.at(id));
        rankings.push_back(ranksOf(dots));
        const QString& of = ballot.department.isEmpty() ? ballot.person : ballot.department;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            Priority& one = result.order[i];
            one.dots += dots[i];
            one.points += double(ids.size()) - rankings.back()[i];
            const auto known = std::find_if(one.spread.begin(), one.spread.end(),
                                            [&](const auto& entry) { return entry.first == of; });
            if (known == one.spread.end())
                one.spread.emplace_back(of, dots[i]);
            else
                known->second += dots[i];
        }
    }
    std::stable_sort(result.order.begin(), result.order.end(), [](const Priority& a, const Priority& b) {
        return std::pair(a.points, a.dots) > std::pair(b.points, b.dots);
    });
    result.quorum = vote.ballots.size() >= fewestVoters;
    if (result.quorum) propose(result.order);
    result.agreement = concordance(rankings);
    return result;
}

QString agreementText(const std::optional<Concordance>& agreement, qsizetype ballots) {
    if (ballots < qsizetype(fewestVoters))
        return Words::tr(
            "One vote: nothing to agree with, and no levels are proposed. At least two have to "
            "take part.");
    if (!agreement) return Words::tr("Nobody prefers anything: there is no order to agree on.");
    const QString figures = Words::tr("(W %1 of 1, %2 entries)")
                                .arg(QLocale().toString(agreement->w, 'f', 2), countText(ballots));
    if (agreement->p > 0.05)
        return Words::tr("They agree no more than by chance %1. Talk before you use this order.")
            .arg(figures);
    if (agreement->w >= 0.7) return Words::tr("They largely agree %1.").arg(figures);
    if (agreement->w >= 0.5) return Words::tr("They agree on the main things %1.").arg(figures);
    return Words::tr("They agree a little, more than by chance %1. Talk about what sets them apart.")
        .arg(figures);
}

}  // namespace icp
