#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/help.h"

#include <QApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTranslator>

#include <csignal>
#include <memory>

namespace icp {

std::vector<Command> allCommands() {
    return {reportCommand(), readCommand(),   importCommand(), analyzeCommand(),
            scoreCommand(),  exportCommand(), exampleCommand()};
}

}  // namespace icp

namespace {

using icp::Command;
using icp::ErrorCode;
using icp::Options;
using icp::Result;

struct Main {
    Q_DECLARE_TR_FUNCTIONS(icp::Main)
};

/// Names the application and loads the plurals of its source language. Results speak English wherever they
/// are made; the window's language is the window's affair.
void prepare(QTranslator& plurals) {
    if (plurals.load(QStringLiteral(":/i18n/icp-workshop_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    QCoreApplication::setApplicationName(QStringLiteral("ICP Workshop"));
    QCoreApplication::setOrganizationName(QStringLiteral("ICP Workshop"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ICP_VERSION));
}

int runCommand(const Command& command, int argc, char** argv) {
    const QTemporaryDir runtime;
    std::unique_ptr<QCoreApplication> application;
    if (command.paints) {
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
        if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))  // or Qt warns about it on stderr
            qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QTranslator plurals;
    prepare(plurals);
    const Result<Options> options = Options::parse(application->arguments().mid(2), command.options);
    if (!options) return icp::complain(options.error());
    if (options->has(QStringLiteral("help")))
        return icp::print(icp::help(command)) ? icp::Done : icp::OutputNotWritable;
    const Result<icp::ExitCode> ended = command.run(*options);
    return ended ? *ended : icp::complain(ended.error(), options->has(QStringLiteral("verbose")));
}

/// Whether the first word is meant for the window, as a workshop or an option, and is no misspelt command.
bool isForWindow(const QString& word) {
    return word.isEmpty() || word.startsWith(u'-') || word.endsWith(u".icpw", Qt::CaseInsensitive) ||
           QFileInfo::exists(word);
}

bool hasDisplay() {
#ifdef Q_OS_LINUX
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name)) return true;
    return false;
#else
    return true;
#endif
}

icp::ExitCode refuseWord(const QString& word) {
    QStringList names;
    for (const Command& command : icp::allCommands()) names << QLatin1String(command.name);
    return icp::complain({ErrorCode::Usage,
                          Main::tr("There is no command and no file “%1”. The commands are %2; try --help.")
                              .arg(word, names.join(QStringLiteral(", "))),
                          {}});
}

int runWindow(int argc, char** argv) {
    const QString word = argc > 1 ? QFile::decodeName(argv[1]) : QString();
    if (!isForWindow(word)) return refuseWord(word);
    if (!hasDisplay() && !word.isEmpty() && !word.startsWith(u'-') && !QFileInfo::exists(word))
        return icp::complain({ErrorCode::InputUnusable, Main::tr("There is no file “%1”.").arg(word), {}});
    if (!hasDisplay() && !word.startsWith(u"-platform"))
        return icp::complain({ErrorCode::Usage,
                              Main::tr("There is no display to open a window on. Without one, “icp-workshop "
                                       "report” does the whole job."),
                              {}});
    QApplication application(argc, argv);
    QTranslator plurals;
    prepare(plurals);
    const Result<Options> options = Options::parse(application.arguments().mid(1), icp::windowOptions());
    if (!options) return icp::complain(options.error());
    const Result<int> ended = icp::openWindow(*options, application);
    return ended ? *ended : icp::complain(ended.error());
}

}  // namespace

int main(int argc, char** argv) {
    // A file past the limit of ulimit -f shall be a failed write, which is said in words, not the end.
    std::signal(SIGXFSZ, SIG_IGN);
    const std::string_view word = argc > 1 ? argv[1] : "";
    if (word == "--help" || word == "-h" || word == "help")
        return icp::print(icp::help(icp::allCommands())) ? icp::Done : icp::OutputNotWritable;
    if (word == "--version")
        return icp::print("icp-workshop " ICP_VERSION "\n") ? icp::Done : icp::OutputNotWritable;
    for (const Command& command : icp::allCommands())
        if (word == command.name) return runCommand(command, argc, argv);
    return runWindow(argc, argv);
}
