#pragma once

#include "core/rows/rowbatch.h"

#include <string>
#include <string_view>

namespace icp {

/// How cells are told apart. Rows end at LF, CRLF or CR.
struct CsvDialect {
    std::string delimiter = ",";  ///< one character or several, UTF-8; never empty
    std::string quote = "\"";     ///< opens a quoted cell; empty = there are no quotes
    std::string closing = "\"";   ///< closes it; doubled inside, it stands for itself
    char escape = 0;              ///< takes the meaning from the character after it; 0 = only doubling does
    bool wholeRows = false;       ///< rows are quoted once more as a whole

    bool isSimple() const { return delimiter.size() == 1 && quote.size() <= 1 && escape == 0 && !wholeRows; }
};

/// Where the last complete row of `text` ends (0 = there is none); `text` begins at a row. With `atEnd`
/// nothing follows, so that the last row needs no line end and an open quote is an ordinary character.
std::size_t lastRowEnd(std::string_view text, const CsvDialect& dialect, bool atEnd);

/// Splits batch.text, which holds whole rows, into fields. Works in place: doubled and escaped quotes are
/// undone inside batch.text. Blank lines make no row, a byte order mark before a row is left out. A quote
/// counts only at the beginning of a cell and closes it only before a delimiter or a line end; others inside
/// are text. A cell that goes on after its closing quote, or whose quote is never closed, keeps all its
/// characters.
void splitCsv(RowBatch& batch, const CsvDialect& dialect);

}  // namespace icp
