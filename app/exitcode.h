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

/// Says the error on stderr, one sentence and its detail, and returns the code to end with.
ExitCode complain(const Error& error);

}  // namespace icp
