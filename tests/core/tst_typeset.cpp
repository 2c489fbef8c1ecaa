#include "core/deck/typeset.h"
#include "tests/support/core/deckcase.h"

#include <QTest>

using namespace icp;

class TestTypeset : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void breaksBetweenWords();
    void noLineIsTooWide_data();
    void noLineIsTooWide();
    void breaksWhereTold();
    void keepsFormatsAcrossLines();
    void shrinksBeforeItCuts();
    void cutsWithAMark();
    void cutsOneLine();
};

static Line text(const QString& words, double size = 20) { return {{words, size, Weight::Regular, 0}}; }

static QStringList linesOf(const std::vector<Line>& lines) {
    QStringList all;
    for (const Line& line : lines) all << plainText({line});
    return all;
}

void TestTypeset::breaksBetweenWords() {
    // 11 px a character: 110 px hold ten characters
    QCOMPARE(linesOf(wrapped(text(QStringLiteral("Groups of two companies")), 110, test::plainMeasure)),
             (QStringList{QStringLiteral("Groups of"), QStringLiteral("two"), QStringLiteral("companies")}));
    QCOMPARE(linesOf(wrapped(text(QString()), 110, test::plainMeasure)), QStringList{QString()});
}

void TestTypeset::noLineIsTooWide_data() {
    QTest::addColumn<QString>("words");
    QTest::newRow("german") << QStringLiteral(
        "Die Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung gilt");
    QTest::newRow("japanese") << QStringLiteral(
        "子会社同士の連携ができていないため、決算が遅れてしまいます。");
    QTest::newRow("emoji") << QString::fromUtf8("👍👍👍👍👍👍👍 thumbs");
    QTest::newRow("spaces") << QStringLiteral("a                                         b");
}

void TestTypeset::noLineIsTooWide() {
    QFETCH(QString, words);
    for (const double width : {60.0, 110.0, 333.0}) {
        const auto lines = wrapped(text(words), width, test::plainMeasure);
        QString letters;
        for (const Line& line : lines) {
            QVERIFY(lineWidth(line, test::plainMeasure) <= width);
            letters += plainText({line});
        }
        QCOMPARE(letters.remove(u' '), QString(words).remove(u' '));
    }
}

void TestTypeset::breaksWhereTold() {
    QCOMPARE(linesOf(wrapped(text(QStringLiteral("Team of 2.\nClose takes 7.")), 1000, test::plainMeasure)),
             (QStringList{QStringLiteral("Team of 2."), QStringLiteral("Close takes 7.")}));
}

void TestTypeset::keepsFormatsAcrossLines() {
    const Line mixed{{QStringLiteral("Groups of "), 20, Weight::Regular, 1},
                     {QStringLiteral("two companies or"), 20, Weight::SemiBold, 2},
                     {QStringLiteral(" more"), 20, Weight::Regular, 3}};
    const auto lines = wrapped(mixed, 150, test::plainMeasure);
    QCOMPARE(linesOf(lines), (QStringList{QStringLiteral("Groups of two"), QStringLiteral("companies or"),
                                          QStringLiteral("more")}));
    QCOMPARE(lines[0].size(), std::size_t(2));
    QCOMPARE(lines[0][1].colour, Rgb(2));
    QCOMPARE(lines[1].front().weight, Weight::SemiBold);
    QCOMPARE(lines[2].front().colour, Rgb(3));
}

void TestTypeset::shrinksBeforeItCuts() {
    const Line words = text(QStringLiteral("abcdefghij abcdefghij"));
    const Fitted whole = fitted(words, 111, 60, 1.3, test::plainMeasure);
    QCOMPARE(whole.scale, 1.0);
    const Fitted smaller = fitted(words, 111, 48, 1.3, test::plainMeasure);  // two lines of 18 px
    QVERIFY(smaller.complete);
    QCOMPARE(smaller.scale, 0.9);
    QCOMPARE(smaller.lines.front().front().size, 18.0);
}

void TestTypeset::cutsWithAMark() {
    const Fitted cut =
        fitted(text(QStringLiteral("one two three four five six seven")), 110, 30, 1.3, test::plainMeasure);
    QVERIFY(!cut.complete);
    QCOMPARE(cut.lines.size(), std::size_t(1));
    QVERIFY(plainText(cut.lines).endsWith(QChar(0x2026)));
    QVERIFY(lineWidth(cut.lines.front(), test::plainMeasure) <= 110);
}

void TestTypeset::cutsOneLine() {
    QCOMPARE(plainText({elided(text(QStringLiteral("Quillbridge")), 88, test::plainMeasure)}),
             QStringLiteral("Quillbr…"));
    QCOMPARE(plainText({elided(text(QStringLiteral("Quill")), 88, test::plainMeasure)}),
             QStringLiteral("Quill"));
}

QTEST_APPLESS_MAIN(TestTypeset)
#include "tst_typeset.moc"
