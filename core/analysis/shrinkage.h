#pragma once

#include <QtGlobal>

#include <optional>
#include <span>

namespace icp {

struct Group {
    qint64 positives = 0;
    qint64 n = 0;
};

/// The beta distribution that the groups' own rates seem to come from.
struct BetaPrior {
    double a = 0;
    double b = 0;
    double mean() const { return a / (a + b); }
    /// A group's rate drawn towards the mean, the more so the smaller the group.
    double shrink(Group group) const { return (double(group.positives) + a) / (double(group.n) + a + b); }
};

/// Beta-binomial by moments (Griffiths 1973; Morris 1983): nothing when the groups differ no more than chance
/// allows.
std::optional<BetaPrior> betaByMoments(std::span<const Group> groups);
/// The same by maximum likelihood. Nothing when the likelihood is highest with all groups alike.
std::optional<BetaPrior> betaByLikelihood(std::span<const Group> groups);

/// Empirical Bayes rate (Robbins 1956) of groups: by likelihood, else by moments, else all alike.
class Shrinkage {
public:
    explicit Shrinkage(std::span<const Group> groups);
    double rate(Group group) const { return m_prior ? m_prior->shrink(group) : m_pooled; }
    const std::optional<BetaPrior>& prior() const { return m_prior; }

private:
    std::optional<BetaPrior> m_prior;
    double m_pooled = 0;
};

}  // namespace icp
