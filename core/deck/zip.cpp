#include "core/deck/zip.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <quazip.h>
#include <quazipfile.h>
#include <quazipnewinfo.h>

namespace icp {

Result<QByteArray> zipped(const std::vector<std::pair<QString, QByteArray>>& files) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    zip.setDataDescriptorWritingEnabled(false);  // some readers of Office files want the sizes in front
    bool good = zip.open(QuaZip::mdCreate);
    for (const auto& [name, content] : files) {
        QuaZipNewInfo info(name);
        info.dateTime = QDateTime(QDate(1980, 1, 1), QTime(0, 0));
        QuaZipFile file(&zip);
        good = good && file.open(QIODevice::WriteOnly, info) && file.write(content) == content.size();
        file.close();
        good = good && file.getZipError() == ZIP_OK;
    }
    zip.close();
    if (!good || zip.getZipError() != ZIP_OK)
        return fail(ErrorCode::OutputNotWritable,
                    QCoreApplication::translate(
                        "icp::Zip", "The file cannot be put together. Free some memory, then try again."),
                    QStringLiteral("zip error %1").arg(zip.getZipError()));
    return bytes;
}

}  // namespace icp
