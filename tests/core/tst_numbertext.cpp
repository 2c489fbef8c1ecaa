#include "core/typing/numbertext.h"

#include <QTest>

using namespace icp;

/// Numbers as people and programs write them, and what is none.
class TestNumberText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbers_data();
    void numbers();
    void notNumbers_data();
    void notNumbers();
};

void TestNumberText::numbers_data() {
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
    add("1_234_567", '.', 1234567);
    add("1\u2009234\u2009567,5", ',', 1234567.5);
    add("1\u00A0234\u00A0567,50 zł", ',', 1234567.5, "PLN");
    add("1’234’567.80 CHF", '.', 1234567.8, "CHF");
    add("CHF 1'234.50", '.', 1234.5, "CHF");
    add("₹ 12,34,567.50", '.', 1234567.5, "INR");
    add("Rs. 1,00,000", '.', 100000, "INR");
    add("1.5 crore", '.', 15000000);
    add("2.5 million", '.', 2.5e6);
    add("1,2 Mrd. EUR", ',', 1.2e9, "EUR");
    add("$1.2 billion", '.', 1.2e9, "$");
    add("3,5 млн", ',', 3.5e6);
    add("300万円", '.', 3e6, "JPY");
    add("12億", '.', 12e8);
    add("usd 1,200", '.', 1200, "USD");
    add("1,200usd", '.', 1200, "USD");
    add("RMB 88", '.', 88, "CNY");
    add("5 kr", '.', 5, "kr");
    add("(1,234.50)", '.', -1234.5);
    add("$(1,234.50)", '.', -1234.5, "$");
    add("(1,234.50) USD", '.', -1234.5, "USD");
    add("(12%)", '.', -12, "", true);
    add("1,234.50-", '.', -1234.5);
    add("1.234,50- €", ',', -1234.5, "EUR");
    add("50,- €", ',', 50, "EUR");
    add("50.--", '.', 50);
    add("1.2E+05", '.', 120000);
    add("1,2E-3", ',', 0.0012);
    add("0,5%", ',', 0.5, "", true);
    add("12\u00A0%", '.', 12, "", true);
    add("-3.5 %", '.', -3.5, "", true);
    add("１２３", '.', 123);
    add("１，２３４．５", '.', 1234.5);
    add("￥１２，０００", '.', 12000, "¥");
    add("٣", '.', 3);
    add("١٬٢٣٤٫٥", '.', 1234.5);
    add("١٬٢٣٤٫٥", ',', 1234.5);
    add("۱۲٪", '.', 12, "", true);
}

void TestNumberText::numbers() {
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

void TestNumberText::notNumbers_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<NumberProblem>("problem");
    for (const char* text :
         {"",          " ",        "abc",      "1-2",          "1.2.3",    "12.05.2024", "1,23,4", "1,2345",
          "5.",        "12x",      "1 2",      "--5",          "(5",       "$",          "%",      "1..2",
          "0,125,000", "1e",       "10 - 20",  "805-247-8982", "3.141.59", "1,234,",     "1/2",    "½",
          "1__234",    "12,34,56", "1 000 00", "US",           "EURO 5",   "5 kg",       "FY24",   "EURx",
          "100+",      "<10",      "~50",      "1e5e5",        "50,-x",    "((5))",      "5-5"})
        QTest::addRow("“%s”", text) << QByteArray(text) << NumberProblem::NotANumber;
    QTest::newRow("postcode") << QByteArray("08123") << NumberProblem::LeadingZero;
    QTest::newRow("long id") << QByteArray("25842000000262376") << NumberProblem::TooLong;
    QTest::newRow("telephone") << QByteArray("+4989123456") << NumberProblem::TooLong;
    QTest::newRow("telephone with spaces") << QByteArray("+49 891 234 567") << NumberProblem::TooLong;
    QTest::newRow("full-width postcode") << QByteArray("０８１２３") << NumberProblem::LeadingZero;
}

void TestNumberText::notNumbers() {
    QFETCH(QByteArray, text);
    QFETCH(NumberProblem, problem);
    QCOMPARE(readNumber(text.toStdString(), '.').problem, problem);
}

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_numbertext.moc"
