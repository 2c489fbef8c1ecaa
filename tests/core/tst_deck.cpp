#include "core/deck/build.h"
#include "core/deck/figures.h"
#include "core/deck/personatable.h"
#include "core/deck/typeset.h"
#include "tests/support/core/deckcase.h"
#include "tests/support/core/slidetext.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace icp;
using namespace icp::test;

class TestDeck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingIsOnThePage_data();
    void everythingIsOnThePage();
    void everyPageSaysWhereItComesFrom_data() { everythingIsOnThePage_data(); }
    void everyPageSaysWhereItComesFrom();
    void sameInputSameSlides();
    void sayWhatTheMockUpSays();
    void sealedDealsAreNotTold();
    void placingByHandIsTold();
    void criteriaStandOutInTheTitle();
    void nothingIsLost_data();
    void nothingIsLost();
    void consumersShareASlide();
    void slideSaysWhyATechnologyCounts();
    void referencesLeadToTheirPage();
    void fewDealsAreUntested();
    void marketOnlyWhenTyped();
    void retentionHasItsOwnWords();
    void hiddenNamesAreNowhere();
    void noNumberWithoutAMeaning();
    void personasThatAreNotKnown();
    void matrixHasEveryRow();
    void levelsInTheChart();
    void figures();
};

static Deck deckOf(const DeckCase& made) { return buildDeck(made.input(), plainMeasure); }

static QString letters(QString text) {
    static const QRegularExpression space(QStringLiteral("\\s"));
    return text.remove(space);
}

constexpr int consumersFrom = 4;

void TestDeck::everythingIsOnThePage_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("quillbridge") << 0;
    QTest::newRow("beginning") << 1;
    QTest::newRow("crowded") << 2;
    QTest::newRow("japanese") << 3;
    for (int which = 0; which < 4; ++which) QTest::addRow("%d, to consumers", which) << consumersFrom + which;
}

static DeckCase caseOf(int which) {
    if (which >= consumersFrom) {
        DeckCase made = caseOf(which - consumersFrom);
        made.workshop.settings.consumers = true;
        return made;
    }
    return which == 0 ? quillbridge() : which == 1 ? beginning() : which == 2 ? crowded() : japanese();
}

static bool inside(const Box& box) {
    return box.x >= 0 && box.y >= 0 && box.right() <= slideWidth + 0.01 &&
           box.bottom() <= slideHeight + 0.01 && box.width >= 0 && box.height >= 0;
}

/// The text of `lines` fits into its box, and is not smaller than a note may be.
static void fits(const std::vector<std::vector<Run>>& lines, double width, double height, double lineHeight) {
    for (const auto& line : lines) {
        const QString text = plainText({line});
        QVERIFY2(lineWidth(line, plainMeasure) <= width + 1, qPrintable(text));
        for (const Run& run : line)
            QVERIFY2(run.size >= 18 || run.text.trimmed().isEmpty(), qPrintable(text));
    }
    const QString text = plainText(lines);
    QVERIFY2(linesHeight(lines, lineHeight) <= height + 8, qPrintable(text));
}

void TestDeck::everythingIsOnThePage() {
    QFETCH(int, which);
    for (const Slide& slide : deckOf(caseOf(which)).all())
        for (const Block& block : slide.blocks) {
            if (const auto* shape = std::get_if<ShapeBlock>(&block)) {
                QVERIFY(inside(shape->box));
            } else if (const auto* line = std::get_if<LineBlock>(&block)) {
                QVERIFY(inside({line->x1, line->y1, 0, 0}) && inside({line->x2, line->y2, 0, 0}));
            } else if (const auto* text = std::get_if<TextBlock>(&block)) {
                QVERIFY2(inside(text->box), qPrintable(plainText(text->lines)));
                fits(text->lines, text->box.width, text->box.height, text->lineHeight);
            } else {
                const auto& table = std::get<TableBlock>(block);
                QVERIFY(inside(table.box));
                QVERIFY(table.box.bottom() <= 1003);
                for (std::size_t r = 0; r < table.rows.size(); ++r)
                    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
                        fits(table.rows[r][c].lines, table.columnWidths[c] - table.rows[r][c].indent,
                             table.rowHeights[r], TableBlock::lineHeight);
            }
        }
}

void TestDeck::everyPageSaysWhereItComesFrom() {
    QFETCH(int, which);
    DeckCase made = caseOf(which);
    const Deck deck = deckOf(made);
    QCOMPARE(deck.icp.mark, QStringLiteral("1"));
    QCOMPARE(deck.people().mark, which < consumersFrom ? QStringLiteral("2") : QStringLiteral("1"));
    for (const Slide& slide : deck.all()) {
        const QString text = slideText(slide);
        QVERIFY(text.contains(QStringLiteral("Based on")));
        QVERIFY(!slide.title.isEmpty());
        if (!made.icp().name.isEmpty())
            QVERIFY2(text.contains(QStringLiteral(": ") + made.icp().name.left(40)), qPrintable(text));
        if (which % consumersFrom != 1)
            QVERIFY2(text.contains(QStringLiteral("Data of 30 September 2025, file 7f3a")), qPrintable(text));
    }
    for (std::size_t i = 0; i < deck.appendix.size(); ++i) {
        QCOMPARE(deck.appendix[i].mark, QStringLiteral("A%1").arg(i + 1));
        QVERIFY(slideText(deck.appendix[i])
                    .contains(QStringLiteral("Page A%1 of %2.").arg(i + 1).arg(deck.appendix.size())));
    }
}

void TestDeck::sameInputSameSlides() {
    const Deck a = deckOf(crowded());
    const Deck b = deckOf(crowded());
    QCOMPARE(a.appendix.size(), b.appendix.size());
    for (std::size_t i = 0; i < a.all().size(); ++i) QCOMPARE(slideLines(a.all()[i]), slideLines(b.all()[i]));
}

void TestDeck::sayWhatTheMockUpSays() {
    const QString slide = slideText(deckOf(quillbridge()).icp);
    for (const char* words :
         {"Quillbridge",
          "Version 4, agreed 16 October 2025",
          "Must",
          "2 to 20 legal entities",
          "57%",
          "94 of 164 deals",
          "24%",
          "136 of 556 deals",
          "Public sector. Finance team over 60.",
          "Stanmore Haulage, Kestrel Cloudworks,",
          "15%",
          "3,150 of 21,400 companies",
          "39%",
          "120 of 308",
          "45%",
          "£6.0m of £13.3m",
          "have left us",
          "of 120; 18% of 188 outside",
          "720 deals closed January 2022 to September 2025, the newest 234 kept for checking. "
          "Lines show 95% ranges.",
          "Next review 16 January 2026."})
        QVERIFY2(slide.contains(QString::fromUtf8(words)), words);
    // 78 newer deals lie inside, of which 47 were won: counted by hand from the rule that made them.
    QVERIFY(slide.contains(QStringLiteral("60% won on newer deals of 78; 29% of 156 outside")));
}

void TestDeck::placingByHandIsTold() {
    DeckCase made = quillbridge();
    QVERIFY(!slideText(deckOf(made).icp).contains(QStringLiteral("by hand")));
    FitDecision placed;
    placed.icp = made.icp().id;
    placed.fit = Fit::Ideal;
    FitDecision vettedOnly = placed;
    vettedOnly.fit.reset();
    FitDecision ofAnother = placed;
    ofAnother.icp = QStringLiteral("another");
    made.workshop.fits = {placed, vettedOnly, ofAnother};
    QVERIFY(slideText(deckOf(made).icp).contains(QStringLiteral("1 account placed by hand.")));
}

void TestDeck::sealedDealsAreNotTold() {
    const DeckCase made = quillbridge();
    DeckInput input = made.input();
    input.sealed = true;
    const QString slide = slideText(buildDeck(input, plainMeasure).icp);
    QVERIFY(!slide.contains(QStringLiteral("newer deals")));
    QVERIFY(slide.contains(QStringLiteral("the newest 234 kept for checking")));
}

void TestDeck::criteriaStandOutInTheTitle() {
    const Deck deck = deckOf(quillbridge());
    QStringList blue;
    for (const Block& block : deck.icp.blocks)
        if (const auto* text = std::get_if<TextBlock>(&block); text != nullptr && text->role == u"title")
            for (const auto& line : text->lines)
                for (const Run& run : line)
                    if (run.colour == 0x0B6299) blue << run.text;
    QVERIFY(blue.contains(QStringLiteral("2 to 20")));
    QVERIFY(blue.join(u' ').contains(QStringLiteral("finance team of 4 to 25")));
    QVERIFY(!blue.join(u' ').contains(QStringLiteral("Groups")));
}

void TestDeck::nothingIsLost_data() {
    QTest::addColumn<bool>("consumers");
    QTest::newRow("to companies") << false;
    QTest::newRow("to consumers") << true;
}

void TestDeck::nothingIsLost() {
    QFETCH(bool, consumers);
    DeckCase made = crowded();
    made.workshop.settings.consumers = consumers;
    const Deck deck = deckOf(made);
    QString all;
    for (const Slide& slide : deck.all()) all += slideLetters(slide);
    const Icp& icp = made.workshop.icps.front();
    for (const Criterion& criterion : icp.criteria)
        QVERIFY2(all.contains(letters(criterion.text)), qPrintable(criterion.text));
    for (const QString& text : {icp.sentence, icp.quote, icp.problem, icp.valueProposition})
        QVERIFY2(all.contains(letters(text)), qPrintable(text));
    for (const Persona& persona : made.workshop.personas)
        for (const Persona::Entry& entry : persona.fields)
            QVERIFY2(all.contains(letters(entry.text)), qPrintable(entry.text));
}

void TestDeck::consumersShareASlide() {
    DeckCase made = quillbridge();
    const Deck before = deckOf(made);
    made.workshop.settings.consumers = true;
    const Deck merged = deckOf(made);
    QVERIFY(!merged.personas);
    QCOMPARE(merged.all().size(), merged.appendix.size() + 1);
    const QString slide = slideText(merged.icp);
    for (const char* words : {"Ideal customer profile and personas", "Who they are", "2 to 20 legal entities",
                              "The people", "Champion", "Needs", "Public sector."})
        QVERIFY2(slide.contains(QLatin1String(words)), words);
    // Three stand there, the others behind it; figures too.
    const QString behind = slideText(merged.appendix.front());
    QVERIFY(behind.contains(QStringLiteral("More people")) && behind.contains(QStringLiteral("Blocker")));
    QString appendix;
    for (const Slide& page : merged.appendix) appendix += slideText(page) + u'\n';
    for (const char* words : {"94 of 164 deals", "136 of 556 deals", "£6.0m of £13.3m"})
        QVERIFY2(appendix.contains(QString::fromUtf8(words)), words);
    made.workshop.settings.consumers = false;
    const Deck after = deckOf(made);
    QCOMPARE(after.all().size(), before.all().size());
    for (std::size_t i = 0; i < before.all().size(); ++i)
        QCOMPARE(slideLines(after.all()[i]), slideLines(before.all()[i]));
}

void TestDeck::slideSaysWhyATechnologyCounts() {
    DeckCase made = quillbridge();
    Criterion& criterion = made.icp().criteria.front();
    criterion.section = Section::Technology;
    criterion.reason = TechnologyReason::Budget;
    const QString slide = slideText(deckOf(made).icp);
    QVERIFY2(letters(slide).contains(letters(criterion.text + QStringLiteral(" (signals budget)"))),
             qPrintable(slide));
    criterion.section = Section::Firmographic;
    QVERIFY(!slideText(deckOf(made).icp).contains(QStringLiteral("signals budget")));
}

void TestDeck::referencesLeadToTheirPage() {
    const Deck deck = deckOf(crowded());
    static const QRegularExpression reference(QStringLiteral("(?:see|on) A(\\d+)"));
    int seen = 0;
    for (const Slide& slide : {deck.icp, deck.people()})
        for (auto it = reference.globalMatch(slideText(slide)); it.hasNext(); ++seen) {
            const auto page = it.next().captured(1).toUInt();
            QVERIFY(page >= 1 && page <= deck.appendix.size());
        }
    QVERIFY(seen >= 4);
    const auto more =
        QRegularExpression(QStringLiteral("and \\d+ more, see A(\\d+)")).match(slideText(deck.icp));
    QVERIFY(more.hasMatch());
    const QString target = slideText(deck.appendix[more.captured(1).toUInt() - 1]);
    QVERIFY(target.contains(QStringLiteral("Who they are, continued")));
    QVERIFY(target.contains(QStringLiteral("Finanzbuchhaltung mit 7 bis 17")));
}

void TestDeck::fewDealsAreUntested() {
    DeckCase made = quillbridge();
    made.gauge.inside = {3, 2, 2.0 / 3, 0.2, 0.94};
    const QString slide = slideText(deckOf(made).icp);
    QVERIFY(slide.contains(QStringLiteral("untested")));
    QVERIFY(slide.contains(QStringLiteral("2 of 3 deals")));
    QVERIFY(!slide.contains(QStringLiteral("67%")));
}

void TestDeck::marketOnlyWhenTyped() {
    DeckCase made = quillbridge();
    made.icp().market.companies.reset();
    QVERIFY(!slideText(deckOf(made).icp).contains(QStringLiteral("of the market")));
}

void TestDeck::retentionHasItsOwnWords() {
    DeckCase made = quillbridge();
    made.gauge.aboutRetention = true;
    made.findings.study.outcome = Outcome::Retained;
    made.findings.study.unit = Unit::Account;
    const QString slide = slideText(deckOf(made).icp);
    QVERIFY(slide.contains(QStringLiteral("How often they stay")));
    QVERIFY(slide.contains(QStringLiteral("94 of 164 kept")));
    QVERIFY(!slide.contains(QStringLiteral("have left us")));
    QVERIFY(slide.contains(QStringLiteral("Based on 720 customers")));
}

void TestDeck::hiddenNamesAreNowhere() {
    for (const bool bySettings : {false, true}) {
        DeckCase made = quillbridge();
        made.hideNames = !bySettings;
        made.workshop.settings.hideNames = bySettings;
        for (const Slide& slide : deckOf(made).all())
            for (const char* name : {"Stanmore", "Kestrel", "Klinikum", "Halden", "Norbury"})
                QVERIFY(!slideText(slide).contains(QLatin1String(name)));
        QVERIFY(
            slideText(deckOf(made).icp).contains(QStringLiteral("120 customers. Their names are hidden.")));
    }
}

void TestDeck::noNumberWithoutAMeaning() {
    const Deck deck = deckOf(beginning());
    const QString slide = slideText(deck.icp);
    QVERIFY(slide.contains(QStringLiteral("No profile yet.")));
    QVERIFY(slide.contains(QStringLiteral("Nothing agreed yet")));
    QVERIFY(slide.contains(QStringLiteral("Based on what the team knows")));
    for (const Slide& page : deck.all())
        for (const char* odd : {"nan", "inf", "%", " 0 of 0"})
            QVERIFY2(!slideText(page).contains(QLatin1String(odd)), odd);
}

void TestDeck::personasThatAreNotKnown() {
    const Deck deck = deckOf(quillbridge());
    QCOMPARE(deck.people().title, QStringLiteral("Five roles decide. We barely know the blocker."));
    // Six of the blocker, and three rows of which nobody has written anything.
    QCOMPARE(slideLines(deck.people()).count(QStringLiteral("Not known")), 6 + 3 * 6);
    QCOMPARE(slideLines(deck.people()).count(QStringLiteral("anecdote")), 2);
    QVERIFY(slideText(deck.people()).contains(QStringLiteral("12%")));  // 25 of 212 won accounts

    DeckCase none = quillbridge();
    none.workshop.personas.clear();
    none.coverage.clear();
    QVERIFY(slideText(deckOf(none).people())
                .contains(QStringLiteral("Nobody has described the people who decide yet.")));
}

void TestDeck::matrixHasEveryRow() {
    for (const bool crowd : {false, true}) {
        const DeckCase made = crowd ? crowded() : quillbridge();
        const Deck deck = deckOf(made);
        QString matrix;
        for (const Slide& slide : deck.matrix()) {
            matrix += slideText(slide) + u'\n';
            QVERIFY(slideText(slide).contains(QStringLiteral("Persona matrix: ")));
        }
        for (int i = 0; i < personaFieldCount; ++i)
            if (isNeeded(PersonaField(i)))
                QVERIFY2(matrix.contains(fieldTitle(PersonaField(i))), qPrintable(matrix));
    }
    DeckCase few = beginning();
    QCOMPARE(deckOf(few).people().title,
             QStringLiteral("Roles to look for: 6. Nobody has described them yet."));
    few.workshop.personas[2][PersonaField::Pains].text = QStringLiteral("Too many tools");
    few.workshop.personas[3][PersonaField::Needs].text = QStringLiteral("Less chasing");
    QCOMPARE(deckOf(few).people().title,
             QStringLiteral("Roles to look for: 6. Little is known yet: 2 of 66 cells."));
    few.workshop.personas[1].role = BuyingRole::Champion;
    QVERIFY(deckOf(few).people().title.startsWith(QStringLiteral("Personas to look for: 6.")));
}

void TestDeck::levelsInTheChart() {
    const Deck deck = deckOf(quillbridge());
    const auto page = std::find_if(deck.appendix.begin(), deck.appendix.end(), [](const Slide& slide) {
        return slide.title.startsWith(QStringLiteral("Finance team"));
    });
    QVERIFY(page != deck.appendix.end());
    QCOMPARE(page->title, QStringLiteral("Finance team of 4 to 25: won almost three times as often"));
    const QString text = slideText(*page);
    // 177 of 424 against 37 of 249, the levels of the criterion; the gap by Newcombe's hybrid score interval
    QVERIFY2(text.contains(QStringLiteral(
                 "42% of 424 deals against 15% of 249 deals. The gap is 27 points (20 to 33).")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("47 deals where it is not known are not counted here.")));
    int hatched = 0;
    for (const Block& block : page->blocks)
        if (const auto* shape = std::get_if<ShapeBlock>(&block);
            shape != nullptr && shape->kind == ShapeBlock::Kind::Hatched) {
            ++hatched;
            QCOMPARE(shape->alt, QStringLiteral("Over 150: untested, 1 of 8"));
        }
    QCOMPARE(hatched, 1);
    QVERIFY(!text.contains(QStringLiteral("13%")));  // 1 of 8 is no percentage
    QVERIFY(std::any_of(deck.appendix.begin(), deck.appendix.end(), [](const Slide& slide) {
        return slide.title == QStringLiteral("Industry: no clear difference");
    }));
}

void TestDeck::figures() {
    QCOMPARE(slide::percent(0), QStringLiteral("0%"));
    QCOMPARE(slide::percent(0.004), QStringLiteral("under 1%"));
    QCOMPARE(slide::percent(0.573), QStringLiteral("57%"));
    QCOMPARE(slide::percent(324.0 / 325), QStringLiteral("99.7%"));
    QCOMPARE(slide::percent(0.9996), QStringLiteral("over 99.9%"));
    QCOMPARE(slide::percent(0.99951), QStringLiteral("over 99.9%"));
    QCOMPARE(slide::percent(0.9949), QStringLiteral("99%"));
    QCOMPARE(slide::percent(1), QStringLiteral("100%"));
    for (int n = 2; n < 2000; ++n)  // nothing between reads like nothing or all
        for (const int part : {1, n / 2, n - 1})
            QVERIFY(slide::percent(double(part) / n) != u"0%" && slide::percent(double(part) / n) != u"100%");
    QCOMPARE(slide::money(13.3e6, QStringLiteral("GBP")), QStringLiteral("£13.3m"));
    QCOMPARE(slide::money(999'600, QStringLiteral("EUR")), QStringLiteral("€1.0m"));
    QCOMPARE(slide::money(310'400, QStringLiteral("$")), QStringLiteral("$310k"));
    QCOMPARE(slide::money(2'500, QString()), QStringLiteral("2,500"));
    QCOMPARE(slide::money(1.24e9, QString()), QStringLiteral("1.2bn"));
    QCOMPARE(slide::span(QDate(2024, 3, 1), QDate(2024, 3, 30)), QStringLiteral("March 2024"));
    QCOMPARE(slide::probability(0.00002), QStringLiteral("below 0.001"));
    QCOMPARE(slide::probability(0.034), QStringLiteral("0.034"));
}

QTEST_APPLESS_MAIN(TestDeck)
#include "tst_deck.moc"
