#pragma once

#include "core/rows/csv/celllook.h"
#include "core/rows/csv/csvtokens.h"

#include <vector>

namespace icp {

/// What the rows of a file look like, learnt from its beginning, to mend rows that were cut wrongly. A row is
/// mended only when its width is not that of the others and exactly one way to mend it gives every column the
/// look it has elsewhere: an empty cell too many is dropped, a cell that a delimiter inside it had cut is
/// joined, a row cut by another delimiter is cut by that one, one missing cell is left empty.
class RowRepair {
public:
    RowRepair() = default;
    RowRepair(const RowBatch& sample, const CsvDialect& dialect);

    /// Mends the rows of a batch that splitCsv has split, and notes which.
    void mend(RowBatch& batch) const;
    /// Cells of most rows; 0 when rows differ too much to mend any.
    std::size_t width() const { return m_width; }

private:
    using Fields = std::vector<RowBatch::Field>;

    std::string_view textOf(const RowBatch& batch, RowBatch::Field field) const {
        return std::string_view(batch.text).substr(field.offset, field.size);
    }
    bool fits(const RowBatch& batch, const Fields& fields) const;
    /// Whether no column is empty that never is elsewhere.
    bool isFull(const Fields& fields) const;
    /// The one form among `forms`; of several that fit, the one that is full.
    const Fields* only(const std::vector<Fields>& forms) const;
    bool isBlank(const RowBatch& batch, const Fields& fields, std::size_t from) const;
    /// `stray`: the row holds quotes that may have closed a cell too early.
    bool mendWide(const RowBatch& batch, Fields& fields, bool stray) const;
    bool mendShort(const RowBatch& batch, Fields& fields) const;
    bool mendOther(RowBatch& batch, Fields& fields) const;

    std::string m_delimiter;
    std::string m_quote;
    std::size_t m_width = 0;
    std::vector<CellLook> m_looks;  ///< per column: Number, Date, Address, or Word for anything
    std::vector<bool> m_full;       ///< per column: never empty
    bool m_lastUsed = false;        ///< the last column is not always empty
    bool m_blanksLead = false;      ///< cells begin with blanks
};

}  // namespace icp
