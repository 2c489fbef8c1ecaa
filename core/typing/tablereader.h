#pragma once

#include "core/rows/reader.h"
#include "core/table/columnwish.h"
#include "core/table/dataset.h"
#include "core/typing/missingproposals.h"
#include "core/typing/typeevidence.h"

#include <QHash>

namespace icp {

/// One file as typed columns, before anybody asks what they mean. Headers are made unique ("Amount", "Amount
/// (2)"); an empty header becomes "Column C". fields[i] belongs to evidence[i].
struct TypedFile {
    ReadInfo info;
    Table table;  ///< sourceRow is filled, sourceFile is not
    std::vector<TypeEvidence> evidence;
    std::vector<Issue> issues;
    std::vector<MissingProposal>
        proposals;  ///< texts that may say there is no value; each is an Issue as well
    std::vector<RejectedRow>
        rejected;  ///< ragged rows that cannot be repaired, footers, repeated headers; `file` is 0
    qint64 headerRow = 1;
};

/// From file to typed Table in one streaming pass; memory stays near the size of the Table. `wishes` overrule
/// the detection, by header. `threads` 0 = one per core; the result does not depend on it. Errors:
/// InputUnusable (no such file, no permission, empty, header only, binary, encrypted, cut off, bomb, too many
/// columns), Cancelled.
Result<TypedFile> readTable(const QString& path, const ReadOptions& options = {},
                            const QHash<QString, ColumnWish>& wishes = {}, unsigned threads = 0,
                            const Job& job = {});

}  // namespace icp
