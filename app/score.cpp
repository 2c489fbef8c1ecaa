#include "app/commands.h"
#include "app/console.h"
#include "app/icpoption.h"
#include "app/importoptions.h"
#include "app/importtext.h"
#include "app/outputfolder.h"
#include "app/ownfiles.h"
#include "core/deck/searchspec.h"
#include "core/deck/sheet.h"
#include "core/deck/writers.h"
#include "core/import/leads.h"
#include "core/store/workshopfile.h"
#include "core/workshop/unanswered.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace icp {

namespace {

struct Score {
    Q_DECLARE_TR_FUNCTIONS(icp::Score)
};

/// The leads to read: all files but the workshop, which comes first.
Result<ImportRequest> leadsRequest(const Options& options) {
    const bool named = !options.value(QStringLiteral("icp")).isEmpty();
    const bool sought = !options.value(QStringLiteral("search")).isEmpty();
    if (options.value(QStringLiteral("out")).isEmpty() || named == sought || options.files().isEmpty())
        return fail(ErrorCode::Usage,
                    Score::tr("score takes a workshop, a list of leads, --out FILE and either "
                              "--icp NAME or --search SPEC.json."));
    Result<ImportRequest> request = importRequest(options);
    if (!request) return request;
    request->files.erase(request->files.begin());
    if (request->files.empty())
        return fail(ErrorCode::Usage, Score::tr("Name the list of leads after the workshop."));
    return request;
}

void sayCounts(const FitTable& fit) {
    say(Score::tr("%n lead(s): %1 ideal, %2 stretch, %3 bad", nullptr, int(fit.fit.size()))
            .arg(fit.ideal.count())
            .arg(fit.stretch.count())
            .arg(fit.bad.count()));
}

/// How many fit, and what no column of the leads answers; `labels` as unanswered() has them.
void sayFit(const FitTable& fit, bool nothingAnswered, const QStringList& labels) {
    const QString columns = labels.join(QStringLiteral(", "));
    if (!nothingAnswered) {
        sayCounts(fit);
        if (!labels.isEmpty())
            say(Score::tr("The leads have no column for %1, so criteria on it stay unknown.").arg(columns));
        return;
    }
    if (fit.ideal.any() || fit.stretch.any() || fit.bad.any()) sayCounts(fit);  // by hand
    say(Score::tr("The leads cannot be judged: none of the columns the profile asks about is in this list "
                  "(%1). --map FILE:COLUMN=ATTRIBUTE says what a column means.")
            .arg(columns));
}

/// By what leads are scored: an ICP of the workshop, or one that was exported as a search spec.
Result<SearchSpec> scoredBy(const Options& options, const Workshop& workshop) {
    if (const QString path = options.value(QStringLiteral("search")); !path.isEmpty()) {
        const QString name = QFileInfo(path).fileName();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::InputUnusable,
                        Score::tr("“%1” cannot be read: %2.").arg(name, file.errorString()));
        return searchSpecFromJson(file.readAll(), name);
    }
    return chosenIcp(workshop, options.value(QStringLiteral("icp"))).transform([&](const Icp* icp) {
        return SearchSpec{*icp, workshop.personasOf(icp->id)};
    });
}

Result<ExitCode> runScore(const Options& options) {
    const Result<ImportRequest> asked = leadsRequest(options);
    if (!asked) return fail(asked.error());
    const QFileInfo target(options.value(QStringLiteral("out")));
    QStringList inputs{options.files().first(), options.value(QStringLiteral("search"))};
    for (const FileRequest& leads : asked->files) inputs << leads.path;
    if (const Result<void> fine = apart(inputs, {target.filePath()}); !fine) return fail(fine.error());
    const ConsoleJob console;
    const Job& job = console.job();
    const Result<std::unique_ptr<WorkshopFile>> file =
        WorkshopFile::open(options.files().first(), job.part(0, 0.2));
    if (!file) return fail(file.error());
    const Workshop& workshop = (*file)->workshop();
    const Result<SearchSpec> chosen = scoredBy(options, workshop);
    if (!chosen) return fail(chosen.error());
    const Icp* icp = &chosen->icp;
    if (icp->criteria.empty())
        return fail(
            ErrorCode::InputUnusable,
            Score::tr(
                "The ICP “%1” has no criteria, so nothing can be scored by it. Write one in the window.")
                .arg(icp->name));
    const Result<OutputFolder> folder = OutputFolder::prepare(target.path());
    if (!folder) return fail(folder.error());

    const std::shared_ptr<const Dataset> known = (*file)->dataset();
    ImportRequest request = *asked;
    request.decisions = decisionsOnCells(workshop.decisions);
    const Result<std::shared_ptr<const Dataset>> leads = importLeads(request, *known, job.part(0.2, 1));
    if (!leads) return fail(leads.error());
    FitModel model(**leads);
    model.setByHand(handFits(workshop.fits, icp->id, **leads));
    const FitTable& fit = model.evaluate(*icp);
    QByteArray bytes = sheetCsv(
        leadsSheet(**leads, *icp, model, chosen->personas,
                   options.has(QStringLiteral("ranked")) ? LeadOrder::BestFirst : LeadOrder::AsRead));
    if (const Result<void> written = writeAll(target.path(), {{target.fileName(), std::move(bytes)}});
        !written)
        return fail(written.error());

    sayFit(fit, answersNothing(*icp, **leads), unanswered(*icp, **leads, *known));
    for (const QString& line : text::unread(**leads)) say(line);
    const auto rejected = (*leads)->rejected.size();
    if (rejected > 0) say(Score::tr("%n row(s) were set aside.", nullptr, int(rejected)));
    return options.has(QStringLiteral("strict")) && rejected > 0 ? DoneWithRejectedRows : Done;
}

/// Options of an import that say how files are read; how deals ended is no matter here.
std::vector<Option> withReadingOptions(std::vector<Option> own) {
    std::vector<Option> options = withImportOptions(std::move(own));
    std::erase_if(options, [](const Option& option) {
        return QStringList{QStringLiteral("won"), QStringLiteral("lost"), QStringLiteral("use"),
                           QStringLiteral("hide")}
            .contains(QLatin1String(option.name));
    });
    return options;
}

}  // namespace

Command scoreCommand() {
    return {"score",
            "W.icpw LEADS...",
            QT_TRANSLATE_NOOP("icp::Help", "how well a list of companies fits an ICP of a workshop"),
            withReadingOptions(
                {{"icp", "NAME", QT_TRANSLATE_NOOP("icp::Help", "which ICP")},
                 {"search", "SPEC.json",
                  QT_TRANSLATE_NOOP("icp::Help", "in place of --icp: a search spec that export wrote")},
                 {"ranked", "",
                  QT_TRANSLATE_NOOP("icp::Help", "ideal before stretch before bad, the highest score first")},
                 {"out", "SCORED.csv",
                  QT_TRANSLATE_NOOP("icp::Help",
                                    "the list with fit, score, what decided it and tier; its folder is made "
                                    "if not there"),
                  true}}),
            false,
            runScore};
}

}  // namespace icp
