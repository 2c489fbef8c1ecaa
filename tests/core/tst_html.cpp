#include "core/deck/html.h"
#include "tests/support/core/deckcase.h"
#include "tests/support/core/slidetext.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace icp;

namespace {

/// What a reader of the page would see of one line.
struct SeenLine {
    QString text;
    double x = 0;
    double y = 0;
    double length = 0;
};

/// Ten units a sign, whatever the size: easily counted by hand.
double tenEach(const QString& text, double, Weight) { return 10.0 * double(text.size()); }

struct SeenPage {
    int sections = 0;
    std::vector<SeenLine> lines;
    QStringList labels;  ///< of sections and of what is shown by shapes
};

SeenPage seen(const QByteArray& html) {
    SeenPage page;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto value = [&](const char* name) {
            return xml.attributes().value(QLatin1String(name)).toDouble();
        };
        if (xml.name() == u"section") {
            ++page.sections;
            page.labels << xml.attributes().value(QLatin1String("aria-label")).toString();
        } else if (xml.name() == u"text") {
            SeenLine line{{}, value("x"), value("y"), value("textLength")};
            line.text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            page.lines.push_back(line);
        } else if (xml.name() == u"title") {
            page.labels << xml.readElementText();
        }
    }
    if (xml.hasError()) qWarning().noquote() << xml.errorString();
    return page;
}

TextBlock oneLine(const QString& text, Align align, Anchor anchor) {
    TextBlock block;
    block.box = {100, 200, 400, 100};
    block.lines = {{{text.left(4), 40, Weight::SemiBold, 0x0B6299}, {text.mid(4), 20, Weight::Regular, 0}}};
    block.align = align;
    block.anchor = anchor;
    block.lineHeight = 1.5;
    return block;
}

}  // namespace

/// Slides as a web page: complete, well-formed, on its own, and every line where the slide has it.
class TestHtml : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsThereInOrder();
    void needsNothingBesideIt();
    void linesStandWhereTheyAreAligned();
    void hatchedShapesHaveTheirPattern();
    void oddCharacters();
    void noSlides();
};

void TestHtml::everyTextIsThereInOrder() {
    const test::DeckCase made = test::quillbridge();
    const std::vector<Slide> slides = buildDeck(made.input(), test::plainMeasure).all();
    const SeenPage page = seen(slidesHtml(slides, QStringLiteral("Profile"), test::plainMeasure));
    QCOMPARE(page.sections, int(slides.size()));
    QStringList wanted;
    for (const Slide& slide : slides) {
        wanted << test::slideLines(slide);
        QVERIFY(page.labels.contains(slide.title));
    }
    wanted.removeAll(QString());
    QVERIFY(wanted.size() > 100);
    QStringList found;
    for (const SeenLine& line : page.lines) found << line.text;
    QCOMPARE(found, wanted);
}

void TestHtml::needsNothingBesideIt() {
    const test::DeckCase made = test::quillbridge();
    const QByteArray html = slidesHtml(buildDeck(made.input(), test::plainMeasure).all(),
                                       QStringLiteral("Profile"), test::plainMeasure);
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    for (const char* outside : {"http:", "https:", "src=", "href=", "@import", "<script", "<link"})
        QVERIFY2(!html.contains(outside), outside);
    QCOMPARE(html, slidesHtml(buildDeck(made.input(), test::plainMeasure).all(), QStringLiteral("Profile"),
                              test::plainMeasure));
}

void TestHtml::linesStandWhereTheyAreAligned() {
    const QString text = QStringLiteral("Groups of 2");  // 11 signs: 110 units
    Slide slide;
    slide.blocks = {oneLine(text, Align::Left, Anchor::Top), oneLine(text, Align::Centre, Anchor::Middle),
                    oneLine(text, Align::Right, Anchor::Bottom)};
    TableBlock table;
    table.box = {0, 0, 300, 100};
    table.columnWidths = {100, 200};
    table.rowHeights = {40, 60};
    table.rows.resize(2);
    for (auto& row : table.rows) row.resize(2);
    table.rows[1][1].lines = {{{QStringLiteral("Cell"), 20, Weight::Regular, 0}}};
    table.rows[1][1].align = Align::Right;
    slide.blocks.push_back(table);
    const SeenPage page = seen(slidesHtml({slide}, {}, tenEach));
    QCOMPARE(page.lines.size(), std::size_t(4));
    // Baseline: the line is 60 high; Inter reaches 0.96875 above and 0.2412 below, so that 40 units of it are
    // 38.75 over the baseline, which lies (60 + 40 x 0.72755) / 2 = 44.55 below the line's top.
    QCOMPARE(page.lines[0].text, text);
    QCOMPARE(page.lines[0].length, 110.0);
    QCOMPARE(page.lines[0].x, 100.0);
    QCOMPARE(page.lines[0].y, 244.55);
    QCOMPARE(page.lines[1].x, 245.0);
    QCOMPARE(page.lines[1].y, 264.55);
    QCOMPARE(page.lines[2].x, 390.0);
    QCOMPARE(page.lines[2].y, 284.55);
    QCOMPARE(page.lines[3].x, 300.0 - TableBlock::padding - 40.0);
    QVERIFY(page.lines[3].y > 60 && page.lines[3].y < 90);
}

void TestHtml::hatchedShapesHaveTheirPattern() {
    Slide slide;
    slide.blocks.push_back(ShapeBlock{ShapeBlock::Kind::Hatched,
                                      {0, 0, 10, 10},
                                      0,
                                      true,
                                      0xFFFFFF,
                                      1,
                                      0x7E8D99,
                                      QStringLiteral("Untested")});
    const QByteArray html = slidesHtml({slide, slide}, {}, tenEach);
    QCOMPARE(html.count("id=\"hatch-7e8d99\""), 1);
    QCOMPARE(html.count("url(#hatch-7e8d99)"), 2);
    QCOMPARE(seen(html).labels.count(QStringLiteral("Untested")), 2);
}

void TestHtml::oddCharacters() {
    Slide slide;
    slide.blocks.push_back(oneLine(QStringLiteral("a<b>&\"c\x01") + QChar(0xD800), Align::Left, Anchor::Top));
    const SeenPage page = seen(slidesHtml({slide}, QStringLiteral("A & <B>"), tenEach));
    QCOMPARE(page.labels.first(), QStringLiteral("A & <B>"));
    QCOMPARE(page.lines.front().text, QStringLiteral("a<b>&\"c  "));
}

void TestHtml::noSlides() { QCOMPARE(seen(slidesHtml({}, QStringLiteral("None"), tenEach)).sections, 0); }

QTEST_APPLESS_MAIN(TestHtml)
#include "tst_html.moc"
