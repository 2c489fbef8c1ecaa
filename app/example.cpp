#include "core/example/example.h"

#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/options.h"
#include "core/deck/writers.h"

#include <QCoreApplication>

namespace icp {

int example(const QStringList& arguments) {
    const Result<Options> options = Options::parse(arguments, {QStringLiteral("out")});
    if (!options) return complain(options.error());
    const QString folder = options->value(QStringLiteral("out"));
    if (folder.isEmpty() || !options->files().isEmpty())
        return complain({ErrorCode::Usage,
                         QCoreApplication::translate("icp::example", "Say where to: example --out DIR"),
                         {}});
    std::vector<std::pair<QString, QByteArray>> files;
    for (ExampleFile& file : exampleFiles()) files.emplace_back(file.name, std::move(file.bytes));
    if (const Result<void> written = writeAll(folder, files); !written) return complain(written.error());
    return Done;
}

}  // namespace icp
