#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/results.h"
#include "app/studyoptions.h"
#include "core/analysis/analyze.h"
#include "core/deck/writers.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace icp {

namespace {

struct Export {
    Q_DECLARE_TR_FUNCTIONS(icp::Export)
};

Result<QByteArray> made(const QString& what, const QString& as, const Results& results,
                        const Findings& findings, const Dataset& dataset) {
    const QString wish = what + u'/' + as;
    if (wish == u"slide/pdf") return results.slidePdf();
    if (wish == u"slide/pptx") return results.slidePptx();
    if (wish == u"deck/pdf") return results.deckPdf();
    if (wish == u"deck/pptx") return results.deckPptx();
    if (wish == u"matrix/pdf") return results.matrixPdf();
    if (wish == u"matrix/pptx") return results.matrixPptx();
    if (wish == u"accounts/csv") return results.accountsCsv();
    if (wish == u"findings/json") return findingsJson(findings, dataset);
    return fail(ErrorCode::Usage,
                Export::tr("%1 cannot be exported as %2. Possible: slide, deck and matrix as pdf or pptx, "
                           "accounts as csv, findings as json.")
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
