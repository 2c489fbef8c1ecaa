#pragma once

#include "core/workshop/dotvote.h"
#include "core/workshop/icp.h"

#include <optional>
#include <span>

namespace icp {

/// Ranks of values, the largest first; equal ones share the middle of their ranks.
std::vector<double> ranksOf(std::span<const int> values);

/// How much several rankings of the same things agree.
struct Concordance {
    double w = 0;  ///< Kendall & Babington Smith 1939, corrected for ties: 0 not at all, 1 altogether
    double p = 1;  ///< share of shuffled rankings that agree as much; of 4,999 shuffles and the one there is
};
/// `rankings` are by ranksOf(), all of one length. Empty for fewer than two rankings or things, and where no
/// ranking tells any two things apart.
std::optional<Concordance> concordance(const std::vector<std::vector<double>>& rankings);

/// One criterion as the room voted on it.
struct Priority {
    QString criterion;  ///< id
    int dots = 0;
    std::vector<std::pair<QString, int>> spread;  ///< dots by department, or by person without one
    double points = 0;  ///< Borda 1784: how many criteria it beats, summed over ballots; a tie is half
    Importance proposed = Importance::Nice;
};

/// What a vote says of the criteria that every ballot was asked about, the most points first.
struct Priorities {
    std::vector<Priority> order;
    std::vector<QString> unasked;  ///< criteria that can be voted on but came after the first ballot
    bool quorum = false;           ///< enough took part for levels to be proposed
    std::optional<Concordance> agreement;
};
/// The first third of the order, rounded, is proposed as musts, the second as shoulds, the rest as nice to
/// have. Equals stay together, in the lower of their levels, and what has no dot at all is nice to have.
/// Where all are equal, they keep theirs, and so do all where fewer than fewestVoters took part: one voice is
/// no vote.
inline constexpr std::size_t fewestVoters = 2;
Priorities prioritiesOf(const DotVote& vote, const Icp& icp);

/// "They largely agree ...": what an agreement among so many ballots is worth. By the steps of Schmidt 1997
/// (Decision Sciences 28:763).
QString agreementText(const std::optional<Concordance>& agreement, qsizetype ballots);

}  // namespace icp
