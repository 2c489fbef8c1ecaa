#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/import/memory.h"
#include "core/proposals/decisions.h"
#include "core/table/dataset.h"

#include <memory>

namespace icp {

/// What the user has decided, and what is known from before.
struct ImportRequest : ImportChoices {
    unsigned threads = 0;  ///< 0 = one per core; the result is the same whatever it is
    MappingMemory memory = {};
    double keptPerMonth = 0.97;  ///< share of what a database says that still holds a month later
    Decisions decisions = {};    ///< applied at the end; see mended()
};

/// Reads, types, maps and links all files into one Dataset: the whole of data flow step 1. Pure: touches
/// nothing but the files it reads. Errors: InputUnusable (one sentence naming the file), Cancelled. A file
/// without a single data row is an error; rows that make no sense are in Dataset::rejected, and every
/// doubtful cell is an Issue. Dataset::choices holds what was decided, with what was remembered: importing
/// with them reads the files alike without any memory.
Result<std::shared_ptr<const Dataset>> importFiles(const ImportRequest& request, const Job& job = {});

}  // namespace icp
