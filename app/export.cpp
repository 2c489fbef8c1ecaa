#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/results.h"
#include "app/studyoptions.h"
#include "core/analysis/analyze.h"
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
Result<QByteArray> slides(const QString& what, bool asPdf, const Results& results) {
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

Result<QByteArray> made(const QString& what, const QString& as, const Results& results,
                        const Findings& findings, const Dataset& dataset) {
    const bool paper = as == u"pdf" || as == u"pptx";
    const bool data = as == u"csv" || as == u"xlsx" || as == u"json";
    if (paper && (what == u"slide" || what == u"deck" || what == u"matrix"))
        return slides(what, as == u"pdf", results);
    if (what == u"findings" && as == u"json") return findingsJson(findings, dataset);
    if (data && what == u"accounts") return table(results.accounts(), as);
    if (data && what == u"findings") return table(levelsSheet(findings), as);
    if (data && what == u"matrix") return table(results.matrix(), as);
    return fail(ErrorCode::Usage, Export::tr("%1 cannot be exported as %2. Possible: slide, deck and matrix "
                                             "as pdf or pptx; accounts, findings "
                                             "and matrix as csv, xlsx or json.")
                                      .arg(what, as));
}

}  // namespace

int exportFile(const QStringList& arguments) {
    const Result<Options> options =
        Options::parse(arguments, QStringList{QStringLiteral("what"), QStringLiteral("as"),
                                              QStringLiteral("out"), QStringLiteral("icp")} +
                                      studyOptions());
    if (!options) return complain(options.error());
    const QString out = options->value(QStringLiteral("out"));
    if (options->files().size() != 1 || out.isEmpty())
        return complain(
            {ErrorCode::Usage, Export::tr("export takes one workshop and --what, --as and --out."), {}});
    const Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(options->files().first());
    if (!file) return complain(file.error());
    const Workshop& workshop = (*file)->workshop();
    const QString wanted = options->value(QStringLiteral("icp"));
    const Icp* icp =
        wanted.isEmpty() && !workshop.icps.empty() ? &workshop.icps.front() : workshop.icp(wanted);
    if (icp == nullptr)
        return complain({ErrorCode::Usage,
                         wanted.isEmpty() ? Export::tr("This workshop has no ICP yet.")
                                          : Export::tr("This workshop has no ICP “%1”.").arg(wanted),
                         {}});
    const std::shared_ptr<const Dataset> dataset = (*file)->dataset();
    const Result<Study> study = studyFrom(*options, *dataset);
    if (!study) return complain(study.error());
    const ConsoleJob console;
    const Result<Findings> findings = analyze(*dataset, *study, console.job());
    if (!findings) return complain(findings.error());
    const Results results(workshop, *icp, *dataset, *findings);
    Result<QByteArray> bytes = made(options->value(QStringLiteral("what")),
                                    options->value(QStringLiteral("as")), results, *findings, *dataset);
    if (!bytes) return complain(bytes.error());
    const QFileInfo target(out);
    if (const Result<void> written = writeAll(target.path(), {{target.fileName(), std::move(*bytes)}});
        !written)
        return complain(written.error());
    return Done;
}

}  // namespace icp
