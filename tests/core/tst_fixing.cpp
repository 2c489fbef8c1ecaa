#include "core/deck/writers.h"
#include "core/import/fixing.h"
#include "core/rows/reader.h"
#include "tests/support/core/importcase.h"
#include "tests/support/core/workshopedits.h"

#include <QTest>

using namespace icp;
using namespace icp::test;

/// Rows that were set aside, mended in their list and read again.
class TestFixing : public ImportCase {
    Q_OBJECT
private Q_SLOTS:
    void rowsAreSetAsideAsWritten();
    void fixedRowsAreReadInTheirPlace();
    void everyFormatOfListIsRead();
    void anythingElseIsRefused_data();
    void anythingElseIsRefused();
    void aListNothingWaitsForIsNoTable();
    void changedFilesAreRefused();
    void rowsOfAnyFormatAreReplaced();

private:
    /// 60 deals; row 20 has a cell too many, row 31 the id of row 30.
    static QByteArray deals(bool damaged, char delimiter = ',') {
        QByteArray text = "Deal ID,Deal Name,Account Name,Stage,Close Date,Amount\n";
        for (int i = 2; i < 62; ++i) {
            const bool twice = damaged && i == 31;
            const QByteArray n = QByteArray::number(i);
            text += "D" + (twice ? QByteArray("30") : n) + ",Deal " + n + ",Client " +
                    QByteArray::number(i % 9) + (i % 2 == 0 ? ",Closed Won," : ",Closed Lost,") +
                    QByteArray::number(1 + i % 12) + "/" + QByteArray::number(13 + i % 15) + "/2024," +
                    (damaged && i == 20 ? QByteArray("one,two,three") : QByteArray::number(1000 + i)) + '\n';
        }
        return text.replace(',', delimiter);
    }
    std::shared_ptr<const Dataset> damaged() { return *importAt({write("deals.csv", deals(true))}); }
    static ImportRequest again(const FixedImport& fixed) {
        ImportRequest request;
        static_cast<ImportChoices&>(request) = fixed.choices;
        return request;
    }
    static QByteArray cells(const Dataset& dataset) {
        QByteArray text;
        for (std::size_t row = 0; row < dataset.deals.rows(); ++row) {
            for (const Table::Field& field : dataset.deals.table->fields)
                text += QByteArray::fromStdString(field.column.display(row)) + '|';
            text += QByteArray::number(dataset.deals.table->sourceRow[row]) + '\n';
        }
        return text;
    }
};

void TestFixing::rowsAreSetAsideAsWritten() {
    const auto dataset = damaged();
    QCOMPARE(dataset->rejected.size(), std::size_t(2));
    QCOMPARE(dataset->rejected[0].row, qint64(20));
    QCOMPARE(dataset->rejected[0].cells.join(u'|'),
             QStringLiteral("D20|Deal 20|Client 2|Closed Won|9/18/2024|one|two|three"));
    QCOMPARE(dataset->rejected[1].row, qint64(31));
    QCOMPARE(dataset->rejected[1].cells.join(u'|'),
             QStringLiteral("D30|Deal 31|Client 4|Closed Lost|8/14/2024|1031"));
}

void TestFixing::fixedRowsAreReadInTheirPlace() {
    const auto before = damaged();
    QByteArray list = rejectedCsv(*before);
    QVERIFY(list.contains("9/18/2024,one,two,three\r\n"));
    list.replace("9/18/2024,one,two,three\r\n", "9/18/2024,1020,,\r\n").replace("D30,Deal 31", "D31,Deal 31");
    const auto fixed = withFixedRows(*before, write("list.csv", list));
    QVERIFY2(fixed, fixed ? "" : qPrintable(fixed.error().message));
    QCOMPARE(fixed->rows, qint64(2));
    const auto after = importFiles(again(*fixed));
    IMPORTED(after);
    QVERIFY((*after)->rejected.empty());
    const auto whole = importAt({write("whole.csv", deals(false))});
    IMPORTED(whole);
    QCOMPARE(cells(**after), cells(**whole));
    QVERIFY((*after)->dealState == (*whole)->dealState);
    QCOMPARE((*after)->files[0].rows, qint64(60));
    // They stay mended however often the dataset is read again.
    ImportRequest third;
    static_cast<ImportChoices&>(third) = (*after)->choices;
    const auto once = importFiles(third);
    IMPORTED(once);
    QCOMPARE(cells(**once), cells(**whole));
    QVERIFY(importJson(**once).contains("\"mended\": 2"));
}

void TestFixing::everyFormatOfListIsRead() {
    const auto before = damaged();
    // As a spreadsheet of another country saves it; one row is as it was.
    const QByteArray list =
        "\xEF\xBB\xBF"
        "File;Row;Reason;a;b;c;d;e;f;g;h\r\n"
        "deals.csv;20;too wide;D20;Deal 20;Client 2;Closed Won;9/18/2024;1020;;\r\n"
        "deals.csv;31;twice;D30;Deal 31;Client 4;Closed Lost;8/14/2024;1031;;\r\n";
    const auto fixed = withFixedRows(*before, write("list.csv", list));
    QVERIFY2(fixed, fixed ? "" : qPrintable(fixed.error().message));
    QCOMPARE(fixed->rows, qint64(1));
    const auto after = importFiles(again(*fixed));
    IMPORTED(after);
    QCOMPARE((*after)->rejected.size(), std::size_t(1));
    QCOMPARE((*after)->deals.rows(), std::size_t(59));
}

void TestFixing::anythingElseIsRefused_data() {
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("says");
    QTest::newRow("other table") << QByteArray("a,b,c\n1,2,3\n") << "no list of rows";
    QTest::newRow("row that was kept") << QByteArray("file,row,reason,a\ndeals.csv,21,,x\n") << "“21”";
    QTest::newRow("other file") << QByteArray("file,row,reason,a\nfirms.csv,20,,x\n") << "firms.csv";
    QTest::newRow("no number") << QByteArray("file,row,reason,a\ndeals.csv,many,,x\n") << "many";
}

void TestFixing::anythingElseIsRefused() {
    QFETCH(QByteArray, list);
    QFETCH(QString, says);
    const auto before = damaged();
    const auto refused = withFixedRows(*before, write("list.csv", list));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InputUnusable);
    QVERIFY2(refused.error().message.contains(says), qPrintable(refused.error().message));
    const auto same = withFixedRows(*before, write("same.csv", rejectedCsv(*before)));
    QVERIFY(!same);
    QVERIFY(same.error().message.contains("still as it was"));
    QVERIFY(!withFixedRows(*before, "there/is/no/list.csv"));
    QVERIFY(!withFixedRows(Dataset(), write("same.csv", rejectedCsv(*before))));
}

void TestFixing::aListNothingWaitsForIsNoTable() {
    const QString list =
        write("list.csv", "file,row,reason,Name,Industry\nfirms.csv,2,Too wide,Acme,Steel\n");
    const QString firms =
        write("firms.csv", "Account Name,Industry,Employees\nAcme,Steel,5\nBeta,Retail,7\n");
    const auto alone = importAt({list});
    QVERIFY(!alone);
    QCOMPARE(alone.error().code, ErrorCode::InputUnusable);
    QVERIFY2(alone.error().message.contains("no row waits"), qPrintable(alone.error().message));
    const auto both = importAt({firms, list});
    IMPORTED(both);
    QCOMPARE((*both)->accounts.rows(), std::size_t(2));
    QCOMPARE((*both)->files.size(), std::size_t(1));
    QVERIFY(codes(**both).contains(QStringLiteral("file-unused")));
    const auto waiting = withFixedRows(**both, list);
    QVERIFY(!waiting);
    QVERIFY2(waiting.error().message.contains("nothing waits"), qPrintable(waiting.error().message));
    // Somebody who says what it holds knows better.
    ImportRequest request;
    request.files.push_back(fileAt(list));
    request.files.back().role = Entity::Account;
    const auto told = importFiles(request);
    IMPORTED(told);
    QCOMPARE((*told)->accounts.rows(), std::size_t(1));
}

void TestFixing::changedFilesAreRefused() {
    const auto before = damaged();
    QByteArray list = rejectedCsv(*before);
    list.replace("D30,Deal 31", "D31,Deal 31");
    const auto fixed = withFixedRows(*before, write("list.csv", list));
    QVERIFY(fixed);
    write("deals.csv", deals(true).replace("Deal 5,", "Deal five,"));
    const auto refused = importFiles(again(*fixed));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InputUnusable);
    QVERIFY2(refused.error().message.contains("has changed"), qPrintable(refused.error().message));
}

void TestFixing::rowsOfAnyFormatAreReplaced() {
    const QString path = write("many.csv", "a;b\r\n1;2\r\n\"x\ny\";4\r\n5;6\r\n");
    ReadOptions options;
    options.fixed = {{2, {"one", "two", "three"}}, {5, {}}, {99, {"never"}}};
    QStringList rows;
    QVERIFY(readRows(path, options, [&](qint64 row, std::span<const Cell> cells) {
        QStringList texts;
        for (const Cell& cell : cells)
            texts << QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
        rows << QStringLiteral("%1: %2").arg(row).arg(texts.join(u'|'));
        return true;
    }));
    QCOMPARE(rows, (QStringList{"1: a|b", "2: one|two|three", "3: x\ny|4", "5: "}));
}

QTEST_GUILESS_MAIN(TestFixing)
#include "tst_fixing.moc"
