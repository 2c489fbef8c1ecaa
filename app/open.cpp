#include "app/commands.h"
#include "core/example/exampleworkshop.h"
#include "core/import/choices.h"
#include "ui/document/background.h"
#include "ui/shell/mainwindow.h"
#include "ui/stations/station.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScreen>
#include <QStandardPaths>
#include <QStyle>

namespace icp {

namespace {

/// Where the example lives. It is made once; what somebody changed in it stays, as in any workshop.
QString examplePath() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QCoreApplication::translate("icp::open", "Example.icpw"));
}

void openExample(ui::MainWindow& window, ui::Background& maker) {
    const QString path = examplePath();
    if (QFileInfo::exists(path)) {
        window.openPath(path);
        return;
    }
    maker.start([&window, path](const Job& job, const ui::Background::Deliver& deliver) {
        Result<void> made = makeExampleWorkshop(path, job);
        deliver([&window, path, made = std::move(made)] {
            if (made)
                window.openPath(path);
            else
                window.current()->messages()->showMessage(ui::MessageBar::Kind::Error, made.error().message);
        });
    });
}

}  // namespace

std::vector<Option> windowOptions() {
    return {{"demo", "", QT_TRANSLATE_NOOP("icp::Help", "open the window on the example workshop")}};
}

Result<int> openWindow(const Options& options, QApplication& application) {
    if (options.files().size() > 1)
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("icp::open", "Open one workshop at a time."));
    ui::MainWindow window;
    window.setMemoryPath(userMemoryPath());
    ui::Background maker;
    QObject::connect(&window, &ui::MainWindow::exampleRequested, &maker, [&] { openExample(window, maker); });
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QSize room = window.screen()->availableSize();
    if (window.width() > room.width() || window.height() + title > room.height())
        window.showMaximized();
    else
        window.show();
    if (options.has(QStringLiteral("demo")))
        openExample(window, maker);
    else if (!options.files().isEmpty())
        window.openPath(options.files().first());
    return application.exec();
}

}  // namespace icp
