#pragma once

#include <QString>

namespace icp {

/// What kind of thing went wrong; the command line turns it into its exit code (see app/exit.h).
enum class ErrorCode {
    Usage,              ///< the caller asked for something that does not exist
    InputUnusable,      ///< a file cannot be read or makes no sense as what it should be
    OutputNotWritable,  ///< a folder, file or disk refuses to be written
    Cancelled,          ///< the user stopped the work; nothing is half done
    Conflict,           ///< somebody else changed or locked what was to be changed
    Internal            ///< a broken promise inside the program
};

/// A failure as a value. `message` is one sentence a user understands: what happened and what to do.
/// `detail` is for the curious (a library's own words, a position) and may be empty.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;
};

}  // namespace icp
