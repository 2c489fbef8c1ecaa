#include "tests/support/ui/screenshot.h"
#include "ui/stations/start/startstation.h"
#include "ui/stations/start/tile.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace icp;
using namespace icp::ui;

class TestStart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void settingsAreWhatIsFilledIn();
    void oneStageAtATime();
    void tilesAsk();
    void recentWorkshopsOpenByKeyboard();
    void tabReachesEveryControl();
};

static QList<Tile*> radios(const StartStation& start) {
    QList<Tile*> result;
    for (Tile* tile : start.findChildren<Tile*>())
        if (tile->objectName().isEmpty()) result << tile;
    return result;
}

void TestStart::settingsAreWhatIsFilledIn() {
    StartStation start;
    start.resize(1440, 870);
    start.setVisible(true);
    const auto fields = start.findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 2);
    QVERIFY(!start.settings().title.isEmpty());
    fields[0]->setText(QStringLiteral("  ICP review  "));
    QTest::keyClicks(fields[1], QStringLiteral("Quillbridge"));
    QTest::mouseClick(radios(start)[1], Qt::LeftButton);
    start.findChild<SegmentedSwitch*>()->setCurrent(1);
    for (Chip* chip : start.findChildren<Chip*>())
        if (chip->text() == u"Finance") QTest::keyClick(chip, Qt::Key_Space);

    QSignalSpy created(&start, &StartStation::createRequested);
    QTest::mouseClick(start.findChild<QPushButton*>(QStringLiteral("create")), Qt::LeftButton);
    QCOMPARE(created.size(), 1);
    const auto settings = created.first().first().value<Settings>();
    QCOMPARE(settings.title, QStringLiteral("ICP review"));
    QCOMPARE(settings.company, QStringLiteral("Quillbridge"));
    QVERIFY(settings.consumers);
    QCOMPARE(settings.stage, BusinessStage::FirstCustomers);
    QCOMPARE(settings.departments,
             QStringList({"Product", "Sales", "Marketing", "Customer success", "Finance"}));
}

void TestStart::oneStageAtATime() {
    StartStation start;
    const auto tiles = radios(start);
    QCOMPARE(tiles.size(), 4);
    for (Tile* tile : tiles) {
        tile->click();
        QCOMPARE(int(std::count_if(tiles.begin(), tiles.end(), [](Tile* t) { return t->isChecked(); })), 1);
        QVERIFY(!tile->accessibleName().isEmpty());
        QVERIFY(!tile->accessibleDescription().isEmpty());
    }
    QCOMPARE(start.settings().stage, BusinessStage::Established);
}

void TestStart::tilesAsk() {
    StartStation start;
    QSignalSpy open(&start, &StartStation::openRequested);
    QSignalSpy example(&start, &StartStation::exampleRequested);
    start.findChild<Tile*>(QStringLiteral("open"))->click();
    start.findChild<Tile*>(QStringLiteral("example"))->click();
    QCOMPARE(open.size(), 1);
    QVERIFY(open.first().first().toString().isEmpty());
    QCOMPARE(example.size(), 1);
    QVERIFY(start.findChild<Tile*>(QStringLiteral("new"))->isChecked());
    QVERIFY(!start.findChild<Tile*>(QStringLiteral("open"))->isChecked());
}

void TestStart::recentWorkshopsOpenByKeyboard() {
    StartStation start;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    start.setRecent({{QStringLiteral("/a.icpw"), QStringLiteral("ICP review, autumn"),
                      QStringLiteral("ICP v4, 5 of 8 sections"), now},
                     {QStringLiteral("/b.icpw"), QStringLiteral("Benelux entry"),
                      QStringLiteral("No data yet"), now.addDays(-90)}});
    start.resize(1440, 870);
    start.setVisible(true);
    QSignalSpy open(&start, &StartStation::openRequested);
    QAbstractButton* second = nullptr;
    for (QAbstractButton* button : start.findChildren<QAbstractButton*>())
        if (button->accessibleName() == u"Benelux entry") second = button;
    QVERIFY(second);
    QTest::keyClick(second, Qt::Key_Space);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().first().toString(), QStringLiteral("/b.icpw"));
    test::shoot(start, QStringLiteral("start"));
    start.resize(1280, 770);
    test::shoot(start, QStringLiteral("start-1280"));
    applyTheme(true, 1);
    test::shoot(start, QStringLiteral("start-1280-dark"));
    applyTheme(false, 1);
}

void TestStart::tabReachesEveryControl() {
    StartStation start;
    start.resize(1440, 870);
    start.setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(&start));
    start.activateWindow();
    QSet<QWidget*> reached;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &start, Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    QVERIFY(reached.contains(start.findChild<QPushButton*>(QStringLiteral("create"))));
    QVERIFY(reached.contains(start.findChild<Tile*>(QStringLiteral("example"))));
    for (Chip* chip : start.findChildren<Chip*>()) QVERIFY2(reached.contains(chip), qPrintable(chip->text()));
    for (QLineEdit* field : start.findChildren<QLineEdit*>()) {
        QVERIFY(reached.contains(field));
        QVERIFY(!field->accessibleName().isEmpty());
    }
}

QTEST_MAIN(TestStart)
#include "tst_start.moc"
