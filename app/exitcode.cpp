#include "app/exitcode.h"

#include "app/console.h"

namespace icp {

ExitCode exitCode(ErrorCode code) {
    switch (code) {
        case ErrorCode::Usage:
            return WrongUsage;
        case ErrorCode::InputUnusable:
            return InputUnusable;
        case ErrorCode::OutputNotWritable:
        case ErrorCode::Conflict:
            return OutputNotWritable;
        case ErrorCode::Cancelled:
            return Interrupted;
        case ErrorCode::Internal:
            break;
    }
    return InputUnusable;
}

ExitCode complain(const Error& error, bool withDetail) {
    say(error.message);
    if (withDetail && !error.detail.isEmpty()) say(QStringLiteral("  (%1)").arg(error.detail));
    return exitCode(error.code);
}

}  // namespace icp
