#include "core/rows/sheetdate.h"
#include "core/table/column.h"
#include "core/typing/datetext.h"
#include "core/typing/numbertext.h"
#include "core/typing/typesurvey.h"

#include <QTest>

using namespace icp;

/// Single texts, and which type a column of them gets.
class TestInference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbers_data();
    void numbers();
    void notNumbers_data();
    void notNumbers();
    void dates_data();
    void dates();
    void notDates_data();
    void notDates();
    void sheetDates();
    void sheetFormats();
    void booleans();
    void groups();
    void columns_data();
    void columns();
    void hintsDecideWhatCellsLeaveOpen();
};

void TestInference::numbers_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<bool>("percent");
    const auto add = [](const char* text, char decimal, double value, const char* currency = "",
                        bool percent = false) {
        QTest::addRow("%s with %c", text, decimal)
            << QByteArray(text) << decimal << value << QByteArray(currency) << percent;
    };
    add("0", '.', 0);
    add("42", '.', 42);
    add("-17", '.', -17);
    add("+17", '.', 17);
    add("29.85", '.', 29.85);
    add("0.1", '.', 0.1);
    add(".5", '.', 0.5);
    add("123456789012345", '.', 123456789012345.0);
    add("1,234", '.', 1234);
    add("1,234.5", '.', 1234.5);
    add("1.234", ',', 1234);
    add("1.234,5", ',', 1234.5);
    add("1,234", ',', 1.234);
    add("1 234 567", '.', 1234567);
    add("1\u00A0234,50", ',', 1234.5);
    add("1\u202F234,50", ',', 1234.5);
    add("1'234'567.80", '.', 1234567.8);
    add("1’234", '.', 1234);
    add("12,34,567", '.', 1234567);
    add("$22,700.00", '.', 22700, "$");
    add("$1,117.10K", '.', 1117100, "$");
    add("18.3 MM", '.', 18.3e6);
    add("€ 3.500,00", ',', 3500, "EUR");
    add("3.500,00 €", ',', 3500, "EUR");
    add("-$5.00", '.', -5, "$");
    add("$-5.00", '.', -5, "$");
    add("($1,234)", '.', -1234, "$");
    add("(1,234)", '.', -1234);
    add("1.234,5-", ',', -1234.5);
    add("−3", '.', -3);
    add("USD 1,200", '.', 1200, "USD");
    add("1200 EUR", '.', 1200, "EUR");
    add("R$ 1.200,50", ',', 1200.5, "BRL");
    add("2,5 Mio. €", ',', 2.5e6, "EUR");
    add("1.2bn", '.', 1.2e9);
    add("12%", '.', 12, "", true);
    add("12,5 %", ',', 12.5, "", true);
    add("1.5E+07", '.', 1.5e7);
    add(" 7 ", '.', 7);
    add("$7,450,000.00 ", '.', 7450000, "$");
}

void TestInference::numbers() {
    QFETCH(QByteArray, text);
    QFETCH(char, decimal);
    QFETCH(double, value);
    QFETCH(QByteArray, currency);
    QFETCH(bool, percent);
    const NumberText read = readNumber(text.toStdString(), decimal);
    QCOMPARE(read.problem, NumberProblem::None);
    QCOMPARE(read.value, value);
    QCOMPARE(QByteArray::fromStdString(std::string(currencyName(read.currency))), currency);
    QCOMPARE(read.percent, percent);
}

void TestInference::notNumbers_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<NumberProblem>("problem");
    for (const char* text :
         {"",          " ",   "abc",     "1-2",          "1.2.3",    "12.05.2024", "1,23,4", "1,2345",
          "5.",        "12x", "1 2",     "--5",          "(5",       "$",          "%",      "1..2",
          "0,125,000", "1e",  "10 - 20", "805-247-8982", "3.141.59", "1,234,",     "٣"})
        QTest::addRow("“%s”", text) << QByteArray(text) << NumberProblem::NotANumber;
    QTest::newRow("postcode") << QByteArray("08123") << NumberProblem::LeadingZero;
    QTest::newRow("long id") << QByteArray("25842000000262376") << NumberProblem::TooLong;
    QTest::newRow("telephone") << QByteArray("+4989123456") << NumberProblem::TooLong;
}

void TestInference::notNumbers() {
    QFETCH(QByteArray, text);
    QFETCH(NumberProblem, problem);
    QCOMPARE(readNumber(text.toStdString(), '.').problem, problem);
}

void TestInference::dates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("dayFirst");
    QTest::addColumn<QByteArray>("iso");
    const auto add = [](const char* text, const char* iso, bool dayFirst = true) {
        QTest::addRow("%s", text) << QByteArray(text) << dayFirst << QByteArray(iso);
    };
    add("2024-05-20", "2024-05-20");
    add("2024/5/2", "2024-05-02");
    add("2024-05-20 07:42", "2024-05-20 07:42");
    add("2024-05-20T07:42:00Z", "2024-05-20 07:42");
    add("2017-08-04T09:09:00.000+0000", "2017-08-04 09:09");
    add("2017-08-04T09:09:00+02:00", "2017-08-04 09:09");
    add("20.5.2024", "2024-05-20");
    add("20.05.24", "2024-05-20");
    add("20.05.85", "1985-05-20");
    add("03/04/2024", "2024-04-03");
    add("03/04/2024 ", "2024-03-04", false);
    add("5/20/2024 7:42", "2024-05-20 07:42", false);
    add("5/20/2024 7:42 PM", "2024-05-20 19:42", false);
    add("5/20/2024 12:05 AM", "2024-05-20 00:05", false);
    add("03-07-2021 01:09", "2021-07-03 01:09");
    add("16 Apr, 2021 00:02:00", "2021-04-16 00:02");
    add("Apr 16, 2021", "2021-04-16");
    add("April 16th, 2021", "2021-04-16");
    add("16-Apr-21", "2021-04-16");
    add("16. März 2021", "2021-03-16");
    add("16 août 2021", "2021-08-16");
    add("16 de abril de 2021", "2021-04-16");
    add("Fri, 16 Apr 2021 10:00:00 GMT", "2021-04-16 10:00");
    add("2024年5月20日", "2024-05-20");
    add("29.02.2024", "2024-02-29");
    add("29.02.2000", "2000-02-29");
    add("1968-01-01", "1968-01-01");
}

void TestInference::dates() {
    QFETCH(QByteArray, text);
    QFETCH(bool, dayFirst);
    QFETCH(QByteArray, iso);
    const DateText read = readDate(text.toStdString(), dayFirst);
    QCOMPARE(read.problem, DateProblem::None);
    QCOMPARE(QByteArray::fromStdString(isoDate(read.days)), iso);
}

void TestInference::notDates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DateProblem>("problem");
    for (const char* text :
         {"", "2024", "12", "1.2.3", "192.168.0.1", "Q1 2024", "10 - 20 days", "soon", "2024-05", "12:30",
          "20.5.2024 x", "5/20/2024 25:00", "May", "12/5-2024", "805-247-8982", "20 05 2024"})
        QTest::addRow("“%s”", text) << QByteArray(text) << DateProblem::NotADate;
    for (const char* text :
         {"31.02.2024", "29.02.2023", "2024-13-01", "2024-04-31", "99/99/9999", "31 Apr 2024", "00.01.2024"})
        QTest::addRow("%s", text) << QByteArray(text) << DateProblem::Impossible;
    QTest::newRow("month first") << QByteArray("5/20/2024") << DateProblem::OtherOrder;
}

void TestInference::notDates() {
    QFETCH(QByteArray, text);
    QFETCH(DateProblem, problem);
    QCOMPARE(readDate(text.toStdString(), true).problem, problem);
}

void TestInference::sheetDates() {
    QCOMPARE(sheetDate(1, false), std::string("1900-01-01"));
    QCOMPARE(sheetDate(59, false), std::string("1900-02-28"));
    QCOMPARE(sheetDate(61, false), std::string("1900-03-01"));
    QCOMPARE(sheetDate(45432, false), std::string("2024-05-20"));
    QCOMPARE(sheetDate(45432.25, false), std::string("2024-05-20 06:00:00"));
    QCOMPARE(sheetDate(0.5, false), std::string("12:00:00"));
    QCOMPARE(sheetDate(0, true), std::string("1904-01-01"));
    QCOMPARE(sheetDate(45432 - 1462, true), std::string("2024-05-20"));
    QCOMPARE(sheetDate(2958465, false), std::string("9999-12-31"));
    QCOMPARE(sheetDate(2958466, false), std::string());
    QCOMPARE(sheetDate(-1, false), std::string());
}

void TestInference::sheetFormats() {
    for (const char* code :
         {"yyyy-mm-dd", "d/m/yy", "[$-409]mmm d, yyyy;@", "hh:mm", "\"on\" dd.mm.", "[Red]yyyy"})
        QVERIFY2(isDateFormat(std::string_view(code)), code);
    for (const char* code :
         {"General", "0.00", "#,##0 \"days\"", "[h]:mm", "[Red]0", "0.00E+00", "\\d0", "0;yyyy", "_d0"})
        QVERIFY2(!isDateFormat(std::string_view(code)), code);
    QVERIFY(isDateFormat(14) && isDateFormat(22) && isDateFormat(30));
    QVERIFY(!isDateFormat(0) && !isDateFormat(10) && !isDateFormat(46) && !isDateFormat(49));
}

void TestInference::booleans() {
    for (const char* text : {"1", "true", "TRUE", "Yes", "y", "ja", "oui", "Sí", "sim", "x", " yes "})
        QCOMPARE(readBoolean(text), std::optional(true));
    for (const char* text : {"0", "false", "FALSE", "No", "n", "Nein", "non", "não"})
        QCOMPARE(readBoolean(text), std::optional(false));
    for (const char* text : {"", "2", "maybe", "No phone service", "none"})
        QCOMPARE(readBoolean(text), std::nullopt);
}

void TestInference::groups() {
    QVERIFY(isGrouping(10, 30, 300));
    QVERIFY(!isGrouping(30, 30, 300));
    QVERIFY(!isGrouping(1, 1, 5));
    QVERIFY(isGrouping(1, 2, 10));
    QVERIFY(isGrouping(40'000, 1'000'000, 10'000'000));
    QVERIFY(!isGrouping(100'000, 1'000'000, 10'000'000));
    QVERIFY(!isGrouping(400, 1000, 300'000));
}

void TestInference::columns_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<ColumnType>("type");
    const auto add = [](const char* name, const char* header, QStringList cells, ColumnType type) {
        QTest::newRow(name) << QString::fromUtf8(header) << cells << type;
    };
    add("numbers", "Employees", {"1", "20", "300", ""}, ColumnType::Number);
    add("blanks are missing", "TotalCharges", {"29.85", " ", "1889.5", "\u00A0"}, ColumnType::Number);
    add("one in ten may be wrong", "Size", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "many"},
        ColumnType::Number);
    add("two in ten may not", "Size", {"1", "2", "3", "4", "5", "6", "7", "8", "lots", "many"},
        ColumnType::Category);
    add("words for nothing do not count", "Size", {"1", "2", "n/a", "-", "NULL"}, ColumnType::Number);
    add("money", "Amount", {"$5", "$10.50", "7"}, ColumnType::Money);
    add("percent", "Share", {"5%", "10.5%", "0"}, ColumnType::Percent);
    add("leading zeros", "Code", {"01234", "20095", "10115"}, ColumnType::Category);
    add("long digits", "Reference", {"25842000000262376", "25842000000532976"}, ColumnType::Category);
    add("postcodes by header", "Billing Zip", {"92618", "91302"}, ColumnType::Category);
    add("ids by header", "ACCOUNTID", {"1", "2", "3"}, ColumnType::Category);
    add("paid is no id", "PAID", {"10", "20", "35"}, ColumnType::Number);
    add("dates", "Created", {"2024-05-20", "2024-05-21"}, ColumnType::Date);
    add("dates with times", "Created", {"5/20/2024 7:42", "5/27/2021 0:00"}, ColumnType::Date);
    add("an impossible date among good ones", "Created",
        {"01.02.2024", "02.02.2024", "03.02.2024", "04.02.2024", "05.02.2024", "06.02.2024", "07.02.2024",
         "08.02.2024", "15.02.2024", "31.02.2024"},
        ColumnType::Date);
    add("yes and no", "Active", {"Yes", "No", ""}, ColumnType::Boolean);
    add("TRUE and True", "Active", {"TRUE", "True", "false"}, ColumnType::Boolean);
    add("ja und nein", "Aktiv", {"ja", "nein"}, ColumnType::Boolean);
    add("zeros and ones", "SeniorCitizen", {"0", "1", "0"}, ColumnType::Boolean);
    add("ones and blanks", "IsWon", {"1", "", "1"}, ColumnType::Boolean);
    add("a count of zeros and ones", "Number of licences", {"0", "1", "1"}, ColumnType::Number);
    add("only ones", "Quantity", {"1", "1", "1"}, ColumnType::Number);
    add("yes, no and more", "OnlineSecurity", {"Yes", "No", "No internet service"}, ColumnType::Category);
    add("several in a cell", "Tools", {"AWS; Magento", "AWS", "Magento; SAP; AWS", "SAP"}, ColumnType::Multi);
    add("several with bars", "Tools", {"AWS|Magento", "AWS", "Magento|SAP|AWS", "SAP"}, ColumnType::Multi);
    add("two parts in every cell", "Topic", {"Acme | New", "Acme | Old", "Bolt | New", "Bolt | Old"},
        ColumnType::Category);
    add("sentences with a semicolon", "Note", {"Called; no answer", "Wants a quote; next week", "ok"},
        ColumnType::Category);
    add("nothing at all", "Empty", {"", " "}, ColumnType::Category);
}

void TestInference::columns() {
    QFETCH(QString, header);
    QFETCH(QStringList, cells);
    QFETCH(ColumnType, type);
    TypeSurvey survey;
    for (const QString& cell : cells) {
        const std::string text = cell.toStdString();
        survey.add({text, CellKind::Text});
    }
    QCOMPARE(typeName(survey.decide(header, {}, {}).type), typeName(type));
}

void TestInference::hintsDecideWhatCellsLeaveOpen() {
    TypeSurvey dates;
    dates.add({"03/04/2024", CellKind::Text});
    QVERIFY(!dates.decide(QStringLiteral("D"), {}, {}).certainOrder);
    QVERIFY(dates.decide(QStringLiteral("D"), {}, {std::nullopt, true}).dayFirst);
    QVERIFY(!dates.decide(QStringLiteral("D"), {}, {std::nullopt, false}).dayFirst);
    dates.add({"03/14/2024", CellKind::Text});
    QVERIFY(!dates.decide(QStringLiteral("D"), {}, {std::nullopt, true}).dayFirst);
    QVERIFY(dates.decide(QStringLiteral("D"), {}, {}).certainOrder);

    TypeSurvey marks;
    marks.add({"1.234", CellKind::Text});
    QCOMPARE(marks.decide(QStringLiteral("N"), {}, {}).decimal, '.');
    QCOMPARE(marks.decide(QStringLiteral("N"), {}, {',', std::nullopt}).decimal, ',');
    marks.add({"1.234,5", CellKind::Text});
    QCOMPARE(marks.decide(QStringLiteral("N"), {}, {}).decimal, ',');
}

QTEST_APPLESS_MAIN(TestInference)
#include "tst_inference.moc"
