#include "core/base/text.h"
#include "core/rows/csv/csvtokens.h"
#include "core/rows/reader.h"
#include "tests/support/core/places.h"
#include "tests/support/core/scratch.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace icp;

namespace {

using Rows = QList<QStringList>;

struct Read {
    Rows rows;
    QList<qint64> lines;
    ReadInfo info;
    QString error;
};

Read readAll(const QString& path, const ReadOptions& options = {}) {
    Read read;
    const Result<ReadInfo> info = readRows(path, options, [&](qint64 line, std::span<const Cell> cells) {
        QStringList row;
        for (const Cell& cell : cells) row << toQString(cell.text);
        read.rows << row;
        read.lines << line;
        return true;
    });
    if (info)
        read.info = *info;
    else
        read.error = info.error().message;
    return read;
}

}  // namespace

class TestCsv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spectrum();
    void rows_data();
    void rows();
    void encodings_data();
    void encodings();
    void umlautsAmongEnglishWords();
    void lineNumbersCountEveryLine();
    void optionsOverrule();
    void badInput_data();
    void badInput();
    void tooLongACellIsNamed();
    void readingStopsWhenAsked();
    void whateverIsWrittenComesBack();
    void boundariesNeverCutARow();

private:
    test::Scratch m_scratch;
};

void TestCsv::spectrum() {
    QDirIterator files(realFile(QStringLiteral("csv-spectrum/csvs")), {QStringLiteral("*.csv")},
                       QDir::Files);
    if (!files.hasNext()) QSKIP("The csv-spectrum files are not beside the project.");
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        QFile json(realFile(QStringLiteral("csv-spectrum/json/%1.json")).arg(file.completeBaseName()));
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonDocument document = QJsonDocument::fromJson(json.readAll());
        const QJsonArray expected = document.isObject() ? QJsonArray{document.object()} : document.array();
        const Read read = readAll(file.filePath());
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.rows.size(), expected.size() + 1);
        for (qsizetype row = 1; row < read.rows.size(); ++row) {
            const QJsonObject object = expected[row - 1].toObject();
            QCOMPARE(read.rows[row].size(), object.size());
            for (qsizetype column = 0; column < read.rows[0].size(); ++column) {
                // The collection's own two files disagree on this number.
                if (read.rows[0][column] == u"Contact Phone Number") continue;
                // Line ends inside a cell stay as they are in the file.
                QCOMPARE(QString(read.rows[row][column]).remove(u'\r'),
                         object[read.rows[0][column]].toString().remove(u'\r'));
            }
        }
    }
}

void TestCsv::rows_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QStringList>>("expected");
    QTest::addColumn<QString>("delimiter");
    const auto add = [](const char* name, QByteArray bytes, Rows expected, const char* delimiter) {
        QTest::newRow(name) << bytes << expected << QString::fromLatin1(delimiter);
    };
    add("comma", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}, ",");
    add("semicolon with decimal commas", "a;b;c\n1,5;2,5;x\n3,5;4,5;y\n",
        {{"a", "b", "c"}, {"1,5", "2,5", "x"}, {"3,5", "4,5", "y"}}, ";");
    add("tab", "a\tb\n1, 2\t3\n", {{"a", "b"}, {"1, 2", "3"}}, "\t");
    add("pipe", "a|b\n1|2\n", {{"a", "b"}, {"1", "2"}}, "|");
    add("caret", "a^b^c\n1^2^3\n", {{"a", "b", "c"}, {"1", "2", "3"}}, "^");
    add("times are no columns", "when\n12:30\n13:45\n", {{"when"}, {"12:30"}, {"13:45"}}, ",");
    add("sep line", "sep=;\na;b\n1;2\n", {{"a", "b"}, {"1", "2"}}, ";");
    add("no line end at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}, ",");
    add("CRLF", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}, ",");
    add("CR", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}, ",");
    add("mixed line ends", "a,b\r\n1,2\n3,4\r5,6", {{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}, ",");
    add("blank lines", "a,b\n\n1,2\n\r\n\n", {{"a", "b"}, {"1", "2"}}, ",");
    add("empty cells", "a,b,c\n,,\n1,,\n", {{"a", "b", "c"}, {"", "", ""}, {"1", "", ""}}, ",");
    add("quoted", "a,b\n\"1,1\",\"x \"\"y\"\" z\"\n", {{"a", "b"}, {"1,1", "x \"y\" z"}}, ",");
    add("quoted line ends", "a,b\n\"x\ny\r\nz\",2\n", {{"a", "b"}, {"x\ny\r\nz", "2"}}, ",");
    add("empty quoted", "a,b\n\"\",2\n", {{"a", "b"}, {"", "2"}}, ",");
    add("only quotes in quotes", "a,b\n\"\"\"\",\"\"\"\"\"\"\n", {{"a", "b"}, {"\"", "\"\""}}, ",");
    add("quote inside a bare cell", "a,b\n5\" pipe,2\n", {{"a", "b"}, {"5\" pipe", "2"}}, ",");
    add("text after a closing quote", "a,b\n\"Acme, Inc\" Ltd,2\n", {{"a", "b"}, {"\"Acme, Inc\" Ltd", "2"}},
        ",");
    add("blanks around quotes", "a,b\n \"x, y\" ,2\n", {{"a", "b"}, {"x, y", "2"}}, ",");
    add("quote never closed", "a,b\n1,\"2\n3,4\n", {{"a", "b"}, {"1", "\"2"}, {"3", "4"}}, ",");
    add("ragged", "a,b,c\n1,2\n1,2,3,4\n", {{"a", "b", "c"}, {"1", "2"}, {"1", "2", "3", "4"}}, ",");
    add("delimiter in quotes does not mislead", "a;b\n\"1,2,3\";4\n\"5,6,7\";8\n",
        {{"a", "b"}, {"1,2,3", "4"}, {"5,6,7", "8"}}, ";");
}

void TestCsv::rows() {
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QStringList>, expected);
    QFETCH(QString, delimiter);
    const Read read = readAll(m_scratch.write(QStringLiteral("rows.csv"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.rows, expected);
    QCOMPARE(read.info.delimiter, delimiter);
    QCOMPARE(read.info.format, QStringLiteral("csv"));
}

void TestCsv::encodings_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    const QString text = QStringLiteral("Käufer,Straße\nMüller & Söhne,Rue d’Été\nJörg,Größe\n");
    QTest::newRow("UTF-8") << text.toUtf8() << "UTF-8";
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << "UTF-8";
    for (const char* name : {"UTF-16LE", "UTF-16BE"}) {
        QStringEncoder encoder(name);
        const QByteArray bytes = encoder(text);
        QTest::addRow("%s", name) << bytes << name;
        QTest::addRow("%s with mark", name) << (name[6] == 'L' ? "\xFF\xFE" : "\xFE\xFF") + bytes << name;
    }
    QStringEncoder western("windows-1252");
    QTest::newRow("Windows-1252") << QByteArray(western(text)) << "windows-1252";
}

void TestCsv::encodings() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const Read read = readAll(m_scratch.write(QStringLiteral("text.csv"), bytes));
    QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
    QCOMPARE(read.info.encoding, name);
    QCOMPARE(read.rows, (Rows{{"Käufer", "Straße"}, {"Müller & Söhne", "Rue d’Été"}, {"Jörg", "Größe"}}));
}

/// Latin 3 has the same umlauts at the same places, and nobody exports it.
void TestCsv::umlautsAmongEnglishWords() {
    QByteArray text("Opportunity ID,Account Name,Stage,Type,Lead Source\r\n");
    for (int i = 0; i < 25; ++i)
        text += QByteArray::number(i) + ",M\xFCller & S\xF6hne " + QByteArray::number(i) +
                ",Closed Won,New,Web\r\n";
    const Read read = readAll(m_scratch.write(QStringLiteral("report.csv"), text));
    QCOMPARE(read.info.encoding, QStringLiteral("windows-1252"));
    QCOMPARE(read.rows[1][1], QStringLiteral("Müller & Söhne 0"));
}

void TestCsv::lineNumbersCountEveryLine() {
    const Read read =
        readAll(m_scratch.write(QStringLiteral("lines.csv"), "a,b\n\n\"x\ny\",1\nz,2\n\r\nw,3\n"));
    QCOMPARE(read.lines, (QList<qint64>{1, 3, 5, 7}));
}

void TestCsv::optionsOverrule() {
    const QString path = m_scratch.write(QStringLiteral("o.csv"), "a,b;c\n1,2;3\n");
    ReadOptions options;
    options.delimiter = QStringLiteral(";");
    QCOMPARE(readAll(path, options).rows, (Rows{{"a,b", "c"}, {"1,2", "3"}}));
    options = {};
    options.encoding = QStringLiteral("windows-1251");
    QCOMPARE(readAll(m_scratch.write(QStringLiteral("r.csv"), "\xC4\xE0,b\n1,2\n"), options).rows[0][0],
             QStringLiteral("Да"));
    options.encoding = QStringLiteral("no-such-thing");
    QVERIFY(readAll(path, options).error.contains(u"no-such-thing"));
}

void TestCsv::badInput_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") << "PDF";
    QTest::newRow("ole") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(600, '\0')
                         << "damaged";
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n") << "picture";
    QTest::newRow("binary") << QByteArray(4000, '\x02') << "binary";
    QTest::newRow("zip") << test::zipped({{"notes/", ""}}) << "ZIP";
}

void TestCsv::badInput() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const Read read = readAll(m_scratch.write(QStringLiteral("Customers.csv"), bytes));
    QVERIFY2(read.error.contains(word), qPrintable(read.error));
    QVERIFY2(read.error.contains(u"Customers.csv"), qPrintable(read.error));
    QVERIFY(read.rows.isEmpty());
    QVERIFY(readAll(m_scratch.path(QStringLiteral("nowhere.csv"))).error.contains(u"nowhere.csv"));
    QVERIFY(readAll(m_scratch.path(QStringLiteral("."))).error.contains(u"folder"));
}

void TestCsv::tooLongACellIsNamed() {
    const Read read = readAll(
        m_scratch.write(QStringLiteral("long.csv"), "a,b\n1,2\n3," + QByteArray(50 << 20, 'x') + "\n"));
    QVERIFY2(read.error.contains(u"row 3") && read.error.contains(u"column B"), qPrintable(read.error));
    const Read open =
        readAll(m_scratch.write(QStringLiteral("open.csv"), "a,b\n1,2\n3,\"" + QByteArray(80 << 20, 'x')));
    QVERIFY2(open.error.contains(u"row 3") && open.error.contains(u"column B"), qPrintable(open.error));
}

void TestCsv::readingStopsWhenAsked() {
    const QString path = m_scratch.write(QStringLiteral("many.csv"), QByteArray("a,b\n").repeated(1'000'000));
    int seen = 0;
    QVERIFY(readRows(path, {}, [&](qint64, std::span<const Cell>) { return ++seen < 10; }));
    QCOMPARE(seen, 10);
    const Job job;
    const auto cancelled = readRows(
        path, {},
        [&](qint64, std::span<const Cell>) {
            job.cancel();
            return true;
        },
        job);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

/// Random tables, written with random delimiters, quotes and line ends.
void TestCsv::whateverIsWrittenComesBack() {
    QRandomGenerator random(20261121);
    const QStringList pieces{"a",    "Z", "7", " x", "é", "日", "\"", "\n",
                             "\r\n", ",", ";", "\t", "|", "'",  "-",  "x y"};
    for (int round = 0; round < 300; ++round) {
        const QChar delimiter = QStringLiteral(",;\t|")[random.bounded(4)];
        const QString end = random.bounded(2) ? QStringLiteral("\n") : QStringLiteral("\r\n");
        const int columns = 2 + random.bounded(6);
        Rows rows;
        QString text;
        for (int row = 0; row < 1 + random.bounded(40); ++row) {
            QStringList cells;
            QStringList written;
            for (int column = 0; column < columns; ++column) {
                QString cell(column == 0 ? QStringLiteral("k") : QString());
                for (int i = random.bounded(5); i > 0; --i) cell += pieces[random.bounded(pieces.size())];
                cell = cell.trimmed();
                cells << cell;
                const bool quote = random.bounded(4) == 0 || cell.contains(delimiter) ||
                                   cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
                written << (quote ? QStringLiteral("\"%1\"").arg(
                                        QString(cell).replace(u'"', QStringLiteral("\"\"")))
                                  : cell);
            }
            rows << cells;
            text += written.join(delimiter) + end;
        }
        ReadOptions options;
        options.delimiter = delimiter;
        const Read read = readAll(m_scratch.write(QStringLiteral("random.csv"), text.toUtf8()), options);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.rows, rows);
    }
}

/// Cutting a text where lastRowEnd says and splitting both halves gives the rows of the whole, whatever the
/// dialect.
void TestCsv::boundariesNeverCutARow() {
    QRandomGenerator random(7);
    const QByteArray alphabet = "ab,,\"\"\n\n\r \"x|\\";
    const std::vector<CsvDialect> dialects{{},
                                           {"||", "\"", "\"", 0, false},
                                           {",", "\"", "\"", '\\', false},
                                           {",", "", "", 0, false},
                                           {", ", "x", "x", '|', false}};
    for (int round = 0; round < 10000; ++round) {
        const CsvDialect& dialect = dialects[std::size_t(round) % dialects.size()];
        std::string text;
        for (int i = random.bounded(60); i > 0; --i) text += alphabet[random.bounded(int(alphabet.size()))];
        const auto split = [&](std::string_view part) {
            RowBatch batch;
            batch.text = part;
            splitCsv(batch, dialect);
            Rows rows;
            for (std::size_t row = 0; row < batch.rows(); ++row) {
                rows << QStringList();
                for (std::size_t column = 0; column < batch.width(row); ++column)
                    rows.back() << toQString(batch.cell(row, column).text);
            }
            return rows;
        };
        const std::size_t size = std::size_t(random.bounded(int(text.size()) + 1));
        const std::size_t end = lastRowEnd(std::string_view(text).substr(0, size), dialect, false);
        QVERIFY(end <= size);
        QCOMPARE(split(std::string_view(text).substr(0, end)) + split(std::string_view(text).substr(end)),
                 split(text));
    }
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
