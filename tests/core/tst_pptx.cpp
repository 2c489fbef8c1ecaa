#include "core/deck/writers.h"
#include "tests/support/core/deckcase.h"
#include "tests/support/core/slidetext.h"
#include "tests/support/core/unzipped.h"

#include <QMap>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace icp;

/// The PowerPoint file as a package: complete, well-formed, in the schema's order, with native texts and
/// tables.
class TestPptx : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPartIsWellFormed();
    void everyPartHasATypeAndEveryRelationATarget();
    void childrenStandInTheOrderOfTheSchema();
    void idsAreUniqueOnASlide();
    void everySlideHasOneTitle();
    void textsAreThere();
    void tablesAreComplete();
    void notesAreKept();
    void oddCharacters();
    void sameBytesTwice();
    void noSlides();

private:
    using Parts = QMap<QString, QByteArray>;
    Deck m_deck;
    Parts m_parts;
};

void TestPptx::initTestCase() {
    test::DeckCase made = test::quillbridge();
    made.workshop.settings.presenterNotes =
        QStringLiteral("Start with the win rate.\nThen ask who would take something off.");
    m_deck = buildDeck(made.input(), test::plainMeasure);
    const auto bytes = pptx(m_deck.all(), QStringLiteral("Quillbridge & <friends>"));
    QVERIFY(bytes);
    m_parts = test::unzipped(*bytes);
    QCOMPARE(m_parts.firstKey(), QStringLiteral("[Content_Types].xml"));
}

void TestPptx::everyPartIsWellFormed() {
    for (auto it = m_parts.begin(); it != m_parts.end(); ++it) {
        QXmlStreamReader xml(it.value());
        while (!xml.atEnd() && !xml.hasError()) xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(it.key() + QStringLiteral(": ") + xml.errorString()));
    }
}

void TestPptx::everyPartHasATypeAndEveryRelationATarget() {
    QSet<QString> typed;
    QXmlStreamReader types(m_parts.value(QStringLiteral("[Content_Types].xml")));
    while (!types.atEnd())
        if (types.readNextStartElement() || !types.atEnd())
            if (types.name() == u"Override" && types.isStartElement())
                typed.insert(types.attributes().value(QStringLiteral("PartName")).toString().mid(1));
    for (const QString& name : typed) QVERIFY2(m_parts.contains(name), qPrintable(name));
    int relations = 0;
    for (auto it = m_parts.begin(); it != m_parts.end(); ++it) {
        if (!it.key().endsWith(QStringLiteral(".rels"))) {
            QVERIFY2(it.key() == u"[Content_Types].xml" || typed.contains(it.key()), qPrintable(it.key()));
            continue;
        }
        const QString folder = it.key().section(QStringLiteral("_rels/"), 0, 0);
        QXmlStreamReader xml(it.value());
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"Relationship") continue;
            QString path = folder + xml.attributes().value(QStringLiteral("Target")).toString();
            while (path.contains(QStringLiteral("/../")))
                path = path.section(QStringLiteral("/../"), 0, 0).section(u'/', 0, -2) + u'/' +
                       path.section(QStringLiteral("/../"), 1);
            QVERIFY2(m_parts.contains(path), qPrintable(it.key() + QStringLiteral(" -> ") + path));
            ++relations;
        }
    }
    QVERIFY(relations > 2 * int(m_deck.all().size()));
}

void TestPptx::childrenStandInTheOrderOfTheSchema() {
    // From ECMA-376, part 1: the sequences PowerPoint repairs when they are out of order.
    const QMap<QString, QStringList> sequences{
        {QStringLiteral("p:sld"), {"p:cSld", "p:clrMapOvr"}},
        {QStringLiteral("p:sp"), {"p:nvSpPr", "p:spPr", "p:txBody"}},
        {QStringLiteral("p:cxnSp"), {"p:nvCxnSpPr", "p:spPr"}},
        {QStringLiteral("p:graphicFrame"), {"p:nvGraphicFramePr", "p:xfrm", "a:graphic"}},
        {QStringLiteral("p:spPr"), {"a:xfrm", "a:prstGeom", "a:noFill", "a:solidFill", "a:pattFill", "a:ln"}},
        {QStringLiteral("a:ln"), {"a:noFill", "a:solidFill", "a:prstDash"}},
        {QStringLiteral("p:txBody"), {"a:bodyPr", "a:lstStyle", "a:p"}},
        {QStringLiteral("a:txBody"), {"a:bodyPr", "a:lstStyle", "a:p"}},
        {QStringLiteral("a:pPr"), {"a:lnSpc", "a:spcBef", "a:buNone"}},
        {QStringLiteral("a:rPr"), {"a:solidFill", "a:latin"}},
        {QStringLiteral("a:r"), {"a:rPr", "a:t"}},
        {QStringLiteral("a:tbl"), {"a:tblPr", "a:tblGrid", "a:tr"}},
        {QStringLiteral("a:tc"), {"a:txBody", "a:tcPr"}},
        {QStringLiteral("a:tcPr"), {"a:lnL", "a:lnR", "a:lnT", "a:lnB", "a:noFill", "a:solidFill"}},
        {QStringLiteral("p:sldMaster"), {"p:cSld", "p:clrMap", "p:sldLayoutIdLst", "p:txStyles"}},
        {QStringLiteral("p:presentation"),
         {"p:sldMasterIdLst", "p:notesMasterIdLst", "p:sldIdLst", "p:sldSz", "p:notesSz"}}};
    QSet<QString> seen;
    for (auto it = m_parts.begin(); it != m_parts.end(); ++it) {
        QXmlStreamReader xml(it.value());
        QList<std::pair<QString, int>> open;  // name, place of its last child
        while (!xml.atEnd()) {
            xml.readNext();
            const QString name = xml.qualifiedName().toString();
            if (xml.isStartElement()) {
                if (!open.isEmpty() && sequences.contains(open.last().first)) {
                    const auto place = int(sequences[open.last().first].indexOf(name));
                    const QString where =
                        it.key() + QStringLiteral(": ") + open.last().first + QStringLiteral(" > ") + name;
                    QVERIFY2(place >= 0, qPrintable(where));
                    QVERIFY2(place >= open.last().second, qPrintable(where));
                    open.last().second = place;
                    seen.insert(open.last().first);
                }
                open.append({name, 0});
            } else if (xml.isEndElement()) {
                open.removeLast();
            }
        }
    }
    QCOMPARE(seen.size(), sequences.size());
}

void TestPptx::idsAreUniqueOnASlide() {
    for (std::size_t i = 1; i <= m_deck.all().size(); ++i) {
        QSet<QString> ids;
        int count = 0;
        QXmlStreamReader xml(m_parts[QStringLiteral("ppt/slides/slide%1.xml").arg(i)]);
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.qualifiedName() == u"p:cNvPr") {
                ids.insert(xml.attributes().value(QStringLiteral("id")).toString());
                ++count;
            }
        QVERIFY(count > 5);
        QCOMPARE(ids.size(), count);
    }
}

void TestPptx::everySlideHasOneTitle() {
    for (std::size_t i = 1; i <= m_deck.all().size(); ++i)
        QCOMPARE(m_parts[QStringLiteral("ppt/slides/slide%1.xml").arg(i)].count("<p:ph type=\"title\"/>"), 1);
}

void TestPptx::textsAreThere() {
    for (std::size_t i = 0; i < m_deck.all().size(); ++i) {
        QString text;
        QXmlStreamReader xml(m_parts[QStringLiteral("ppt/slides/slide%1.xml").arg(i + 1)]);
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.qualifiedName() == u"a:t")
                text += xml.readElementText();
        QString letters;
        for (const QChar c : text)
            if (!c.isSpace()) letters += c;
        QCOMPARE(letters, test::slideLetters(m_deck.all()[i]));
    }
}

void TestPptx::tablesAreComplete() {
    const QByteArray matrix = m_parts[QStringLiteral("ppt/slides/slide2.xml")];
    QCOMPARE(matrix.count("<a:gridCol "), 7);
    QCOMPARE(matrix.count("<a:tr "), 12);  // its eleven fields and their head
    QCOMPARE(matrix.count("<a:tc>"), 84);
    QVERIFY(matrix.contains("descr=\"Persona matrix\""));
}

void TestPptx::notesAreKept() {
    QCOMPARE(m_parts.keys().filter(QStringLiteral("ppt/notesSlides/notesSlide")).size(), 1);
    const QByteArray notes = m_parts[QStringLiteral("ppt/notesSlides/notesSlide1.xml")];
    QVERIFY(notes.contains("<a:t>Start with the win rate.</a:t>"));
    QVERIFY(notes.contains("<a:t>Then ask who would take something off.</a:t>"));
}

void TestPptx::oddCharacters() {
    Slide slide;
    slide.blocks.push_back(TextBlock{
        {0, 0, 100, 100},
        {{{QStringLiteral("a<b & \"c\"") + QChar(0x0B) + QChar(0xD800) + QChar(0xFFFF) + QStringLiteral("😀"),
           20, Weight::Regular, 0}}},
        Align::Left,
        Anchor::Top,
        1.3,
        QStringLiteral("body")});
    const auto bytes = pptx({slide}, QStringLiteral("Odd \x01 title"));
    QVERIFY(bytes);
    QXmlStreamReader xml(test::unzipped(*bytes)[QStringLiteral("ppt/slides/slide1.xml")]);
    QString text;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.qualifiedName() == u"a:t")
            text = xml.readElementText();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(text, QStringLiteral("a<b & \"c\"   😀"));
}

void TestPptx::sameBytesTwice() {
    const auto first = pptx(m_deck.all(), QStringLiteral("Deck"));
    QTest::qSleep(2100);  // a zip counts in steps of two seconds
    QCOMPARE(pptx(m_deck.all(), QStringLiteral("Deck")).value(), first.value());
}

void TestPptx::noSlides() {
    const auto bytes = pptx({}, QString());
    QVERIFY(bytes);
    QVERIFY(test::unzipped(*bytes).contains(QStringLiteral("ppt/presentation.xml")));
}

QTEST_APPLESS_MAIN(TestPptx)
#include "tst_pptx.moc"
