#pragma once

#include "core/rows/rowbatch.h"

#include <string_view>

namespace icp {

/// How cells are told apart. The quote is always '"', doubled inside a quoted cell (RFC 4180); rows end at
/// LF, CRLF or CR.
struct CsvDialect {
    char delimiter = ',';
};

/// Where the last complete row of `text` ends (0 = there is none); `text` begins at a row. With `atEnd`
/// nothing follows, so that the last row needs no line end and an open quote is an ordinary character.
std::size_t lastRowEnd(std::string_view text, CsvDialect dialect, bool atEnd);

/// Splits batch.text, which holds whole rows, into fields. Works in place: doubled quotes are undoubled
/// inside batch.text. Blank lines make no row. A quote counts only at the beginning of a cell; a cell that
/// goes on after its closing quote, or whose quote is never closed, keeps all its characters.
void splitCsv(RowBatch& batch, CsvDialect dialect);

/// The delimiter of `sample`, by how evenly each candidate cuts its first rows. ',' when none does.
char detectDelimiter(std::string_view sample);

}  // namespace icp
