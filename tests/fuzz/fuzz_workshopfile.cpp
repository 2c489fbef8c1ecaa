// Any bytes as a workshop: opening, undoing and saving a copy may fail, but never crash.
#include "core/store/workshopfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir folder(QDir(QStringLiteral("/dev/shm")).exists()
                                          ? QStringLiteral("/dev/shm/icpw-XXXXXX")
                                          : QDir::tempPath() + QStringLiteral("/icpw-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("w.icpw"));
    QFile::remove(path + QStringLiteral("-journal"));
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return 0;
        file.write(reinterpret_cast<const char*>(data), qint64(size));
    }
    const auto opened = icp::WorkshopFile::open(path);
    if (!opened) return 0;
    icp::WorkshopFile& file = **opened;
    file.journal();
    for (std::size_t row = 0; row < file.dataset()->accounts.rows() && row < 100; ++row)
        file.dataset()->accountName(row);
    for (int i = 0; i < 20 && file.canUndo(); ++i)
        if (!file.undo()) break;
    for (int i = 0; i < 20 && file.canRedo(); ++i)
        if (!file.redo()) break;
    icp::Change change;
    change.entity = QStringLiteral("icp");
    change.id = QStringLiteral("fuzz");
    change.after = icp::toJson(icp::Icp());
    (void)file.apply(change);
    (void)file.copyTo(folder.filePath(QStringLiteral("copy.icpw")));
    return 0;
}
