#pragma once

#include "core/rows/rowbatch.h"

#include <string>
#include <utility>

namespace icp {

/// Rows that were cut by another delimiter than the rest of their file.
struct OtherCut {
    std::size_t rows = 0;
    char delimiter = 0;  ///< of all of them; 0 when there are none
};

/// Of the rows from the first to before the second, those that another delimiter, the same for all of them,
/// cuts into `width` cells, and `delimiter`, by which they were split, into less: the part of a file that was
/// written with another one.
OtherCut cutOtherwise(const RowBatch& batch, std::pair<std::size_t, std::size_t> rows, std::size_t width,
                      const std::string& delimiter);

}  // namespace icp
