#include "core/deck/package.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

namespace icp {

Result<QByteArray> officePackage(const std::vector<std::pair<QString, QByteArray>>& parts) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    bool good = zip.open(QuaZip::mdCreate);
    zip.setUtf8Enabled(true);
    for (const auto& [name, content] : parts) {
        QuaZipNewInfo info(name);
        info.dateTime = QDateTime(QDate(2000, 1, 1), QTime(0, 0));
        QuaZipFile file(&zip);
        good = good && file.open(QIODevice::WriteOnly, info) && file.write(content) == content.size();
        file.close();
        good = good && file.getZipError() == 0;
    }
    zip.close();
    if (!good || zip.getZipError() != 0)
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("icp::Package",
                                                "The Office file could not be put together in memory."),
                    QStringLiteral("zip error %1").arg(zip.getZipError()));
    return bytes;
}

}  // namespace icp
