#pragma once

#include "core/analysis/accountorder.h"
#include "core/base/job.h"

namespace icp {

/// Outcomes that change places among whole accounts: what the data would look like if nothing about an
/// account went with its outcome. Accounts of equally many units swap; sizes that fewer than 20 accounts have
/// are pooled with their neighbours, and an account with too few outcomes for its new place repeats them. The
/// same draws whatever the order of rows: accounts are put in the order of what is known of them.
class OutcomeShuffle {
public:
    /// `known(unit)` is what is known of a unit but for its outcome, as bytes.
    OutcomeShuffle(const Frame& frame, const Bitmap& units,
                   const std::function<std::string(std::uint32_t unit)>& known);
    OutcomeShuffle(const Frame& frame, const std::vector<Coded>& attributes, const Bitmap& units);

    /// Outcomes per unit of the frame in draw `number`; units outside `units` keep theirs.
    std::vector<std::uint8_t> draw(std::uint64_t number) const;

private:
    OutcomeShuffle(const Frame& frame, AccountUnits accounts);

    const Frame& m_frame;
    AccountUnits m_accounts;
    std::vector<std::size_t> m_pool;  // where each pool of accounts begins, and the end
};

/// How good the best conjunction of a search is in each of so many draws, ascending: the distribution of the
/// maximum (Westfall & Young 1993). The search takes `positive` for the outcome of each unit. Empty when
/// cancelled.
std::vector<double> nullMaxima(
    const OutcomeShuffle& shuffle, int draws, unsigned threads, const Job& job,
    const std::function<double(const std::vector<std::uint8_t>& positive)>& searchBest);

/// The share of draws, the data themselves among them, whose best is at least as good.
double maximumP(const std::vector<double>& ascending, double quality);

}  // namespace icp
