#include "core/import/ongoing.h"
#include "tests/support/core/datasetbuilder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace icp;
using namespace icp::test;

/// Deals' attributes that seem to be filled in while a deal goes on, and those that do not.
class TestOngoing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headersAreKnown_data();
    void headersAreKnown();
    void filledForClosedDeals();
    void filledForNewDealsIsNoSign();
    void knownOfWonDeals();
    void differsFromStageToStage();
    void growsWithAge();
    void chanceIsNoSign();
    void fewDealsSayNothing();
    void leftOutStaysAlone();

private:
    /// 240 deals: of every four one is won, one lost, two open, in three stages, each a day older than the
    /// last.
    static DatasetBuilder deals(int count = 240) {
        std::vector<DealState> states;
        QStringList stages;
        std::vector<double> created;
        for (int i = 0; i < count; ++i) {
            states.push_back(i % 4 == 0 ? DealState::Won : i % 4 == 1 ? DealState::Lost : DealState::Open);
            stages << (i % 4 == 0   ? "Closed Won"
                       : i % 4 == 1 ? "Closed Lost"
                                    : QStringList{"Early", "Middle", "Late"}[(i / 4) % 3]);
            created.push_back(20000 - i);
        }
        DatasetBuilder builder;
        builder.deals(states).category(Entity::Deal, "deal.stage", stages);
        builder.number(Entity::Deal, "deal.create_date", created, ColumnType::Date);
        return builder;
    }
    /// The caution of "deal.x_it", which `cell` fills.
    template <class CellOf>
    static QString caution(CellOf cellOf, int count = 240) {
        QStringList cells;
        for (int i = 0; i < count; ++i) cells << cellOf(i);
        return cautionIn(deals(count).category(Entity::Deal, "deal.x_it", cells).build());
    }
    template <class NumberOf>
    static QString cautionOfNumber(NumberOf numberOf) {
        std::vector<double> cells;
        for (int i = 0; i < 240; ++i) cells.push_back(numberOf(i));
        return cautionIn(deals().number(Entity::Deal, "deal.x_it", cells).build());
    }
    static QString cautionIn(Dataset dataset, const QString& label = "It") {
        for (Attribute& attribute : dataset.deals.attributes)
            if (attribute.name == u"deal.x_it") attribute.label = label;
        cautionWhatGoesOn(dataset.deals, dataset.dealState, *loadProfiles(), {});
        return dataset.find(u"deal.x_it")->caution;
    }
    /// One of three, whatever the stage.
    static QString letter(int deal) {
        return QString(QChar('a' + int((quint32(deal) * 2654435761U >> 16) % 3)));
    }
    static bool closed(int deal) { return deal % 4 < 2; }
};

void TestOngoing::headersAreKnown_data() {
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("known");
    for (const char* header : {"Next Step", "NextStep", "Purchase Timeframe", "Purchase Process",
                               "Competitor", "Budget confirmed?", "Nächster Schritt"})
        QTest::newRow(header) << QString::fromUtf8(header) << true;
    for (const char* header : {"Lead Source", "Deal Type", "Industry", "Customer Need", "Region"})
        QTest::newRow(header) << QString::fromUtf8(header) << false;
}

void TestOngoing::headersAreKnown() {
    QFETCH(QString, header);
    QFETCH(bool, known);
    QStringList cells;
    for (int i = 0; i < 240; ++i) cells << (i % 7 < 3 ? "a" : "b");
    const QString found = cautionIn(deals().category(Entity::Deal, "deal.x_it", cells).build(), header);
    QCOMPARE(found.contains("while a deal goes on"), known);
}

void TestOngoing::filledForClosedDeals() {
    // Of the 120 closed deals all have it, of the 120 open ones 60.
    const QString found = caution([](int i) { return closed(i) || i % 4 == 2 ? letter(i) : ""; });
    QVERIFY2(found.contains("100% of the closed deals but for 50% of the open"), qPrintable(found));
    // 10 points are too few to say anything.
    QCOMPARE(caution([](int i) { return closed(i) || i % 10 != 3 ? letter(i) : ""; }), QString());
}

void TestOngoing::filledForNewDealsIsNoSign() {
    QCOMPARE(caution([](int i) { return closed(i) && i % 8 < 4 ? "" : letter(i); }), QString());
}

void TestOngoing::knownOfWonDeals() {
    // "Unknown" is not known: 100% of the won, 50% of the lost.
    const QString found = caution([](int i) { return i % 8 == 1 ? QString("Unknown") : letter(i); });
    QVERIFY2(found.contains("100% of the won deals but of 50% of the lost"), qPrintable(found));
    // Nobody finds out by losing.
    QCOMPARE(caution([](int i) { return i % 8 == 0 ? QString("Unknown") : letter(i); }), QString());
}

void TestOngoing::differsFromStageToStage() {
    const QString found = caution([](int i) {
        return closed(i) ? letter(i) : QStringList{"a", "b", "c"}[(i / 4) % 3];
    });
    QVERIFY2(found.contains("from stage to stage (Cramér's V 1.00)"), qPrintable(found));
    const QString number =
        cautionOfNumber([](int i) { return closed(i) ? i % 13 : 100 * ((i / 4) % 3) + i % 5; });
    QVERIFY2(number.contains("from stage to stage"), qPrintable(number));
}

void TestOngoing::growsWithAge() {
    const QString more = cautionOfNumber([](int i) { return i / 10 + (i * 7) % 3; });
    QVERIFY2(more.contains("the higher it is"), qPrintable(more));
    const QString fewer = cautionOfNumber([](int i) { return 100 - i / 10; });
    QVERIFY2(fewer.contains("the lower it is") && fewer.contains("-1.00"), qPrintable(fewer));
}

void TestOngoing::chanceIsNoSign() {
    QRandomGenerator random(11);
    for (int round = 0; round < 60; ++round) {
        const int levels = 2 + round % 6;
        QCOMPARE(caution([&](int) {
                     return random.bounded(20) == 0 ? QString()
                                                    : QString(QChar('a' + random.bounded(levels)));
                 }),
                 QString());
        QCOMPARE(cautionOfNumber([&](int) { return double(random.bounded(1000)); }), QString());
    }
}

void TestOngoing::fewDealsSayNothing() {
    QCOMPARE(caution([](int i) { return closed(i) ? letter(i) : QString(); }, 36), QString());
    QCOMPARE(caution([](int) { return QString("a"); }, 0), QString());
}

void TestOngoing::leftOutStaysAlone() {
    QStringList cells;
    for (int i = 0; i < 240; ++i) cells << (closed(i) ? "a" : "");
    Dataset dataset = deals().category(Entity::Deal, "deal.x_it", cells).build();
    for (Attribute& attribute : dataset.deals.attributes) attribute.use = AttributeUse::LeftOut;
    QCOMPARE(cautionIn(dataset), QString());
}

QTEST_GUILESS_MAIN(TestOngoing)
#include "tst_ongoing.moc"
