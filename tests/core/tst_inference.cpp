#include "core/table/column.h"
#include "core/typing/typesurvey.h"

#include <QTest>

using namespace icp;

/// Which type a column of texts gets.
class TestInference : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void booleans();
    void groups();
    void columns_data();
    void columns();
    void formats();
    void wordsForNothing();
    void hintsDecideWhatCellsLeaveOpen();
};

void TestInference::booleans() {
    for (const char* text : {"1", "true", "TRUE", "Yes", "y", "ja", "oui", "Sí", "SÍ", "sim", "x", " yes ",
                             "✓", "wahr", "はい", "on", "да"})
        QCOMPARE(readBoolean(text), std::optional(true));
    for (const char* text :
         {"0", "false", "FALSE", "No", "n", "Nein", "non", "não", "NÃO", "falsch", "いいえ", "OFF", "нет"})
        QCOMPARE(readBoolean(text), std::optional(false));
    for (const char* text : {"", "2", "maybe", "No phone service", "none", "active", "inactive", "-1", "ok"})
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
    add("one of ten may be wrong", "Size", {"1", "2", "3", "4", "5", "6", "7", "8", "9", "many"},
        ColumnType::Number);
    add("two of ten may not", "Size", {"1", "2", "3", "4", "5", "6", "7", "8", "lots", "many"},
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
    add("months", "Close month", {"2024-03", "2024-04"}, ColumnType::Date);
    add("quarters", "Fiscal period", {"Q1 2024", "Q2 2024"}, ColumnType::Date);
    add("weeks", "Week", {"2024-W05", "2024-W06"}, ColumnType::Date);
    add("month and short year in a month column", "Close month", {"Mar-24", "Apr-24"}, ColumnType::Date);
    add("month and short year elsewhere", "Plan", {"Mar-24", "Apr-24", "Mar-24"}, ColumnType::Category);
    add("business years", "Year", {"FY24", "FY23", "FY24"}, ColumnType::Category);
    add("years are numbers", "Founded", {"1999", "2004"}, ColumnType::Number);
    add("invoice numbers like months", "Invoice number", {"2024-03", "2024-04"}, ColumnType::Category);
    add("seconds since 1970", "created_at", {"1716163200", "1716163260"}, ColumnType::Date);
    add("the same elsewhere", "Revenue", {"1716163200", "1716163260"}, ColumnType::Number);
    add("dates without marks", "Created", {"20240520", "20231231"}, ColumnType::Date);
    add("the same elsewhere", "Size", {"20240520", "20231231"}, ColumnType::Number);
    add("lengths of time", "Duration", {"3d 4h", "45 min", "0"}, ColumnType::Number);
    add("a clock that lasts", "Talk time", {"02:15:00", "00:12:10"}, ColumnType::Number);
    add("a time of day", "Start time", {"09:15:00", "17:00:00", "09:15:00"}, ColumnType::Category);
    add("millions are no minutes", "Revenue", {"45m", "30m"}, ColumnType::Number);
    add("ranges of years", "Tenure", {"1-2 years", "3-5 years", "1-2 years"}, ColumnType::Category);
    add("sic codes", "SIC Code", {"7372", "7371"}, ColumnType::Category);
    add("naics in camel case", "NaicsCode", {"511210", "541511"}, ColumnType::Category);
    add("d-u-n-s", "D-U-N-S Number", {"804735132", "150483782"}, ColumnType::Category);
    add("customer numbers", "Customer number", {"1001", "1002"}, ColumnType::Category);
    add("how many customers", "Number of customers", {"1001", "1002"}, ColumnType::Number);
    add("telephones without a plus", "Telefon", {"089123456", "08956789"}, ColumnType::Category);
    add("telephones by header", "Mobile phone", {"5551234567", "5559876543"}, ColumnType::Category);
    add("german postcodes", "PLZ", {"10115", "20095"}, ColumnType::Category);
    add("versions", "Version", {"1.10", "1.9"}, ColumnType::Category);
    add("percentages and plain numbers", "Share", {"5%", "0.05", "7%", "0.5"}, ColumnType::Category);
    add("percentages with zeros", "Share", {"5%", "0", "7%"}, ColumnType::Percent);
    add("on and off", "Alerts", {"on", "off"}, ColumnType::Boolean);
    add("ticks", "Partner", {"✓", "", "✓"}, ColumnType::Boolean);
    add("はい", "Partner", {"はい", "いいえ"}, ColumnType::Boolean);
    add("Y and N", "Partner", {"Y", "N", "Y"}, ColumnType::Boolean);
    add("only N", "Region", {"N", "N", "N"}, ColumnType::Category);
    add("compass", "Region", {"N", "S", "N"}, ColumnType::Category);
    add("active and inactive", "Status", {"active", "inactive", "active"}, ColumnType::Category);
    add("a list with commas", "Technologies", {"AWS, SAP", "AWS", "SAP, Magento, AWS", "Magento"},
        ColumnType::Multi);
    add("people with commas", "Owner", {"Smith, A", "Smith, A, Jr", "Smith, A", "A"}, ColumnType::Category);
    add("places with commas", "Office", {"Austin, TX", "Dallas, TX", "Remote", "Austin, TX"},
        ColumnType::Category);
    add("industries with a comma in their name", "Sector",
        {"Banking, Finance, Insurance", "Retail", "Banking, Finance, Insurance", "Retail", "IT", "IT"},
        ColumnType::Category);
    add("a list with line breaks", "Tools", {"AWS\nSAP", "AWS", "SAP\nMagento\nAWS", "Magento"},
        ColumnType::Multi);
}

namespace {

ColumnFormat formatOf(const QString& header, const QStringList& cells, const ColumnWish& wish = {},
                      const FormatHints& hints = {}) {
    TypeSurvey survey(header, wish);
    for (const QString& cell : cells) {
        const std::string text = cell.toStdString();
        survey.add({text, CellKind::Text});
    }
    survey.close();
    return survey.decide(hints);
}

}  // namespace

void TestInference::columns() {
    QFETCH(QString, header);
    QFETCH(QStringList, cells);
    QFETCH(ColumnType, type);
    QCOMPARE(typeName(formatOf(header, cells).type), typeName(type));
}

void TestInference::formats() {
    QCOMPARE(int(formatOf("Duration", {"45 min", "30 min"}).unit), int(TimeUnit::Minutes));
    QCOMPARE(int(formatOf("Duration", {"3d 4h", "30 min"}).unit), int(TimeUnit::Hours));
    QCOMPARE(int(formatOf("Talk time", {"02:15:00", "00:03:10"}).unit), int(TimeUnit::Hours));
    QCOMPARE(int(formatOf("Term", {"2 years", "6 months"}).unit), int(TimeUnit::Months));
    QCOMPARE(int(formatOf("Term", {"2 years", "1 year"}).unit), int(TimeUnit::Years));
    QCOMPARE(int(formatOf("Time in 'Proposal (Sales)'", {"86400", "3600"}).unit), int(TimeUnit::Seconds));
    QCOMPARE(int(formatOf("Latest time in \"Won\"", {"86400", "3600"}).unit), int(TimeUnit::Seconds));
    QCOMPARE(int(formatOf("Timeinvested", {"86400", "3600"}).unit), int(TimeUnit::None));

    QCOMPARE(int(formatOf("Created at", {"1716163200", "1716163260"}).form), int(CellForm::Seconds));
    QCOMPARE(int(formatOf("Timestamp", {"1716163200000", "1716163260000"}).form),
             int(CellForm::Milliseconds));
    QCOMPARE(int(formatOf("Datum", {"20240520", "20231231"}).form), int(CellForm::Compact));
    const ColumnFormat serial = formatOf("Close date", {"45432", "45433.5"});
    QCOMPARE(serial.type, ColumnType::Number);
    QVERIFY(serial.maySheetDays);
    QVERIFY(!formatOf("Employees", {"45432", "45433"}).maySheetDays);
    QVERIFY(!formatOf("Close date", {"45432", "12"}).maySheetDays);
    const ColumnFormat chosen = formatOf("Close date", {"45432", "45433"}, {ColumnType::Date});
    QCOMPARE(int(chosen.form), int(CellForm::SheetDays));
    QCOMPARE(dateOfNumber(45432, CellForm::SheetDays), std::optional(19863.0));
    QCOMPARE(dateOfNumber(20240520, CellForm::Compact), std::optional(19863.0));
    QCOMPARE(dateOfNumber(20241350, CellForm::Compact), std::nullopt);
    QCOMPARE(dateOfNumber(20240520.5, CellForm::Compact), std::nullopt);
    QCOMPARE(dateOfNumber(1e300, CellForm::Compact), std::nullopt);
    QCOMPARE(dateOfNumber(19863.0 * 86400, CellForm::Seconds), std::optional(19863.0));
    QCOMPARE(dateOfNumber(19863.0 * 86400, CellForm::Milliseconds), std::nullopt);

    QCOMPARE(formatOf("Tools", {"A, B", "A", "B, C, A", "C"}).separator, ',');
    QCOMPARE(formatOf("Tools", {"A\nB", "A", "B\nC\nA", "C"}).separator, '\n');

    // Three digits behind a point are a guess, behind a comma they are thousands.
    QVERIFY(formatOf("n", {"1.234", "5.678"}).openMark);
    QVERIFY(!formatOf("n", {"1,234", "5,678"}).openMark);
    QVERIFY(!formatOf("n", {"1.234", "5.67"}).openMark);
    QVERIFY(formatOf("n", {"1,234"}, {}, {',', {}}).openMark);
}

/// Words for nothing are neither votes for a type nor against one.
void TestInference::wordsForNothing() {
    for (const char* text : {"-", "--", "—", "n/a", "N/A", "NULL", "\\N", "None", "Select", "-- Select --",
                             "unknown", "?", ".", "#N/A", "(blank)", "keine Angabe", " n/a ", "- None -"})
        QVERIFY2(isPlaceholder(text), text);
    for (const char* text :
         {"", " ", "0", "-1", "999", "no", "A", "Selected", "-5-", "x", "not sure", "Nullam"})
        QVERIFY2(!isPlaceholder(text), text);
    const ColumnFormat format = formatOf("Size", {"1", "2", "n/a", "-- Select --", "NULL"});
    QCOMPARE(format.votes.values, 2);
    ColumnWish wish;
    wish.missing = QStringList{"about 50", "999"};
    const ColumnFormat wished = formatOf("Size", {"1", "2", " about 50", "999"}, wish);
    QCOMPARE(wished.type, ColumnType::Number);
    QCOMPARE(wished.votes.values, 2);
    QVERIFY(wished.missing.contains(std::string_view("999 ")) && wished.missing.contains(999.0));
}

void TestInference::hintsDecideWhatCellsLeaveOpen() {
    const QStringList open{"03/04/2024"};
    QVERIFY(!formatOf("D", open).certainOrder);
    QVERIFY(formatOf("D", open, {}, {std::nullopt, true}).dayFirst);
    QVERIFY(formatOf("D", open, {}, {std::nullopt, true}).hintedOrder);
    QVERIFY(!formatOf("D", open, {}, {std::nullopt, false}).dayFirst);
    const QStringList told{"03/04/2024", "03/14/2024"};
    QVERIFY(!formatOf("D", told, {}, {std::nullopt, true}).dayFirst);
    QVERIFY(formatOf("D", told).certainOrder);
    QCOMPARE(formatOf("N", {"1.234"}).decimal, '.');
    QCOMPARE(formatOf("N", {"1.234"}, {}, {',', std::nullopt}).decimal, ',');
    QCOMPARE(formatOf("N", {"1.234", "1.234,5"}).decimal, ',');
}

QTEST_APPLESS_MAIN(TestInference)
#include "tst_inference.moc"
