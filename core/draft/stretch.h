#pragma once

#include "core/analysis/proportions.h"
#include "core/analysis/rate.h"
#include "core/workshop/accounttotals.h"
#include "core/workshop/fit.h"

#include <optional>
#include <vector>

namespace icp {

/// On which side stretch accounts stand by what became of them.
enum class StretchVerdict {
    TooLittle,  ///< fewer than Study::minLevel units of the group, of ideal or of bad fits
    NoGap,      ///< ideal fits do not clearly do better than bad ones, so neither side means anything
    Unclear,    ///< the range reaches over the middle between ideal and bad
    Promote,    ///< as ideal fits do
    Demote,     ///< as bad fits do
    Leaves      ///< won as ideal fits are, but they leave more often
};

/// Accounts that the criteria make stretch for one and the same reason.
struct StretchGroup {
    QString criterion;         ///< id of the one must that fails; empty: none of the shoulds holds
    QString limit;             ///< id of the stretch limit that lets it pass; empty as above
    std::size_t accounts = 0;  ///< rows, whether customers or not
    Rate rate;                 ///< as StretchOutcomes
    Rate left;
    /// How far the rate lies above the middle between those of ideal and bad fits, with the 95% interval of a
    /// sum of shares (Zou, Huang and Zhang 2009, which is Newcombe's for a difference); both 0 when that
    /// cannot be told.
    Estimate aboveMiddle;
    StretchVerdict verdict = StretchVerdict::TooLittle;
};

/// What became of accounts by their fit, stretch ones apart. Rates are of closed deals won, or when no deal
/// is closed at all of customers who stayed; several deals of an account are clusters (ClusteredRate).
struct StretchOutcomes {
    bool aboutRetention = false;
    Rate ideal;
    Rate stretch;
    Rate bad;
    Rate tests;  ///< of accounts sold to on purpose to test the profile
    Rate leftIdeal;
    Rate leftStretch;  ///< who left, of those known to be or to have been customers
    Rate leftBad;
    std::vector<StretchGroup> groups;  ///< in the ICP's order; those with accounts
};

/// `fit`: evaluated for `icp`. Accounts whose fit was set by hand count by it, and are in no group; nor are
/// accounts of which it is not known whether they meet what keeps them from ideal. `tests`: rows.
StretchOutcomes stretchOutcomes(const FitModel& fit, const Icp& icp, const AccountTotals& totals,
                                const std::vector<std::uint32_t>& tests);

/// The ICP in which a group is promoted (its must takes in the stretch limit, or shoulds that none of them
/// meets become nice) or demoted (the limit goes, or the one should becomes a must), by its verdict. Nothing
/// when the verdict asks for neither or no single condition says it. A must that takes in more is worded
/// anew; its evidence is of the narrower one still.
std::optional<Icp> afterVerdict(const Icp& icp, const StretchGroup& group, const Dataset& dataset);

}  // namespace icp
