#pragma once

#include "core/table/column.h"

#include <cstdint>
#include <span>
#include <vector>

namespace icp {

/// Some rows of a column; without a column as many missing cells.
struct ColumnSlice {
    const Column* column = nullptr;
    std::span<const std::uint32_t> rows;
};

/// The parts one after another as one column, of their type when they agree, else of the narrowest type that
/// keeps every cell: numbers of different kinds become Number, everything else Category or Text.
Column gather(std::span<const ColumnSlice> parts);

}  // namespace icp
