#include "core/base/text.h"
#include "core/typing/tablereader.h"
#include "tests/support/core/scratch.h"

#include <QTest>

using namespace icp;

/// What a long file is written in may show only far behind its beginning.
class TestLateEncoding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void found_data();
    void found();
};

void TestLateEncoding::found_data() {
    QTest::addColumn<QByteArray>("early");
    QTest::addColumn<QByteArray>("late");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto add = [](const char* name, const char* early, const char* late, const char* encoding,
                        const char* first, const char* last) {
        QTest::newRow(name) << QByteArray(early) << QByteArray(late) << QString::fromUtf8(encoding)
                            << QString::fromUtf8(first) << QString::fromUtf8(last);
    };
    add("ASCII, then UTF-8", "Mueller", "M\xC3\xBCller", "UTF-8", "Mueller", "Müller");
    add("ASCII, then Windows-1252", "Mueller", "M\xFCller, K\xF6ln, D\xFCren", "windows-1252", "Mueller",
        "Müller, Köln, Düren");
    add("UTF-8, then one wrong byte", "M\xC3\xBCller, K\xC3\xB6ln", "M\xFCller", "UTF-8", "Müller, Köln",
        "Müller");
    add("what looked like UTF-8, then many others", "M\xC3\xBCller", "M\xFCller, K\xF6ln, D\xFCren",
        "windows-1252", "MÃ¼ller", "Müller, Köln, Düren");
}

void TestLateEncoding::found() {
    QFETCH(QByteArray, early);
    QFETCH(QByteArray, late);
    QFETCH(QString, encoding);
    QFETCH(QString, first);
    QFETCH(QString, last);
    QByteArray text("id;name\nA-0;" + early + '\n');
    for (int row = 1; text.size() < 4'000'000; ++row)
        text += "A-" + QByteArray::number(row) + ";plain words " + QByteArray::number(row % 977) + '\n';
    text += "Z-1;" + late + '\n';
    const test::Scratch folder;
    const QString path = folder.write(QStringLiteral("late.csv"), text);
    for (const unsigned threads : {1U, 2U}) {
        const auto file = readTable(path, {}, {}, threads);
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QCOMPARE(file->info.encoding.toLower(), encoding.toLower());
        const Column& names = file->table.fields[1].column;
        QCOMPARE(toQString(names.display(0)), first);
        QCOMPARE(toQString(names.display(names.size() - 1)), last);
        QCOMPARE(file->rejected.size(), std::size_t(0));
    }
}

QTEST_GUILESS_MAIN(TestLateEncoding)
#include "tst_lateencoding.moc"
