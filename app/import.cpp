#include "app/commands.h"
#include "app/console.h"
#include "app/importoptions.h"
#include "app/memoryoption.h"
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

/// The workshop that an import goes into. A new one goes away again unless it was filled.
class Target {
public:
    explicit Target(QString path) : m_path(std::move(path)) {}
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    ~Target() {
        m_file.reset();
        if (m_made) QFile::remove(m_path);
    }

    /// Opens the workshop when it exists; what was decided at its last import holds for this one.
    Result<void> open(ImportRequest& request, const Job& job) {
        if (!QFileInfo::exists(m_path)) return {};
        Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(m_path, job);
        if (!file) return fail(file.error());
        m_file = std::move(*file);
        if (const std::vector<StoredDataset> stored = m_file->datasets(); !stored.empty())
            continueFrom(request, *m_file->dataset(), stored.front().imported.date());
        return {};
    }

    /// Returns the dataset as the workshop's decisions mend it.
    Result<std::shared_ptr<const Dataset>> fill(const std::shared_ptr<const Dataset>& dataset,
                                                const Job& job) {
        if (!m_file) {
            Settings settings;
            settings.title = QFileInfo(m_path).completeBaseName();
            Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::create(m_path, settings);
            if (!file) return fail(file.error());
            m_file = std::move(*file);
            m_made = true;
        }
        if (const Result<void> stored = m_file->setDataset(dataset, job); !stored)
            return fail(stored.error());
        m_made = false;
        return m_file->dataset();
    }

private:
    QString m_path;
    std::unique_ptr<WorkshopFile> m_file;
    bool m_made = false;
};

Result<ExitCode> runImport(const Options& options) {
    const QString to = options.value(QStringLiteral("to"));
    if (to.isEmpty())
        return fail(ErrorCode::Usage, ImportCommand::tr("Say which workshop to import into: --to W.icpw"));
    Result<ImportRequest> request = importRequest(options);
    if (!request) return fail(request.error());
    const MemoryOption memory(options, QStringLiteral("user"));
    const Result<MappingMemory> remembered = memory.read();
    if (!remembered) return fail(remembered.error());
    request->memory = *remembered;
    const Result<OutputFolder> folder = OutputFolder::prepare(QFileInfo(to).path());
    if (!folder) return fail(folder.error());

    const ConsoleJob console;
    const Job& job = console.job();
    Target target(to);
    if (const auto opened = target.open(*request, job.part(0, 0.1)); !opened) return fail(opened.error());
    const Result<std::shared_ptr<const Dataset>> dataset = importFiles(*request, job.part(0.1, 0.8));
    if (!dataset) return fail(dataset.error());
    const Result<std::shared_ptr<const Dataset>> used = target.fill(*dataset, job.part(0.8, 1));
    if (!used) return fail(used.error());
    if (const auto kept = memory.keep(**used); !kept) return fail(kept.error());

    const Dataset& data = **used;
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
              QT_TRANSLATE_NOOP("icp::Help", "what was understood of every file, as import.json has it")},
             MemoryOption::option(QT_TRANSLATE_NOOP(
                 "icp::Help", "where decisions are remembered for other workshops; user without it"))}),
        false,
        runImport};
}

}  // namespace icp
