#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/windowcase.h"
#include "ui/shell/rail.h"
#include "ui/shell/railbutton.h"
#include "ui/stations/patterns/attributecard.h"
#include "ui/stations/patterns/patternsstation.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using icp::test::importOf;

/// Dark, projector, zoom and narrow windows: what changes, and what stays.
class TestWindowLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::WindowCase::prepare(QStringLiteral("tst_windowlook")); }
    void init() { m_case = std::make_unique<test::WindowCase>(); }
    void darkAndProjectorWhileItRuns();
    void railFoldsInANarrowWindow();
    void menuBarIsTheSameAfterDark();
    void selectionSurvivesANewScale();
    void columnsKeepTheirWidths();
    void pagesAreBuiltInsideTheWindow();

private:
    std::unique_ptr<MainWindow> makeWindow() { return m_case->makeWindow(); }
    void create(MainWindow& window) { m_case->create(window); }
    QString file(const QString& name) const { return m_case->file(name); }

    std::unique_ptr<test::WindowCase> m_case;
};

void TestWindowLook::darkAndProjectorWhileItRuns() {
    auto window = makeWindow();
    create(*window);
    importOf(*window)->addFiles({file(QStringLiteral("accounts.csv"))});
    window->document()->waitForIdle();
    QTest::keyClick(window.get(), Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(Tokens::of(window.get()).dark);
    QVERIFY(Preferences().dark());
    test::shoot(*window, QStringLiteral("window-import-dark"));
    QTest::keyClick(window.get(), Qt::Key_F11);
    QVERIFY(window->isFullScreen());
    window->resize(1920, 1080);
    QVERIFY(uiScale() > 1.2);
    window->resize(1440, 900);  // everything is larger, but there is as much room as in the smallest window
    QVERIFY(uiScale() > 1.1);
    QVERIFY(window->width() >= px(1180));
    QVERIFY(window->height() >= px(720));
    QVERIFY(!window->menuBar()->isVisible());
    QVERIFY(!window->statusBar()->isVisible());
    QCOMPARE(window->current()->id(), Station::Id::Import);
    QVERIFY(importOf(*window)->draft().result);  // what was imported and not yet used is still there
    test::shoot(*window, QStringLiteral("window-import-projector"));
    QTest::keyClick(window.get(), Qt::Key_Escape);
    QCOMPARE(uiScale(), 1.0);
    QVERIFY(window->menuBar()->isVisible());
    QVERIFY(!window->isFullScreen());
    QTest::keyClick(window.get(), Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(!Tokens::of(window.get()).dark);
}

/// A part of a page that is shown before it has a parent would flash as a window and take the keys away.
void TestWindowLook::pagesAreBuiltInsideTheWindow() {
    struct OtherWindows : QObject {
        QStringList shown;
        bool eventFilter(QObject* object, QEvent* event) override {
            if (event->type() == QEvent::Show && object->isWidgetType() &&
                static_cast<QWidget*>(object)->isWindow() && !qobject_cast<MainWindow*>(object))
                shown << QString::fromLatin1(object->metaObject()->className());
            return false;
        }
    } others;
    auto window = makeWindow();
    create(*window);
    QCoreApplication::instance()->installEventFilter(&others);
    window->menus().zoomIn->trigger();  // all pages anew
    const auto pages = [&] { return window->findChildren<Station*>().size(); };
    QVERIFY(pages() < 9);
    QTRY_COMPARE(pages(), 9);
    QVERIFY(window->isActiveWindow());
    QVERIFY2(others.shown.empty(), qPrintable(others.shown.join(u' ')));
}

void TestWindowLook::railFoldsInANarrowWindow() {
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

void TestWindowLook::menuBarIsTheSameAfterDark() {
    auto window = makeWindow();
    const int height = window->menuBar()->height();
    const QFont font = window->menuBar()->font();
    QCOMPARE(font.family(), QApplication::font().family());
    for (int i = 0; i < 2; ++i) {
        QTest::keyClick(window.get(), Qt::Key_F11, Qt::ShiftModifier);
        QCoreApplication::processEvents();
        QCOMPARE(window->menuBar()->height(), height);
        QCOMPARE(window->menuBar()->font().family(), font.family());
        QCOMPARE(window->menuBar()->font().pixelSize(), font.pixelSize());
    }
}

void TestWindowLook::selectionSurvivesANewScale() {
    auto window = makeWindow();
    create(*window);
    m_case->importExports(*window);
    const auto attributes = [&] {
        return window->station(Station::Id::Patterns)->findChild<AttributeCard*>();
    };
    window->go(Station::Id::Patterns);
    attributes()->step(2);
    QVERIFY(attributes()->current() != nullptr);
    const QString chosen = attributes()->current()->name;
    window->menus().zoomIn->trigger();
    QCOMPARE(window->current()->id(), Station::Id::Patterns);
    QVERIFY(attributes()->current() != nullptr);
    QCOMPARE(attributes()->current()->name, chosen);
    // A page that was seen before keeps it too, though it is built anew twice before it is seen again.
    window->go(Station::Id::Import);
    window->menus().zoomIn->trigger();
    window->menus().zoomReset->trigger();
    window->go(Station::Id::Patterns);
    QCOMPARE(attributes()->current()->name, chosen);
}

void TestWindowLook::columnsKeepTheirWidths() {
    {
        auto window = makeWindow();
        create(*window);
        m_case->importExports(*window);
        window->go(Station::Id::Patterns);
        auto* columns = window->current()->findChild<Columns*>();
        QCOMPARE(columns->sizes().front(), 296);
        QSplitterHandle* handle = columns->handle(1);
        QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(8, 100));
        const QPoint target(8 + 60, 100);
        QMouseEvent move(QEvent::MouseMove, target, handle->mapToGlobal(target), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(handle, &move);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, target);
        QVERIFY2(columns->sizes().front() > 340, qPrintable(QString::number(columns->sizes().front())));
    }
    Columns again(QStringLiteral("patterns"));
    for (int i = 0; i < 3; ++i) again.addWidget(new QWidget);
    again.setWidths({296, 0, 304});
    QVERIFY(again.widthOf(0) > 340);
    QCOMPARE(again.widthOf(2), 304);
    again.resize(1200, 400);
    again.show();
    QCOMPARE(again.sizes().front(), again.widthOf(0));
}

QTEST_MAIN(TestWindowLook)
#include "tst_windowlook.moc"
