#include "core/base/text.h"
#include "core/typing/tablereader.h"
#include "tests/support/core/places.h"
#include "tests/support/core/scratch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace icp;

namespace {

/// Everything a reading found, as text, so that two can be compared.
QString described(const TypedFile& file) {
    QStringList lines;
    for (std::size_t i = 0; i < file.table.fields.size(); ++i) {
        const Table::Field& field = file.table.fields[i];
        lines << field.header + u' ' + typeName(field.column.type()) + u' ' + file.evidence[i].sentence;
        QString cells;
        for (std::size_t row = 0; row < file.table.rows; ++row)
            cells += toQString(field.column.display(row)) + (field.column.isMissing(row) ? u'~' : u'|');
        lines << cells;
    }
    for (const std::uint32_t row : file.table.sourceRow) lines << QString::number(row);
    for (const Issue& issue : file.issues)
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(issue.code)
                     .arg(issue.row)
                     .arg(issue.column, issue.text, issue.reason);
    for (const RejectedRow& row : file.rejected)
        lines << QStringLiteral("%1 %2 %3").arg(row.row).arg(row.cells.join(u'|'), row.reason);
    return lines.join(u'\n');
}

}  // namespace

class TestReadTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typesAndValues();
    void headers();
    void unitsAndOtherNames();
    void preambleAndFooter();
    void wholeFooterOfAReport();
    void noHeader();
    void raggedRows();
    void unreadableCellsAreIssues();
    void impossibleDates();
    void ambiguousDates();
    void typesCanBeChosen();
    void theUserOverrules();
    void threadsChangeNothing();
    void lateCellsChangeTheType();
    void manyDistinctTextsBecomeText();
    void fiveThousandColumns();
    void badInput_data();
    void badInput();
    void cancelling();
    void realTelco();
    void realExports_data();
    void realExports();

private:
    TypedFile read(const QByteArray& bytes, const QHash<QString, ColumnWish>& wishes = {},
                   unsigned threads = 0) {
        const auto file = readTable(m_scratch.write(QStringLiteral("t.csv"), bytes), {}, wishes, threads);
        if (!file) qWarning("%s", qPrintable(file.error().message));
        return file.value_or(TypedFile());
    }
    static QStringList headersOf(const TypedFile& file) {
        QStringList names;
        for (const Table::Field& field : file.table.fields) names << field.header;
        return names;
    }

    test::Scratch m_scratch;
};

void TestReadTable::typesAndValues() {
    const TypedFile file = read(
        "Name;Umsatz;Anteil;Seit;Aktiv;Tools\n"
        "Müller;1.234,50 €;12,5 %;31.12.2023;ja;SAP;\n");
    QCOMPARE(file.rejected.size(), std::size_t(0));
    QCOMPARE(headersOf(file), (QStringList{"Name", "Umsatz", "Anteil", "Seit", "Aktiv", "Tools"}));
    const auto column = [&](std::size_t i) { return file.table.fields[i].column; };
    QCOMPARE(column(1).type(), ColumnType::Money);
    QCOMPARE(column(1).currency(), QStringLiteral("EUR"));
    QCOMPARE(column(1).numbers()[0], 1234.5);
    QCOMPARE(file.evidence[1].decimal, QStringLiteral(","));
    QCOMPARE(column(2).type(), ColumnType::Percent);
    QCOMPARE(column(2).numbers()[0], 0.125);
    QCOMPARE(column(3).display(0), std::string("2023-12-31"));
    QCOMPARE(column(4).display(0), std::string("yes"));
    QCOMPARE(file.info.delimiter, QStringLiteral(";"));
}

void TestReadTable::headers() {
    const TypedFile file = read("Amount,,Amount,Amount (2),\n1,a,2,3,\n4,b,5,6,\n");
    QCOMPARE(headersOf(file), (QStringList{"Amount", "Column B", "Amount (3)", "Amount (2)"}));
}

void TestReadTable::wholeFooterOfAReport() {
    const QByteArray data = "Name,Stage,Amount,Close\nA,Won,1,2024-01-01\nLone\nB,Lost,2,2024-01-02\nC,,,\n";
    const TypedFile file = read(data + "\nDeals of the year\n\"Copyright (c) 2000-2026\"\nNordwind\n");
    QCOMPARE(file.table.sourceRow, (std::vector<std::uint32_t>{2, 3, 4, 5}));
    std::vector<qint64> rows;
    for (const RejectedRow& row : file.rejected) rows.push_back(row.row);
    QCOMPARE(rows, (std::vector<qint64>{7, 8, 9}));
    QCOMPARE(file.rejected.back().reason, QStringLiteral("Report footer, not data"));
    QCOMPARE(file.issues.size(), std::size_t(1));
    QCOMPARE(file.issues.front().row, 3);
    QCOMPARE(read(data + "Nordwind\n").table.rows, std::size_t(5));
}

void TestReadTable::unitsAndOtherNames() {
    const TypedFile file = read(
        "Company,Annual Revenue,Employees,Created "
        "Date\nCompanyName,AnnualRevenue,NumberOfEmployees,CreatedDate\n"
        "Unit,thousand USD,people,\nA,1,12,2024-01-01\nB,2,13,2024-01-02\nC,3,14,2024-01-03\n");
    QCOMPARE(file.table.rows, std::size_t(3));
    QCOMPARE(file.table.fields[1].header, QStringLiteral("Annual Revenue"));
    QCOMPARE(file.table.fields[1].column.type(), ColumnType::Number);
    QCOMPARE(file.table.fields[3].column.type(), ColumnType::Date);
    QStringList told;
    for (const Issue& issue : file.issues)
        told << QStringList{issue.code, QString::number(issue.row), issue.column, issue.text}.join(u'|');
    QCOMPARE(told, (QStringList{QStringLiteral("other-names|2||"), QStringLiteral("units|3||"),
                                QStringLiteral("unit|3|Annual Revenue|thousand USD"),
                                QStringLiteral("unit|3|Employees|people")}));
}

void TestReadTable::preambleAndFooter() {
    const TypedFile file = read(
        "Opportunity Report,,,\nAs of 2024-05-20,,,\n\nName,Stage,Amount,Close\nA,Won,1,2024-01-01\n"
        "B,Lost,2,2024-01-02\nName,Stage,Amount,Close\nC,Won,3,2024-01-03\n\nGrand Totals (3 records),,6,\n"
        "Confidential Information - Do Not Distribute\n"
        "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n");
    QCOMPARE(file.headerRow, 4);
    QCOMPARE(file.table.rows, std::size_t(3));
    QCOMPARE(file.table.sourceRow, (std::vector<std::uint32_t>{5, 6, 8}));
    QCOMPARE(file.table.fields[2].column.type(), ColumnType::Number);
    QCOMPARE(file.rejected.size(), std::size_t(4));
    QCOMPARE(file.rejected[0].reason, QStringLiteral("The header is repeated here"));
    for (std::size_t i = 1; i < 4; ++i)
        QCOMPARE(file.rejected[i].reason, QStringLiteral("Report footer, not data"));
    QCOMPARE(file.rejected[1].row, 10);
    QStringList told;
    for (const Issue& issue : file.issues) told << issue.code + u' ' + QString::number(issue.row);
    QCOMPARE(told, (QStringList{QStringLiteral("preamble 1"), QStringLiteral("preamble-row 1"),
                                QStringLiteral("preamble-row 2")}));
    QVERIFY(file.issues[2].reason.contains(u"As of 2024-05-20"));
}

void TestReadTable::noHeader() {
    const TypedFile file = read("1,2024-01-01,a@x.com\n2,2024-01-02,b@x.com\n3,2024-01-03,c@x.com\n");
    QCOMPARE(headersOf(file), (QStringList{"Column A", "Column B", "Column C"}));
    QCOMPARE(file.table.rows, std::size_t(3));
    QCOMPARE(file.headerRow, 0);
}

void TestReadTable::raggedRows() {
    const TypedFile file = read("a,b,c\n1,2,3\n4,5\n6,7,8,\n9,10,11,12\n13,14,15\n");
    QCOMPARE(file.table.rows, std::size_t(4));
    QVERIFY(file.table.fields[2].column.isMissing(1));
    QCOMPARE(file.issues.size(), std::size_t(1));
    QCOMPARE(file.issues[0].code, QStringLiteral("row-short"));
    QCOMPARE(file.issues[0].row, 3);
    QCOMPARE(file.rejected.size(), std::size_t(1));
    QCOMPARE(file.rejected[0].row, 5);
    QCOMPARE(file.rejected[0].cells, (QStringList{"9", "10", "11", "12"}));
}

void TestReadTable::unreadableCellsAreIssues() {
    QByteArray bytes = "id,size\n";
    for (int i = 0; i < 20; ++i)
        bytes += "k" + QByteArray::number(i) + "," +
                 (i == 7 ? QByteArray("about 50") : QByteArray::number(i * 3)) + "\n";
    const TypedFile file = read(bytes);
    QCOMPARE(file.table.fields[1].column.type(), ColumnType::Number);
    QVERIFY(file.table.fields[1].column.isMissing(7));
    QCOMPARE(file.evidence[1].unreadable, 1);
    QCOMPARE(file.issues.size(), std::size_t(1));
    const Issue& issue = file.issues[0];
    QCOMPARE(issue.file, QStringLiteral("t.csv"));
    QCOMPARE(issue.row, 9);
    QCOMPARE(issue.column, QStringLiteral("size"));
    QCOMPARE(issue.text, QStringLiteral("about 50"));
    QVERIFY(!issue.reason.isEmpty());
}

void TestReadTable::impossibleDates() {
    QByteArray bytes = "d,x\n";
    for (int i = 1; i <= 20; ++i) bytes += QByteArray::number(i) + ".01.2024,1\n";
    const TypedFile file = read(bytes + "31.02.2024,1\n");
    QCOMPARE(file.table.fields[0].column.type(), ColumnType::Date);
    QCOMPARE(file.issues.size(), std::size_t(1));
    QCOMPARE(file.issues[0].code, QStringLiteral("date-impossible"));
    QCOMPARE(file.issues[0].row, 22);
}

void TestReadTable::ambiguousDates() {
    const TypedFile open = read("d,e\n03/04/2024,x\n05/06/2024,y\n");
    QVERIFY(open.evidence[0].ambiguous);
    QCOMPARE(open.issues.size(), std::size_t(1));
    QCOMPARE(open.issues[0].code, QStringLiteral("date-ambiguous"));
    // Another column of the same file tells.
    const TypedFile told = read("d,e\n03/04/2024,25/12/2023\n05/06/2024,13/01/2024\n");
    QCOMPARE(told.table.fields[0].column.display(0), std::string("2024-04-03"));
}

void TestReadTable::typesCanBeChosen() {
    const TypedFile file =
        read("zip,n\n01234,1\n20095,x\n", {{"zip", {ColumnType::Number}}, {"n", {ColumnType::Text}}});
    QCOMPARE(file.table.fields[0].column.type(), ColumnType::Number);
    QVERIFY(file.table.fields[0].column.isMissing(0));
    QCOMPARE(file.issues.size(), std::size_t(1));
    QCOMPARE(file.table.fields[1].column.type(), ColumnType::Text);
    QCOMPARE(file.table.fields[1].column.text(0), std::string_view("1"));
}

void TestReadTable::theUserOverrules() {
    const QByteArray bytes =
        "n,d,m,w\n1.234,03/04/2024,a;b,5\n2.500,05/06/2024,b|c;d,999\n3.000,07/08/2024,a, 999 \n";
    ColumnWish number;
    number.decimal = ',';
    ColumnWish date;
    date.dayFirst = true;
    ColumnWish multi;
    multi.type = ColumnType::Multi;
    multi.separator = '|';
    ColumnWish missing;
    missing.missing = QStringList{"999"};
    const TypedFile file = read(bytes, {{"n", number}, {"d", date}, {"m", multi}, {"w", missing}});
    QCOMPARE(file.table.fields[0].column.numbers()[0], 1234.0);
    QCOMPARE(file.table.fields[1].column.display(2), std::string("2024-08-07"));
    QVERIFY(!file.evidence[1].ambiguous);
    QCOMPARE(file.table.fields[2].column.display(1), std::string("b; c;d"));
    QCOMPARE(file.table.fields[2].column.elements(0).size(), std::size_t(1));
    QCOMPARE(file.table.fields[3].column.type(), ColumnType::Number);
    QCOMPARE(file.table.fields[3].column.missing().count(), std::size_t(2));
    QCOMPARE(file.issues.size(), std::size_t(1));
    QCOMPARE(file.issues[0].code, QStringLiteral("missing-chosen"));
    QCOMPARE(file.issues[0].column, QStringLiteral("w"));
    // The other order and the other mark, against what would be detected.
    date.dayFirst = false;
    number.decimal = '.';
    const TypedFile other = read(bytes, {{"n", number}, {"d", date}});
    QCOMPARE(other.table.fields[0].column.numbers()[0], 1.234);
    QCOMPARE(other.table.fields[1].column.display(2), std::string("2024-07-08"));
    QCOMPARE(other.table.fields[3].column.numbers()[2], 999.0);
}

/// Several megabytes with everything that can happen, on one thread, two and five.
void TestReadTable::threadsChangeNothing() {
    QRandomGenerator random(3);
    QByteArray bytes = "id,name,industry,amount,date,tools,flag\n";
    for (int i = 0; i < 90'000; ++i) {
        bytes += "ID-" + QByteArray::number(i) + ",\"Company, " + QByteArray::number(random.bounded(50'000)) +
                 "\",industry " + QByteArray::number(random.bounded(30)) + ",";
        bytes += random.bounded(50) == 0 ? QByteArray("none so far")
                                         : QByteArray::number(random.bounded(100'000) / 100.0);
        bytes += ",2024-01-" + QByteArray::number(10 + random.bounded(20)) + ",";
        bytes += random.bounded(2) ? "A;B" : "C";
        bytes += random.bounded(300) == 0 ? ",yes,too much\n" : random.bounded(300) == 0 ? "\n" : ",no\n";
    }
    const QString path = m_scratch.write(QStringLiteral("threads.csv"), bytes);
    QString first;
    for (const unsigned threads : {1U, 2U, 5U}) {
        const auto file = readTable(path, {}, {}, threads);
        QVERIFY(file);
        if (first.isEmpty())
            first = described(*file);
        else
            QVERIFY(described(*file) == first);
    }
    QVERIFY(first.contains(u"number-unreadable") && first.contains(u"too much") &&
            first.contains(u"row-short"));
}

/// What the first megabytes say is not the last word.
void TestReadTable::lateCellsChangeTheType() {
    QByteArray bytes = "number then text,date order,blank at first,ones,plain\n";
    const int rows = 120'000;
    for (int i = 0; i < rows; ++i) {
        const bool late = i > rows / 2;
        bytes += (late ? QByteArray("word ") : QByteArray()) + QByteArray::number(i % 50) + ",";
        bytes += (late ? "25/12/2023," : "03/04/2024,");
        bytes += (late ? QByteArray::number(i) : QByteArray()) + ",";
        bytes += (late && i % 2 ? "0," : "1,");
        bytes += "some text to make the file long enough\n";
    }
    const TypedFile file = read(bytes);
    QCOMPARE(file.table.fields[0].column.type(), ColumnType::Category);
    QCOMPARE(file.table.fields[1].column.type(), ColumnType::Date);
    QCOMPARE(file.table.fields[1].column.display(0), std::string("2024-04-03"));
    QVERIFY(!file.evidence[1].ambiguous);
    QCOMPARE(file.table.fields[2].column.type(), ColumnType::Number);
    QCOMPARE(file.table.fields[2].column.numbers()[rows - 1], double(rows - 1));
    QCOMPARE(file.table.fields[3].column.type(), ColumnType::Boolean);
    QVERIFY(file.issues.empty());
}

void TestReadTable::manyDistinctTextsBecomeText() {
    QByteArray bytes = "repeats at first,v\n";
    for (int i = 0; i < 200'000; ++i)
        bytes += "name " + QByteArray::number(i < 60'000 ? i % 100 : i) + ",1\n";
    const TypedFile file = read(bytes);
    QCOMPARE(file.table.fields[0].column.type(), ColumnType::Text);
    QCOMPARE(file.table.fields[0].column.text(5), std::string_view("name 5"));
    QCOMPARE(file.table.fields[0].column.text(199'999), std::string_view("name 199999"));
}

void TestReadTable::fiveThousandColumns() {
    QByteArray header;
    QByteArray row;
    for (int i = 0; i < 5000; ++i) {
        header += (i ? ",c" : "c") + QByteArray::number(i);
        row += (i ? "," : "") + QByteArray::number(i);
    }
    const TypedFile file = read(header + "\n" + row + "\n" + row + "\n");
    QCOMPARE(file.table.fields.size(), std::size_t(5000));
    QCOMPARE(file.table.fields[4999].column.numbers()[1], 4999.0);
}

void TestReadTable::badInput_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("blank lines") << QByteArray("\n\n\r\n") << "no data";
    QTest::newRow("header only") << QByteArray("a,b,c\n") << "no rows";
    QTest::newRow("too many columns") << "a" + QByteArray(20'000, ',') + "\n"
                                      << "16,384";
    QTest::newRow("long cell") << "a,b\n1," + QByteArray(33 << 20, 'x') + "\n"
                               << "row 2, column B";
}

void TestReadTable::badInput() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const auto file = readTable(m_scratch.write(QStringLiteral("Bad.csv"), bytes));
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::InputUnusable);
    QVERIFY2(file.error().message.contains(word), qPrintable(file.error().message));
    QVERIFY2(file.error().message.contains(u"Bad.csv"), qPrintable(file.error().message));
}

void TestReadTable::cancelling() {
    const QString path =
        m_scratch.write(QStringLiteral("long.csv"), "a,b\n" + QByteArray("1,some text\n").repeated(800'000));
    QString what;
    double last = 0;
    std::shared_ptr<Job> job;
    job = std::make_shared<Job>([&](const Job::Progress& progress) {
        what = progress.what;
        last = progress.fraction;
        job->cancel();
    });
    const auto file = readTable(path, {}, {}, 2, *job);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Cancelled);
    QVERIFY(what.contains(u"long.csv"));
    QVERIFY(last < 1);
}

/// The CSV and the XLSX edition name and order their columns differently, but it is the same 7,043 customers.
void TestReadTable::realTelco() {
    const QString folder = realFile(QStringLiteral("telco-churn/"));
    if (!QFile::exists(folder + QStringLiteral("Telco_customer_churn.xlsx")))
        QSKIP("The telco-churn files are not beside the project.");
    const auto csv = readTable(folder + QStringLiteral("WA_Fn-UseC_-Telco-Customer-Churn.csv"));
    const auto xlsx = readTable(folder + QStringLiteral("Telco_customer_churn.xlsx"));
    QVERIFY(csv && xlsx);
    QCOMPARE(csv->table.rows, std::size_t(7043));
    QCOMPARE(xlsx->table.rows, std::size_t(7043));
    const auto find = [](const TypedFile& file, QString header) -> const Column* {
        for (const Table::Field& field : file.table.fields)
            if (slug(field.header).remove(u'_') == header) return &field.column;
        return nullptr;
    };
    const Column* csvIds = find(*csv, QStringLiteral("customerid"));
    const Column* xlsxIds = find(*xlsx, QStringLiteral("customerid"));
    QHash<QByteArray, std::size_t> rowOf;
    for (std::size_t row = 0; row < csv->table.rows; ++row)
        rowOf.insert(QByteArray::fromStdString(csvIds->display(row)), row);
    const QList<std::pair<QString, QString>> pairs{{"gender", "gender"},
                                                   {"seniorcitizen", "seniorcitizen"},
                                                   {"partner", "partner"},
                                                   {"tenure", "tenuremonths"},
                                                   {"phoneservice", "phoneservice"},
                                                   {"multiplelines", "multiplelines"},
                                                   {"internetservice", "internetservice"},
                                                   {"contract", "contract"},
                                                   {"paperlessbilling", "paperlessbilling"},
                                                   {"paymentmethod", "paymentmethod"},
                                                   {"monthlycharges", "monthlycharges"},
                                                   {"totalcharges", "totalcharges"},
                                                   {"churn", "churnlabel"}};
    for (const auto& [inCsv, inXlsx] : pairs) {
        const Column* a = find(*csv, inCsv);
        const Column* b = find(*xlsx, inXlsx);
        QVERIFY2(a != nullptr && b != nullptr, qPrintable(inCsv));
        QCOMPARE(typeName(b->type()), typeName(a->type()));
        for (std::size_t row = 0; row < xlsx->table.rows; ++row) {
            const std::size_t other = rowOf.value(QByteArray::fromStdString(xlsxIds->display(row)));
            QCOMPARE(b->isMissing(row), a->isMissing(other));
            QCOMPARE(b->display(row), a->display(other));
        }
    }
    QCOMPARE(find(*csv, QStringLiteral("totalcharges"))->type(), ColumnType::Number);
    QCOMPARE(find(*csv, QStringLiteral("totalcharges"))->missing().count(), std::size_t(11));
    QCOMPARE(typeName(find(*xlsx, QStringLiteral("churnvalue"))->type()), typeName(ColumnType::Boolean));
}

void TestReadTable::realExports_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("header");
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QString>("currency");
    const auto add = [](const char* file, int rows, const char* header, ColumnType type,
                        const char* currency = "") {
        QTest::addRow("%s %s", file, header)
            << QString::fromLatin1(file) << rows << QString::fromLatin1(header) << type
            << QString::fromLatin1(currency);
    };
    add("maven-crm/accounts.csv", 85, "sector", ColumnType::Category);
    add("maven-crm/accounts.csv", 85, "account", ColumnType::Text);
    add("maven-crm/sales_pipeline.csv", 8800, "close_date", ColumnType::Date);
    add("maven-crm/sales_pipeline.csv", 8800, "close_value", ColumnType::Number);
    add("zoho-crm/Accounts.csv", 2229, "Tasks Involved", ColumnType::Boolean);
    add("zoho-crm/Potentials.csv", 3632, "Amount", ColumnType::Money, "$");
    add("zoho-crm/Potentials.csv", 3632, "Created Time", ColumnType::Date);
    add("zoho-crm/Campaigns.csv", 110, "Expected Revenue", ColumnType::Money, "$");
    add("salesforce-export/Account.csv", 83, "BillingPostalCode", ColumnType::Text);
    add("salesforce-export/Account.csv", 83, "CreatedDate", ColumnType::Date);
    add("salesforce-export/Opportunity.csv", 774, "IsWon", ColumnType::Boolean);
    add("dynamics365/Opportunity.csv", 5229, "Created On", ColumnType::Date);
    add("dynamics365/Opportunity.csv", 5229, "Est. revenue", ColumnType::Number);
    add("dynamics365/Contact.csv", 199, "Job Title", ColumnType::Category);
}

void TestReadTable::realExports() {
    QFETCH(QString, file);
    QFETCH(int, rows);
    QFETCH(QString, header);
    QFETCH(ColumnType, type);
    QFETCH(QString, currency);
    const QString path = realFile(file);
    if (!QFile::exists(path)) QSKIP("The real exports are not beside the project.");
    const auto read = readTable(path);
    QVERIFY(read);
    QCOMPARE(read->table.rows, std::size_t(rows));
    for (const Table::Field& field : read->table.fields)
        if (field.header == header) {
            QCOMPARE(typeName(field.column.type()), typeName(type));
            if (type == ColumnType::Money) QCOMPARE(field.column.currency(), currency);
            return;
        }
    QFAIL("no such column");
}

QTEST_APPLESS_MAIN(TestReadTable)
#include "tst_readtable.moc"
