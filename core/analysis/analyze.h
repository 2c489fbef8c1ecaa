#pragma once

#include "core/analysis/findings.h"
#include "core/base/job.h"
#include "core/base/result.h"

#include <functional>
#include <memory>

namespace icp {

enum class Stage { Base, Attributes, Segments, Redraws, Done };

/// Gets the findings so far after every stage, on the worker's thread: base rate and warnings first, then the
/// attribute profiles strongest first with their coverage, then segments and exclusions, then their stability
/// as redraws are made (Redraws, several times), then everything.
using StageListener = std::function<void(Stage, const Findings&)>;

/// All findings of a study. Pure: the same dataset and study give the same findings on any machine and thread
/// count. An empty study is not an error: it has empty arrays and a warning. Errors: Cancelled.
Result<Findings> analyze(const Dataset& dataset, const Study& study, const Job& job = {},
                         const StageListener& published = {});

/// Units of the study that meet all `conditions`, as rows of the deals table (Deal, FirstDeal) or accounts
/// table.
Bitmap unitsMeeting(const Dataset& dataset, const Study& study, const std::vector<Condition>& conditions);
/// The same of a study that was made, whose units are known: quick enough to follow a click.
Bitmap unitsMeeting(const Dataset& dataset, const Findings& findings,
                    const std::vector<Condition>& conditions);

/// Accounts behind a set of deals, or the set itself for unit Account.
std::vector<std::uint32_t> accountsOf(const Dataset& dataset, Unit unit, const Bitmap& units);

/// What "value" is for every account. NaN = not known.
struct AccountValue {
    std::vector<double> value;
    QString label;  ///< how it was made, for the screen
    QString currency;
    QString attribute;  ///< the account attribute it was read from; empty when summed over deals
};
/// `key` is a Measure::key of Outcome::Value. Without one: won amount summed over an account's deals, else
/// the first of ACV, MRR x 12, LTV, revenue that the accounts table has.
AccountValue accountValue(const Dataset& dataset, const QString& key = {});

}  // namespace icp
