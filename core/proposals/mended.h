#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/proposals/decisions.h"

#include <memory>

namespace icp {

/// The dataset as the user's decisions make it. Pure: starts from what was imported (Dataset::origin, when
/// `dataset` is a mended one), so that dropping a decision undoes it, and no decisions give back the import
/// itself.
///
/// Levels are merged and texts emptied first, then accounts merged, then links made, then uses set. A merged
/// account goes by the row that is kept; where that has no value, the first of the others that has one gives
/// it. Deals, contacts and usage follow, and rows that were left open because they named several accounts
/// that are one now find it. A deal that was open because its stage was misspelt, and an account likewise,
/// takes the state that all rows of the right spelling have; who won a deal this way is a customer. A leak
/// that is taken back keeps its reason as a caution.
///
/// `issues` gets a Note per decision with how many rows it changed, also for one that changes nothing because
/// the data do not hold what it speaks of: that is kept for the next export, never an error.
/// Errors: Cancelled.
Result<std::shared_ptr<const Dataset>> mended(std::shared_ptr<const Dataset> dataset,
                                              const Decisions& decisions, const Job& job = {});

/// Whether both make the same of any dataset: what was declined changes nothing.
bool mendsAlike(const Decisions& a, const Decisions& b);

}  // namespace icp
