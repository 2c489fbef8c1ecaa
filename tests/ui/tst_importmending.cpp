#include "tests/support/core/program.h"
#include "tests/support/ui/importcase.h"
#include "tests/support/ui/screenshot.h"
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/columnpanel.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace icp;
using namespace icp::ui;

/// Rows that were set aside are mended outside, and what earlier imports decided is set back, by real events.
class TestImportMending : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(false, 1); }
    void mendedRowsTakeTheirPlace();
    void mendedRowsOfDataInUse();
    void whatIsNotTakenIsSaid();
    void listNothingWaitsFor();
    void lookingIntoListsIsStopped();
    void earlierDecisionIsSetBack();

private:
    /// The list as the page saves it, read again.
    static QByteArray savedList(test::ImportCase& page) {
        const QString path = page.file(QStringLiteral("list.csv"));
        page.station().setChoices(
            {[path] { return QStringList{path}; }, [path](const QString&) { return path; }});
        page.choose(QStringLiteral("deals.csv"));
        QTest::mouseClick(&page.part<QPushButton>("saveList"), Qt::LeftButton);
        return test::fileBytes(path);
    }
    static QPushButton* action(test::ImportCase& page, const QString& text) {
        for (QPushButton* button : page.station().messages()->findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == text) return button;
        return nullptr;
    }
    /// Rows 12 and 13 have a cell too many, as has the last one.
    static QByteArray spoiltDeals(const test::ImportCase& page) {
        QByteArrayList lines = page.deals().split('\n');
        lines[11] += ",,x";
        lines[12] += ",,y";
        return lines.join('\n');
    }
};

void TestImportMending::mendedRowsTakeTheirPlace() {
    test::ImportCase page;
    page.writeExports();
    page.write(QStringLiteral("deals.csv"), spoiltDeals(page));
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    QCOMPARE(page.result().rejected.size(), std::size_t(3));
    const std::size_t deals = page.result().deals.rows();
    QByteArray list = savedList(page);
    QVERIFY(list.startsWith("file,row,reason"));
    QVERIFY2(list.contains(",,x,") && list.contains(",,y,"), list.constData());
    test::shoot(page.station(), QStringLiteral("import-list-saved"));
    list.replace(",,x,", ",,,");
    page.write(QStringLiteral("list.csv"), list);

    QTest::mouseClick(&page.part<QPushButton>("readMended"), Qt::LeftButton);
    page.settle();
    QCOMPARE(page.result().files.size(), std::size_t(2));  // the list is none of the files
    QCOMPARE(page.result().deals.rows(), deals + 1);
    QCOMPARE(page.result().rejected.size(), std::size_t(2));
    const QString said = page.station().messages()->text();
    for (const QStringView part :
         {QStringView(u"1 mended row"), QStringView(u"2 row"), QStringView(u"as they were")})
        QVERIFY2(said.contains(part), qPrintable(said));
    test::shoot(page.station(), QStringLiteral("import-mended"));

    // The same list once more, with another row mended: what was taken before is no reason to refuse it.
    list.replace(",,y,", ",,,");
    page.write(QStringLiteral("list.csv"), list);
    page.read({"list.csv"});
    QCOMPARE(page.result().deals.rows(), deals + 2);
    QTest::mouseClick(action(page, QStringLiteral("Undo change")), Qt::LeftButton);
    page.settle();
    QCOMPARE(page.result().deals.rows(), deals + 1);
    QVERIFY2(!page.station().messages()->text().contains(u"mended"),
             qPrintable(page.station().messages()->text()));
    QTest::mouseClick(action(page, QStringLiteral("Undo change")), Qt::LeftButton);
    page.settle();
    QCOMPARE(page.result().deals.rows(), deals);
}

void TestImportMending::mendedRowsOfDataInUse() {
    test::ImportCase page;
    page.writeExports();
    page.write(QStringLiteral("deals.csv"), spoiltDeals(page));
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();
    const std::size_t deals = page.document().dataset().deals.rows();
    QByteArray list = savedList(page);
    list.replace(",,x,", ",,,").replace(",,y,", ",,still,");
    page.write(QStringLiteral("list.csv"), list);
    page.read({"list.csv"});
    QCOMPARE(page.result().deals.rows(), deals + 1);
    QVERIFY2(page.station().messages()->text().contains(u"1 of them"),
             qPrintable(page.station().messages()->text()));
    QCOMPARE(page.document().dataset().deals.rows(), deals);  // until it is used
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();
    QCOMPARE(page.document().dataset().deals.rows(), deals + 1);
}

void TestImportMending::whatIsNotTakenIsSaid() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    const auto before = page.station().draft().result;
    savedList(page);
    page.read({"list.csv"});
    QCOMPARE(page.station().draft().result, before);
    QVERIFY2(page.station().messages()->text().contains(u"still as it was set aside"),
             qPrintable(page.station().messages()->text()));
    page.write(QStringLiteral("list.csv"), "file,row,reason,a\ndeals.csv,7,,x\n");
    page.write(QStringLiteral("more.csv"),
               "Contact ID,First Name,Last Name,Email\n1,Ada,Moss,ada@firm1.example\n");
    page.read({"list.csv", "more.csv"});
    QCOMPARE(page.result().files.size(), std::size_t(3));  // what is no list is read
    QVERIFY(page.station().draft().request.files.size() == 3);
}

void TestImportMending::lookingIntoListsIsStopped() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv", "deals.csv"});
    QVERIFY(!page.result().rejected.empty());
    const auto before = page.station().draft().result;
    page.write(QStringLiteral("more.csv"),
               "Contact ID,First Name,Last Name,Email\n1,Ada,Moss,ada@firm1.example\n");
    QSignalSpy finished(&page.document(), &Document::workFinished);
    page.station().addFiles({page.file(QStringLiteral("more.csv"))});
    page.document().cancel();
    QCOMPARE(finished.count(), 1);
    page.settle();
    QCOMPARE(page.station().draft().result, before);
    QCOMPARE(page.station().draft().request.files.size(), std::size_t(2));
    QVERIFY2(page.station().messages()->text().contains(u"stopped"),
             qPrintable(page.station().messages()->text()));
    QTest::mouseClick(action(page, QStringLiteral("Try again")), Qt::LeftButton);
    page.settle();
    QCOMPARE(page.result().files.size(), std::size_t(3));
}

void TestImportMending::listNothingWaitsFor() {
    test::ImportCase page;
    page.writeExports();
    page.open();
    page.read({"accounts.csv"});
    QVERIFY(page.result().rejected.empty());
    const std::size_t accounts = page.result().accounts.rows();
    page.write(QStringLiteral("list.csv"), "file,row,reason,a\naccounts.csv,7,Too wide,x\n");
    page.read({"list.csv"});
    QCOMPARE(page.result().accounts.rows(), accounts);
    QCOMPARE(page.result().files.size(), std::size_t(1));
    const auto& issues = page.result().issues;
    QVERIFY(std::any_of(issues.begin(), issues.end(),
                        [](const Issue& issue) { return issue.reason.contains(u"no row waits for it"); }));
}

void TestImportMending::earlierDecisionIsSetBack() {
    test::ImportCase page;
    page.writeExports();
    const QString memory = page.file(QStringLiteral("mappings.json"));
    page.open().setMemoryPath(memory);
    page.read({"accounts.csv", "deals.csv"});
    page.choose(QStringLiteral("accounts.csv"));
    const auto section = [&] { return page.part<PreviewModel>().columnOf(QStringLiteral("City")); };
    auto* city = page.part<ColumnHeader>().choice(section());
    Q_EMIT city->activated(city->findText(QStringLiteral("Region")));
    page.settle();
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();

    page.open().setMemoryPath(memory);
    page.read({"accounts.csv"});
    QVERIFY(page.result().find(u"account.region"));
    QTest::mouseClick(page.part<ColumnHeader>().reading(section()), Qt::LeftButton);
    auto* panel = page.station().findChild<ColumnPanel*>();
    auto* reset = panel->findChild<QPushButton*>(QStringLiteral("resetColumn"));
    QVERIFY(reset->isEnabled());
    test::shoot(*panel, QStringLiteral("import-column-remembered"));
    QTest::mouseClick(reset, Qt::LeftButton);
    page.settle();
    QVERIFY(!page.result().find(u"account.region"));
    QVERIFY(page.result().find(u"account.city"));
    QTest::mouseClick(page.part<ColumnHeader>().reading(section()), Qt::LeftButton);
    panel = page.station().findChild<ColumnPanel*>();
    QVERIFY(!panel->findChild<QPushButton*>(QStringLiteral("resetColumn"))->isEnabled());
    panel->close();
    QTest::mouseClick(&page.part<QPushButton>("use"), Qt::LeftButton);
    page.settle();

    page.open().setMemoryPath(memory);  // forgotten for good
    page.read({"accounts.csv"});
    QVERIFY(page.result().find(u"account.city"));
}

QTEST_MAIN(TestImportMending)
#include "tst_importmending.moc"
