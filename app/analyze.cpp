#include "core/analysis/analyze.h"

#include "app/commands.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/studyoptions.h"
#include "core/deck/writers.h"
#include "core/store/workshopfile.h"

#include <QCoreApplication>

namespace icp {

int analyze(const QStringList& arguments) {
    const Result<Options> options = Options::parse(arguments, studyOptions(), {QStringLiteral("json")});
    if (!options) return complain(options.error());
    if (options->files().size() != 1)
        return complain({ErrorCode::Usage,
                         QCoreApplication::translate("icp::analyze", "analyze takes exactly one workshop."),
                         {}});
    const Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(options->files().first());
    if (!file) return complain(file.error());
    const std::shared_ptr<const Dataset> dataset = (*file)->dataset();
    const Result<Study> study = studyFrom(*options, *dataset);
    if (!study) return complain(study.error());
    const ConsoleJob console;
    const Result<Findings> findings = analyze(*dataset, *study, console.job());
    if (!findings) return complain(findings.error());
    return print(findingsJson(*findings, *dataset)) ? Done : OutputNotWritable;
}

}  // namespace icp
