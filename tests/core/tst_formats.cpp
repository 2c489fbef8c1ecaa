#include "tests/support/core/rowtexts.h"
#include "tests/support/core/scratch.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace icp;

/// OpenDocument, web pages, XML Spreadsheet 2003 and databases.
class TestFormats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void openDocument_data();
    void openDocument();
    void openDocumentSheets();
    void openDocumentRefused();
    void webPage_data();
    void webPage();
    void webPageEncodings();
    void spreadsheetXml();
    void database();
    void databaseRefused();
    void server();

private:
    static QByteArray ods(const QByteArray& tables, const QByteArray& styles = {});
    test::Scratch m_scratch;
};

QByteArray TestFormats::ods(const QByteArray& tables, const QByteArray& styles) {
    return test::zipped(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml",
          R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"><office:automatic-styles>)" +
              styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
              "</office:spreadsheet></office:body></office:document-content>"}});
}

void TestFormats::openDocument_data() {
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("expected");
    const auto cell = [](const char* attributes, const char* text) {
        return QByteArray("<table:table-cell ") + attributes + "><text:p>" + text +
               "</text:p></table:table-cell>";
    };
    const auto row = [](const QByteArray& cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    };
    QTest::newRow("kinds")
        << row(cell(R"(office:value-type="string")", "Ärzte &amp; Co") +
               cell(R"(office:value-type="float" office:value="29.850000000000001")", "29,85 €") +
               cell(R"(office:value-type="percentage" office:value="0.12")", "12 %") +
               cell(R"(office:value-type="date" office:date-value="2024-05-20")", "20.05.24") +
               cell(R"(office:value-type="date" office:date-value="2024-05-20T07:42:00")", "x") +
               cell(R"(office:value-type="boolean" office:boolean-value="true")", "WAHR") +
               cell(R"(office:value-type="time" office:time-value="PT07H42M00S")", "07:42"))
        << QStringList{
               "1: T1=Ärzte & Co N2=29.85 N3=0.12 D4=2024-05-20 "
               "D5=2024-05-20 07:42:00 B6=TRUE T7=07:42:00"};
    QTest::newRow("error")
        << row(cell(R"(office:value-type="string" office:string-value="" calcext:value-type="error")",
                    "#DIV/0!"))
        << QStringList{"1: E1=#DIV/0!"};
    QTest::newRow("text as it is shown")
        << row(R"(<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:s text:c="3"/>b<text:span>c</text:span><text:tab/>d</text:p><text:p>second</text:p></table:table-cell>)")
        << QStringList{"1: T1=a   bc\td\nsecond"};
    QTest::newRow("repeats")
        << "<table:table-row table:number-rows-repeated=\"2\"/>" +
               row(R"(<table:table-cell table:number-columns-repeated="2"/>)" +
                   cell(R"(table:number-columns-repeated="2" office:value-type="string")", "x")) +
               "<table:table-row table:number-rows-repeated=\"2\">" +
               cell(R"(office:value-type="string")", "y") +
               "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\">"
               "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
        << QStringList{"3: T3=x T4=x", "4: T1=y", "5: T1=y"};
    QTest::newRow("covered") << row(cell(R"(table:number-columns-spanned="2" office:value-type="string")",
                                         "title") +
                                    "<table:covered-table-cell/>" +
                                    cell(R"(office:value-type="string")", "z"))
                             << QStringList{"1: T1=title T3=z"};
}

void TestFormats::openDocument() {
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, expected);
    const QString path = m_scratch.write(QStringLiteral("a.ods"),
                                         ods("<table:table table:name=\"One\">" + rows + "</table:table>"));
    const test::RowTexts read = test::rowTexts(path);
    QCOMPARE(read.error, QString());
    QCOMPARE(read.rows, expected);
    QCOMPARE(read.info.format, QStringLiteral("ods"));
}

void TestFormats::openDocumentSheets() {
    const auto table = [](const char* name, const char* style, const char* text) {
        const QByteArray cell = *text == '\0'
                                    ? QByteArray("<table:table-cell/>")
                                    : QByteArray("<table:table-cell office:value-type=\"string\"><text:p>") +
                                          text + "</text:p></table:table-cell>";
        return QByteArray("<table:table table:name=\"") + name + "\" table:style-name=\"" + style +
               "\"><table:table-row>" + cell + "</table:table-row></table:table>";
    };
    const QByteArray styles =
        R"(<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>)";
    const QString path = m_scratch.write(
        QStringLiteral("b.ods"),
        ods(table("Hidden", "h", "secret") + table("Empty", "v", "") + table("Data", "v", "yes"), styles));
    QCOMPARE(test::rowTexts(path).rows, QStringList{QStringLiteral("1: T1=yes")});
    QCOMPARE(test::rowTexts(path).info.sheet, QStringLiteral("Data"));
    ReadOptions hidden;
    hidden.sheet = QStringLiteral("hidden");
    QCOMPARE(test::rowTexts(path, hidden).rows, QStringList{QStringLiteral("1: T1=secret")});
    ReadOptions none;
    hidden.sheet = QStringLiteral("3");
    QCOMPARE(test::rowTexts(path, hidden).info.sheet, QStringLiteral("Data"));
    none.sheet = QStringLiteral("None");
    QCOMPARE(test::rowTexts(path, none).error,
             QStringLiteral("b.ods has no sheet “None”. It has: Hidden, Empty, Data."));
    const QString onlyHidden =
        m_scratch.write(QStringLiteral("c.ods"), ods(table("H", "h", "secret"), styles));
    QCOMPARE(test::rowTexts(onlyHidden).rows, QStringList{QStringLiteral("1: T1=secret")});
}

void TestFormats::openDocumentRefused() {
    const QByteArray whole = ods("<table:table table:name=\"A\"></table:table>");
    QVERIFY(test::rowTexts(m_scratch.write(QStringLiteral("cut.ods"), whole.left(whole.size() / 2)))
                .error.contains(u"cut.ods"));
    const QString broken =
        m_scratch.write(QStringLiteral("broken.ods"), ods("<table:table table:name=\"A\"><table:table-row>"));
    QCOMPARE(
        test::rowTexts(broken).error,
        QStringLiteral("broken.ods is damaged or was cut off on its way. Export or download it once more."));
    const QString wide = m_scratch.write(
        QStringLiteral("wide.ods"),
        ods(R"(<table:table table:name="A"><table:table-row><table:table-cell table:number-columns-repeated="99999999" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>)"));
    QVERIFY(test::rowTexts(wide).error.contains(u"XFD"));
    const QString tall = m_scratch.write(
        QStringLiteral("tall.ods"),
        ods(R"(<table:table table:name="A"><table:table-row table:number-rows-repeated="99999999"><table:table-cell table:number-columns-repeated="999" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>)"));
    QVERIFY(test::rowTexts(tall).error.contains(u"repeated"));
    const QString locked =
        m_scratch.write(QStringLiteral("locked.ods"),
                        test::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                      {"content.xml", "\x01\x02"},
                                      {"META-INF/manifest.xml", "<manifest:encryption-data/>"}}));
    QVERIFY(test::rowTexts(locked).error.contains(u"password"));
}

void TestFormats::webPage_data() {
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("plain") << QByteArray(
                                  "<html><table><tr><th>Name<th>Amount<tr><td>A &amp; B<td> 1,200\n EUR "
                                  "</table></html>")
                           << QStringList{"1: T1=Name T2=Amount", "2: T1=A & B T2=1,200 EUR"};
    QTest::newRow("spans")
        << QByteArray(
               "<table><tr><td colspan=2>x</td><td>y</td></tr>"
               "<tr><td rowspan=2>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>")
        << QStringList{"1: T1=x T3=y", "2: T1=a T2=b T3=c", "3: T2=d T3=e"};
    QTest::newRow("the largest of several, not the layout around them")
        << QByteArray(
               "<html><body><table><tr><td><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td>"
               "</tr></table></td></tr></table><script>document.write('<td>no')</script>")
        << QStringList{"1: T1=1 T2=2", "2: T1=3 T2=4"};
    QTest::newRow("line breaks")
        << QByteArray("<table><tr><td>a<br>b<p>c</p></td></tr><tr><td></td><td>d</td></tr></table>")
        << QStringList{"1: T1=a\nb\nc", "2: T2=d"};
    QTest::newRow("never closed") << QByteArray("\n <TABLE border=1><TR><TD>a<TD>b")
                                  << QStringList{"1: T1=a T2=b"};
}

void TestFormats::webPage() {
    QFETCH(QByteArray, page);
    QFETCH(QStringList, expected);
    const test::RowTexts read = test::rowTexts(m_scratch.write(QStringLiteral("report.xls"), page));
    QCOMPARE(read.error, QString());
    QCOMPARE(read.rows, expected);
    QCOMPARE(read.info.format, QStringLiteral("html"));
}

void TestFormats::webPageEncodings() {
    const QStringList expected{QStringLiteral("1: T1=Größe")};
    const auto read = [&](const QByteArray& page) {
        return test::rowTexts(m_scratch.write(QStringLiteral("e.xls"), page)).rows;
    };
    QCOMPARE(read("<html><table><tr><td>Größe</table>"), expected);
    QCOMPARE(read("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; "
                  "charset=iso-8859-1\"></head><table><tr><td>Gr\xF6\xDF"
                  "e</table>"),
             expected);
    QVERIFY(test::rowTexts(m_scratch.write(QStringLiteral("n.xls"), "<html>no</html>"))
                .error.contains(u"without a table"));
}

void TestFormats::spreadsheetXml() {
    const QString path = m_scratch.write(QStringLiteral("static.xls"),
                                         R"(<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Worksheet ss:Name="Hidden"><Table><Row><Cell><Data ss:Type="String">no</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
<Worksheet ss:Name="Deals"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Title</Data></Cell><Cell><Data ss:Type="String">z</Data></Cell></Row>
<Row ss:Index="4"><Cell ss:Index="2"><Data ss:Type="Number">1200.50</Data></Cell><Cell><Data ss:Type="DateTime">2024-05-20T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet></Workbook>)");
    const test::RowTexts read = test::rowTexts(path);
    QCOMPARE(read.error, QString());
    QCOMPARE(read.rows, (QStringList{QStringLiteral("1: T1=Title T3=z"),
                                     QStringLiteral("4: N2=1200.5 D3=2024-05-20 B4=TRUE E5=#N/A")}));
    QCOMPARE(read.info.sheet, QStringLiteral("Deals"));
    QCOMPARE(read.info.sheets, (QStringList{QStringLiteral("Hidden"), QStringLiteral("Deals")}));
}

void TestFormats::database() {
    const QString path = m_scratch.path(QStringLiteral("crm.db"));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("made"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const char* statement :
             {"create table deals(id integer, name text, amount real, closed date)",
              "insert into deals values (1, 'Größe', 1200.5, '2024-05-20'), (2, null, 3, null)",
              "create view won as select name from deals where id = 1"})
            QVERIFY2(QSqlQuery(database).exec(QString::fromUtf8(statement)), statement);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("made"));
    const auto read = [&](const char* wanted) {
        ReadOptions options;
        options.sheet = QString::fromUtf8(wanted);
        return test::rowTexts(path, options);
    };
    QCOMPARE(read("Deals").rows, (QStringList{QStringLiteral("1: T1=id T2=name T3=amount T4=closed"),
                                              QStringLiteral("2: N1=1 T2=Größe N3=1200.5 T4=2024-05-20"),
                                              QStringLiteral("3: N1=2 N3=3")}));
    QCOMPARE(read("won").info.sheets, (QStringList{QStringLiteral("deals"), QStringLiteral("won")}));
    QCOMPARE(read("won").rows, (QStringList{QStringLiteral("1: T1=name"), QStringLiteral("2: T1=Größe")}));
    QCOMPARE(read("select count(*) as n from deals").rows,
             (QStringList{QStringLiteral("1: T1=n"), QStringLiteral("2: N1=2")}));
    QCOMPARE(read("").error, QStringLiteral("crm.db holds several tables. Choose one: deals, won."));
    QCOMPARE(read("nothing").error, QStringLiteral("crm.db has no sheet “nothing”. It has: deals, won."));
    QVERIFY(read("select nonsense from deals").error.startsWith(u"crm.db cannot be read: no such column"));
    // A statement that writes is refused: the file is opened for reading alone.
    QVERIFY(!read("with x as (select 1) delete from deals").error.isEmpty());
    QCOMPARE(read("Deals").rows.size(), 3);
}

void TestFormats::databaseRefused() {
    const QString path =
        m_scratch.write(QStringLiteral("cut.db"), QByteArray("SQLite format 3\0rubbish", 23));
    QVERIFY(test::rowTexts(path).error.startsWith(u"cut.db cannot be read:"));
    const test::RowTexts nobody = test::rowTexts(QStringLiteral("postgresql://nobody@127.0.0.1:1/none"));
    QVERIFY2(nobody.error.startsWith(u"The database none on 127.0.0.1 cannot be read:"),
             qPrintable(nobody.error));
}

/// Developers with a PostgreSQL server name it: ICP_POSTGRES=postgresql://user@127.0.0.1/database.
void TestFormats::server() {
    const QString address = qEnvironmentVariable("ICP_POSTGRES");
    if (address.isEmpty()) QSKIP("ICP_POSTGRES names no PostgreSQL server");
    ReadOptions options;
    options.sheet = QStringLiteral(
        "select 1 as a, 2.5::float8 as b, 'x' as c, true as d, date '2024-05-20' as e, null as f, "
        "12.30::numeric as g");
    const test::RowTexts read = test::rowTexts(address, options);
    QCOMPARE(read.error, QString());
    QCOMPARE(read.rows.value(1), QStringLiteral("2: N1=1 N2=2.5 T3=x B4=TRUE D5=2024-05-20 N7=12.3"));
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
