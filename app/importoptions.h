#pragma once

#include "app/options.h"
#include "core/import/importer.h"

namespace icp {

/// Files and the options about them as one request. A file named by --role needs no mention of its own.
/// Errors: Usage, for every value that can be told to be wrong before the files are read.
Result<ImportRequest> importRequest(const Options& options);

/// A command's own options, followed by those of an import and --strict.
std::vector<Option> withImportOptions(std::vector<Option> own);

}  // namespace icp
