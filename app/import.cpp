#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/importoptions.h"
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

}  // namespace

int import(const QStringList& arguments) {
    const Result<Options> options =
        Options::parse(arguments, {QStringLiteral("to"), QStringLiteral("role"), QStringLiteral("map")},
                       {QStringLiteral("json"), QStringLiteral("strict")});
    if (!options) return complain(options.error());
    const QString to = options->value(QStringLiteral("to"));
    if (to.isEmpty())
        return complain(
            {ErrorCode::Usage, ImportCommand::tr("Say which workshop to import into: --to W.icpw"), {}});
    const Result<ImportRequest> request = importRequest(*options);
    if (!request) return complain(request.error());

    const ConsoleJob console;
    const Result<std::shared_ptr<const Dataset>> dataset = importFiles(*request, console.job().part(0, 0.8));
    if (!dataset) return complain(dataset.error());
    const bool isNew = !QFileInfo::exists(to);
    Result<std::unique_ptr<WorkshopFile>> file = openOrCreate(to);
    if (!file) return complain(file.error());
    if (const Result<void> stored = (*file)->setDataset(*dataset, console.job().part(0.8, 1)); !stored) {
        file->reset();
        if (isNew) QFile::remove(to);
        return complain(stored.error());
    }

    const Dataset& data = **dataset;
    const QByteArray result =
        options->has(QStringLiteral("json"))
            ? importJson(data)
            : ImportCommand::tr("%1 accounts, %2 deals, %3 contacts, %4 usage rows; %5 rows set aside.\n")
                  .arg(data.accounts.rows())
                  .arg(data.deals.rows())
                  .arg(data.contacts.rows())
                  .arg(data.usage.rows())
                  .arg(data.rejected.size())
                  .toUtf8();
    if (!print(result)) return OutputNotWritable;
    return options->has(QStringLiteral("strict")) && !data.rejected.empty() ? DoneWithRejectedRows : Done;
}

}  // namespace icp
