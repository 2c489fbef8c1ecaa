#pragma once

#include "core/rows/reader.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

inline constexpr std::size_t maxColumns = 16384;           ///< of one row, as in a spreadsheet
inline constexpr std::size_t mostKept = 8U * 1024 * 1024;  ///< bytes of memory that a cleared batch keeps
inline constexpr std::size_t maxCellBytes = 32U * 1024 * 1024;  ///< of one cell

/// Where and why reading cannot go on: the line within the batch, the column from 0, and the sentence with %1
/// for the row and %2 for the column.
struct ReadStop {
    std::uint32_t line = 0;
    std::size_t column = 0;
    QString sentence;
};

/// What was odd about a row that is taken all the same.
struct RowNote {
    enum class What : std::uint8_t {
        OpenQuote,   ///< a quote is opened and never closed
        StrayQuote,  ///< a quote stands where none belongs; it is kept as text
        Joined,      ///< a delimiter inside a cell without quotes had cut it; the parts are one cell again
        Shifted,     ///< a cell is missing in the middle; those after it stand in their columns again
        Recut,       ///< the row was cut by another delimiter than the others
        OtherBytes,  ///< bytes that are no UTF-8 were read as Windows-1252
        NulBytes     ///< bytes of value 0 were left out
    };
    std::uint32_t row;
    What what;
};

/// A run of whole rows of a file, split into cells: the unit of work that one thread turns into typed values.
struct RowBatch {
    struct Field {
        std::uint32_t offset;
        std::uint32_t size;
    };

    std::string raw;                       ///< bytes of the file that split() has yet to read
    std::string text;                      ///< the bytes of all cells, UTF-8
    std::vector<Field> fields;             ///< all cells, row after row
    std::vector<CellKind> kinds;           ///< one per field; empty = all Text
    std::vector<std::uint32_t> starts{0};  ///< rows + 1: where each row begins in `fields`
    std::vector<std::uint32_t> lines;      ///< per row: its line, counted from `firstLine`
    qint64 firstLine = 1;                  ///< line of the file that counts as 0 in `lines`
    qint64 lineCount = 0;                  ///< lines of the file in this batch
    qint64 doneBytes = 0;                  ///< of the file, up to the end of this batch
    std::vector<RowNote> notes;            ///< in the order of rows

    /// Set when reading cannot go on after this batch.
    std::optional<ReadStop> stop;
    /// The beginning of the file was trusted and spoke of another encoding than this batch: the file must be
    /// opened again, without trust.
    bool misread = false;

    /// As new, but its memory is kept for what comes next, unless this was an uncommonly large one.
    void clear() {
        for (std::string* bytes : {&raw, &text}) {
            bytes->clear();
            if (bytes->capacity() > mostKept) bytes->shrink_to_fit();
        }
        fields.clear();
        kinds.clear();
        starts.assign(1, 0);
        lines.clear();
        notes.clear();
        firstLine = 1;
        lineCount = doneBytes = 0;
        stop.reset();
        misread = false;
    }

    std::size_t rows() const { return lines.size(); }
    std::size_t width(std::size_t row) const { return starts[row + 1] - starts[row]; }
    qint64 line(std::size_t row) const { return firstLine + lines[row]; }

    std::string_view textOf(Field field) const { return {text.data() + field.offset, field.size}; }
    std::span<const Field> row(std::size_t row) const {
        return std::span(fields).subspan(starts[row], width(row));
    }
    /// Cells past the end of a row are Empty.
    Cell cell(std::size_t row, std::size_t column) const {
        const std::size_t at = starts[row] + column;
        if (at >= starts[row + 1]) return {{}, CellKind::Empty};
        return {textOf(fields[at]), kinds.empty() ? CellKind::Text : kinds[at]};
    }
};

/// "A" for 0, "Z" for 25, "AA" for 26: how a spreadsheet names its columns.
QString columnLetters(std::size_t column);

/// Column of a reference like "BC12", counted from 1; 0 when there is none. Beyond maxColumns it is just
/// large.
inline std::size_t columnNumber(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > maxColumns) break;
        column = column * 26 + std::size_t(c - 'A' + 1);
    }
    return column;
}

}  // namespace icp
