#include "app/commands.h"
#include "app/console.h"
#include "app/icpoption.h"
#include "app/outputfolder.h"
#include "app/ownfiles.h"
#include "app/results.h"
#include "app/studyoptions.h"
#include "core/analysis/analyze.h"
#include "core/deck/findingsbeside.h"
#include "core/deck/searchspec.h"
#include "core/deck/sheet.h"
#include "core/deck/writers.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace icp {

namespace {

struct Export {
    Q_DECLARE_TR_FUNCTIONS(icp::Export)
};

/// A page or deck as PDF or PowerPoint.
Result<QByteArray> slides(const QString& what, const QString& as, const Results& results) {
    if (as == u"html") return results.deckHtml();
    const bool asPdf = as == u"pdf";
    if (what == u"slide") return asPdf ? results.slidePdf() : results.slidePptx();
    if (what == u"matrix") return asPdf ? results.matrixPdf() : results.matrixPptx();
    return asPdf ? results.deckPdf() : results.deckPptx();
}

/// A table as a spreadsheet reads it.
Result<QByteArray> table(const Sheet& sheet, const QString& as) {
    if (as == u"xlsx") return sheetsXlsx({sheet});
    if (as == u"json") return sheetJson(sheet);
    return sheetCsv(sheet);
}

bool isPaper(const QString& as) { return as == u"pdf" || as == u"pptx"; }

/// Whether `what` exists as `as`.
bool isPossible(const QString& what, const QString& as) {
    if (as == u"zip") return what == u"pack";
    if (as == u"html") return what == u"deck";
    if (what == u"search") return as == u"json" || as == u"txt";
    if (isPaper(as)) return what == u"slide" || what == u"deck" || what == u"matrix";
    const bool data = as == u"csv" || as == u"xlsx" || as == u"json";
    return data && (what == u"accounts" || what == u"findings" || what == u"matrix" ||
                    what == u"implications" || what == u"agreements");
}

Result<QByteArray> findingsAs(const QString& as, const Findings& findings, const Dataset& dataset,
                              const Workshop& workshop, const Icp* icp) {
    if (as == u"json")
        return findingsJson(findings, dataset, besideOf(workshop, icp, dataset, findings.study));
    return table(levelsSheet(findings), as);
}

Result<QByteArray> made(const QString& what, const QString& as, const Results& results) {
    if (isPaper(as) || as == u"html") return slides(what, as, results);
    if (what == u"implications") return table(results.implications(), as);
    if (what == u"agreements") return table(results.agreements(), as);
    return table(what == u"accounts" ? results.accounts() : results.matrix(), as);
}

/// All of it in one file.
Result<QByteArray> pack(const Results& results, const WorkshopFile& file, const Findings& findings,
                        const Dataset& dataset, const Icp& icp) {
    return results.pack(
        findingsJson(findings, dataset, besideOf(file.workshop(), &icp, dataset, findings.study)), file);
}

Result<ExitCode> runExport(const Options& options) {
    const QString out = options.value(QStringLiteral("out"));
    const QString what = options.value(QStringLiteral("what"));
    const QString as = options.value(QStringLiteral("as"));
    if (options.files().size() != 1 || out.isEmpty() || what.isEmpty() || as.isEmpty())
        return fail(ErrorCode::Usage, Export::tr("export takes one workshop and --what, --as and --out."));
    if (!isPossible(what, as))
        return fail(
            ErrorCode::Usage,
            Export::tr("%1 cannot be exported as %2. Possible: slide, deck and matrix as pdf or "
                       "pptx, deck as html; accounts, findings, implications, agreements and matrix as "
                       "csv, xlsx or json; search as json or txt; pack as zip.")
                .arg(what, as));
    if (const Result<void> fine = apart(options.files(), {out}); !fine) return fail(fine.error());
    const Result<StudyWords> words = studyWords(options);
    if (!words) return fail(words.error());
    const Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(options.files().first());
    if (!file) return fail(file.error());
    const std::shared_ptr<const Dataset> dataset = (*file)->dataset();
    const Result<Study> study = studyFrom(*words, *dataset);
    if (!study) return fail(study.error());
    const QFileInfo target(out);
    const Result<OutputFolder> folder = OutputFolder::prepare(target.path());
    if (!folder) return fail(folder.error());
    const ConsoleJob console;
    const Result<Findings> findings = analyze(*dataset, *study, console.job());
    if (!findings) return fail(findings.error());
    const Workshop& workshop = (*file)->workshop();
    Result<QByteArray> bytes =
        chosenIcp(workshop, options.value(QStringLiteral("icp")))
            .and_then([&](const Icp* icp) -> Result<QByteArray> {
                if (what == u"findings") return findingsAs(as, *findings, *dataset, workshop, icp);
                if (icp == nullptr)
                    return fail(
                        ErrorCode::Usage,
                        Export::tr("This workshop has no ICP yet. Draft one in its window, or with report."));
                if (what == u"search") {
                    const SearchSpec spec = searchSpecOf(*icp, workshop.personasOf(icp->id), *dataset,
                                                         workshop.settings.consumers);
                    return as == u"json" ? searchSpecJson(spec, *dataset) : searchSpecText(spec, *dataset);
                }
                const Results results(workshop, *icp, *dataset, *findings);
                return what == u"pack" ? pack(results, **file, *findings, *dataset, *icp)
                                       : made(what, as, results);
            });
    if (!bytes) return fail(bytes.error());
    if (const Result<void> written = writeAll(target.path(), {{target.fileName(), std::move(*bytes)}});
        !written)
        return fail(written.error());
    return Done;
}

}  // namespace

Command exportCommand() {
    return {
        "export",
        "W.icpw",
        QT_TRANSLATE_NOOP("icp::Help", "one result of a workshop as a file"),
        withStudyOptions(
            {{"what", "slide|deck|matrix|accounts|findings|implications|agreements|search|pack",
              QT_TRANSLATE_NOOP("icp::Help", "the result"), true},
             {"as", "pdf|pptx|html|xlsx|csv|json|txt|zip",
              QT_TRANSLATE_NOOP("icp::Help",
                                "slide, deck and matrix as pdf or pptx, deck as html; accounts, findings, "
                                "implications, agreements and matrix as csv, xlsx or json; search as json or "
                                "txt; pack as zip"),
              true},
             {"out", "FILE", QT_TRANSLATE_NOOP("icp::Help", "the file; its folder is made if not there"),
              true},
             {"icp", "NAME",
              QT_TRANSLATE_NOOP("icp::Help", "which ICP; without it the first agreed, else the first")}}),
        true,
        runExport};
}

}  // namespace icp
