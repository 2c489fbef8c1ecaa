#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTranslator>

#include <array>
#include <memory>

namespace {

struct Command {
    const char* name;
    int (*run)(const QStringList&);
    bool paints;  ///< needs fonts, though no window
};

constexpr std::array<Command, 6> commands{{{"report", icp::report, true},
                                           {"read", icp::read, false},
                                           {"import", icp::import, false},
                                           {"analyze", icp::analyze, false},
                                           {"export", icp::exportFile, true},
                                           {"example", icp::example, false}}};

constexpr const char* usage = R"(Usage:
  icp-workshop [FILE.icpw]            open the window (a start page without a file)
  icp-workshop --demo                 open the window on the example workshop
  icp-workshop report FILE... --out DIR [--outcome won|value|retained] [--icp NAME] [--strict]
  icp-workshop read FILE [--sheet NAME] [--delimiter C] [--encoding E]
  icp-workshop import FILE... --to W.icpw [--role accounts=F] [--map F:COLUMN=ATTRIBUTE] [--json] [--strict]
  icp-workshop analyze W.icpw [--unit deal|first-deal|account] [--outcome ...] [--where EXPR] [--depth N] --json
  icp-workshop export W.icpw --what slide|deck|matrix|accounts|findings --as pdf|pptx|xlsx|csv|json --out F
  icp-workshop example --out DIR      write the files of the example

Exit codes: 0 done, 1 done but rows were set aside (with --strict), 2 wrong usage, 3 input unusable,
4 output not writable, 130 cancelled.
)";

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
    return command.run(application->arguments().mid(2));
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view word = argc > 1 ? argv[1] : "";
    if (word == "--help" || word == "-h" || word == "help") {
        icp::print(usage);
        return icp::Done;
    }
    for (int i = 2; i < argc; ++i)
        if (std::string_view(argv[i]) == "--help") {
            icp::print(usage);
            return icp::Done;
        }
    if (word == "--version") {
        icp::print("icp-workshop " ICP_VERSION "\n");
        return icp::Done;
    }
    for (const Command& command : commands)
        if (word == command.name) return runCommand(command, argc, argv);
    QApplication application(argc, argv);
    QTranslator plurals;
    prepare(plurals);
    return icp::open(application.arguments().mid(1), application);
}
