#pragma once

#include "core/analysis/contingency.h"
#include "core/base/interval.h"
#include "core/table/dataset.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace icp {

/// How long something was watched, in days, and how it ended.
struct Spell {
    double from = 0;  ///< when watching began; above 0 for what had begun before the data (left truncation)
    double to = 0;    ///< when it ended, or was last seen. Spells with to <= from tell nothing, except 0 to 0
    std::uint8_t end = 0;  ///< 0 = still going on; 1, 2 ... = the way it ended
    /// Spells of one account are alike; those of noRow each stand for themselves.
    std::uint32_t account = noRow;
};

/// The curve right after one time at which something ended.
struct SurvivalStep {
    double time = 0;
    qint64 atRisk = 0;
    qint64 ended = 0;
    double share = 1;   ///< still going on
    Interval interval;  ///< 95%, on the log-log scale, within [0, 1]
    Interval plain;     ///< 95%, on the log scale, cut at 1
};

/// Kaplan & Meier 1958; variance by Greenwood 1926. Every way of ending counts as the same.
struct Survival {
    qint64 n = 0;
    qint64 ended = 0;
    std::vector<SurvivalStep> steps;
    std::optional<double> median;  ///< first time at which half or less still go on
    double horizon = 0;            ///< longest time seen
    double mean = 0;               ///< days within the horizon, on average (restricted mean)
    /// Share still going on at `time`.
    double at(double time) const;
};
/// `horizon`: for the restricted mean; 0 = the longest time seen.
Survival survivalOf(std::span<const Spell> spells, double horizon = 0);

/// Whether two groups end equally fast (Mantel 1966; Peto & Peto 1972). Left truncation is honoured. Where
/// accounts repeat, the variance is that of accounts (Lin & Wei 1989, at no effect), if it is the larger one.
TestResult logRank(std::span<const Spell> first, std::span<const Spell> second);

/// The share that has ended in one of several ways, right after a time at which anything ended.
struct IncidenceStep {
    double time = 0;
    qint64 atRisk = 0;
    qint64 ended = 0;   ///< in this way
    double share = 0;   ///< ended in this way up to now
    Interval interval;  ///< 95%, log-log scale on the share, see incidenceOf()
};
struct Incidence {
    qint64 n = 0;
    qint64 ended = 0;
    std::vector<IncidenceStep> steps;
    double at(double time) const;
};
/// Cumulative incidence of ending in way `end` while the other ways compete (Aalen & Johansen 1978). Variance
/// by the delta method; where accounts repeat by the infinitesimal jackknife over accounts (Efron 1982), if
/// that is larger.
Incidence incidenceOf(std::span<const Spell> spells, std::uint8_t end);
/// Whether two groups end in way `end` equally fast among those still going on: the cause-specific log-rank
/// test, for which the other ways of ending count as leaving. It does not compare cumulative incidence (Gray
/// 1988).
TestResult causeLogRank(std::span<const Spell> first, std::span<const Spell> second, std::uint8_t end);

}  // namespace icp
