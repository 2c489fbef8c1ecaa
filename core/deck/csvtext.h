#pragma once

#include <QByteArray>

#include <string_view>

namespace icp {

/// Rows as RFC 4180: commas, CRLF, a cell quoted when it has to be. UTF-8 without a byte order mark.
class CsvText {
public:
    /// Written as it is.
    void cell(std::string_view text);
    /// Written so that no spreadsheet takes it for a formula: see guarded().
    void guardedCell(std::string_view text);
    void endRow();

    const QByteArray& bytes() const { return m_out; }

private:
    QByteArray m_out;
    bool m_started = false;  ///< the row has a cell
};

/// Whether a spreadsheet may run `text` as a formula: it begins with = @ tab or carriage return, or with + or
/// - and is neither a number nor a telephone number (only digits, spaces and . , ( ) / % + - after the sign).
bool looksLikeFormula(std::string_view text);

}  // namespace icp
