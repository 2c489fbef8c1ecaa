#include "core/base/text.h"
#include "core/rows/reader.h"
#include "core/typing/tablereader.h"
#include "tests/support/core/scratch.h"

#include <QDirIterator>
#include <QTest>
#include <QtEndian>

using namespace icp;

namespace {

struct Read {
    QStringList rows;  ///< "3: 1=a N2=5": row, then column, kind and text of every cell with a value
    QString error;
};

Read readAll(const QString& path, const ReadOptions& options = {}) {
    Read read;
    const auto info = readRows(path, options, [&](qint64 line, std::span<const Cell> cells) {
        QString row = QString::number(line) + u':';
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells[i].kind != CellKind::Empty)
                row += QStringLiteral(" %1%2=%3")
                           .arg(QLatin1Char("-TNDBE"[std::size_t(cells[i].kind)]))
                           .arg(i + 1)
                           .arg(toQString(cells[i].text));
        read.rows << row;
        return true;
    });
    if (!info) read.error = info.error().message;
    return read;
}

}  // namespace

class TestXlsx : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cells_data();
    void cells();
    void calendars();
    void prefixedAndStrict();
    void sheetsByName();
    void badInput();
    void bombs();
    void tooLongACellIsNamed();
    void sameAsCsv();
    void threadsChangeNothing();
    void realWorkbooksOpen();

private:
    test::Scratch m_scratch;
};

void TestXlsx::cells_data() {
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("texts");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char* name, QByteArray rows, QStringList expected, QByteArray texts = {}) {
        QTest::newRow(name) << rows << texts << expected;
    };
    add("shared texts", R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>)",
        {"1: T1=b c T2=a&b"},
        "<si><t>a&amp;b</t></si><si><r><t>b </t></r><r><t>c</t></r><rPh><t>no</t></rPh></si>");
    add("inline texts",
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1" t="inlineStr"><is><r><t>y</t></r><r><t>z</t></r></is></c></row>)",
        {"1: T1=x T2=yz"});
    add("escapes", R"(<row r="1"><c r="A1" t="str"><v>a_x000D_b_x005F_x000D_ _x</v></c></row>)",
        {"1: T1=a\rb_x000D_ _x"});
    add("numbers",
        R"(<row r="1"><c r="A1"><v>29.850000000000001</v></c><c r="B1" t="n"><v>1E3</v></c><c r="C1"><v>007</v></c><c r="D1"><v>-0.5</v></c></row>)",
        {"1: N1=29.85 N2=1000 N3=7 N4=-0.5"});
    add("formula, boolean, error",
        R"(<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#DIV/0!</v></c><c r="D1" t="str"><f>x</f><v>t</v></c></row>)",
        {"1: N1=2 B2=TRUE E3=#DIV/0! T4=t"});
    add("dates",
        R"(<row r="1"><c r="A1" s="1"><v>45432</v></c><c r="B1" s="1"><v>45432.25</v></c><c r="C1" t="d"><v>2024-05-20T06:00:00</v></c></row>)",
        {"1: D1=2024-05-20 D2=2024-05-20 06:00:00 D3=2024-05-20 06:00:00"});
    add("gaps",
        R"(<row r="2"><c r="B2"><v>1</v></c><c r="E2"><v>2</v></c></row><row r="9"><c r="A9" s="1"/><c r="C9"><v>3</v></c></row>)",
        {"2: N2=1 N5=2", "9: N3=3"});
    add("without references", R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)",
        {"1: N1=1 N2=2", "2: N1=3"});
    add("only formats", R"(<row r="1"><c r="A1" s="1"/></row><row r="2"/>)", {});
}

void TestXlsx::cells() {
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, texts);
    QFETCH(QStringList, expected);
    const Read read = readAll(m_scratch.write(QStringLiteral("cells.xlsx"), test::workbook(rows, texts)));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.rows, expected);
}

void TestXlsx::calendars() {
    const QByteArray row = R"(<row r="1"><c r="A1" s="1"><v>43970</v></c></row>)";
    QCOMPARE(readAll(m_scratch.write(QStringLiteral("c.xlsx"), test::workbook(row, {}, false))).rows,
             QStringList{"1: D1=2020-05-19"});
    QCOMPARE(readAll(m_scratch.write(QStringLiteral("c.xlsx"), test::workbook(row, {}, true))).rows,
             QStringList{"1: D1=2024-05-20"});
}

void TestXlsx::prefixedAndStrict() {
    const QByteArray strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const QByteArray bytes = test::zipped(
        {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + strict +
                             "/officeDocument\" Target=\"/Book/Main.xml\"/></Relationships>"},
         {"Book/Main.xml",
          "<x:workbook><x:sheets><x:sheet name=\"S\" sheetId=\"1\" q:id=\"b\"/></x:sheets></x:workbook>"},
         {"Book/_rels/Main.xml.rels", "<Relationships><Relationship Id=\"b\" Type=\"" + strict +
                                          "/worksheet\" Target=\"..\\Sheets\\Data.xml\"/></Relationships>"},
         {"Sheets/Data.xml",
          "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData>"
          "<x:rowBreaks><x:brk id=\"1\"/></x:rowBreaks></x:worksheet>"}});
    const Read read = readAll(m_scratch.write(QStringLiteral("strict.xlsx"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.rows, QStringList{"1: N1=5"});
}

void TestXlsx::sheetsByName() {
    const QByteArray type = "http://x/relationships";
    const auto sheet = [](const QByteArray& rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    };
    const QByteArray bytes = test::zipped(
        {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + type +
                             "/officeDocument\" Target=\"w.xml\"/></Relationships>"},
         {"w.xml",
          "<workbook><sheets><sheet name=\"Cover\" r:id=\"1\"/><sheet name=\"Old\" state=\"hidden\" "
          "r:id=\"2\"/><sheet name=\"Deals\" r:id=\"3\"/></sheets></workbook>"},
         {"_rels/w.xml.rels", "<Relationships><Relationship Id=\"1\" Type=\"" + type +
                                  "/worksheet\" Target=\"1.xml\"/><Relationship Id=\"2\" Type=\"" + type +
                                  "/worksheet\" Target=\"2.xml\"/><Relationship Id=\"3\" Type=\"" + type +
                                  "/worksheet\" Target=\"3.xml\"/></Relationships>"},
         {"1.xml", sheet({})},
         {"2.xml", sheet("<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")},
         {"3.xml", sheet("<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>")}});
    const QString path = m_scratch.write(QStringLiteral("sheets.xlsx"), bytes);
    QCOMPARE(readAll(path).rows, QStringList{"1: N1=3"});
    ReadOptions options;
    options.sheet = QStringLiteral("old");
    QCOMPARE(readAll(path, options).rows, QStringList{"1: N1=2"});
    options.sheet = QStringLiteral("Nope");
    QVERIFY(readAll(path, options).error.contains(u"Deals"));
}

void TestXlsx::badInput() {
    const QByteArray good = test::workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    const QString cut =
        readAll(m_scratch.write(QStringLiteral("Cut.xlsx"), good.left(good.size() / 2))).error;
    QVERIFY2(cut.contains(u"cut off") && cut.contains(u"Cut.xlsx"), qPrintable(cut));
    const QString torn = readAll(m_scratch.write(QStringLiteral("Torn.xlsx"),
                                                 test::workbook("<row r=\"1\"><c r=\"A1\"><v>1</c></row>")))
                             .error;
    QVERIFY2(torn.contains(u"damaged") && torn.contains(u"Torn.xlsx"), qPrintable(torn));
    const QString entity =
        readAll(m_scratch.write(QStringLiteral("E.xlsx"),
                                test::workbook({}, "</sst><!DOCTYPE a [<!ENTITY b \"c\">]>")))
            .error;
    QVERIFY(entity.contains(u"damaged"));
    for (qsizetype at = 0; at < good.size(); at += 7) {
        QByteArray bytes = good;
        bytes[at] = char(bytes[at] ^ 0x55);
        readAll(m_scratch.write(QStringLiteral("bits.xlsx"), bytes));
    }
}

/// A part that claims to unpack to gigabytes is refused before it is unpacked.
void TestXlsx::bombs() {
    QByteArray bytes = test::workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    const qsizetype name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
    qToLittleEndian<quint32>(0xEE000000U, bytes.data() + name - 46 + 24);
    const QString error = readAll(m_scratch.write(QStringLiteral("Bomb.xlsx"), bytes)).error;
    QVERIFY2(error.contains(u"unpacks to") && error.contains(u"Bomb.xlsx"), qPrintable(error));
}

void TestXlsx::tooLongACellIsNamed() {
    const QByteArray text(50 << 20, 'x');
    const QByteArray before = R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2" )";
    const QString inside =
        readAll(m_scratch.write(QStringLiteral("l.xlsx"),
                                test::workbook(before + "t=\"str\"><v>" + text + "</v></c></row>")))
            .error;
    QVERIFY2(inside.contains(u"row 2, column C"), qPrintable(inside));
    const QString shared = readAll(m_scratch.write(QStringLiteral("l.xlsx"),
                                                   test::workbook(before + "t=\"s\"><v>0</v></c></row>",
                                                                  "<si><t>" + text + "</t></si>")))
                               .error;
    QVERIFY2(shared.contains(u"row 2, column C"), qPrintable(shared));
}

/// The same table as CSV and as XLSX has the same types, values and row numbers.
void TestXlsx::sameAsCsv() {
    QByteArray csv = "name,size,since,share,flag\n";
    QByteArray rows = R"(<row r="1">)";
    for (const char* header : {"name", "size", "since", "share", "flag"})
        rows += QByteArray("<c t=\"str\"><v>") + header + "</v></c>";
    rows += "</row>";
    for (int i = 0; i < 500; ++i) {
        const QByteArray size = i % 7 == 0 ? QByteArray(" ") : QByteArray::number(i * 1.5);
        csv += "n" + QByteArray::number(i % 40) + "," + size + ",2024-05-20," + QByteArray::number(i) + "," +
               (i % 2 ? "TRUE" : "FALSE") + "\n";
        rows += "<row><c t=\"str\"><v>n" + QByteArray::number(i % 40) + "</v></c>" +
                (i % 7 == 0 ? QByteArray("<c t=\"str\"><v> </v></c>") : "<c><v>" + size + "</v></c>") +
                "<c s=\"1\"><v>45432</v></c><c><v>" + QByteArray::number(i) + "</v></c><c t=\"b\"><v>" +
                (i % 2 ? "1" : "0") + "</v></c></row>";
    }
    const auto a = readTable(m_scratch.write(QStringLiteral("same.csv"), csv));
    const auto b = readTable(m_scratch.write(QStringLiteral("same.xlsx"), test::workbook(rows)));
    QVERIFY(a && b);
    QCOMPARE(a->table.sourceRow, b->table.sourceRow);
    QCOMPARE(a->table.fields.size(), b->table.fields.size());
    for (std::size_t i = 0; i < a->table.fields.size(); ++i) {
        const Column& left = a->table.fields[i].column;
        const Column& right = b->table.fields[i].column;
        QCOMPARE(typeName(left.type()), typeName(right.type()));
        for (std::size_t row = 0; row < a->table.rows; ++row) QCOMPARE(left.display(row), right.display(row));
    }
}

void TestXlsx::threadsChangeNothing() {
    QByteArray rows;
    for (int i = 1; i <= 40'000; ++i)
        rows += "<row r=\"" + QByteArray::number(i) + "\"><c r=\"A" + QByteArray::number(i) +
                "\" t=\"str\"><v>" + (i == 1 ? "head" : "text " + QByteArray::number(i % 90)) +
                "</v></c><c r=\"B" + QByteArray::number(i) + "\"" +
                (i == 1 ? " t=\"str\"><v>size" : "><v>" + QByteArray::number(i)) + "</v></c></row>\n";
    const QString path = m_scratch.write(QStringLiteral("many.xlsx"), test::workbook(rows));
    const auto one = readTable(path, {}, {}, 1);
    const auto five = readTable(path, {}, {}, 5);
    QVERIFY(one && five);
    QCOMPARE(one->table.rows, std::size_t(39'999));
    QCOMPARE(one->table.sourceRow, five->table.sourceRow);
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t row = 0; row < one->table.rows; ++row)
            QCOMPARE(one->table.fields[i].column.display(row), five->table.fields[i].column.display(row));
}

void TestXlsx::realWorkbooksOpen() {
    int opened = 0;
    for (const char* folder : {"libxlsxwriter", "readxl"}) {
        QDirIterator files(QStringLiteral(ICP_REAL_DATA "/") + QLatin1String(folder),
                           {QStringLiteral("*.xlsx")}, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            const Read read = readAll(path);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            const auto table = readTable(path);
            QVERIFY2(table || table.error().message.contains(u"no data") ||
                         table.error().message.contains(u"no row"),
                     qPrintable(table ? QString() : table.error().message));
            ++opened;
        }
    }
    if (opened == 0) QSKIP("The workbooks of libxlsxwriter and readxl are not beside the project.");
}

QTEST_APPLESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
