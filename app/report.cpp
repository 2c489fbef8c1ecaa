#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/importoptions.h"
#include "app/results.h"
#include "app/studyoptions.h"
#include "core/analysis/analyze.h"
#include "core/deck/writers.h"
#include "core/draft/draft.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace icp {

namespace {

struct Report {
    Q_DECLARE_TR_FUNCTIONS(icp::Report)
};

using Files = std::vector<std::pair<QString, QByteArray>>;

/// The nearest folder of `path` that exists, to find out before the work whether it can end well.
Result<void> checkWritable(const QString& path) {
    QFileInfo info(path);
    while (!info.exists() && info.absoluteFilePath() != info.absolutePath())
        info = QFileInfo(info.absolutePath());
    if (!info.isDir())
        return fail(ErrorCode::OutputNotWritable,
                    Report::tr("%1 is a file, not a folder. Choose another folder.").arg(info.filePath()));
    if (!QTemporaryDir(info.absoluteFilePath() + QStringLiteral("/.icp-XXXXXX")).isValid())
        return fail(
            ErrorCode::OutputNotWritable,
            Report::tr("The folder %1 cannot be written. Choose another folder.").arg(info.filePath()));
    return {};
}

/// The workshop as the bytes of its file, made where nobody sees it half done.
Result<QByteArray> workshopBytes(const Workshop& workshop, const std::shared_ptr<const Dataset>& dataset,
                                 const Job& job) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("workshop.icpw"));
    {
        Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::create(path, workshop.settings);
        if (!file) return fail(file.error());
        if (const Result<void> stored = (*file)->setDataset(dataset, job); !stored)
            return fail(stored.error());
        std::vector<Change> changes;
        const auto add = [&](const QString& entity, const QString& id, const QJsonObject& after,
                             int position) {
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
    }
    QFile bytes(path);
    if (!bytes.open(QIODevice::ReadOnly))
        return fail(ErrorCode::OutputNotWritable,
                    Report::tr("The temporary folder %1 cannot be used.").arg(folder.path()));
    return bytes.readAll();
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
    const bool all =
        add(QStringLiteral("workshop.icpw"), workshopBytes(workshop, dataset, job.part(0, 0.5))) &&
        add(QStringLiteral("icp-slide.pdf"), results.slidePdf()) &&
        add(QStringLiteral("icp-deck.pdf"), results.deckPdf()) &&
        add(QStringLiteral("icp-deck.pptx"), results.deckPptx()) &&
        add(QStringLiteral("persona-matrix.pdf"), results.matrixPdf());
    if (!all) return fail(error);
    files.emplace_back(QStringLiteral("findings.json"), findingsJson(findings, *dataset));
    files.emplace_back(QStringLiteral("accounts-scored.csv"), sheetCsv(results.accounts()));
    files.emplace_back(QStringLiteral("rejected-rows.csv"), rejectedCsv(*dataset));
    files.emplace_back(QStringLiteral("import.json"), importJson(*dataset));
    return files;
}

QString percent(double share) { return QStringLiteral("%1%").arg(qRound(share * 100)); }

/// What came out, in a few lines on stdout.
QByteArray summary(const Dataset& dataset, const Findings& findings, const QString& folder) {
    QStringList lines;
    for (const SourceFile& file : dataset.files)
        lines << Report::tr("%1: %2, %3, %4 rows, %5 set aside")
                     .arg(file.name, entityName(file.role), file.vendor)
                     .arg(file.rows)
                     .arg(file.rejected);
    if (findings.base.n > 0)
        lines << Report::tr("Studied: %1 by %2, %3 of %4 (%5, range %6 to %7)")
                     .arg(outcomeName(findings.study.outcome), unitName(findings.study.unit))
                     .arg(findings.base.positives)
                     .arg(findings.base.n)
                     .arg(percent(findings.base.rate), percent(findings.base.low),
                          percent(findings.base.high));
    int drivers = 0;
    bool tested = false;
    for (const AttributeProfile& profile : findings.attributes) {
        tested = tested || !profile.test.isEmpty();
        if (!profile.isDriver()) continue;
        ++drivers;
        lines << Report::tr("Driver: %1, %2 %3, q %4")
                     .arg(profile.label, profile.effectName, QString::number(profile.effect, 'f', 2),
                          profile.q < 0.001 ? Report::tr("below 0.001") : QString::number(profile.q, 'f', 3));
    }
    if (tested && drivers == 0)
        lines << Report::tr("No driver found: nothing in these columns explains the outcome beyond chance.");
    for (const Warning& warning : findings.warnings) lines << Report::tr("Note: %1").arg(warning.text);
    lines << Report::tr("The results lie in %1").arg(folder);
    return lines.join(u'\n').toUtf8() + '\n';
}

}  // namespace

int report(const QStringList& arguments) {
    const Result<Options> options =
        Options::parse(arguments,
                       QStringList{QStringLiteral("out"), QStringLiteral("icp"), QStringLiteral("role"),
                                   QStringLiteral("map")} +
                           studyOptions(),
                       {QStringLiteral("strict")});
    if (!options) return complain(options.error());
    const QString folder = options->value(QStringLiteral("out"));
    if (folder.isEmpty())
        return complain({ErrorCode::Usage, Report::tr("Say where the results go: --out DIR"), {}});
    const Result<ImportRequest> request = importRequest(*options);
    if (!request) return complain(request.error());
    if (const Result<void> writable = checkWritable(folder); !writable) return complain(writable.error());

    const ConsoleJob console;
    const Job& job = console.job();
    const Result<std::shared_ptr<const Dataset>> dataset = importFiles(*request, job.part(0, 0.4));
    if (!dataset) return complain(dataset.error());
    const Result<Study> study = studyFrom(*options, **dataset);
    if (!study) return complain(study.error());
    const Result<Findings> findings = analyze(**dataset, *study, job.part(0.4, 0.8));
    if (!findings) return complain(findings.error());

    Workshop workshop;
    workshop.settings.title = QFileInfo(folder).fileName();
    workshop.settings.outcome = outcomeName(study->outcome);
    workshop.settings.unit = unitName(study->unit);
    const QString name =
        options->has(QStringLiteral("icp")) ? options->value(QStringLiteral("icp")) : Report::tr("Draft");
    workshop.icps.push_back(draftIcp(*findings, **dataset, name));
    workshop.personas = draftPersonas(**dataset, workshop.icps.front());

    const Result<Files> files = outputs(workshop, *dataset, *findings, job.part(0.8, 1));
    if (!files) return complain(files.error());
    if (job.cancelled())
        return complain({ErrorCode::Cancelled, Report::tr("Cancelled. Nothing was written."), {}});
    if (const Result<void> written = writeAll(folder, *files); !written) return complain(written.error());
    if (!print(summary(**dataset, *findings, folder))) return OutputNotWritable;
    return options->has(QStringLiteral("strict")) && !(*dataset)->rejected.empty() ? DoneWithRejectedRows
                                                                                   : Done;
}

}  // namespace icp
