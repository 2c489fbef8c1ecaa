#pragma once

#include "core/rows/rowbatch.h"

#include <vector>

namespace icp {

/// What a cell at the beginning of a file looks like, to tell names from values. A year is Nothing: it may
/// well be the name of a column.
enum class Look : std::uint8_t { Nothing, Word, Value };

Look lookOf(const Cell& cell);

/// The looks of the cells of a batch, each of which is judged once.
class RowLooks {
public:
    /// Columns from `width` on are not looked at.
    RowLooks(const RowBatch& batch, std::size_t width);

    const RowBatch& batch() const { return m_batch; }
    std::size_t width() const { return m_width; }
    Look at(std::size_t row, std::size_t column) const;
    /// Columns whose cells from `row` on are values, but for a few.
    std::vector<bool> valueColumns(std::size_t row) const;

private:
    const RowBatch& m_batch;
    const std::size_t m_width;
    mutable std::vector<std::vector<Look>> m_rows;
};

/// Cells of a row that have a value.
std::size_t filled(const RowBatch& batch, std::size_t row);

inline constexpr std::size_t rowsLookedAt = 200;

}  // namespace icp
