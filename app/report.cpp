#include "app/commands.h"
#include "app/console.h"
#include "app/findingstext.h"
#include "app/importoptions.h"
#include "app/importtext.h"
#include "app/memoryoption.h"
#include "app/outputfolder.h"
#include "app/ownfiles.h"
#include "app/results.h"
#include "app/studyoptions.h"
#include "core/analysis/analyze.h"
#include "core/deck/findingsbeside.h"
#include "core/deck/writers.h"
#include "core/draft/draft.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>

namespace icp {

namespace {

struct Report {
    Q_DECLARE_TR_FUNCTIONS(icp::Report)
};

/// The results, by the names of their files.
namespace result {
constexpr QLatin1String workshop("workshop.icpw");
constexpr QLatin1String slidePdf("icp-slide.pdf");
constexpr QLatin1String deckPdf("icp-deck.pdf");
constexpr QLatin1String deckPptx("icp-deck.pptx");
constexpr QLatin1String matrixPdf("persona-matrix.pdf");
constexpr QLatin1String findings("findings.json");
constexpr QLatin1String accounts("accounts-scored.csv");
constexpr QLatin1String rejected("rejected-rows.csv");
constexpr QLatin1String imported("import.json");
constexpr std::array all{workshop, slidePdf, deckPdf,  deckPptx, matrixPdf,
                         findings, accounts, rejected, imported};
}  // namespace result

using Files = std::vector<std::pair<QString, QByteArray>>;

/// The workshop as the bytes of its file, made where nobody sees it half done.
Result<QByteArray> workshopBytes(const Workshop& workshop, const std::shared_ptr<const Dataset>& dataset,
                                 const Job& job) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("workshop.icpw"));
    Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::create(path, workshop.settings);
    if (!file) return fail(file.error());
    if (const Result<void> stored = (*file)->setDataset(dataset, job); !stored) return fail(stored.error());
    std::vector<Change> changes;
    const auto add = [&](const QString& entity, const QString& id, const QJsonObject& after, int position) {
        Change change;
        change.entity = entity;
        change.id = id;
        change.after = after;
        change.position = position;
        change.text = Report::tr("Draft from the findings");
        changes.push_back(change);
    };
    for (std::size_t i = 0; i < workshop.icps.size(); ++i)
        add(QStringLiteral("icp"), workshop.icps[i].id, toJson(workshop.icps[i]), int(i));
    for (std::size_t i = 0; i < workshop.personas.size(); ++i)
        add(QStringLiteral("persona"), workshop.personas[i].id, toJson(workshop.personas[i]), int(i));
    if (const Result<void> applied = (*file)->apply(std::move(changes)); !applied)
        return fail(applied.error());
    return (*file)->copy();
}

Result<Files> outputs(const Workshop& workshop, const std::shared_ptr<const Dataset>& dataset,
                      const Findings& findings, const Job& job) {
    const Results results(workshop, workshop.icps.front(), *dataset, findings);
    Files files;
    Error error;
    const auto add = [&](const QString& name, Result<QByteArray> bytes) {
        if (!bytes)
            error = bytes.error();
        else
            files.emplace_back(name, std::move(*bytes));
        return bool(bytes);
    };
    job.report(0, 1, Report::tr("Writing the slides"));
    const bool all = add(QString(result::workshop), workshopBytes(workshop, dataset, job.part(0, 0.5))) &&
                     add(QString(result::slidePdf), results.slidePdf()) &&
                     add(QString(result::deckPdf), results.deckPdf()) &&
                     add(QString(result::deckPptx), results.deckPptx()) &&
                     add(QString(result::matrixPdf), results.matrixPdf());
    if (!all) return fail(error);
    files.emplace_back(QString(result::findings),
                       findingsJson(findings, *dataset,
                                    besideOf(workshop, &workshop.icps.front(), *dataset, findings.study)));
    files.emplace_back(QString(result::accounts), sheetCsv(results.accounts()));
    files.emplace_back(QString(result::rejected), rejectedCsv(*dataset));
    files.emplace_back(QString(result::imported), importJson(*dataset));
    return files;
}

/// What came out, in a few lines on stdout.
QByteArray summary(const Dataset& dataset, const Findings& findings, const QString& folder) {
    QStringList lines;
    for (const SourceFile& file : dataset.files)
        lines << Report::tr("%1: %2, %3, %4 rows, %5 set aside")
                     .arg(file.name, entityName(file.role), file.vendor)
                     .arg(file.rows)
                     .arg(file.rejected);
    lines << text::doubts(dataset);
    lines << text::studied(findings, dataset) << text::drivers(findings) << text::checked(findings)
          << text::warnings(findings);
    lines << Report::tr("The results lie in %1").arg(folder);
    return lines.join(u'\n').toUtf8() + '\n';
}

Result<ExitCode> runReport(const Options& options) {
    const QString folder = options.value(QStringLiteral("out"));
    if (folder.isEmpty()) return fail(ErrorCode::Usage, Report::tr("Say where the results go: --out DIR"));
    const Result<StudyWords> words = studyWords(options);
    if (!words) return fail(words.error());
    Result<ImportRequest> request = importRequest(options);
    if (!request) return fail(request.error());
    QStringList inputs;
    QStringList results;
    for (const FileRequest& file : request->files) inputs << file.path;
    for (const QLatin1String name : result::all) results << folder + u'/' + name;
    if (const Result<void> fine = apart(inputs, results); !fine) return fail(fine.error());
    const MemoryOption memory(options, QStringLiteral("none"));
    const Result<MappingMemory> remembered = memory.read();
    if (!remembered) return fail(remembered.error());
    request->memory = *remembered;
    if (const Result<void> fine = untouched(folder + u'/' + result::workshop); !fine)
        return fail(fine.error());
    const Result<OutputFolder> target = OutputFolder::prepare(folder);
    if (!target) return fail(target.error());

    const ConsoleJob console;
    const Job& job = console.job();
    const Result<std::shared_ptr<const Dataset>> dataset = importFiles(*request, job.part(0, 0.4));
    if (!dataset) return fail(dataset.error());
    const Result<Study> study = studyFrom(*words, **dataset);
    if (!study) return fail(study.error());
    const Result<Findings> findings = analyze(**dataset, *study, job.part(0.4, 0.8));
    if (!findings) return fail(findings.error());

    Workshop workshop;
    workshop.settings.title = QFileInfo(folder).fileName();
    workshop.settings.outcome = outcomeName(study->outcome);
    workshop.settings.unit = unitName(study->unit);
    const QString name =
        options.has(QStringLiteral("icp")) ? options.value(QStringLiteral("icp")) : Report::tr("Draft");
    workshop.icps.push_back(draftIcp(*findings, **dataset, name));
    workshop.personas = draftPersonas(**dataset, workshop.icps.front());

    const Result<Files> files = outputs(workshop, *dataset, *findings, job.part(0.8, 1));
    if (!files) return fail(files.error());
    if (job.cancelled()) return fail(ErrorCode::Cancelled, Report::tr("Cancelled. Nothing was written."));
    if (const Result<void> written = writeAll(folder, *files); !written) return fail(written.error());
    if (const Result<void> kept = memory.keep(**dataset); !kept) return fail(kept.error());
    if (!print(summary(**dataset, *findings, folder))) return OutputNotWritable;
    return options.has(QStringLiteral("strict")) && !(*dataset)->rejected.empty() ? DoneWithRejectedRows
                                                                                  : Done;
}

}  // namespace

Command reportCommand() {
    return {"report",
            "FILE...",
            QT_TRANSLATE_NOOP(
                "icp::Help", "the whole job: import, analyse, draft an ICP, write the results into a folder"),
            withImportOptions(withStudyOptions(
                {{"out", "DIR", QT_TRANSLATE_NOOP("icp::Help", "folder for the results; made if not there"),
                  true},
                 {"icp", "NAME", QT_TRANSLATE_NOOP("icp::Help", "name of the drafted ICP")},
                 MemoryOption::option(QT_TRANSLATE_NOOP(
                     "icp::Help",
                     "where decisions are remembered; none without it, so that the same words "
                     "give the same results"))})),
            true,
            runReport};
}

}  // namespace icp
