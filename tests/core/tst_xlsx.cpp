#include "core/base/text.h"
#include "core/rows/reader.h"
#include "core/typing/tablereader.h"
#include "tests/support/core/places.h"
#include "tests/support/core/rowtexts.h"
#include "tests/support/core/scratch.h"

#include <QDirIterator>
#include <QStringConverter>
#include <QTest>
#include <QtEndian>

using namespace icp;

class TestXlsx : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cells_data();
    void cells();
    void calendars();
    void prefixedAndStrict();
    void sheetsByName();
    void readsUtf16();
    void tellsItsSheets();
    void oddPartNames();
    void checksumBehindTheRows();
    void storedParts();
    void sizesThatLie();
    void badInput();
    void missingAndDoubledParts();
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
    add("rich text, phonetic readings, blanks kept",
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>x</t></r><rPh sb="0" eb="1"><t>no</t></rPh><t>y</t></is></c><c r="C1" t="s"><v> 0 </v></c></row>)",
        {"1: T1= a  T2=xy T3=東京"},
        "<si><r><t>\xE6\x9D\xB1</t></r><r><t>\xE4\xBA\xAC</t></r><rPh sb='0' "
        "eb='2'><t>no</t></rPh><phoneticPr fontId='1'/></si>");
    add("entities, CDATA, comments, line ends",
        "<!-- no > row --><row r='1'><c r='A1' t='str'><v>&lt;&#x41;&#955;&#x1F600;&quot;</v></c><c r='B1' "
        "t='str'><v><![CDATA[<a&b>]]></v></c><c r='C1' t='str'><v>1\r\n2<!-- - -->3</v></c></row>",
        {QStringLiteral("1: T1=<Aλ😀\" T2=<a&b> T3=1\n23")});
    add("pairs of escapes", R"(<row><c t="str"><v>_xD83D__xDE00__xd83d</v></c></row>)",
        {QStringLiteral("1: T1=😀_xd83d")});
    add("numbers as people do not write them",
        R"(<row r="1"><c r="A1"><v>-0</v></c><c r="B1"><v>0.00001</v></c><c r="C1"><v>1.50</v></c><c r="D1"><v> 4 </v></c><c r="E1"><v>12345678901234567890</v></c><c r="F1"><v>.5</v></c><c r="G1"><v>0.00125</v></c></row>)",
        {"1: N1=0 N2=1e-05 N3=1.5 N4=4 N5=12345678901234567168 N6=0.5 N7=0.00125"});
    add("attributes in any order and quotes",
        R"(<row spans='1:2' r = '3'><c t='str' s="0" r='B3'><f>IF(A1&gt;2,"x>","")</f><v>ok</v></c></row >)",
        {"3: T2=ok"});
    add("an inline text beside a value",
        R"(<row><c t="inlineStr"><v>1.0</v><is><t>1.</t></is></c><c t="inlineStr"><is><t>2.</t></is><v>2.0</v></c></row>)",
        {"1: T1=1. T2=2."});
    add("a text that is not there", R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)", {"1: E1=#REF!"},
        "<si><t>a</t></si>");
    add("cells written plainly and otherwise, side by side",
        R"(<row r="1"><c t="s" r="B1" s="0"><v>1</v></c><c r="C1"  s="1"><v>45432</v></c><c s="1"><v>45433</v></c><c r="E1" t="n"><v>5</v><f>2+3</f></c><c r="G1"/><c r="H1" t="str"><v>a&lt;b</v></c><c r="I1" t="e"><v>#N/A</v></c><c r="J1" t="b"><v>0</v></c><c r="K1" t="inlineStr"><is><t>k</t></is></c><c r="L1"><v>-1.25</v></c></row>)",
        {"1: T2= two D3=2024-05-20 D4=2024-05-21 N5=5 T8=a<b E9=#N/A B10=FALSE T11=k N12=-1.25"},
        "<si><t>one</t></si><si><t xml:space=\"preserve\"> two</t></si><si ><t>three</t></si>");
    add("only formats", R"(<row r="1"><c r="A1" s="1"/></row><row r="2"/>)", {});
}

void TestXlsx::cells() {
    QFETCH(QByteArray, rows);
    QFETCH(QByteArray, texts);
    QFETCH(QStringList, expected);
    const test::RowTexts read =
        test::rowTexts(m_scratch.write(QStringLiteral("cells.xlsx"), test::workbook(rows, texts)));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.rows, expected);
}

void TestXlsx::calendars() {
    const QByteArray row = R"(<row r="1"><c r="A1" s="1"><v>43970</v></c></row>)";
    QCOMPARE(test::rowTexts(m_scratch.write(QStringLiteral("c.xlsx"), test::workbook(row, {}, false))).rows,
             QStringList{"1: D1=2020-05-19"});
    QCOMPARE(test::rowTexts(m_scratch.write(QStringLiteral("c.xlsx"), test::workbook(row, {}, true))).rows,
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
    const test::RowTexts read = test::rowTexts(m_scratch.write(QStringLiteral("strict.xlsx"), bytes));
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
    QCOMPARE(test::rowTexts(path).rows, QStringList{"1: N1=3"});
    ReadOptions options;
    options.sheet = QStringLiteral("old");
    QCOMPARE(test::rowTexts(path, options).rows, QStringList{"1: N1=2"});
    // By its number, counted as people see them: those that are hidden come last.
    options.sheet = QStringLiteral("2");
    QCOMPARE(test::rowTexts(path, options).rows, QStringList{"1: N1=3"});
    options.sheet = QStringLiteral("3");
    QCOMPARE(test::rowTexts(path, options).rows, QStringList{"1: N1=2"});
    options.sheet = QStringLiteral("4");
    QVERIFY(test::rowTexts(path, options).error.contains(u"Deals"));
    options.sheet = QStringLiteral("Nope");
    QVERIFY(test::rowTexts(path, options).error.contains(u"Deals"));
}

void TestXlsx::readsUtf16() {
    const QByteArray type = "http://x/relationships";
    const auto utf16 = [](const QString& text, QStringConverter::Encoding encoding) {
        return QByteArray(QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text));
    };
    // Long enough to arrive in several pieces.
    QString rows;
    for (int i = 1; i <= 30'000; ++i)
        rows += QStringLiteral("<row r=\"%1\"><c r=\"A%1\" t=\"str\"><v>ż😀%1</v></c></row>").arg(i);
    const QByteArray bytes = test::zipped(
        {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + type +
                             "/officeDocument\" Target=\"w.xml\"/></Relationships>"},
         {"w.xml", utf16(QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-16\"?><workbook><sheets><sheet "
                                        "name=\"Ż\" r:id=\"1\"/></sheets></workbook>"),
                         QStringConverter::Utf16BE)},
         {"_rels/w.xml.rels", "<Relationships><Relationship Id=\"1\" Type=\"" + type +
                                  "/worksheet\" Target=\"1.xml\"/></Relationships>"},
         {"1.xml", utf16(QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData>") +
                             rows + QStringLiteral("</sheetData></worksheet>"),
                         QStringConverter::Utf16LE)}});
    const test::RowTexts read = test::rowTexts(m_scratch.write(QStringLiteral("utf16.xlsx"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.rows.size(), 30'000);
    for (int i = 0; i < 30'000; ++i) QCOMPARE(read.rows[i], QStringLiteral("%1: T1=ż😀%1").arg(i + 1));
}

void TestXlsx::tellsItsSheets() {
    const QByteArray type = "http://x/relationships";
    const QByteArray bytes = test::zipped(
        {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + type +
                             "/officeDocument\" Target=\"w.xml\"/></Relationships>"},
         {"w.xml",
          "<workbook><sheets><sheet name=\"Deals\" state=\"hidden\" r:id=\"1\"/><sheet name=\"Gone\" "
          "r:id=\"2\"/></sheets></workbook>"},
         {"_rels/w.xml.rels", "<Relationships><Relationship Id=\"1\" Type=\"" + type +
                                  "/worksheet\" Target=\"1.xml\"/><Relationship Id=\"2\" Type=\"" + type +
                                  "/worksheet\" Target=\"2.xml\"/></Relationships>"},
         {"1.xml",
          "<worksheet><dimension ref=\"B2:AC31\"/><sheetData><row r=\"2\"><c "
          "r=\"B2\"><v>1</v></c></row></sheetData></worksheet>"},
         {"2.xml", "<worksheet><sheetData/></worksheet>"}});
    const auto info = readRows(m_scratch.write(QStringLiteral("two.xlsx"), bytes), {},
                               [](qint64, std::span<const Cell>) { return true; });
    QVERIFY(info);
    QCOMPARE(info->sheet, QStringLiteral("Deals"));
    QCOMPARE(info->sheets, QStringList({QStringLiteral("Deals"), QStringLiteral("Gone")}));
    QCOMPARE(info->extents.size(), std::size_t(2));
    QCOMPARE(info->extents[0].rows, 31);
    QCOMPARE(info->extents[0].columns, 29);
    QVERIFY(info->extents[0].hidden && !info->extents[1].hidden);
    QCOMPARE(info->extents[1].rows, 0);
}

/// Archives by programs that take a part's name for a path of Windows.
void TestXlsx::oddPartNames() {
    QByteArray bytes = test::workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    bytes.replace("xl/worksheets/sheet1.xml", "XL\\worksheets\\sheet1.xml");
    const test::RowTexts read = test::rowTexts(m_scratch.write(QStringLiteral("odd.xlsx"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.rows, QStringList{"1: N1=1"});
}

/// What follows the rows tells nothing, but damage in it is still damage of the file.
void TestXlsx::checksumBehindTheRows() {
    QByteArray bytes = test::workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row></sheetData>)" +
                                      QByteArray(3'000'000, ' ') + "<sheetData>");
    const QString path = m_scratch.write(QStringLiteral("tail.xlsx"), bytes);
    QVERIFY2(test::rowTexts(path).error.isEmpty(), qPrintable(test::rowTexts(path).error));
    const qsizetype entry = bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    bytes[entry + 16] = char(bytes[entry + 16] ^ 1);  // the checksum in the archive's directory
    QVERIFY(test::rowTexts(m_scratch.write(QStringLiteral("tail.xlsx"), bytes)).error.contains(u"damaged"));
}

/// A part that is only stored, not deflated, reads the same, and its checksum counts as well.
void TestXlsx::storedParts() {
    const QByteArray rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)";
    QByteArray bytes = test::workbook(rows, {}, false, test::Packing::Stored);
    QVERIFY(bytes.contains("<c r=\"A1\">"));
    const test::RowTexts read = test::rowTexts(m_scratch.write(QStringLiteral("stored.xlsx"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.rows, QStringList{"1: N1=1"});
    bytes.replace("<v>1</v>", "<v>2</v>");
    QVERIFY(
        test::rowTexts(m_scratch.write(QStringLiteral("changed.xlsx"), bytes)).error.contains(u"damaged"));
}

/// A part that unpacks to more or to less than the archive says is damaged, and so is one that is packed in a
/// way no workbook is.
void TestXlsx::sizesThatLie() {
    const QByteArray good =
        test::workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)" + QByteArray(300'000, ' '));
    // What the archive says of a part stands before the part and in the directory behind all parts.
    const qsizetype before = good.indexOf("xl/worksheets/sheet1.xml") - 30;
    const qsizetype behind = good.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    const auto changed = [&](qsizetype at, int by) {
        QByteArray bytes = good;
        for (const qsizetype place : {before + at, behind + at + 2}) {
            const auto field = reinterpret_cast<uchar*>(bytes.data() + place);
            qToLittleEndian(quint16(qFromLittleEndian<quint16>(field) + by), field);
        }
        return test::rowTexts(m_scratch.write(QStringLiteral("Lie.xlsx"), bytes)).error;
    };
    QCOMPARE(changed(22, 0), QString());
    QVERIFY(changed(22, -1).contains(u"damaged"));
    QVERIFY(changed(22, 1).contains(u"damaged"));
    QVERIFY(changed(18, -20).contains(u"damaged"));  // what it is packed into
    QVERIFY(changed(8, 4).contains(u"damaged"));     // bzip2 instead of deflate
}

void TestXlsx::missingAndDoubledParts() {
    const QByteArray good =
        test::workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)", "<si><t>a</t></si>");
    const auto without = [&](const QByteArray& part, const QByteArray& instead) {
        QByteArray bytes = good;
        bytes.replace(part, instead);
        return test::rowTexts(m_scratch.write(QStringLiteral("Parts.xlsx"), bytes)).error;
    };
    const QString sheet = without("xl/worksheets/sheet1.xml", "xl/worksheets/sheet9.xml");
    QVERIFY2(sheet.contains(u"lacks") && sheet.contains(u"sheet1.xml"), qPrintable(sheet));
    const QString texts = without("xl/sharedStrings.xml", "xl/sharedStringz.xml");
    QVERIFY2(texts.contains(u"row 1, column A") && texts.contains(u"Parts.xlsx"), qPrintable(texts));
    const QString book = without("_rels/.rels", "_rels/.relz");
    QVERIFY2(book.contains(u"no XLSX workbook"), qPrintable(book));
    const QByteArray doubled =
        test::zipped({{"_rels/.rels", "<Relationships/>"}, {"_rels/.RELS", "<Relationships/>"}});
    const QString twice = test::rowTexts(m_scratch.write(QStringLiteral("Twice.xlsx"), doubled)).error;
    QVERIFY2(twice.contains(u"two parts"), qPrintable(twice));
}

void TestXlsx::badInput() {
    const QByteArray good = test::workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    const QString cut =
        test::rowTexts(m_scratch.write(QStringLiteral("Cut.xlsx"), good.left(good.size() / 2))).error;
    QVERIFY2(cut.contains(u"cut off") && cut.contains(u"Cut.xlsx"), qPrintable(cut));
    const QString torn =
        test::rowTexts(m_scratch.write(QStringLiteral("Torn.xlsx"),
                                       test::workbook("<row r=\"1\"><c r=\"A1\"><v>1</c></row>")))
            .error;
    QVERIFY2(torn.contains(u"damaged") && torn.contains(u"Torn.xlsx"), qPrintable(torn));
    // Entities of a document's own are how XML bombs are made.
    for (const QByteArray& attack : {QByteArray("<si><t>a</t></si><!DOCTYPE a [<!ENTITY b \"c\">]><si/>"),
                                     QByteArray("<si><t>&b;</t></si>")}) {
        const QString refused =
            test::rowTexts(m_scratch.write(QStringLiteral("E.xlsx"), test::workbook({}, attack))).error;
        QVERIFY2(refused.contains(u"damaged"), qPrintable(refused));
    }
    for (qsizetype at = 0; at < good.size(); at += 7) {
        QByteArray bytes = good;
        bytes[at] = char(bytes[at] ^ 0x55);
        test::rowTexts(m_scratch.write(QStringLiteral("bits.xlsx"), bytes));
    }
}

/// A part that claims to unpack to gigabytes is refused before it is unpacked.
void TestXlsx::bombs() {
    QByteArray bytes = test::workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    const qsizetype name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
    qToLittleEndian<quint32>(0xEE000000U, bytes.data() + name - 46 + 24);
    const QString error = test::rowTexts(m_scratch.write(QStringLiteral("Bomb.xlsx"), bytes)).error;
    QVERIFY2(error.contains(u"unpacks to") && error.contains(u"Bomb.xlsx"), qPrintable(error));
}

void TestXlsx::tooLongACellIsNamed() {
    const QByteArray text(50 << 20, 'x');
    const QByteArray before = R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2" )";
    const QString inside =
        test::rowTexts(m_scratch.write(QStringLiteral("l.xlsx"),
                                       test::workbook(before + "t=\"str\"><v>" + text + "</v></c></row>")))
            .error;
    QVERIFY2(inside.contains(u"row 2, column C"), qPrintable(inside));
    const QString shared =
        test::rowTexts(
            m_scratch.write(QStringLiteral("l.xlsx"), test::workbook(before + "t=\"s\"><v>0</v></c></row>",
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
        QDirIterator files(realFile(QLatin1String(folder)), {QStringLiteral("*.xlsx")}, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            const test::RowTexts read = test::rowTexts(path);
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
