#pragma once

#include "core/table/column.h"

#include <vector>

namespace icp {

/// Typed columns of equal length. Built once, then immutable and shared as `std::shared_ptr<const Table>`.
struct Table {
    struct Field {
        QString header;  ///< as in the file
        Column column;
    };
    std::vector<Field> fields;
    std::size_t rows = 0;
    /// Per row: which of Dataset::files it came from, and its row there (1 = first line). Empty when not from a file.
    std::vector<std::uint16_t> sourceFile;
    std::vector<std::uint32_t> sourceRow;
};

}  // namespace icp
