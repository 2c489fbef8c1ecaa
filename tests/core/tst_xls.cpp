#include "core/base/text.h"
#include "tests/support/core/places.h"
#include "tests/support/core/rowtexts.h"
#include "tests/support/core/scratch.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace icp;

/// Old Excel files: real ones against an independent reader, and damage.
class TestXls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asXlrdReads_data();
    void asXlrdReads();
    void asTheSameWorkbookInXlsx_data();
    void asTheSameWorkbookInXlsx();
    void damage();

private:
    test::Scratch m_scratch;
};

namespace {

/// Prints the first sheet with data as rowTexts() does, read by xlrd (Debian's python3-xlrd).
constexpr auto script = R"(
import sys, xlrd
book = xlrd.open_workbook(sys.argv[1], formatting_info=True)
for sheet in book.sheets():
    if sheet.visibility: continue
    rows = []
    for r in range(sheet.nrows):
        line = ''
        for c in range(sheet.row_len(r)):
            cell = sheet.cell(r, c)
            if cell.ctype in (0, 6) or cell.value == '': continue
            if cell.ctype == 1: kind, text = 'T', cell.value
            elif cell.ctype == 2: kind, text = 'N', repr(cell.value)
            elif cell.ctype == 3: kind, text = 'D', repr(cell.value)
            elif cell.ctype == 4: kind, text = 'B', 'TRUE' if cell.value else 'FALSE'
            else: kind, text = 'E', xlrd.error_text_from_code[cell.value]
            line += ' %s%d=%s' % (kind, c + 1, text)
        if line: rows.append('%d:%s' % (r + 1, line))
    if rows:
        sys.stdout.buffer.write('\x1e'.join(rows).encode('utf8'))
        break
)";

/// Numbers as numbers, dates by their place alone: xlrd gives day counts, and has tests of its own for them.
QStringList comparable(const QStringList& rows) {
    QStringList result;
    for (const QString& row : rows) {
        QStringList cells = row.split(u' ');
        for (QString& cell : cells) {
            const qsizetype equals = cell.indexOf(u'=');
            if (equals < 2) continue;
            bool isNumber = false;
            const double value = cell.mid(equals + 1).toDouble(&isNumber);
            if (cell.startsWith(u'N') && isNumber)
                cell = cell.left(equals + 1) + QString::number(value, 'g', 15);
        }
        result << cells.join(u' ');
    }
    return result;
}

}  // namespace

void TestXls::asXlrdReads_data() {
    QTest::addColumn<QString>("path");
    QDirIterator it(realFile(QStringLiteral("readxl")), {QStringLiteral("*.xls")});
    while (it.hasNext()) {
        const QString path = it.next();
        QTest::newRow(qPrintable(it.fileName())) << path;
    }
}

void TestXls::asXlrdReads() {
    QFETCH(QString, path);
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QString::fromUtf8(script), path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        QSKIP(qPrintable(QStringLiteral("python3-xlrd cannot read it: ") +
                         QString::fromUtf8(python.readAllStandardError()).trimmed().section(u'\n', -1)));
    const QByteArray output = python.readAllStandardOutput();
    const QStringList expected =
        output.isEmpty() ? QStringList() : QString::fromUtf8(output).split(QChar(0x1E));
    const test::RowTexts read = test::rowTexts(path);
    QCOMPARE(read.error, QString());
    const auto withoutDates = [](QStringList rows) {
        static const QRegularExpression date(
            QStringLiteral(" (D\\d+)=\\d[\\d.e+-]*( \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?)?"));
        for (QString& row : rows) row.replace(date, QStringLiteral(" \\1"));
        return comparable(rows);
    };
    QCOMPARE(withoutDates(read.rows), withoutDates(expected));
}

/// The same tables were saved in both formats by Excel: dates, too, must agree.
void TestXls::asTheSameWorkbookInXlsx_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"datasets", "deaths", "geometry", "type-me", "types", "list_type"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestXls::asTheSameWorkbookInXlsx() {
    QFETCH(QString, name);
    const QString path = realFile(QStringLiteral("readxl/")) + name;
    if (!QFile::exists(path + QStringLiteral(".xls"))) QSKIP("no real workbooks at hand");
    const test::RowTexts old = test::rowTexts(path + QStringLiteral(".xls"));
    QVERIFY(old.rows.size() > 1);
    QCOMPARE(old.rows, test::rowTexts(path + QStringLiteral(".xlsx")).rows);
}

void TestXls::damage() {
    const QString path = realFile(QStringLiteral("readxl/datasets.xls"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) QSKIP("no real workbooks at hand");
    const QByteArray whole = file.readAll();
    for (int i = 1; i < 40; ++i) {
        QByteArray bytes = whole;
        if (i % 2 == 0)
            bytes.truncate(whole.size() * i / 40);
        else
            for (qsizetype at = i * 7; at < bytes.size(); at += 997) bytes[at] = char(i * 31 + at);
        const test::RowTexts read = test::rowTexts(m_scratch.write(QStringLiteral("damaged.xls"), bytes));
        QVERIFY(read.error.isEmpty() || read.error.contains(u"damaged.xls"));
    }
    const QByteArray empty = whole.left(600);
    QVERIFY(!test::rowTexts(m_scratch.write(QStringLiteral("cut.xls"), empty)).error.isEmpty());
}

QTEST_GUILESS_MAIN(TestXls)
#include "tst_xls.moc"
