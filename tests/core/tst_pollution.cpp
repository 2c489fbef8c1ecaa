#include "core/base/text.h"
#include "core/typing/tabletexts.h"
#include "tests/support/core/pollution.h"
#include "tests/support/core/scratch.h"

#include <QStringEncoder>
#include <QTest>

using namespace icp;
using test::Pollution;
using test::Rows;

namespace {

struct Read {
    Rows rows;
    QStringList leftOut;  ///< "line: cells joined with |"
    QList<qint64> remarked;
    ReadInfo info;
    QString error;
};

Read readTable(const QString& path, const ReadOptions& options = {}) {
    Read read;
    const Result<ReadInfo> info = readTexts(
        path, options,
        [&](qint64, std::span<const Cell> cells) {
            QStringList row;
            for (const Cell& cell : cells) row << toQString(cell.text);
            read.rows << row;
            return true;
        },
        [&](const TextRemark& remark) {
            read.remarked << remark.line;
            if (remark.leftOut)
                read.leftOut << QStringLiteral("%1: %2").arg(remark.line).arg(remark.cells.join(u'|'));
        });
    if (info)
        read.info = *info;
    else
        read.error = info.error().message;
    return read;
}

QString shown(const Rows& rows) {
    QStringList lines;
    for (const QStringList& row : rows) lines << row.join(QStringLiteral(" ¦ "));
    return lines.join(u'\n');
}

}  // namespace

/// Clean tables, written in every way that exports are found in the wild, must come back cell by cell with no
/// option given; what is left out or mended must be told.
class TestPollution : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dialects_data();
    void dialects();
    void layouts_data();
    void layouts();
    void damages_data();
    void damages();
    void encodings_data();
    void encodings();
    void mixedEncodingsLoseNothing();
    void packed();

private:
    test::Scratch m_scratch;
};

void TestPollution::dialects_data() {
    QTest::addColumn<Rows>("table");
    QTest::addColumn<QByteArray>("bytes");
    for (const Pollution& pollution : test::dialectPollutions())
        QTest::newRow(qPrintable(pollution.name)) << pollution.table << pollution.bytes;
}

void TestPollution::dialects() {
    QFETCH(Rows, table);
    QFETCH(QByteArray, bytes);
    const Read read = readTable(m_scratch.write(QStringLiteral("d.csv"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QVERIFY2(read.rows == table,
             qPrintable(QStringLiteral("%1 | %2 | %3\n%4")
                            .arg(read.info.delimiter, read.info.quote, read.info.escape, shown(read.rows))));
    QVERIFY2(read.leftOut.isEmpty(), qPrintable(read.leftOut.join(u'\n')));
}

void TestPollution::layouts_data() {
    QTest::addColumn<Rows>("table");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("leftOut");
    for (const Pollution& pollution : test::layoutPollutions())
        QTest::newRow(qPrintable(pollution.name)) << pollution.table << pollution.bytes << pollution.leftOut;
}

void TestPollution::layouts() {
    QFETCH(Rows, table);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, leftOut);
    const Read read = readTable(m_scratch.write(QStringLiteral("l.csv"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QVERIFY2(read.rows == table, qPrintable(shown(read.rows)));
    QCOMPARE(read.leftOut, leftOut);
}

void TestPollution::damages_data() {
    QTest::addColumn<Rows>("table");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("told");
    for (const Pollution& pollution : test::damagePollutions())
        QTest::newRow(qPrintable(pollution.name)) << pollution.table << pollution.bytes << pollution.told;
}

void TestPollution::damages() {
    QFETCH(Rows, table);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, told);
    const Read read = readTable(m_scratch.write(QStringLiteral("m.csv"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QVERIFY2(read.rows == table, qPrintable(shown(read.rows)));
    QCOMPARE(!read.remarked.isEmpty(), told);
}

void TestPollution::encodings_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const auto add = [](const char* encoding, const char* cells) {
        QString text = QStringLiteral("id,name,town,amount\n");
        const QStringList words = QString::fromUtf8(cells).split(u' ');
        for (int i = 0; i < 60; ++i)
            text += QStringLiteral("%1,%2 %3,%4,%5\n")
                        .arg(i + 1)
                        .arg(words[i % words.size()], words[(i * 3 + 1) % words.size()],
                             words[(i * 5 + 2) % words.size()])
                        .arg(i * 17 % 91);
        QTest::newRow(encoding) << text << QString::fromLatin1(encoding);
    };
    constexpr auto german = "Müller Größe Straße Köln Zürich Österreich Jäger Böhm Übersee Weiß";
    constexpr auto russian = "Москва компания Петров договор Сибирь торговый завод Иванова область мебель";
    constexpr auto japanese = "東京都 株式会社 営業部 田中 鈴木 大阪市 契約 さくら システム ソフトウェア";
    add("UTF-8", german);
    add("UTF-16LE", russian);
    add("UTF-16BE", japanese);
    add("UTF-32LE", german);
    add("UTF-32BE", russian);
    add("windows-1252", german);
    add("windows-1250", "Łódź Kraków Gdańsk świętokrzyskie Wałęsa żółw ćma źródło Poznań spółka");
    add("windows-1251", russian);
    add("windows-1253", "Αθήνα εταιρεία Θεσσαλονίκη πελάτης συμφωνία Παπαδόπουλος πώληση τομέας όνομα");
    add("KOI8-R", russian);
    add("Shift_JIS", japanese);
    add("EUC-JP", japanese);
    add("GB18030", "北京市 有限公司 客户 上海 销售部 合同 张伟 软件 科技 贸易");
    add("Big5", "臺北市 有限公司 客戶 高雄 業務部 合約 陳先生 軟體 科技 貿易");
    add("EUC-KR", "서울특별시 주식회사 고객 부산 영업부 계약 김철수 소프트웨어 기술 무역");
}

void TestPollution::encodings() {
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    QStringEncoder encoder(qPrintable(encoding));
    QVERIFY(encoder.isValid());
    const QByteArray bytes = encoder(text);
    const Read read = readTable(m_scratch.write(QStringLiteral("e.csv"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    Rows expected;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) expected << line.split(u',');
    QVERIFY2(read.rows == expected, qPrintable(read.info.encoding + u'\n' + shown(read.rows).left(300)));
    QVERIFY(read.info.confidence > 0.5 && read.info.confidence <= 1);
    // Two words only are a guess, and said to be one.
    const QByteArray little = QByteArray("id,name\n1,M\xFCller\n2,K\xF6ln\n");
    QVERIFY(readTable(m_scratch.write(QStringLiteral("g.csv"), little)).info.confidence < 0.8);
}

void TestPollution::mixedEncodingsLoseNothing() {
    const QByteArray bytes = "id,name\n1,Müller\n2,K\xF6ln \x80\n3,Zürich\n4,Straße\n";
    const Read read = readTable(m_scratch.write(QStringLiteral("x.csv"), bytes));
    QCOMPARE(read.rows,
             (Rows{{"id", "name"}, {"1", "Müller"}, {"2", "Köln €"}, {"3", "Zürich"}, {"4", "Straße"}}));
    QCOMPARE(read.remarked, QList<qint64>{3});
}

void TestPollution::packed() {
    const Rows table{{"id", "name"}, {"1", "Acme"}, {"2", "Müller"}};
    const QByteArray csv = "id;name\n1;Acme\n2;Müller\n";
    const QByteArray book = test::workbook(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row><row r=\"2\"><c "
        "r=\"A2\"><v>7</v></c></row>");
    const Read zip = readTable(m_scratch.write(
        QStringLiteral("a.zip"),
        test::zipped({{"in/a.csv", csv}, {"__MACOSX/in/._a.csv", "x"}, {"logo.png", "\x89PNG\r\n"}})));
    QVERIFY2(zip.error.isEmpty(), qPrintable(zip.error));
    QCOMPARE(zip.rows, table);
    QCOMPARE(zip.info.archive, QStringLiteral("zip"));
    const Read gzip = readTable(m_scratch.write(QStringLiteral("a.csv.gz"), test::gzipped(csv)));
    QVERIFY2(gzip.error.isEmpty(), qPrintable(gzip.error));
    QCOMPARE(gzip.rows, table);
    // Two members, as a rotating log has them, are one text.
    QCOMPARE(readTable(m_scratch.write(QStringLiteral("b.csv.gz"),
                                       test::gzipped(csv.left(12)) + test::gzipped(csv.mid(12))))
                 .rows,
             table);
    const Read inside = readTable(m_scratch.write(QStringLiteral("b.zip"), test::zipped({{"b.xlsx", book}})));
    QVERIFY2(inside.error.isEmpty(), qPrintable(inside.error));
    QCOMPARE(inside.rows, (Rows{{"id"}, {"7"}}));
    const QString two =
        m_scratch.write(QStringLiteral("c.zip"), test::zipped({{"one.csv", csv}, {"two.csv", "a,b\n5,6\n"}}));
    const Read several = readTable(two);
    QVERIFY2(several.error.contains(u"one.csv, two.csv"), qPrintable(several.error));
    ReadOptions options;
    options.sheet = QStringLiteral("two.csv");
    QCOMPARE(readTable(two, options).rows, (Rows{{"a", "b"}, {"5", "6"}}));
    // Cut off in the middle: said, not half read.
    const QByteArray packed = test::gzipped(QByteArray("a,b\n1,2\n").repeated(5000));
    QVERIFY(!readTable(m_scratch.write(QStringLiteral("cut.gz"), packed.left(packed.size() / 2)))
                 .error.isEmpty());
    // A gigabyte of nothing in a megabyte.
    const Read bomb =
        readTable(m_scratch.write(QStringLiteral("bomb.gz"), test::gzipped(QByteArray(1 << 30, 'a'))));
    QVERIFY2(bomb.error.contains(u"200 times"), qPrintable(bomb.error));
}

QTEST_APPLESS_MAIN(TestPollution)
#include "tst_pollution.moc"
