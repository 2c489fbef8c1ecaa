#pragma once

#include "core/import/assembly.h"
#include "core/import/importer.h"
#include "core/import/profiles.h"

namespace icp {

/// A file as far as it is understood on its own.
struct UnderstoodFile {
    MappedFile mapped;
    FileRequest request;  ///< with what was remembered
    bool used = false;  ///< otherwise it is none of the four and has no mapping
    bool isRejectedList = false;  ///< a list of rows that were set aside; not used
    QByteArray digest;
    QString signature;
    QDate remembered;  ///< the day of the decisions that were used again; invalid when none were
    QStringList won;   ///< remembered words
    QStringList lost;
};

/// Reads, types and maps one file, called `name` in all issues. Where the request leaves a thing open,
/// `memory` decides, and else what headers and cells say. Errors: as importFiles(); Usage, when the request
/// names columns or attributes that do not exist.
Result<UnderstoodFile> understand(const FileRequest& request, const QString& name,
                                  const MappingMemory& memory, const Profiles& profiles, unsigned threads,
                                  const Job& job);

}  // namespace icp
