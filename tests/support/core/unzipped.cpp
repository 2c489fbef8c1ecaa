#include "tests/support/core/unzipped.h"

#include <QBuffer>
#include <quazip.h>
#include <quazipfile.h>

namespace icp::test {

QMap<QString, QByteArray> unzipped(const QByteArray& bytes) {
    QMap<QString, QByteArray> files;
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip)) return files;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFile file(&zip);
        if (file.open(QIODevice::ReadOnly)) files[zip.getCurrentFileName()] = file.readAll();
    }
    return files;
}

}  // namespace icp::test
