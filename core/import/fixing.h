#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/table/dataset.h"

#include <vector>

namespace icp {

/// What an import was asked for, and the rows of its files that the user has mended since.
struct FixedImport {
    ImportChoices choices;  ///< to import again; reads the same files as if they held the mended rows
    qint64 rows = 0;        ///< that were mended
    qint64 asBefore =
        0;  ///< of the list that are still as they were set aside, or as they were mended before
};

/// Whether a table with this header is a list of rows that were set aside, see rejectedCsv().
bool isRejectedList(const QStringList& header);

/// Whether a list of mended rows can be for this dataset: it set rows aside, or did before they were mended.
bool hasMendable(const Dataset& dataset);

/// Takes over a list of rows that `dataset` set aside, in the form of rejectedCsv() and any format that is
/// read: columns "file", "row" and "reason", then the cells. Rows that are still as they were stay set aside;
/// rows that were mended before can be in the list, and be mended anew.
/// Errors: InputUnusable: the list cannot be read, is something else, mends nothing, or speaks of rows that
/// were not set aside, of which there may be none; the dataset is of a version that kept no choices. Cancelled.
Result<FixedImport> withFixedRows(const Dataset& dataset, const QString& list, const Job& job = {});

/// Fills in the cells of rows that were set aside after they were typed, as they stand in their files.
/// `requests[i]` is how file i was read. Errors: as readRows().
Result<void> showAsWritten(std::vector<RejectedRow>& rejected, const std::vector<FileRequest>& requests,
                           const Job& job);

}  // namespace icp
