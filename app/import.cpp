#include "app/commands.h"
#include "app/console.h"
#include "app/importoptions.h"
#include "app/importtarget.h"
#include "app/importtext.h"
#include "app/memoryoption.h"
#include "app/outputfolder.h"
#include "core/import/choices.h"
#include "core/import/fixing.h"
#include "core/proposals/mended.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <string_view>

using namespace std::string_view_literals;

namespace icp {

namespace {

struct ImportCommand {
    Q_DECLARE_TR_FUNCTIONS(icp::ImportCommand)
};

Result<void> checkAccepted(const QStringList& kinds) {
    const QStringList acceptable{"levels", "missing", "links", "accounts"};
    for (const QString& kind : kinds)
        if (!acceptable.contains(kind))
            return fail(
                ErrorCode::Usage,
                ImportCommand::tr("--accept takes levels, missing, links or accounts; “%1” is none of them.")
                    .arg(kind));
    return {};
}

/// Of all that is proposed, what is to be accepted.
Decisions accepted(const Proposals& proposals, const QStringList& kinds) {
    Decisions decisions = proposals.all();
    if (!kinds.contains(QStringLiteral("levels"))) decisions.levels.clear();
    if (!kinds.contains(QStringLiteral("missing"))) decisions.missing.clear();
    if (!kinds.contains(QStringLiteral("links"))) decisions.links.clear();
    if (!kinds.contains(QStringLiteral("accounts"))) decisions.accounts.clear();
    return decisions;
}

/// What to import: the files named, with what is known from before, or those of the last import with the
/// rows of a list mended.
Result<ImportRequest> requestFor(const Options& options, const ImportTarget& target,
                                 const MappingMemory& memory) {
    if (!options.has(QStringLiteral("fixed"))) {
        Result<ImportRequest> request = importRequest(options);
        if (!request) return request;
        request->memory = memory;
        if (target.before()) continueFrom(*request, *target.before(), target.importedOn());
        return request;
    }
    if (!target.before())
        return fail(ErrorCode::InputUnusable,
                    ImportCommand::tr("Nothing was imported into “%1” yet, so no row of it can be mended.")
                        .arg(options.value(QStringLiteral("to"))));
    Result<FixedImport> fixed = withFixedRows(*target.before(), options.value(QStringLiteral("fixed")));
    if (!fixed) return fail(fixed.error());
    ImportRequest request;
    static_cast<ImportChoices&>(request) = std::move(fixed->choices);
    return request;
}

/// What is wrong with the words, before anything is read.
Result<void> checkWords(const Options& options) {
    if (options.value(QStringLiteral("to")).isEmpty())
        return fail(ErrorCode::Usage, ImportCommand::tr("Say which workshop to import into: --to W.icpw"));
    if (const auto checked = checkAccepted(options.values(QStringLiteral("accept"))); !checked)
        return checked;
    if (options.has(QStringLiteral("fixed"))) {
        bool alone = options.files().isEmpty();
        for (const Option& option : withImportOptions({}))
            alone = alone && (!options.has(QLatin1String(option.name)) || option.name == "strict"sv);
        if (alone) return {};
        return fail(ErrorCode::Usage,
                    ImportCommand::tr("--fixed reads the files of the last import as they were "
                                      "read then; say nothing else about files."));
    }
    if (const auto request = importRequest(options); !request) return fail(request.error());
    return {};
}

/// An import as it is going to be used, with what there is to tell of it.
struct Ready {
    std::shared_ptr<const Dataset> dataset;
    Decisions fresh;  ///< accepted now
    ImportNews news;
};

Result<Ready> readied(const std::shared_ptr<const Dataset>& imported, const ImportTarget& target,
                      const QStringList& accept, const Job& job) {
    Ready ready{imported, {}, {}};
    Decisions decisions = target.decisions();
    const auto mend = [&](const Job& part) -> Result<void> {
        Result<std::shared_ptr<const Dataset>> dataset = mended(imported, decisions, part.part(0, 0.2));
        if (!dataset) return fail(dataset.error());
        ready.dataset = std::move(*dataset);
        Result<Proposals> proposals = propose(*ready.dataset, part.part(0.2, 1));
        if (!proposals) return fail(proposals.error());
        ready.news.proposals = std::move(*proposals);
        return {};
    };
    if (const auto done = mend(job.part(0, 0.5)); !done) return fail(done.error());
    ready.fresh = accepted(*ready.news.proposals, accept);
    if (!ready.fresh.empty()) {
        decisions.add(ready.fresh);
        if (const auto done = mend(job.part(0.5, 0.8)); !done) return fail(done.error());
    }
    if (target.before()) {
        // The same decisions on both, so that only what the files say is told as new.
        Result<std::shared_ptr<const Dataset>> before = mended(target.before(), decisions, job);
        if (!before) return fail(before.error());
        ready.news.before = std::move(*before);
        Result<DatasetChange> change = compare(*ready.news.before, *ready.dataset, job.part(0.8, 1));
        if (!change) return fail(change.error());
        ready.news.change = std::move(*change);
    }
    return ready;
}

Result<ExitCode> runImport(const Options& options) {
    if (const auto checked = checkWords(options); !checked) return fail(checked.error());
    const QString to = options.value(QStringLiteral("to"));
    const MemoryOption memory(options, QStringLiteral("user"));
    const Result<MappingMemory> remembered = memory.read();
    if (!remembered) return fail(remembered.error());
    const Result<OutputFolder> folder = OutputFolder::prepare(QFileInfo(to).path());
    if (!folder) return fail(folder.error());

    const ConsoleJob console;
    const Job& job = console.job();
    ImportTarget target(to);
    if (const auto opened = target.open(job.part(0, 0.1)); !opened) return fail(opened.error());
    const Result<ImportRequest> request = requestFor(options, target, *remembered);
    if (!request) return fail(request.error());
    const Result<std::shared_ptr<const Dataset>> dataset = importFiles(*request, job.part(0.1, 0.6));
    if (!dataset) return fail(dataset.error());
    const Result<Ready> ready =
        readied(*dataset, target, options.values(QStringLiteral("accept")), job.part(0.6, 0.8));
    if (!ready) return fail(ready.error());
    if (const auto filled = target.fill(*dataset, ready->fresh, job.part(0.8, 1)); !filled)
        return fail(filled.error());
    if (const auto kept = memory.keep(**dataset); !kept) return fail(kept.error());

    const Dataset& used = *ready->dataset;
    const QByteArray result = options.has(QStringLiteral("json"))
                                  ? importJson(used, ready->news)
                                  : text::imported(used, ready->news).join(u'\n').toUtf8() + '\n';
    if (!print(result)) return OutputNotWritable;
    return options.has(QStringLiteral("strict")) && !used.rejected.empty() ? DoneWithRejectedRows : Done;
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
              QT_TRANSLATE_NOOP(
                  "icp::Help",
                  "all that was understood and what is new and uncertain, as import.json has it")},
             {"accept", "levels|missing|links|accounts",
              QT_TRANSLATE_NOOP("icp::Help", "accept what is proposed of this kind; may be repeated")},
             {"fixed", "LIST",
              QT_TRANSLATE_NOOP(
                  "icp::Help",
                  "instead of files: read those of the last import again, with the rows of this "
                  "list in the place of those that were set aside")},
             MemoryOption::option(QT_TRANSLATE_NOOP(
                 "icp::Help", "where decisions are remembered for other workshops; user without it"))}),
        false,
        runImport};
}

}  // namespace icp
