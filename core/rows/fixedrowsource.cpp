#include "core/rows/fixedrowsource.h"

#include <algorithm>

namespace icp {

namespace {

/// The batch with other cells in one of its rows.
void replaceRow(RowBatch& batch, std::size_t row, const QStringList& cells) {
    const std::uint32_t begin = batch.starts[row];
    const std::uint32_t end = batch.starts[row + 1];
    std::vector<RowBatch::Field> fields;
    std::vector<CellKind> kinds;
    for (const QString& cell : cells) {
        const QByteArray text = cell.toUtf8();
        fields.push_back({std::uint32_t(batch.text.size()), std::uint32_t(text.size())});
        kinds.push_back(text.isEmpty() ? CellKind::Empty : CellKind::Text);
        batch.text.append(text.constData(), std::size_t(text.size()));
    }
    const auto replace = [&](auto& all, const auto& fresh) {
        all.insert(all.erase(all.begin() + begin, all.begin() + end), fresh.begin(), fresh.end());
    };
    replace(batch.fields, fields);
    if (!batch.kinds.empty()) replace(batch.kinds, kinds);
    for (std::size_t next = row + 1; next < batch.starts.size(); ++next)
        batch.starts[next] = batch.starts[next] - (end - begin) + std::uint32_t(cells.size());
    std::erase_if(batch.notes, [&](const RowNote& note) { return note.row == row; });
}

}  // namespace

Result<bool> FixedRowSource::next(RowBatch& batch, const Job& job) {
    const Result<bool> more = m_file->next(batch, job);
    if (!more || !*more) return more;
    m_file->split(batch);
    for (std::size_t row = 0; row < batch.rows(); ++row)
        if (const auto fixed = m_fixed.find(m_lines + 1 + batch.lines[row]); fixed != m_fixed.end())
            replaceRow(batch, row, fixed->second);
    m_lines += batch.lineCount;
    return true;
}

}  // namespace icp
