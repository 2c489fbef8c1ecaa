#include "core/rows/grid.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace icp {

namespace {

constexpr std::size_t batchFields = 1 << 16;
constexpr std::size_t batchBytes = 1 << 20;

}  // namespace

void Grid::put(std::uint32_t row, std::uint32_t column, std::string_view text, CellKind kind) {
    if (text.empty()) return;
    m_cells.push_back({row, column, m_bytes.size(), std::uint32_t(text.size()), kind});
    m_bytes += text;
}

GridSource::GridSource(ReadInfo info, Grid grid) : m_info(std::move(info)), m_grid(std::move(grid)) {
    const auto place = [](const Grid::Place& cell) { return std::tie(cell.row, cell.column); };
    const auto before = [&](const Grid::Place& a, const Grid::Place& b) { return place(a) < place(b); };
    auto& cells = m_grid.m_cells;
    if (!std::is_sorted(cells.begin(), cells.end(), before))
        std::stable_sort(cells.begin(), cells.end(), before);
    cells.erase(std::unique(cells.begin(), cells.end(),
                            [&](const Grid::Place& a, const Grid::Place& b) { return place(a) == place(b); }),
                cells.end());
}

Result<bool> GridSource::next(RowBatch& batch, const Job& job) {
    batch.clear();
    if (job.cancelled())
        return fail(ErrorCode::Cancelled,
                    QCoreApplication::translate("icp::GridSource", "Reading was cancelled."));
    const auto& cells = m_grid.m_cells;
    if (m_next == cells.size()) return false;
    while (m_next < cells.size() && batch.fields.size() < batchFields && batch.text.size() < batchBytes) {
        const std::uint32_t row = cells[m_next].row;
        for (; m_next < cells.size() && cells[m_next].row == row; ++m_next) {
            const Grid::Place& cell = cells[m_next];
            const std::size_t width = batch.starts.back() + cell.column + 1;
            batch.fields.resize(width, {0, 0});
            batch.kinds.resize(width, CellKind::Empty);
            batch.fields.back() = {std::uint32_t(batch.text.size()), cell.size};
            batch.kinds.back() = cell.kind;
            batch.text += std::string_view(m_grid.m_bytes).substr(cell.offset, cell.size);
        }
        batch.lines.push_back(row);
        batch.starts.push_back(std::uint32_t(batch.fields.size()));
    }
    batch.doneBytes = qint64(m_next);
    return true;
}

}  // namespace icp
