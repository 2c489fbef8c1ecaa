#include "tests/support/ui/windowcase.h"
#include "ui/stations/start/startstation.h"
#include "ui/widgets/controls.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace icp;
using namespace icp::ui;

/// The way back to a workshop, what is remembered of it, and the list of keys.
class TestComingBack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::WindowCase::prepare(QStringLiteral("tst_comingback")); }
    void init() { m_case = std::make_unique<test::WindowCase>(); }
    void recentWorkshopsAreRemembered();
    void recentIsShownWhileItIsOpen();
    void startLeadsBack();
    void studyIsKeptWithTheWorkshop();
    void helpListsTheKeysThatExist();

private:
    std::unique_ptr<MainWindow> makeWindow() { return m_case->makeWindow(); }
    void create(MainWindow& window) { m_case->create(window); }
    QString file(const QString& name) const { return m_case->file(name); }

    std::unique_ptr<test::WindowCase> m_case;
};

void TestComingBack::recentWorkshopsAreRemembered() {
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

void TestComingBack::recentIsShownWhileItIsOpen() {
    auto window = makeWindow();
    create(*window);
    QCOMPARE(Preferences().recent().size(), std::size_t(1));
    window->go(Station::Id::Start);
    const auto listed = [&] {
        for (const QAbstractButton* button : window->current()->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->accessibleName() == u"ICP review, autumn 2026") return true;
        return false;
    };
    QTRY_VERIFY(listed());
}

void TestComingBack::startLeadsBack() {
    auto window = makeWindow();
    const auto back = [&] { return window->current()->findChild<QPushButton*>(QStringLiteral("back")); };
    QVERIFY(!back()->isVisible());
    create(*window);
    window->go(Station::Id::Customers);
    window->go(Station::Id::Start);
    QVERIFY(back()->isVisible());
    QCOMPARE(back()->accessibleName(), QStringLiteral("Back to “ICP review, autumn 2026”"));
    QTest::mouseClick(back(), Qt::LeftButton);
    QCOMPARE(window->current()->id(), Station::Id::Customers);
}

void TestComingBack::studyIsKeptWithTheWorkshop() {
    {
        auto window = makeWindow();
        create(*window);
        m_case->importExports(*window);
        Document& document = *window->document();
        QCOMPARE(document.study().unit, Unit::Deal);
        Study study = document.study();
        study.unit = Unit::FirstDeal;
        document.setStudy(study);
        document.waitForIdle();
        QCOMPARE(document.findings().study.unit, Unit::FirstDeal);
        QCOMPARE(document.workshop().settings.unit, QStringLiteral("first-deal"));
        document.undo();
        document.waitForIdle();
        QCOMPARE(document.study().unit, Unit::Deal);
        QCOMPARE(document.findings().study.unit, Unit::Deal);
        document.redo();
        document.waitForIdle();
        QCOMPARE(document.findings().study.unit, Unit::FirstDeal);
    }
    auto window = makeWindow();
    window->openPath(file(QStringLiteral("review.icpw")));
    QTRY_VERIFY(window->document());
    window->document()->waitForIdle();
    QCOMPARE(window->document()->findings().study.unit, Unit::FirstDeal);
}

void TestComingBack::helpListsTheKeysThatExist() {
    auto window = makeWindow();
    window->menus().shortcuts->trigger();
    auto* dialog = window->findChild<QWidget*>(QStringLiteral("shortcutsDialog"));
    QVERIFY(dialog != nullptr);
    QStringList words;
    for (const QLabel* label : dialog->findChildren<QLabel*>()) words << label->text();
    for (int id = 0; id <= int(Station::Id::Present); ++id)
        for (const Station::Key& key : window->station(Station::Id(id))->keys())
            QVERIFY2(words.contains(key.text), qPrintable(key.text));
    for (const QAction* action : window->menus().all())
        QVERIFY(words.contains(action->shortcut().toString(QKeySequence::NativeText)));
    for (const char* key : {"A", "X", "L", "C", "P", "U", "M", "V", "Alt+Up"})
        QVERIFY2(words.contains(QLatin1String(key)), key);
    dialog->close();
}

QTEST_MAIN(TestComingBack)
#include "tst_comingback.moc"
