#pragma once

#include "app/commands.h"

#include <QByteArray>

namespace icp {

/// What --help prints: the commands and the exit codes.
QByteArray help(const std::vector<Command>& commands);
/// What COMMAND --help prints: its purpose and every option.
QByteArray help(const Command& command);

}  // namespace icp
