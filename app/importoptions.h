#pragma once

#include "app/options.h"
#include "core/import/importer.h"

namespace icp {

/// Files and the options --role ROLE=FILE and --map FILE:COLUMN=ATTRIBUTE as one request. A file named by
/// --role needs no mention of its own. Errors: Usage.
Result<ImportRequest> importRequest(const Options& options);

/// A command's own options, followed by those and --strict.
std::vector<Option> withImportOptions(std::vector<Option> own);

}  // namespace icp
