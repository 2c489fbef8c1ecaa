#include "core/deck/counterpages.h"
#include "tests/support/core/deckcase.h"
#include "tests/support/core/slidetext.h"

#include <QTest>

using namespace icp;
using namespace icp::test;

/// What others would have in the place of criteria, on slides.
class TestCounterPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nobodyProposedAnything();
    void theDeckTellsThem();
    void manyGoOnOnTheNextPage();

private:
    static CounterProposal counter(const QString& text, const QString& author) {
        CounterProposal made;
        made.id = text;
        made.text = text;
        made.author = author;
        made.importance = Importance::Nice;
        return made;
    }
    static QString textOf(const std::vector<Draft>& pages) {
        QStringList texts;
        for (const Draft& page : pages) texts << slideText(page.slide);
        return texts.join(u' ');
    }
};

void TestCounterPages::nobodyProposedAnything() {
    QVERIFY(counterPages(quillbridge().input(), plainMeasure).empty());
}

void TestCounterPages::theDeckTellsThem() {
    DeckCase made = quillbridge();
    Criterion& criterion = made.icp().criteria.front();
    CounterProposal large = counter(QStringLiteral("Groups of any size"), QStringLiteral("Customer success"));
    large.why = QStringLiteral("The largest stay longest");
    large.evidence.n = 424;
    large.evidence.positives = 178;
    large.evidence.low = 0.38;
    large.evidence.high = 0.47;
    criterion.counters = {large, counter(QStringLiteral("No limit at all"), QStringLiteral("Sales"))};
    const std::vector<Draft> pages = counterPages(made.input(), plainMeasure);
    QCOMPARE(pages.size(), 1U);
    const QString text = textOf(pages);
    for (const char* words :
         {"2 counter-proposals stand beside the profile", "Nice: Groups of any size", "Customer success",
          "The largest stay longest", "178 of 424, 38% to 47%", "Nice: No limit at all", "not known"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Must: ") + criterion.text), qPrintable(text));
    bool inDeck = false;
    for (const Slide& one : buildDeck(made.input(), plainMeasure).appendix)
        inDeck = inDeck || slideText(one).contains(QStringLiteral("Groups of any size"));
    QVERIFY(inDeck);
}

void TestCounterPages::manyGoOnOnTheNextPage() {
    DeckCase made = crowded();
    int written = 0;
    for (Criterion& criterion : made.icp().criteria)
        criterion.counters = {
            counter(QStringLiteral("Stattdessen%1 Datenschutzgrundverordnungsbeauftragte").arg(++written),
                    QStringLiteral("Unternehmenskommunikation"))};
    const std::vector<Draft> pages = counterPages(made.input(), plainMeasure);
    QVERIFY(pages.size() > 1);
    const QString text = textOf(pages);
    for (int i = 1; i <= written; ++i)
        QVERIFY2(text.contains(QStringLiteral("Stattdessen%1 ").arg(i)), qPrintable(QString::number(i)));
}

QTEST_GUILESS_MAIN(TestCounterPages)
#include "tst_counterpages.moc"
