#pragma once

#include <QString>

namespace icp {

enum class Severity {
    Note,     ///< something the program decided that the user may want to know
    Warning,  ///< a cell or column is doubtful but was kept
    Rejected  ///< the row was set aside; it is in rejected-rows.csv with this reason
};

/// One problem found in the user's data, with where to look. Problems are data, never message boxes.
struct Issue {
    Severity severity = Severity::Warning;
    QString code;      ///< stable and machine-readable, e.g. "number-unreadable"
    QString file;      ///< name without path
    qint64 row = 0;    ///< row in the file as a spreadsheet counts, 1 = first line; 0 = the whole file
    QString column;    ///< header of the column; empty = the whole row
    QString text;      ///< the cell as written, at most 200 characters
    QString reason;    ///< one sentence a user understands
};

}  // namespace icp
