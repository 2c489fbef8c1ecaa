#pragma once

#include "core/analysis/time/survival.h"

namespace icp::time {

/// What happens at one time: those watched just before it, and those who end there, by way.
struct Moment {
    double time = 0;
    qint64 atRisk = 0;
    qint64 ended = 0;  ///< in the way asked for
    qint64 other = 0;
};

/// Whether a spell tells anything.
bool counts(const Spell& spell);

/// Variance of the cumulative incidence right after each of `moments`, accounts as what is drawn: the squares
/// of what each account adds to it, summed (infinitesimal jackknife, Efron 1982; its influence functions are
/// those of Aalen and Johansen's estimate). Empty when no account has several spells.
std::vector<double> incidenceVariance(std::span<const Spell> spells, std::span<const Moment> moments,
                                      std::uint8_t end);

/// The log-rank score, laid out so that each account's part of it can be told (Lin & Wei 1989).
class ScoreMoments {
public:
    /// A time at which something ended, ascending; `hazard`: share of those at risk that end; `first`: share
    /// of those at risk that are of the first group.
    void add(double time, double hazard, double first);
    /// Sum of the squared parts of accounts, which may have spells in both groups. 0 when none has several.
    double varianceOverAccounts(std::span<const Spell> first, std::span<const Spell> second,
                                std::uint8_t end) const;

private:
    double part(const Spell& spell, double group, std::uint8_t end) const;

    std::vector<double> m_times;
    std::vector<double> m_first;
    std::vector<double> m_hazard{0};  // summed up to and with each time
    std::vector<double> m_both{0};    // hazard times first, likewise
};

}  // namespace icp::time
