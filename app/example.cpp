#include "core/example/example.h"

#include "app/commands.h"
#include "app/outputfolder.h"
#include "core/deck/writers.h"

#include <QCoreApplication>

namespace icp {

namespace {

Result<ExitCode> runExample(const Options& options) {
    const QString folder = options.value(QStringLiteral("out"));
    if (folder.isEmpty() || !options.files().isEmpty())
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("icp::example", "Say where to: example --out DIR"));
    const Result<OutputFolder> target = OutputFolder::prepare(folder);
    if (!target) return fail(target.error());
    std::vector<std::pair<QString, QByteArray>> files;
    for (ExampleFile& file : exampleFiles()) files.emplace_back(file.name, std::move(file.bytes));
    if (const Result<void> written = writeAll(folder, files); !written) return fail(written.error());
    return Done;
}

}  // namespace

Command exampleCommand() {
    return {
        "example",
        "",
        QT_TRANSLATE_NOOP("icp::Help", "the files of the example, as a CRM exports them"),
        {{"out", "DIR", QT_TRANSLATE_NOOP("icp::Help", "folder for them; made if it is not there"), true}},
        false,
        runExample};
}

}  // namespace icp
