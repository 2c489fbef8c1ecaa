#pragma once

#include "core/base/error.h"

namespace icp {

/// Exit codes of the command line, as README documents them.
enum ExitCode {
    Done = 0,
    DoneWithRejectedRows = 1,
    WrongUsage = 2,
    InputUnusable = 3,
    OutputNotWritable = 4,
    Interrupted = 130
};

ExitCode exitCode(ErrorCode code);

/// Says the error on stderr, one sentence, and returns the code to end with. The detail, a library's own
/// words, is for those who ask for it.
ExitCode complain(const Error& error, bool withDetail = false);

}  // namespace icp
