#include "core/analysis/ranges.h"
#include "core/table/years.h"

#include <QTest>

using namespace icp;

/// Numbers that are years, and how ranges of amounts and years are written.
class TestYears : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void yearsAreTold_data();
    void yearsAreTold();
    void rangesAreWritten();

private:
    static Column column(std::vector<double> values, ColumnType type = ColumnType::Number) {
        const std::size_t size = values.size();
        return Column::numbers(type, std::move(values), Bitmap(size));
    }
};

void TestYears::yearsAreTold_data() {
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("years");
    QTest::newRow("all") << QList<double>{1996, 2014, 2024} << "Entry" << true;
    QTest::newRow("ends") << QList<double>{1800, 2100} << "Entry" << true;
    QTest::newRow("below") << QList<double>{1799, 2014} << "Entry" << false;
    QTest::newRow("above") << QList<double>{2101, 2014} << "Entry" << false;
    QTest::newRow("not whole") << QList<double>{1999.5, 2000.5} << "Founded" << false;
    QTest::newRow("named") << QList<double>{0, 2014, 1987} << "Founded" << true;
    QTest::newRow("named in German") << QList<double>{0, 2014, 1987} << QString::fromUtf8("Gründungsjahr")
                                     << true;
    QTest::newRow("not named") << QList<double>{0, 2014, 1987} << "Employees" << false;
    QTest::newRow("staff") << QList<double>{20, 340, 2014, 12000} << "Employees" << false;
    QTest::newRow("nothing") << QList<double>{} << "Founded" << false;
}

void TestYears::yearsAreTold() {
    QFETCH(QList<double>, values);
    QFETCH(QString, header);
    QFETCH(bool, years);
    QCOMPARE(holdsYears(column({values.begin(), values.end()}), header), years);
    QVERIFY(!holdsYears(column({values.begin(), values.end()}, ColumnType::Money), header));
}

void TestYears::rangesAreWritten() {
    const double open = std::numeric_limits<double>::infinity();
    QCOMPARE(rangeLabel(2014, 2020, ColumnType::Number, true), QString::fromUtf8("2014–2019"));
    QCOMPARE(rangeLabel(10000, 20000, ColumnType::Money, false, "GBP"), QString::fromUtf8("£10,000–20,000"));
    QCOMPARE(rangeLabel(-open, 500, ColumnType::Money, false, "EUR"), QString::fromUtf8("under €500"));
    QCOMPARE(rangeLabel(2e6, open, ColumnType::Money, false, "USD"), QStringLiteral("$2M+"));
    QCOMPARE(rangeLabel(2e6, open, ColumnType::Money, false), QStringLiteral("2M+"));
}

QTEST_GUILESS_MAIN(TestYears)
#include "tst_years.moc"
