#pragma once

#include "core/base/result.h"
#include "core/import/importer.h"

#include <QDate>

namespace icp {

/// How a file is told in what is kept of an import: absolute, the address of a database without password.
QString keptPath(const QString& path);

/// What can be refused before any file is read. Errors: Usage: an attribute that does not exist, that two
/// columns of a file are mapped to, or that is none of the file's role.
Result<void> checkChoices(const ImportChoices& choices);

/// Adds to `memory` what was decided for `dataset`, by the signature of each file's headers, so that the next
/// export with the same headers is read alike, and takes out what shall be as it is detected. A file about which nothing was decided changes nothing, nor
/// does what is in the memory already: its day stays.
void remember(MappingMemory& memory, const Dataset& dataset, QDate day);

/// For the next export into a workshop that has `before`, imported on `day`: what was decided then holds
/// wherever `request` leaves it open.
void continueFrom(ImportRequest& request, const Dataset& before, QDate day);

/// Where the decisions of this user's imports are kept: mappings.json in the folder of the program's
/// settings. Empty when there is no such folder.
QString userMemoryPath();

/// To be called when `dataset` was taken into use: the file at `path` holds its decisions, too. Not written
/// when that changes nothing. Errors: InputUnusable (something else is there, and stays), OutputNotWritable.
Result<void> keepDecisions(const QString& path, const Dataset& dataset, QDate day);

}  // namespace icp
