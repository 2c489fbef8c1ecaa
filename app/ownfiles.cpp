#include "app/ownfiles.h"

#include "core/store/workshopfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::OwnFiles)
};
}  // namespace

Result<void> apart(const QStringList& inputs, const QStringList& outputs) {
    for (const QString& output : outputs) {
        const QString place = QFileInfo(output).canonicalFilePath();  // empty when it is not there
        const bool read =
            !place.isEmpty() && std::any_of(inputs.begin(), inputs.end(), [&](const QString& input) {
                return QFileInfo(input).canonicalFilePath() == place;
            });
        if (read)
            return fail(
                ErrorCode::Usage,
                Words::tr(
                    "%1 is read, so the result is not written over it. Choose another place with --out.")
                    .arg(output));
    }
    return {};
}

Result<void> untouched(const QString& workshop) {
    if (!QFileInfo::exists(workshop)) return {};
    const Result<std::unique_ptr<WorkshopFile>> file = WorkshopFile::open(workshop);
    if (!file) return {};
    const std::vector<Change> journal = (*file)->journal();
    const bool asMade = std::all_of(journal.begin(), journal.end(), [&](const Change& change) {
        return change.text == journal.front().text || change.text.isEmpty();
    });
    if (asMade && (*file)->datasets().size() <= 1) return {};
    return fail(
        ErrorCode::Usage,
        Words::tr("%1 has been worked on since it was made, so it is not written over. Move it, or choose "
                  "another folder with --out.")
            .arg(workshop));
}

}  // namespace icp
