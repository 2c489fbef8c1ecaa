#include "core/analysis/analyze.h"

#include "app/commands.h"
#include "app/console.h"
#include "app/findingstext.h"
#include "app/studyoptions.h"
#include "core/deck/writers.h"
#include "core/store/openings.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>

namespace icp {

namespace {

Result<ExitCode> runAnalyze(const Options& options) {
    if (options.files().size() != 1)
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("icp::analyze", "analyze takes exactly one workshop."));
    const Result<StudyWords> words = studyWords(options);
    if (!words) return fail(words.error());
    const Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(options.files().first());
    if (!file) return fail(file.error());
    const std::shared_ptr<const Dataset> dataset = (*file)->dataset();
    Result<Study> study = studyFrom(*words, *dataset);
    if (!study) return fail(study.error());
    study->market = (*file)->workshop().markets;
    study->openings = openingsOf((*file)->journal(), dataset->fingerprint);
    const ConsoleJob console;
    const Result<Findings> findings = analyze(*dataset, *study, console.job());
    if (!findings) return fail(findings.error());
    const QByteArray result = options.has(QStringLiteral("json"))
                                  ? findingsJson(*findings, *dataset)
                                  : text::everything(*findings).join(u'\n').toUtf8() + '\n';
    return print(result) ? Done : OutputNotWritable;
}

}  // namespace

Command analyzeCommand() {
    return {"analyze",
            "W.icpw",
            QT_TRANSLATE_NOOP("icp::Help", "what the best customers of a workshop share, on standard output"),
            withStudyOptions(
                {{"json", "",
                  QT_TRANSLATE_NOOP("icp::Help", "as findings.json has it, instead of text to read")}}),
            false,
            runAnalyze};
}

}  // namespace icp
