#include "core/import/shifted.h"
#include "tests/support/core/places.h"
#include "tests/support/core/scratch.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace icp;

class TestShiftedRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void strayDelimitersAreNoticed_data();
    void strayDelimitersAreNoticed();
    void nothingIsMoved();
    void oddCellsAloneAreNotShifted();
    void contactsOfDynamics();
    void otherExportsAreQuiet_data();
    void otherExportsAreQuiet();

private:
    static QByteArray table(const QByteArray& extra) {
        QByteArray text = "Email,Company,Phone,City,Country,Seats\n";
        for (int i = 0; i < 60; ++i) {
            const QByteArray n = QByteArray::number(i);
            text += "p" + n + "@firm" + n + ".com,Firm " + n + ",020-555-01" + QByteArray::number(10 + i) +
                    (i % 2 == 0 ? ",Leeds,UK," : ",Lyon,France,") + QByteArray::number(i) + '\n';
        }
        return text + extra;
    }
    std::vector<Issue> issuesOf(const QByteArray& text) {
        const auto file = readTable(m_files.write(QStringLiteral("t.csv"), text));
        return file ? shiftedRows(*file) : std::vector<Issue>();
    }
    test::Scratch m_files;
};

void TestShiftedRows::strayDelimitersAreNoticed_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("two names in front")
        << QByteArray("Viggo,Forde,viggo@firm9.com,Firm 9,020-555-0199,Leeds\n") << "Phone"
        << "viggo@firm9.com";
    QTest::newRow("a cell missing in front") << QByteArray("Firm 3,020-555-0190,Leeds,UK,5,\n") << "Phone"
                                             << "Leeds";
    QTest::newRow("a comma in the company")
        << QByteArray("a@b.com,Firm 3, Ltd,020-555-0190,Leeds,UK\n") << "City"
        << "020-555-0190";
}

void TestShiftedRows::strayDelimitersAreNoticed() {
    QFETCH(QByteArray, row);
    QFETCH(QString, column);
    QFETCH(QString, text);
    const std::vector<Issue> issues = issuesOf(table(row));
    QCOMPARE(issues.size(), 1U);
    QCOMPARE(issues[0].code, QStringLiteral("row-shifted"));
    QCOMPARE(issues[0].severity, Severity::Warning);
    QCOMPARE(issues[0].row, 62);
    QCOMPARE(issues[0].column, column);
    QCOMPARE(issues[0].text, text);
    QVERIFY(issues[0].reason.contains(text));
}

void TestShiftedRows::nothingIsMoved() {
    const auto file = readTable(m_files.write(
        QStringLiteral("m.csv"), table("Viggo,Forde,viggo@firm9.com,Firm 9,020-555-0199,Leeds\n")));
    QVERIFY(file.has_value());
    QCOMPARE(file->table.fields[0].column.display(60), std::string("Viggo"));
    QCOMPARE(file->table.fields[2].column.display(60), std::string("viggo@firm9.com"));
}

void TestShiftedRows::oddCellsAloneAreNotShifted() {
    QVERIFY(issuesOf(table({})).empty());
    QVERIFY(issuesOf(table("unknown,Firm 7,ask the porter,Leeds,UK,7\n")).empty());
    QVERIFY(issuesOf(table("a@b.com,Firm 7,020-555-0177,Rome,Italy,7\n")).empty());
    QVERIFY(issuesOf(table(",,,,,\n")).empty());
    QVERIFY(issuesOf("Email,Phone\na@b.com,1\n").empty());
}

void TestShiftedRows::contactsOfDynamics() {
    const QString path = realFile(QStringLiteral("dynamics365/Contact.csv"));
    if (!QFile::exists(path)) QSKIP("The real exports are not beside the project.");
    const auto file = readTable(path);
    QVERIFY(file.has_value());
    std::vector<qint64> rows;
    for (const Issue& issue : shiftedRows(*file)) rows.push_back(issue.row);
    QCOMPARE(rows, (std::vector<qint64>{195, 196, 197, 198, 199, 200}));
}

void TestShiftedRows::otherExportsAreQuiet_data() {
    QTest::addColumn<QString>("path");
    bool any = false;
    for (const char* folder :
         {"maven-crm", "zoho-crm", "salesforce-export", "dynamics365", "ravenstack", "telco-churn"}) {
        const QDir real(realFile(QString::fromLatin1(folder)));
        for (const QString& name : real.entryList({"*.csv"}))
            if (name != u"Contact.csv" || real.dirName() != u"dynamics365") {
                QTest::newRow(qPrintable(real.dirName() + u'/' + name)) << real.filePath(name);
                any = true;
            }
    }
    if (!any) QTest::newRow("none") << QString();
}

void TestShiftedRows::otherExportsAreQuiet() {
    QFETCH(QString, path);
    if (!QFile::exists(path)) QSKIP("The real exports are not beside the project.");
    const auto file = readTable(path);
    if (!file) return;  // header only
    const std::vector<Issue> issues = shiftedRows(*file);
    QVERIFY2(issues.empty(),
             issues.empty()
                 ? ""
                 : qPrintable(QStringLiteral("row %1: %2").arg(issues[0].row).arg(issues[0].reason)));
}

QTEST_GUILESS_MAIN(TestShiftedRows)
#include "tst_shiftedrows.moc"
