#include "core/analysis/analyze.h"

#include "app/besidetext.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/findingstext.h"
#include "app/icpoption.h"
#include "app/studyoptions.h"
#include "core/analysis/question.h"
#include "core/deck/findingsbeside.h"
#include "core/store/openings.h"
#include "core/store/workshopfile.h"
#include "core/table/expression.h"

#include <QCoreApplication>

namespace icp {

namespace {

Result<void> setGroup(Study& study, const QString& words, const Dataset& dataset) {
    if (words.isEmpty()) return {};
    Result<std::vector<Condition>> conditions = parseConditions(words, dataset);
    if (!conditions) return fail(conditions.error());
    study.group = std::move(*conditions);
    return {};
}

/// The data to compare with: of the import before, or those in use in another workshop; none without words.
Result<std::shared_ptr<const Dataset>> earlierData(const WorkshopFile& file, const QString& words) {
    if (words.isEmpty()) return std::shared_ptr<const Dataset>();
    if (words != u"before") {
        const Result<std::unique_ptr<WorkshopFile>> other = WorkshopFile::open(words);
        if (!other) return fail(other.error());
        return (*other)->dataset();
    }
    const std::vector<StoredDataset> stored = file.datasets();
    if (stored.size() < 2)
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate(
                        "icp::analyze", "This workshop has one import only, so there is none before."));
    return file.dataset(stored[1].number);
}

/// The look is recorded where the file can be written; otherwise the results are told all the same.
void recordLook(WorkshopFile& file, const SealOpening& look) {
    const std::optional<Change> change = recorded(file.journal(), look);
    if (!change) return;
    if (const Result<void> written = file.apply(*change); !written)
        say(QCoreApplication::translate("icp::analyze",
                                        "This look at the sealed deals could not be recorded: %1")
                .arg(written.error().message));
}

QByteArray told(const Findings& findings, const Dataset& dataset, const FindingsBeside& beside, bool json) {
    if (json) return findingsJson(findings, dataset, beside);
    QStringList lines = text::everything(findings, dataset);
    lines << text::beside(beside);
    return lines.join(u'\n').toUtf8() + '\n';
}

Result<ExitCode> runAnalyze(const Options& options) {
    if (options.files().size() != 1)
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("icp::analyze", "analyze takes exactly one workshop."));
    const Result<StudyWords> words = studyWords(options);
    if (!words) return fail(words.error());
    const Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(options.files().first());
    if (!file) return fail(file.error());
    const Result<const Icp*> chosen = chosenIcp((*file)->workshop(), options.value(QStringLiteral("icp")));
    if (!chosen) return fail(chosen.error());
    // A copy: recording a look makes the workshop anew.
    const std::optional<Icp> icp = *chosen == nullptr ? std::nullopt : std::optional(**chosen);
    const std::shared_ptr<const Dataset> dataset = (*file)->dataset();
    Result<Study> study = studyFrom(*words, *dataset);
    if (!study) return fail(study.error());
    if (const Result<void> named = setGroup(*study, options.value(QStringLiteral("beside")), *dataset);
        !named)
        return fail(named.error());
    study->market = (*file)->workshop().markets;
    SealOpening look{
        {}, dataset->fingerprint, {}, sealedQuestion(questionOf(*study), (*file)->workshop().decisions)};
    study->openings = otherOpenings((*file)->journal(), look);
    const Result<std::shared_ptr<const Dataset>> earlier =
        earlierData(**file, options.value(QStringLiteral("against")));
    if (!earlier) return fail(earlier.error());
    const ConsoleJob console;
    const Result<Findings> findings = analyze(*dataset, *study, console.job());
    if (!findings) return fail(findings.error());
    look.from = findings->seal.from;
    if (findings->seal.rate.n > 0) recordLook(**file, look);
    FindingsBeside beside = besideOf((*file)->workshop(), icp ? &*icp : nullptr, *dataset, findings->study);
    if (*earlier) {
        Result<Drift> drift = driftBetween(**earlier, *dataset, findings->study, console.job());
        if (!drift) return fail(drift.error());
        beside.drift = std::move(*drift);
    }
    return print(told(*findings, *dataset, beside, options.has(QStringLiteral("json")))) ? Done
                                                                                         : OutputNotWritable;
}

}  // namespace

Command analyzeCommand() {
    return {
        "analyze",
        "W.icpw",
        QT_TRANSLATE_NOOP("icp::Help", "what the best customers of a workshop share, on standard output"),
        withStudyOptions(
            {{"json", "", QT_TRANSLATE_NOOP("icp::Help", "as findings.json has it, instead of text to read")},
             {"against", "before|W.icpw",
              QT_TRANSLATE_NOOP("icp::Help",
                                "tell what changed since earlier data: of the import before, or of "
                                "another workshop")},
             {"beside", "EXPR",
              QT_TRANSLATE_NOOP("icp::Help",
                                "whose stages, times and reasons are told beside all others; the first "
                                "segment without it")},
             {"icp", "NAME",
              QT_TRANSLATE_NOOP(
                  "icp::Help",
                  "the ICP by whose fit it is told who left; without it the first agreed, else the first")}}),
        false,
        runAnalyze};
}

}  // namespace icp
