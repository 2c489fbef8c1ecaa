#pragma once

#include "core/rows/rowsource.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

/// The cells of one sheet, put in any order: for formats that have to be read whole before the first row is
/// known. Empty texts take no room.
class Grid {
public:
    /// Row and column count from 0; of two texts for one cell the first stays.
    void put(std::uint32_t row, std::uint32_t column, std::string_view text, CellKind kind);
    bool isEmpty() const { return m_cells.empty(); }
    /// Cells that hold something.
    std::size_t size() const { return m_cells.size(); }

private:
    friend class GridSource;
    struct Place {
        std::uint32_t row;
        std::uint32_t column;
        std::uint64_t offset;
        std::uint32_t size;
        CellKind kind;
    };
    std::vector<Place> m_cells;
    std::string m_bytes;
};

/// Hands out the rows of a grid.
class GridSource : public RowSource {
public:
    GridSource(ReadInfo info, Grid grid);

    ReadInfo info() const override { return m_info; }
    qint64 totalBytes() const override { return qint64(m_grid.m_cells.size()); }
    Result<bool> next(RowBatch& batch, const Job& job) override;
    void split(RowBatch&) const override {}

private:
    ReadInfo m_info;
    Grid m_grid;
    std::size_t m_next = 0;
};

}  // namespace icp
