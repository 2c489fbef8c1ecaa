#pragma once

#include "core/rows/rowbatch.h"

#include <QStringList>

namespace icp {

/// Where the table begins in a file and what its columns are called.
struct TableLayout {
    QStringList headers;    ///< one per column, unique
    QStringList written;    ///< the header cells as they stand in the file
    std::size_t named = 0;  ///< columns up to the last that has a name
    std::size_t headerRow =
        0;  ///< in the first batch; without a header, the row before which all is preamble
    bool hasHeader = true;
    std::size_t headerRows = 1;  ///< whose texts are joined, from headerRow on
    bool hasOtherNames = false;  ///< the row below the header names the columns once more
    bool hasUnits = false;       ///< the row before the first of data names units

    std::size_t firstDataRow() const {
        return headerRow + (hasHeader ? headerRows + (hasOtherNames ? 1 : 0) + (hasUnits ? 1 : 0) : 0);
    }
};

/// Whether `row`, above a table of `width` columns, is a remark that happens to be cut: "Date:" beside a
/// value, or one of several lines that begin with "# ".
bool isRemark(const RowBatch& batch, std::size_t row, std::size_t width);

/// Finds the header in the first batch of a file: the first row about as wide as the rows below it, unless
/// its cells look just like theirs. Rows of words below it, where values follow, belong to it, unless they
/// are units or name the columns once more: then those written for people are the header. So does a row of
/// group names above it, whose cells stand for those to their right as well, where columns are called alike
/// without it.
TableLayout findLayout(const RowBatch& batch);

}  // namespace icp
