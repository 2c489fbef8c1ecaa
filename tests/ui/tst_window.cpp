#include "tests/support/ui/exports.h"
#include "tests/support/ui/screenshot.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/shell/railbutton.h"
#include "ui/shell/statusline.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/filecard.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/start/startstation.h"
#include "ui/stations/start/tile.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::ui;

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void startPageFirst();
    void journeyFromFilesToData();
    void overrulingAColumnReadsItAgain();
    void cancelKeepsWhatWasRead();
    void undoFromTheMenu();
    void darkAndProjectorWhileItRuns();
    void railFoldsInANarrowWindow();
    void stationsByKeyboard();
    void droppedFilesGoWhereTheyBelong();
    void droppedFilesWaitForAWorkshop();
    void brokenWorkshopSaysSo();
    void recentWorkshopsAreRemembered();
    void exampleIsAskedForOutside();
    void pagesOfARealWorkshop();
    void realExports_data();
    void realExports();

private:
    std::unique_ptr<MainWindow> makeWindow();
    void create(MainWindow& window);
    void importExports(MainWindow& window);
    QString file(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

static ImportStation* importOf(MainWindow& window) {
    return static_cast<ImportStation*>(window.station(Station::Id::Import));
}

static void drop(QWidget& target, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(600, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(600, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &dropped);
}

void TestWindow::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ICP Workshop test"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_window"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

void TestWindow::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    applyTheme(false, 1);
    test::writeExports(m_folder->path(), 300);
}

std::unique_ptr<MainWindow> TestWindow::makeWindow() {
    auto window = std::make_unique<MainWindow>();
    window->setFileChoices({[this] { return file(QStringLiteral("review.icpw")); },
                            [this](const QString&) { return file(QStringLiteral("review.icpw")); },
                            [this](const QString&) { return file(QStringLiteral("copy.icpw")); }});
    window->resize(1440, 900);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) qFatal("The window does not become active.");
    return window;
}

void TestWindow::create(MainWindow& window) {
    auto* start = static_cast<StartStation*>(window.station(Station::Id::Start));
    const auto fields = start->findChildren<QLineEdit*>();
    fields[0]->setText(QStringLiteral("ICP review, autumn 2026"));
    fields[1]->setText(QStringLiteral("Quillbridge"));
    QTest::mouseClick(start->findChild<QPushButton*>(QStringLiteral("create")), Qt::LeftButton);
    QVERIFY(window.document());
    QCOMPARE(window.current()->id(), Station::Id::Import);
}

void TestWindow::importExports(MainWindow& window) {
    importOf(window)->addFiles({file(QStringLiteral("accounts.csv")), file(QStringLiteral("deals.csv"))});
    window.document()->waitForIdle();
    QVERIFY2(importOf(window)->draft().result != nullptr, qPrintable(importOf(window)->messages()->text()));
    auto* use = importOf(window)->findChild<QPushButton*>(QStringLiteral("use"));
    QVERIFY(use->isEnabled());
    QTest::mouseClick(use, Qt::LeftButton);
    window.document()->waitForIdle();
}

void TestWindow::startPageFirst() {
    auto window = makeWindow();
    QCOMPARE(window->current()->id(), Station::Id::Start);
    QVERIFY(!window->document());
    QVERIFY(!window->rail()->isVisible());
    window->go(Station::Id::Import);
    QCOMPARE(window->current()->id(), Station::Id::Start);
    QVERIFY(!window->menus().saveCopy->isEnabled());
    test::shoot(*window, QStringLiteral("window-start"));
}

void TestWindow::journeyFromFilesToData() {
    auto window = makeWindow();
    create(*window);
    QVERIFY(window->rail()->isVisible());
    QVERIFY(window->windowTitle().contains(u"ICP review, autumn 2026"));
    test::shoot(*window, QStringLiteral("window-import-empty"));

    auto* import = importOf(*window);
    import->addFiles({file(QStringLiteral("accounts.csv")), file(QStringLiteral("deals.csv"))});
    window->document()->waitForIdle();
    QVERIFY2(import->draft().result != nullptr, qPrintable(import->messages()->text()));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(import->findChildren<FileCard*>().size(), 2);
    QTest::mouseClick(import->findChildren<FileCard*>()[1], Qt::LeftButton);
    test::shoot(*window, QStringLiteral("window-import"));
    window->resize(1280, 800);
    test::shoot(*window, QStringLiteral("window-import-1280"));
    window->resize(1440, 900);

    QTest::mouseClick(import->findChild<QPushButton*>(QStringLiteral("use")), Qt::LeftButton);
    window->document()->waitForIdle();
    QCOMPARE(window->document()->dataset().accounts.rows(), std::size_t(300));
    QCOMPARE(window->document()->dataset().deals.rows(), std::size_t(600));
    QCOMPARE(window->document()->dataset().deals.links.matched(), qint64(600));
    QCOMPARE(window->document()->stage(), Stage::Done);
    QCOMPARE(window->document()->findings().base.n, qint64(600));
    QStringList words;
    for (QLabel* label : window->statusBar()->findChildren<QLabel*>()) words << label->text();
    QVERIFY2(words.join(u' ').contains(u"600 closed deals"), qPrintable(words.join(u' ')));
    QVERIFY(words.join(u' ').contains(u"Saved"));
}

void TestWindow::overrulingAColumnReadsItAgain() {
    auto window = makeWindow();
    create(*window);
    // Not in the order in which the importer shows them.
    importOf(*window)->addFiles({file(QStringLiteral("deals.csv")), file(QStringLiteral("accounts.csv"))});
    window->document()->waitForIdle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::mouseClick(importOf(*window)->findChildren<FileCard*>()[1], Qt::LeftButton);
    auto* header = importOf(*window)->findChild<ColumnHeader*>();
    auto* model = static_cast<PreviewModel*>(header->model());
    const int amount = model->columnOf(QStringLiteral("Amount"));
    QVERIFY(amount >= 0);
    Q_EMIT header->mappingChosen(QStringLiteral("Amount"), QStringLiteral("ignore"));
    Q_EMIT header->typeChosen(QStringLiteral("Stage"), ColumnType::Text);
    window->document()->waitForIdle();
    QVERIFY2(importOf(*window)->draft().result != nullptr, qPrintable(importOf(*window)->messages()->text()));
    QVERIFY(model->headerData(amount, Qt::Horizontal, PreviewModel::LeftOutRole).toBool());
    QCOMPARE(model->info(model->columnOf(QStringLiteral("Stage"))).type, ColumnType::Text);
}

void TestWindow::cancelKeepsWhatWasRead() {
    auto window = makeWindow();
    create(*window);
    importOf(*window)->addFiles({file(QStringLiteral("deals.csv"))});
    window->document()->cancel();
    QVERIFY(importOf(*window)->messages()->text().contains(u"stopped"));
    QTest::mouseClick(importOf(*window)->messages()->findChild<QPushButton*>(), Qt::LeftButton);
    window->document()->waitForIdle();
    const auto read = importOf(*window)->draft().result;
    QVERIFY(read);
    auto* header = importOf(*window)->findChild<ColumnHeader*>();
    Q_EMIT header->mappingChosen(QStringLiteral("Amount"), QStringLiteral("ignore"));
    QVERIFY(!importOf(*window)->findChild<QPushButton*>(QStringLiteral("use"))->isEnabled());
    window->document()->cancel();
    QCOMPARE(importOf(*window)->draft().result, read);
    QVERIFY(importOf(*window)->draft().request.files.front().mapping.isEmpty());
    QVERIFY(importOf(*window)->findChild<QPushButton*>(QStringLiteral("use"))->isEnabled());
}

void TestWindow::undoFromTheMenu() {
    auto window = makeWindow();
    create(*window);
    QVERIFY(!window->menus().undo->isEnabled());
    window->menus().hideNames->trigger();
    QVERIFY(window->document()->workshop().settings.hideNames);
    QVERIFY(window->menus().undo->text().contains(u"Hide customer names"));
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!window->document()->workshop().settings.hideNames);
    QVERIFY(!window->menus().hideNames->isChecked());
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(window->document()->workshop().settings.hideNames);
    window->menus().saveCopy->trigger();
    window->document()->waitForIdle();
    QVERIFY(QFile::exists(file(QStringLiteral("copy.icpw"))));
    QVERIFY(window->current()->messages()->text().contains(u"copy.icpw"));
}

void TestWindow::darkAndProjectorWhileItRuns() {
    auto window = makeWindow();
    create(*window);
    importOf(*window)->addFiles({file(QStringLiteral("accounts.csv"))});
    window->document()->waitForIdle();
    QTest::keyClick(window.get(), Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(Tokens::of(window.get()).dark);
    QVERIFY(Preferences().dark());
    test::shoot(*window, QStringLiteral("window-import-dark"));
    QTest::keyClick(window.get(), Qt::Key_F11);
    QVERIFY(uiScale() > 1.2);
    QVERIFY(!window->menuBar()->isVisible());
    QVERIFY(!window->statusBar()->isVisible());
    QCOMPARE(window->current()->id(), Station::Id::Import);
    QVERIFY(importOf(*window)->draft().result);  // what was imported and not yet used is still there
    test::shoot(*window, QStringLiteral("window-import-projector"));
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QCOMPARE(uiScale(), 1.0);
    QVERIFY(window->menuBar()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(!Tokens::of(window.get()).dark);
}

void TestWindow::railFoldsInANarrowWindow() {
    auto window = makeWindow();
    create(*window);
    QVERIFY(!window->rail()->folded());
    QCOMPARE(window->rail()->width(), 204);
    window->resize(1280, 800);
    QVERIFY(window->rail()->folded());
    QCOMPARE(window->rail()->width(), 64);
    for (RailButton* button : window->rail()->findChildren<RailButton*>()) {
        QVERIFY(!button->toolTip().isEmpty());
        QVERIFY(!button->accessibleName().isEmpty());
    }
    test::shoot(*window, QStringLiteral("window-import-empty-1280"));
}

void TestWindow::stationsByKeyboard() {
    auto window = makeWindow();
    create(*window);
    QTest::keyClick(window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(window->current()->id(), Station::Id::Start);
    for (int i = 1; i <= int(Station::Id::Present); ++i) {
        if (!window->station(Station::Id(i))) continue;
        QTest::keyClick(window.get(), Qt::Key(Qt::Key_0 + i), Qt::ControlModifier);
        QCOMPARE(int(window->current()->id()), i);
    }
    window->go(Station::Id::Import);
    QTest::keyClick(window.get(), Qt::Key_F6);
    QVERIFY(qobject_cast<RailButton*>(window->focusWidget()));
    QTest::keyClick(window->focusWidget(), Qt::Key_F6);
    QVERIFY(window->current()->isAncestorOf(window->focusWidget()));
}

void TestWindow::droppedFilesGoWhereTheyBelong() {
    auto window = makeWindow();
    create(*window);
    drop(*window, {file(QStringLiteral("accounts.csv")), file(QStringLiteral("deals.csv"))});
    QCOMPARE(importOf(*window)->draft().request.files.size(), std::size_t(2));
    window->document()->waitForIdle();
    QVERIFY(importOf(*window)->draft().result);

    Settings other;
    other.title = QStringLiteral("Other");
    QVERIFY(WorkshopFile::create(file(QStringLiteral("other.icpw")), other));
    drop(*window, {file(QStringLiteral("other.icpw"))});
    QTRY_COMPARE(window->document()->workshop().settings.title, QStringLiteral("Other"));
    QVERIFY(importOf(*window)->draft().request.files.empty());
}

void TestWindow::droppedFilesWaitForAWorkshop() {
    auto window = makeWindow();
    drop(*window, {file(QStringLiteral("deals.csv"))});
    QVERIFY(window->current()->messages()->isVisible());
    create(*window);
    QCOMPARE(importOf(*window)->draft().request.files.size(), std::size_t(1));
    window->document()->waitForIdle();
    QVERIFY(importOf(*window)->draft().result);
}

void TestWindow::brokenWorkshopSaysSo() {
    auto window = makeWindow();
    QFile broken(file(QStringLiteral("broken.icpw")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("this is not a workshop");
    broken.close();
    window->openPath(broken.fileName());
    QTRY_VERIFY(window->current()->messages()->isVisible());
    QVERIFY(window->current()->messages()->text().contains(u"broken.icpw"));
    QVERIFY(!window->document());
}

void TestWindow::recentWorkshopsAreRemembered() {
    {
        auto window = makeWindow();
        create(*window);
        window->close();
    }
    const auto recent = Preferences().recent();
    QCOMPARE(recent.size(), std::size_t(1));
    QCOMPARE(recent.front().title, QStringLiteral("ICP review, autumn 2026"));
    QCOMPARE(recent.front().path, file(QStringLiteral("review.icpw")));
    auto window = makeWindow();
    QVERIFY(window->menus().recent->isEnabled());
    window->menus().recent->actions().first()->trigger();
    QTRY_VERIFY(window->document());
    QFile::remove(file(QStringLiteral("review.icpw")));
    QVERIFY(Preferences().recent().empty());
}

void TestWindow::exampleIsAskedForOutside() {
    auto window = makeWindow();
    QSignalSpy asked(window.get(), &MainWindow::exampleRequested);
    window->station(Station::Id::Start)->findChild<Tile*>(QStringLiteral("example"))->click();
    create(*window);
    for (QPushButton* button : importOf(*window)->findChildren<QPushButton*>())
        if (button->text() == u"Try the example") button->click();
    QCOMPARE(asked.size(), 2);
}

void TestWindow::pagesOfARealWorkshop() {
    auto window = makeWindow();
    create(*window);
    importExports(*window);
    const std::pair<Station::Id, const char*> pages[] = {
        {Station::Id::Import, "import"},     {Station::Id::Customers, "customers"},
        {Station::Id::Patterns, "patterns"}, {Station::Id::Segments, "segments"},
        {Station::Id::Icp, "icp"},           {Station::Id::Personas, "personas"},
        {Station::Id::Present, "present"}};
    for (const bool dark : {false, true}) {
        window->menus().dark->setChecked(dark);
        for (const auto& [id, name] : pages) {
            if (!window->station(id)) continue;
            window->go(id);
            QVERIFY(!window->current()->messages()->isVisible() ||
                    !window->current()->messages()->text().isEmpty());
            const QString look = dark ? QStringLiteral("-dark") : QString();
            for (const QSize size : {QSize(1440, 900), QSize(1280, 800)}) {
                window->resize(size);
                test::shoot(*window, QStringLiteral("page-%1-%2%3")
                                         .arg(QString::fromLatin1(name))
                                         .arg(size.width())
                                         .arg(look));
            }
        }
    }
}

void TestWindow::realExports_data() {
    QTest::addColumn<QString>("folder");
    for (const char* name : {"maven-crm", "zoho-crm", "salesforce-export", "dynamics365", "telco-churn"})
        QTest::newRow(name) << QStringLiteral(ICP_REAL_DATA "/") + QString::fromLatin1(name);
}

void TestWindow::realExports() {
    QFETCH(QString, folder);
    QStringList paths;
    for (const QFileInfo& info :
         QDir(folder).entryInfoList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name))
        paths << info.filePath();
    if (paths.isEmpty()) QSKIP("The real exports are not beside the project.");
    auto window = makeWindow();
    create(*window);
    drop(*window, paths);
    window->document()->waitForIdle();
    QVERIFY2(importOf(*window)->draft().result != nullptr, qPrintable(importOf(*window)->messages()->text()));
    test::shoot(*window, QStringLiteral("real-%1-import").arg(QFileInfo(folder).fileName()));
    QTest::mouseClick(importOf(*window)->findChild<QPushButton*>(QStringLiteral("use")), Qt::LeftButton);
    window->document()->waitForIdle();
    QCOMPARE(window->document()->stage(), Stage::Done);
    QVERIFY(window->document()->findings().base.n > 0);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
