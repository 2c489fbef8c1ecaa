#pragma once

#include "core/rows/reader.h"
#include "core/table/dataset.h"
#include "core/typing/columnwish.h"

#include <QHash>

namespace icp {

/// How a column got its type.
struct TypeEvidence {
    QString sentence;        ///< for people: "All 1,214 cells are dates, day first (31.12.2023)."
    QString decimal;         ///< "." or "," when numbers have one
    bool ambiguous = false;  ///< e.g. every date fits both day-first and month-first
    qint64 unreadable =
        0;  ///< cells that did not fit the type; each is an Issue and its row is kept, cell missing
};

/// One file as typed columns, before anybody asks what they mean. Headers are made unique ("Amount", "Amount
/// (2)"); an empty header becomes "Column C". fields[i] belongs to evidence[i].
struct TypedFile {
    ReadInfo info;
    Table table;  ///< sourceRow is filled, sourceFile is not
    std::vector<TypeEvidence> evidence;
    std::vector<Issue> issues;
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
