#include "app/commands.h"
#include "app/console.h"
#include "app/importoptions.h"
#include "app/outputfolder.h"
#include "core/deck/writers.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace icp {

namespace {

struct ImportCommand {
    Q_DECLARE_TR_FUNCTIONS(icp::ImportCommand)
};

Result<std::unique_ptr<WorkshopFile>> openOrCreate(const QString& path) {
    if (QFileInfo::exists(path)) return WorkshopFile::open(path);
    Settings settings;
    settings.title = QFileInfo(path).completeBaseName();
    return WorkshopFile::create(path, settings);
}

Result<ExitCode> runImport(const Options& options) {
    const QString to = options.value(QStringLiteral("to"));
    if (to.isEmpty())
        return fail(ErrorCode::Usage, ImportCommand::tr("Say which workshop to import into: --to W.icpw"));
    const Result<ImportRequest> request = importRequest(options);
    if (!request) return fail(request.error());
    const Result<OutputFolder> folder = OutputFolder::prepare(QFileInfo(to).path());
    if (!folder) return fail(folder.error());

    const ConsoleJob console;
    const Result<std::shared_ptr<const Dataset>> dataset = importFiles(*request, console.job().part(0, 0.8));
    if (!dataset) return fail(dataset.error());
    const bool isNew = !QFileInfo::exists(to);
    Result<std::unique_ptr<WorkshopFile>> file = openOrCreate(to);
    if (!file) return fail(file.error());
    if (const Result<void> stored = (*file)->setDataset(*dataset, console.job().part(0.8, 1)); !stored) {
        file->reset();
        if (isNew) QFile::remove(to);
        return fail(stored.error());
    }

    const std::shared_ptr<const Dataset> used = (*file)->dataset();
    const Dataset& data = *used;
    const QByteArray result =
        options.has(QStringLiteral("json"))
            ? importJson(data)
            : ImportCommand::tr("%1 accounts, %2 deals, %3 contacts, %4 usage rows; %5 rows set aside.\n")
                  .arg(data.accounts.rows())
                  .arg(data.deals.rows())
                  .arg(data.contacts.rows())
                  .arg(data.usage.rows())
                  .arg(data.rejected.size())
                  .toUtf8();
    if (!print(result)) return OutputNotWritable;
    return options.has(QStringLiteral("strict")) && !data.rejected.empty() ? DoneWithRejectedRows : Done;
}

}  // namespace

Command importCommand() {
    return {
        "import",
        "FILE...",
        QT_TRANSLATE_NOOP("icp::Help", "read files into a workshop"),
        withImportOptions(
            {{"to", "W.icpw",
              QT_TRANSLATE_NOOP("icp::Help", "the workshop; it and its folder are made if not there"), true},
             {"json", "",
              QT_TRANSLATE_NOOP("icp::Help", "what was understood of every file, as import.json has it")}}),
        false,
        runImport};
}

}  // namespace icp
