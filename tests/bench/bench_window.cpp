// The window with 100,000 accounts and 200,000 deals: how long the first paint takes, and how long the event
// loop ever stands still while files are imported, stored and analysed. Everything is printed against one
// frame of 16 ms.
#include "tests/bench/frames.h"
#include "tests/support/ui/exports.h"
#include "ui/document/document.h"
#include "ui/shell/mainwindow.h"
#include "ui/stations/import/importstation.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QStackedWidget>
#include <QTemporaryDir>

using namespace icp;
using namespace icp::ui;
using namespace icp::bench;

namespace {

constexpr int accounts = 100000;

/// The same data once more, with a change of the workshop every 20 ms until they are stored.
void printEditsWhileStoring(MainWindow& window, const std::shared_ptr<const Dataset>& data, Watch& watch) {
    Document& document = *window.document();
    bool stored = false;
    QObject watcher;
    QObject::connect(&document, &Document::datasetChanged, &watcher, [&] { stored = true; });
    double longest = 0;
    int edits = 0;
    QElapsedTimer since;
    since.start();
    document.useDataset(data);
    watch.runUntil([&] {
        if (since.elapsed() < 20 || stored) return stored;
        Settings settings = document.workshop().settings;
        settings.company = QStringLiteral("Company %1").arg(++edits);
        QElapsedTimer edit;
        edit.start();
        document.editSettings(settings, QStringLiteral("Name the company"));
        longest = qMax(longest, double(edit.nsecsElapsed()) / 1e6);
        since.restart();
        return stored;
    });
    print(QStringLiteral("an edit while data are stored, longest of %1").arg(edits), longest);
    print(QStringLiteral("storing with these edits, whole"), watch.took());
}

/// Tells when the window has painted.
class Painted : public QObject {
public:
    bool seen = false;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) seen = true;
        return false;
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ICP Workshop bench"));
    applyTheme(false, 1);
    test::writeExports(folder.path(), accounts);
    const QString path = folder.filePath(QStringLiteral("bench.icpw"));
    Watch watch;

    {
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        Settings settings;
        settings.title = QStringLiteral("Bench");
        auto file = WorkshopFile::create(path, settings);
        if (!file) return 4;
        window.openDocument(std::move(*file));
        watch.runUntil([&, n = 0]() mutable { return ++n > 20; });

        auto* import = static_cast<ImportStation*>(window.station(Station::Id::Import));
        import->addFiles(
            {folder.filePath(QStringLiteral("accounts.csv")), folder.filePath(QStringLiteral("deals.csv"))});
        double stall = watch.runUntil([&] { return import->draft().result != nullptr; });
        print(QStringLiteral("import, longest stall"), stall);
        print(QStringLiteral("import, longest work of the window itself"), watch.work());
        print(QStringLiteral("import, whole"), watch.took());

        window.document()->useDataset(import->draft().result);
        stall = watch.runUntil([&] { return !window.document()->dataset().files.empty(); });
        print(QStringLiteral("storing, longest stall"), stall);
        print(QStringLiteral("storing, longest work of the window itself"), watch.work());
        print(QStringLiteral("storing, whole"), watch.took());

        stall = watch.runUntil([&] { return window.document()->stage() == Stage::Done; });
        print(QStringLiteral("analysis, longest stall"), stall);
        print(QStringLiteral("analysis, longest work of the window itself"), watch.work());
        print(QStringLiteral("analysis, whole"), watch.took());
        printEditsWhileStoring(window, import->draft().result, watch);
    }

    MainWindow window;
    window.resize(1440, 900);
    window.show();
    watch.runUntil([&, n = 0]() mutable { return ++n > 20; });
    window.openPath(path);
    double stall = watch.runUntil([&] { return window.document() != nullptr; });
    print(QStringLiteral("opening the file, longest stall"), stall);
    print(QStringLiteral("opening the file, longest work of the window itself"), watch.work());
    print(QStringLiteral("opening the file, whole"), watch.took());
    Painted painted;
    window.current()->installEventFilter(&painted);
    window.current()->update();
    stall = watch.runUntil([&] { return painted.seen; });
    print(QStringLiteral("first paint of the page after it was opened"), watch.took());
    stall = watch.runUntil([&] { return window.document()->stage() == Stage::Done; });
    print(QStringLiteral("analysis after opening, longest stall"), stall);
    print(QStringLiteral("analysis after opening, longest work of the window itself"), watch.work());
    for (int id = int(Station::Id::Import); id <= int(Station::Id::Present); ++id) {
        if (!window.station(Station::Id(id))) continue;
        QElapsedTimer timer;
        timer.start();
        const double before = ownTime();
        window.go(Station::Id(id));
        window.current()->repaint();
        const double own = ownTime() - before;
        const QString page = window.current()->accessibleName();
        print(QStringLiteral("to page %1 and its paint").arg(page), double(timer.nsecsElapsed()) / 1e6);
        print(QStringLiteral("to page %1, own work of the window").arg(page), own);
    }
    return 0;
}
