#pragma once

#include "core/import/importer.h"

namespace icp {

/// Reads lists of companies that need not be customers, as importFiles() does. A file whose role is not said
/// holds accounts. Columns with headers that `known` has of its accounts mean what they mean there and are
/// read as the same type, so that a criterion answers for a company here as it would there; what `request`
/// says of a column comes first. Errors: as importFiles().
Result<std::shared_ptr<const Dataset>> importLeads(ImportRequest request, const Dataset& known,
                                                   const Job& job = {});

/// The part of a workshop's decisions that holds for leads too: what cells say. Those on single accounts
/// speak of customers.
Decisions decisionsOnCells(const Decisions& decisions);

}  // namespace icp
