#pragma once

#include "app/exitcode.h"
#include "app/options.h"
#include "core/base/result.h"

#include <QString>

class QApplication;

namespace icp {

/// What can be done without a window: one file each. Texts as in Option.
struct Command {
    const char* name;
    const char* files;    ///< as help shows them: "FILE..."; empty when it takes none
    const char* purpose;  ///< one line
    std::vector<Option> options;
    bool paints;  ///< needs fonts, though no window
    Result<ExitCode> (*run)(const Options& options);
};

Command reportCommand();
Command readCommand();
Command importCommand();
Command analyzeCommand();
Command scoreCommand();
Command exportCommand();
Command exampleCommand();

/// All of them, in the order of help.
std::vector<Command> allCommands();

/// Opens the window and stays in it. `options` of windowOptions().
Result<int> openWindow(const Options& options, QApplication& application);
std::vector<Option> windowOptions();

}  // namespace icp
