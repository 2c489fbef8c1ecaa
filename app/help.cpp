#include "app/help.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace icp {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(icp::Help)
};

using Lines = std::vector<std::pair<QString, QString>>;  ///< what to type, what it does

QString columns(const Lines& lines) {
    qsizetype width = 0;
    for (const auto& [typed, meaning] : lines) width = std::max(width, typed.size());
    QString text;
    for (const auto& [typed, meaning] : lines)
        text += QStringLiteral("  %1  %2\n").arg(typed, -int(width)).arg(meaning);
    return text;
}

QString typed(const Option& option) {
    const QString name = QStringLiteral("--") + QLatin1String(option.name);
    return *option.value == '\0' ? name : name + u' ' + QLatin1String(option.value);
}

/// The command with what it cannot do without.
QString typed(const Command& command) {
    QStringList words{QLatin1String(command.name)};
    if (*command.files != '\0') words << QLatin1String(command.files);
    for (const Option& option : command.options)
        if (option.required) words << typed(option);
    return words.join(u' ');
}

}  // namespace

QByteArray help(const std::vector<Command>& commands) {
    Lines windows{{QStringLiteral("icp-workshop [FILE.icpw]"),
                   Help::tr("open the window (a start page without a file)")}};
    for (const Option& option : windowOptions())
        windows.emplace_back(QStringLiteral("icp-workshop ") + typed(option), Help::tr(option.meaning));
    windows.emplace_back(QStringLiteral("icp-workshop COMMAND ..."),
                         Help::tr("one of the commands below, without a window"));
    windows.emplace_back(QStringLiteral("icp-workshop COMMAND --help"), Help::tr("every option of it"));
    QString list;
    for (const Command& command : commands)
        list += QStringLiteral("  %1\n      %2\n").arg(typed(command), Help::tr(command.purpose));
    return (columns(windows) + u'\n' + list + u'\n' +
            Help::tr("Exit codes: 0 done, 1 done but rows were set aside (with --strict), 2 wrong usage, "
                     "3 input unusable,\n4 output not writable, 130 cancelled.") +
            u'\n')
        .toUtf8();
}

QByteArray help(const Command& command) {
    Lines lines;
    for (const Option& option : command.options) lines.emplace_back(typed(option), Help::tr(option.meaning));
    lines.emplace_back(QStringLiteral("--verbose"), Help::tr("with an error, also what is behind it"));
    const bool open = std::any_of(command.options.begin(), command.options.end(),
                                  [](const Option& option) { return !option.required; });
    return (QStringLiteral("icp-workshop %1%2\n").arg(typed(command), open ? " [OPTIONS]" : "") +
            Help::tr(command.purpose) + QStringLiteral("\n\n") + columns(lines))
        .toUtf8();
}

}  // namespace icp
