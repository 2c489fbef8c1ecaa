#pragma once

#include "core/rows/csv/celllook.h"
#include "core/rows/csv/csvtokens.h"

#include <vector>

namespace icp {

/// What the rows of a file look like, learnt from its beginning, to mend rows that were cut wrongly. A row is
/// mended only when its width is not that of the others and exactly one way to mend it gives every column the
/// look it has elsewhere: an empty cell too many is dropped, a cell that a delimiter inside it had cut is
/// joined, a row cut by another delimiter, or quoted as a whole, is cut like the others, one missing cell is
/// left empty. Brackets that are opened in one cell and closed in a later one make them one. Where all
/// columns hold words, only brackets and another delimiter are certain.
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
    bool fits(std::string_view text, std::size_t column) const;
    /// Whether no column is empty that never is elsewhere.
    bool isFull(const Fields& fields) const;

    /// A way to mend a row.
    struct Form {
        Fields fields;
        std::size_t at = 0;   ///< the cell that was joined
        bool spaced = false;  ///< its parts begin with a blank, as within a sentence
    };
    /// The one form among `forms`; of several that fit, the one that is full, or else spaced, or else joins a
    /// cell of a column whose cells hold delimiters elsewhere.
    const Form* only(const std::vector<Form>& forms) const;
    /// Joins what stands between brackets: "{"a":1" and ""b":2}" are one cell.
    bool joinBrackets(const RowBatch& batch, Fields& fields) const;
    /// Whether a column of numbers, dates or addresses holds one.
    bool showsTypes(const RowBatch& batch, const Fields& fields) const;
    bool hasBlanks(const RowBatch& row) const;
    bool hasBlanks(const RowBatch& batch, const Fields& fields, std::size_t from, std::size_t to) const;
    bool isBlank(const RowBatch& batch, const Fields& fields, std::size_t from) const;
    /// `stray`: the row holds quotes that may have closed a cell too early.
    bool mendWide(const RowBatch& batch, Fields& fields, bool stray) const;
    bool mendShort(const RowBatch& batch, Fields& fields) const;
    /// `header`: the row, when it stands above all others, so that it may be theirs.
    bool mendOther(RowBatch& batch, Fields& fields, std::size_t header) const;
    static constexpr std::size_t noRow = std::size_t(-1);
    /// Whether the row below `row` is cut by `delimiter` rather than by the file's own one.
    bool goesOnSo(const RowBatch& batch, std::size_t row, const std::string& delimiter) const;
    /// Whether `alone`, a row above all others cut anew, names the columns: a word for each, all of them
    /// apart.
    bool isHeader(const RowBatch& alone) const;
    /// Names the columns, with empty cells too many among the names.
    bool dropEmptyNames(const RowBatch& batch, Fields& fields) const;
    /// In a row whose cells all stand between quotes, the one quote that is left of a pair is no text.
    bool dropLoneQuote(const RowBatch& batch, std::span<RowBatch::Field> row) const;

    std::string m_delimiter;
    std::string m_quote;
    std::size_t m_width = 0;
    std::string m_second;           ///< cuts a part of the file as the own one cuts the rest; empty = none
    bool m_typed = false;           ///< some column has a look of its own
    std::vector<CellLook> m_looks;  ///< per column: Number, Date, Address, or Word for anything
    std::vector<bool> m_full;       ///< per column: never empty
    std::vector<bool> m_holds;      ///< per column: some cells hold the delimiter
    bool m_lastUsed = false;        ///< the last column is not always empty
    bool m_blanksLead = false;      ///< cells begin with blanks
    bool m_widerRows = false;       ///< several rows have more cells than most
};

}  // namespace icp
