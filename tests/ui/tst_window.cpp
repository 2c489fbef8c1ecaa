#include "tests/support/core/places.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/windowcase.h"
#include "ui/shell/rail.h"
#include "ui/shell/railbutton.h"
#include "ui/shell/statusline.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/filecard.h"
#include "ui/stations/import/previewcard.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/start/tile.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using icp::test::importOf;

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
    void rulesAreChosenAndUndone();
    void stationsByKeyboard();
    void droppedFilesGoWhereTheyBelong();
    void droppedFilesWaitForAWorkshop();
    void brokenWorkshopSaysSo();
    void exampleIsAskedForOutside();
    void pagesOfARealWorkshop();
    void realExports_data();
    void realExports();

private:
    std::unique_ptr<MainWindow> makeWindow() { return m_case->makeWindow(); }
    void create(MainWindow& window) { m_case->create(window); }
    void importExports(MainWindow& window) { m_case->importExports(window); }
    QString file(const QString& name) const { return m_case->file(name); }

    std::unique_ptr<test::WindowCase> m_case;
};

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

void TestWindow::initTestCase() { test::WindowCase::prepare(QStringLiteral("tst_window")); }

void TestWindow::init() { m_case = std::make_unique<test::WindowCase>(); }

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
    Settings settings = window->document()->workshop().settings;
    settings.hideNames = true;
    window->document()->editSettings(settings, QStringLiteral("Hide customer names"));
    window->document()->undo();
    words.clear();
    for (QLabel* label : window->statusBar()->findChildren<QLabel*>()) words << label->text();
    QVERIFY2(words.contains(QStringLiteral("Undone: Hide customer names")), qPrintable(words.join(u' ')));
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
    ColumnWish asText;
    asText.type = ColumnType::Text;
    Q_EMIT importOf(*window)->findChild<PreviewCard*>()->wished(QStringLiteral("Stage"), asText);
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

void TestWindow::rulesAreChosenAndUndone() {
    auto window = makeWindow();
    QVERIFY(!window->menus().rules->isEnabled());
    create(*window);
    const auto settings = [&]() -> const Settings& { return window->document()->workshop().settings; };
    window->menus().rules->trigger();
    auto* dialog = window->findChild<QDialog*>(QStringLiteral("rulesDialog"));
    QVERIFY(dialog);
    dialog->findChild<QSpinBox*>(QStringLiteral("reviewDays"))->setValue(30);
    dialog->findChild<QSpinBox*>(QStringLiteral("broadShare"))->setValue(45);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("keepRules")), Qt::LeftButton);
    QCOMPARE(settings().reviewDays, 30);
    QCOMPARE(settings().bands.broadShare, 0.45);
    QCOMPARE(settings().bands.fewWins, 20);
    window->menus().undo->trigger();
    QCOMPARE(settings().reviewDays, usualReviewDays);
    QCOMPARE(settings().bands, NarrownessBands{});
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

    // Nor does it stay once another one is open: on the page it was told on, and on every other.
    create(*window);
    const auto told = [&](Station::Id id) { return !window->station(id)->messages()->isHidden(); };
    QVERIFY(!told(Station::Id::Start));
    window->go(Station::Id::Icp);
    window->openPath(broken.fileName());
    QTRY_VERIFY(told(Station::Id::Icp));
    const QString other = file(QStringLiteral("other.icpw"));
    QVERIFY(WorkshopFile::create(other, Settings()));
    window->openPath(other);
    QTRY_COMPARE(window->document()->path(), other);
    QVERIFY(!told(Station::Id::Icp));
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
        {Station::Id::Validate, "validate"}, {Station::Id::Present, "present"}};
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
        QTest::newRow(name) << realFile(QString::fromLatin1(name));
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
    importOf(*window)->waitForIdle();
    QTest::qWait(400);
    test::shoot(*window, QStringLiteral("real-%1-import").arg(QFileInfo(folder).fileName()));
    QTest::mouseClick(importOf(*window)->findChild<QPushButton*>(QStringLiteral("use")), Qt::LeftButton);
    window->document()->waitForIdle();
    QCOMPARE(window->document()->stage(), Stage::Done);
    QVERIFY(window->document()->findings().base.n > 0);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
