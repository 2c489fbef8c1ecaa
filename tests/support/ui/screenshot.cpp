#include "tests/support/ui/screenshot.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QTest>

namespace icp::test {

void shoot(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("ICP_SCREENSHOTS");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    QTest::qWait(50);  // what is still queued gets painted
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

}  // namespace icp::test
