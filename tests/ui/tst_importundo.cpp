#include "tests/support/ui/importcase.h"
#include "tests/support/ui/windowcase.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/columnpanel.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using icp::test::importOf;

/// What the window's Undo and Redo do of an import: how files are read, what is decided of the data, and that
/// they are used, in the order in which it was done.
class TestImportUndo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::WindowCase::prepare(QStringLiteral("tst_importundo")); }
    void readingsAndDecisionsInTheirOrder();
    void useOfTheFirstData();
    void useOfTheNextData();
    void changeOfWhatIsUsed();

private:
    static ColumnType typeOf(const Dataset& dataset, const QString& header);
    static void chooseText(ImportStation& station, const QString& header);
    static void undo(MainWindow& window, Qt::KeyboardModifiers more = Qt::NoModifier);
};

ColumnType TestImportUndo::typeOf(const Dataset& dataset, const QString& header) {
    for (const SourceFile& file : dataset.files)
        for (const ColumnInfo& info : file.columnInfo)
            if (info.header == header) return info.type;
    return ColumnType::Text;
}

/// Of the file that is shown, this column is to be read as text.
void TestImportUndo::chooseText(ImportStation& station, const QString& header) {
    const int section = station.findChild<PreviewModel*>()->columnOf(header);
    QVERIFY(section >= 0);
    QTest::mouseClick(station.findChild<ColumnHeader*>()->reading(section), Qt::LeftButton);
    auto* panel = station.findChild<ColumnPanel*>();
    QTest::keyClicks(panel->findChild<QComboBox*>(QStringLiteral("type")), QStringLiteral("Text"));
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("readAgain")), Qt::LeftButton);
}

void TestImportUndo::undo(MainWindow& window, Qt::KeyboardModifiers more) {
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier | more);
    window.document()->waitForIdle();
    importOf(window)->waitForIdle();
}

void TestImportUndo::readingsAndDecisionsInTheirOrder() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("accounts.csv"));
    ImportStation& station = page.station();
    QVERIFY(station.undoText().isEmpty() && station.redoText().isEmpty());
    const QString header = QStringLiteral("Number of Employees");
    chooseText(station, header);
    page.settle();
    QCOMPARE(typeOf(page.result(), header), ColumnType::Text);
    QCOMPARE(station.undoText(), QStringLiteral("How “Number of Employees” is read"));

    // A decision made after it goes before it.
    Decisions decisions;
    decisions.uses.push_back({QStringLiteral("account.employees"), AttributeUse::LeftOut});
    QVERIFY(page.document().decide(decisions, QStringLiteral("Leave it out")));
    page.settle();
    QVERIFY(station.undoText().isEmpty());
    QCOMPARE(page.document().undoText(), QStringLiteral("Leave it out"));
    page.document().undo();
    page.settle();
    QVERIFY(!station.undoText().isEmpty());

    station.undoStep();
    page.settle();
    QCOMPARE(typeOf(page.result(), header), ColumnType::Number);
    QVERIFY(station.undoText().isEmpty());
    QCOMPARE(station.redoText(), QStringLiteral("How “Number of Employees” is read"));
    station.redoStep();
    page.settle();
    QCOMPARE(typeOf(page.result(), header), ColumnType::Text);
    QVERIFY(station.redoText().isEmpty());  // the decision comes next
    QVERIFY(page.document().canRedo());
    station.undoStep();
    page.settle();
    QCOMPARE(typeOf(page.result(), header), ColumnType::Number);
}

void TestImportUndo::useOfTheFirstData() {
    test::WindowCase files;
    auto window = files.makeWindow();
    files.create(*window);
    files.importExports(*window);
    QCOMPARE(window->current()->id(), Station::Id::Customers);
    QVERIFY2(window->menus().undo->text().contains(u"Use this data"),
             qPrintable(window->menus().undo->text()));
    undo(*window);
    QCOMPARE(window->current()->id(), Station::Id::Import);
    QVERIFY(window->document()->dataset().files.empty());
    QVERIFY(window->document()->imports().empty());
    QVERIFY(window->document()->findings().attributes.empty());
    auto* use = importOf(*window)->findChild<QPushButton*>(QStringLiteral("use"));
    QVERIFY(use->isEnabled());
    QVERIFY(window->menus().redo->text().contains(u"Use this data"));
    undo(*window, Qt::ShiftModifier);
    QCOMPARE(window->document()->dataset().accounts.rows(), std::size_t(300));
    QCOMPARE(window->document()->imports().size(), std::size_t(1));
}

void TestImportUndo::useOfTheNextData() {
    test::WindowCase files;
    auto window = files.makeWindow();
    files.create(*window);
    files.importExports(*window);
    window->go(Station::Id::Import);
    importOf(*window)->addFiles({files.file(QStringLiteral("accounts.csv"))});
    window->document()->waitForIdle();
    QTest::mouseClick(importOf(*window)->findChild<QPushButton*>(QStringLiteral("use")), Qt::LeftButton);
    window->document()->waitForIdle();
    QCOMPARE(window->document()->dataset().deals.rows(), std::size_t(0));
    QCOMPARE(window->document()->imports().size(), std::size_t(2));
    undo(*window);
    QCOMPARE(window->document()->dataset().deals.rows(), std::size_t(600));
    QCOMPARE(window->document()->imports().size(), std::size_t(1));
}

/// A column of the data in use is read another way, and that is taken back: nothing is left to be used.
void TestImportUndo::changeOfWhatIsUsed() {
    test::WindowCase files;
    auto window = files.makeWindow();
    files.create(*window);
    files.importExports(*window);
    window->go(Station::Id::Import);
    ImportStation& station = *importOf(*window);
    const QString header = window->document()->dataset().files.front().columnInfo.back().header;
    const ColumnType type = typeOf(window->document()->dataset(), header);
    QVERIFY(type != ColumnType::Text);
    chooseText(station, header);
    window->document()->waitForIdle();
    QCOMPARE(typeOf(*station.draft().result, header), ColumnType::Text);
    QVERIFY(window->menus().undo->text().contains(header));
    undo(*window);
    QCOMPARE(typeOf(*station.draft().result, header), type);
    QVERIFY(!station.findChild<QPushButton*>(QStringLiteral("use"))->isEnabled());
    QVERIFY(window->menus().undo->text().contains(u"Use this data"));
}

QTEST_MAIN(TestImportUndo)
#include "tst_importundo.moc"
