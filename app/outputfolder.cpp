#include "app/outputfolder.h"

#include "app/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace icp {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::OutputFolder)
};
}  // namespace

Result<OutputFolder> OutputFolder::prepare(const QString& folder) {
    QFileInfo info(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    QStringList missing;
    for (; !info.exists() && !info.isRoot(); info = QFileInfo(info.path())) missing << info.filePath();
    if (!info.isDir())
        return fail(ErrorCode::OutputNotWritable,
                    Words::tr("%1 is a file, not a folder. Choose another folder.").arg(info.filePath()));
    QStringList made;
    while (!missing.isEmpty() && QDir().mkdir(missing.last())) made.prepend(missing.takeLast());
    OutputFolder result(made);
    if (!missing.isEmpty() || !QTemporaryDir(folder + QStringLiteral("/.icp-XXXXXX")).isValid())
        return fail(ErrorCode::OutputNotWritable,
                    Words::tr("The folder %1 cannot be written. Choose another folder.")
                        .arg(made.isEmpty() ? info.filePath() : made.first()));
    return result;
}

OutputFolder::~OutputFolder() {
    while (!m_made.isEmpty() && QDir().rmdir(m_made.first())) m_made.removeFirst();
    if (!m_made.isEmpty()) say(Words::tr("The folder %1 was made.").arg(m_made.first()));
}

}  // namespace icp
