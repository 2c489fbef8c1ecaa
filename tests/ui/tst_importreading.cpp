#include "core/rows/reader.h"
#include "tests/support/ui/importcase.h"
#include "tests/support/ui/screenshot.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/columnpanel.h"
#include "ui/stations/import/databasedialog.h"
#include "ui/stations/import/filecard.h"
#include "ui/stations/import/firstlook.h"
#include "ui/stations/import/issuetree.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QToolButton>

using namespace icp;
using namespace icp::ui;

/// How files are read and overruled on the import page, by real events.
class TestImportReading : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void problemsAreJumpedTo();
    void columnIsReadAnotherWay();
    void panelKnowsWhatATypeCanUse();
    void unreadableFileLetsTheOthersGoOn();
    void rowsAreSeenWhileTheyAreRead();
    void cancelKeepsWhatWasThere();
    void cardChangesHowAFileIsRead();
    void tablesOfADatabase();
    void decisionsAreRememberedWithTheirDay();
    void storedFilesAreReadAgain();
};

static ColumnType typeOf(const Dataset& dataset, const QString& header) {
    for (const SourceFile& file : dataset.files)
        for (const ColumnInfo& info : file.columnInfo)
            if (info.header == header) return info.type;
    return ColumnType::Text;
}

/// The panel of this column, opened by its button.
static ColumnPanel* openPanel(test::ImportCase& page, const QString& header) {
    auto& head = page.part<ColumnHeader>();
    const int section = page.part<PreviewModel>().columnOf(header);
    QTest::mouseClick(head.reading(section), Qt::LeftButton);
    return page.station().findChild<ColumnPanel*>();
}

static QAction* itemOf(const QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions())
        if (action->text() == text) return action;
    return nullptr;
}

static void makeDatabase(const QString& path) {
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(
            query.exec("CREATE TABLE companies (\"Record ID\" TEXT, \"Company name\" TEXT, \"Company Domain "
                       "Name\" TEXT, "
                       "Industry TEXT)"));
        QVERIFY(query.exec("CREATE TABLE notes (a TEXT, b TEXT)"));
        for (int i = 0; i < 30; ++i)
            QVERIFY(query.exec(
                QStringLiteral("INSERT INTO companies VALUES ('%1', 'Firm %1', 'firm%1.example', '%2')")
                    .arg(i)
                    .arg(i % 2 ? "Retail" : "Food")));
        QVERIFY(query.exec("INSERT INTO notes VALUES ('x', 'y')"));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

void TestImportReading::problemsAreJumpedTo() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("deals.csv"));
    page.view(1);
    auto& tree = page.part<QTreeView>("issues");
    auto& issues = page.part<IssueTree>();
    QVERIFY(tree.isVisible());
    QVERIFY(issues.needsLook() > 0);
    tree.setFocus();
    const Issue* found = nullptr;
    for (int i = 0; i < 40 && !(found && found->code == u"number-unreadable"); ++i) {
        QTest::keyClick(&tree, Qt::Key_Down);  // problems of a kind stand open below it
        found = issues.issue(tree.currentIndex());
    }
    QVERIFY2(found && found->code == u"number-unreadable",
             qPrintable(found ? found->code : QStringLiteral("none")));
    auto& model = page.part<PreviewModel>();
    const auto tables = page.station().findChildren<QTableView*>();
    const QTableView* rows = nullptr;
    for (const QTableView* table : tables)
        if (table->model() == &model) rows = table;
    QVERIFY(rows && rows->isVisible());
    QCOMPARE(rows->currentIndex().row(), model.indexOf(found->row));
    QCOMPARE(rows->currentIndex().column(), model.columnOf(QStringLiteral("Amount")));
    QCOMPARE(rows->currentIndex().data().toString(), QStringLiteral("much"));
    QVERIFY(rows->viewport()->rect().intersects(rows->visualRect(rows->currentIndex())));
    test::shoot(page.station(), QStringLiteral("import-needs-a-look"));
}

void TestImportReading::columnIsReadAnotherWay() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("accounts.csv"));
    const QString header = QStringLiteral("Number of Employees");
    QCOMPARE(typeOf(page.result(), header), ColumnType::Number);
    ColumnPanel* panel = openPanel(page, header);
    QVERIFY(panel && panel->isVisible());
    auto* type = panel->findChild<QComboBox*>(QStringLiteral("type"));
    QVERIFY(type->hasFocus());
    QTest::keyClicks(type, QStringLiteral("Text"));
    test::shoot(*panel, QStringLiteral("import-column"));
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("readAgain")), Qt::LeftButton);
    page.settle();
    QCOMPARE(typeOf(page.result(), header), ColumnType::Text);

    // What was chosen is shown again, and forgotten on request.
    panel = openPanel(page, header);
    QCOMPARE(panel->wish().type, std::optional(ColumnType::Text));
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("resetColumn")), Qt::LeftButton);
    page.settle();
    QCOMPARE(typeOf(page.result(), header), ColumnType::Number);

    panel = openPanel(page, header);
    QTest::keyClicks(panel->findChild<QLineEdit*>(QStringLiteral("missing")), QStringLiteral("999999; none"));
    QCOMPARE(panel->wish().missing, QStringList({QStringLiteral("999999"), QStringLiteral("none")}));
    QTest::keyClick(panel->findChild<QLineEdit*>(QStringLiteral("missing")), Qt::Key_Return);
    page.settle();
    const Column* employees = page.result().column(u"account.employees");
    QVERIFY(employees && employees->missing().count() == 4);
}

void TestImportReading::panelKnowsWhatATypeCanUse() {
    QWidget window;
    ColumnPanel::Subject subject;
    subject.info.header = QStringLiteral("Close date");
    subject.info.attribute = QStringLiteral("deal.close_date");
    subject.info.type = ColumnType::Date;
    subject.info.evidence = QStringLiteral("Every cell is a date.");
    subject.readable = true;
    ColumnPanel panel(subject, &window);
    panel.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto box = [&](const char* name) { return panel.findChild<QComboBox*>(QLatin1StringView(name)); };
    const auto pick = [&](const char* name, const char* item) {
        box(name)->setCurrentIndex(box(name)->findText(QLatin1StringView(item), Qt::MatchStartsWith));
    };
    QVERIFY(box("order")->isEnabled() && !box("decimal")->isEnabled() && !box("separator")->isEnabled());
    QVERIFY(panel.wish() == ColumnWish());
    QVERIFY(!panel.findChild<QPushButton*>(QStringLiteral("readAgain"))->isEnabled());
    pick("order", "Month");
    QCOMPARE(panel.wish().dayFirst, std::optional(false));
    pick("type", "Money");
    QVERIFY(!box("order")->isEnabled() && box("decimal")->isEnabled());
    pick("decimal", "Comma");
    ColumnWish wish;
    wish.type = ColumnType::Money;
    wish.decimal = ',';
    QVERIFY(panel.wish() == wish);  // an order of dates says nothing of money
    pick("type", "Several");
    pick("separator", "Bar");
    QCOMPARE(panel.wish().separator, std::optional('|'));
    QSignalSpy use(&panel, &ColumnPanel::useChosen);
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("useColumn")), Qt::LeftButton);
    QCOMPARE(use.first().at(1).value<AttributeUse>(), AttributeUse::LeftOut);
}

void TestImportReading::unreadableFileLetsTheOthersGoOn() {
    test::ImportCase page;
    page.writeExports();
    page.write(QStringLiteral("contacts.csv"), {});
    page.open();
    QSignalSpy failed(&page.document(), &Document::failed);
    connect(&page.document(), &Document::failed, &page.station(), &ImportStation::showFailure);
    page.read({"accounts.csv", "contacts.csv", "deals.csv"});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(page.station().draft().failed.size(), std::size_t(1));
    QCOMPARE(page.result().files.size(), std::size_t(2));
    QVERIFY(page.part<QPushButton>("use").isEnabled());
    QVERIFY(page.station().messages()->text().contains(u"contacts.csv"));
    QStringList cards;
    for (const FileCard* card : page.station().findChildren<FileCard*>())
        if (card->isVisible()) cards << card->accessibleName() + u' ' + card->accessibleDescription();
    QCOMPARE(cards.size(), 3);
    QVERIFY2(cards[2].contains(u"contacts.csv Not readable"), qPrintable(cards[2]));
    test::shoot(page.station(), QStringLiteral("import-unreadable"));

    // Mended meanwhile, it is read beside the others.
    page.write(QStringLiteral("contacts.csv"),
               "Contact ID,First Name,Last Name,Email\n1,Ada,Moss,ada@firm1.example\n");
    for (QPushButton* button : page.station().messages()->findChildren<QPushButton*>())
        if (button->text() == u"Try again") QTest::mouseClick(button, Qt::LeftButton);
    page.settle();
    QVERIFY2(page.station().draft().failed.empty(), qPrintable(page.station().messages()->text()));
    QVERIFY2(page.result().files.size() == 3, qPrintable(page.station().messages()->text()));
}

void TestImportReading::rowsAreSeenWhileTheyAreRead() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.station().addFiles({page.file(QStringLiteral("accounts.csv"))});
    page.station().waitForIdle();  // the first look, not the import
    QVERIFY(page.station().draft().reading);
    QVERIFY(!page.station().draft().result);
    auto& first = page.part<FirstRows>();
    QCOMPARE(first.rowCount(), 80);
    QCOMPARE(first.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Company name"));
    bool seen = false;
    for (const QTableView* table : page.station().findChildren<QTableView*>())
        seen = seen || (table->model() == &first && table->isVisible());
    QVERIFY(seen);
    page.settle();
    QVERIFY(page.station().draft().result);
    for (const QTableView* table : page.station().findChildren<QTableView*>())
        QVERIFY(table->model() != &first || !table->isVisible());
}

void TestImportReading::cancelKeepsWhatWasThere() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv"});
    const auto before = page.station().draft().result;
    page.station().addFiles({page.file(QStringLiteral("deals.csv"))});
    page.document().cancel();
    QVERIFY(!page.station().draft().reading);
    QCOMPARE(page.station().draft().result, before);
    QCOMPARE(page.station().draft().request.files.size(), std::size_t(1));
    page.settle();
    QCOMPARE(page.station().draft().result, before);
    QVERIFY(page.part<QPushButton>("use").isEnabled());
}

void TestImportReading::cardChangesHowAFileIsRead() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    FileCard* card = page.station().findChildren<FileCard*>()[0];
    for (FileCard* one : page.station().findChildren<FileCard*>())
        if (one->isVisible() && one->accessibleName().contains(u"deals.csv")) card = one;
    auto* more = card->findChild<QToolButton*>(QStringLiteral("fileMenu"));
    QVERIFY(more->isVisible() && !more->accessibleName().isEmpty());
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    auto* menu = card->findChild<QMenu*>();
    QVERIFY(menu && menu->isVisible());
    QAction* delimiter = itemOf(*menu, QStringLiteral("Delimiter"));
    QVERIFY(delimiter && itemOf(*menu, QStringLiteral("Encoding")));
    QVERIFY(!itemOf(*menu, QStringLiteral("Sheet or table")));  // a text file has none
    itemOf(*delimiter->menu(), QStringLiteral("comma"))->trigger();
    menu->close();
    page.settle();
    for (const FileRequest& file : page.station().draft().request.files)
        QCOMPARE(file.delimiter, file.path.endsWith(u"deals.csv") ? QStringLiteral(",") : QString());
    QCOMPARE(page.result().files.size(), std::size_t(2));
    QCOMPARE(page.station().draft().done.size(), std::size_t(1));  // and can be taken back
}

void TestImportReading::tablesOfADatabase() {
    test::ImportCase page;
    page.open();
    const QString path = page.file(QStringLiteral("crm.sqlite"));
    makeDatabase(path);
    const auto tables = tablesOf(path, {});
    QVERIFY(tables && *tables == QStringList({QStringLiteral("companies"), QStringLiteral("notes")}));

    // By the dialogue.
    QTest::mouseClick(&page.part<QPushButton>("database"), Qt::LeftButton);
    auto* dialog = page.station().window()->findChild<DatabaseDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("databaseFile")), path);
    auto* add = dialog->findChild<QPushButton*>(QStringLiteral("addDatabase"));
    QVERIFY(!add->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("listTables")), Qt::LeftButton);
    auto* table = dialog->findChild<QComboBox*>(QStringLiteral("table"));
    QTRY_COMPARE(table->count(), 2);
    table->setCurrentText(QStringLiteral("companies"));
    QVERIFY(add->isEnabled());
    test::shoot(*dialog, QStringLiteral("import-database"));
    QTest::mouseClick(add, Qt::LeftButton);
    page.settle();
    QCOMPARE(page.result().accounts.rows(), std::size_t(30));
    QCOMPARE(page.result().files.front().sheet, QStringLiteral("companies"));

    // Dropped as a file: it waits until one of its tables is chosen on the card.
    test::ImportCase other;
    other.open();
    makeDatabase(other.file(QStringLiteral("crm.sqlite")));
    connect(&other.document(), &Document::failed, &other.station(), &ImportStation::showFailure);
    other.read({"crm.sqlite"});
    QCOMPARE(other.station().draft().failed.size(), std::size_t(1));
    FileCard* card = nullptr;
    for (FileCard* one : other.station().findChildren<FileCard*>())
        if (one->isVisible()) card = one;
    QVERIFY(card);
    QMenu* menu = card->makeMenu();
    QAction* sheets = itemOf(*menu, QStringLiteral("Sheet or table"));
    QVERIFY(sheets);
    itemOf(*sheets->menu(), QStringLiteral("companies"))->trigger();
    other.settle();
    QVERIFY(other.station().draft().failed.empty());
    QCOMPARE(other.result().accounts.rows(), std::size_t(30));
}

void TestImportReading::decisionsAreRememberedWithTheirDay() {
    test::ImportCase page;
    page.writeExports();
    const QString memory = page.file(QStringLiteral("mappings.json"));
    page.open().setMemoryPath(memory);
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("accounts.csv"));
    auto* city = page.part<ColumnHeader>().choice(page.part<PreviewModel>().columnOf(QStringLiteral("City")));
    QVERIFY(city && city->isEnabled());
    Q_EMIT city->activated(city->findText(QStringLiteral("Region")));
    page.settle();
    QVERIFY(page.result().find(u"account.region"));
    QVERIFY(!page.result().files.front().remembered.isValid());
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();

    // In another workshop of this user, the same headers mean the same.
    page.write(QStringLiteral("next.csv"), page.accounts());
    page.open().setMemoryPath(memory);
    page.read({"next.csv"});
    QVERIFY(page.result().find(u"account.region"));
    const QDate day = page.result().files.front().remembered;
    QVERIFY(day.isValid());
}

void TestImportReading::storedFilesAreReadAgain() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();
    page.station().setDraft({});  // as after opening the workshop again
    page.settle();
    page.choose(QStringLiteral("accounts.csv"));
    ColumnPanel* panel = openPanel(page, QStringLiteral("Industry"));
    QVERIFY(panel);
    QTest::keyClicks(panel->findChild<QComboBox*>(QStringLiteral("type")), QStringLiteral("Text"));
    QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("readAgain")), Qt::LeftButton);
    page.settle();
    QCOMPARE(page.result().files.size(), std::size_t(2));
    QCOMPARE(typeOf(page.result(), QStringLiteral("Industry")), ColumnType::Text);
    QCOMPARE(typeOf(page.document().dataset(), QStringLiteral("Industry")),
             ColumnType::Category);  // until it is used
}

QTEST_MAIN(TestImportReading)
#include "tst_importreading.moc"
