#pragma once

#include "core/import/mapping.h"
#include "core/typing/tablereader.h"
#include "core/table/dataset.h"

#include <vector>

namespace icp {

/// One file, typed and mapped, on its way into the dataset.
struct MappedFile {
    QString name;
    TypedFile typed;
    FileMapping mapping;
};

/// An entity with, for each attribute, what the mapping knew beyond it. `decided[i]` and `described[i]`
/// belong to attributes[i]; see MappedColumn.
struct Assembled {
    EntityTable entity;
    std::vector<bool> decided;
    std::vector<bool> described;
};

/// All files of one entity as one table: columns by attribute, cells missing where a file has no such column.
/// A row whose id an earlier row has is set aside into `rejected`, without its cells; see showAsWritten(). `files` holds all files of the dataset;
/// those of other entities are passed over.
Assembled assemble(Entity entity, const std::vector<MappedFile>& files, std::vector<RejectedRow>& rejected,
                   const Job& job = {});

/// Decides, from what its cells hold, on every attribute still meant as a feature: empty and constant ones
/// are left out with the reason, texts and names become descriptions.
void settleUses(Assembled& assembled);

}  // namespace icp
