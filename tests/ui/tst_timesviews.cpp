#include "tests/support/core/datasetbuilder.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/stationcase.h"
#include "ui/charts/pairchart.h"
#include "ui/models/textrows.h"
#include "ui/stations/plaintable.h"
#include "ui/stations/segments/leftcard.h"
#include "ui/stations/segments/segmentsstation.h"
#include "ui/stations/segments/timespanel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QLabel>

#include <cmath>
#include <numeric>

using namespace icp;
using namespace icp::ui;

namespace {

constexpr double day0 = 19000;  // 8 Jan 2022

/// 240 companies, half of Energy, with two deals each. Energy wins 3 in 4, Retail 1 in 4; lost deals stood at
/// Qualified, Demo or Proposal by turns and say why; every fifth customer left.
std::shared_ptr<const Dataset> filled() {
    constexpr int companies = 240;
    QStringList industries;
    QStringList names;
    std::vector<AccountState> customers;
    std::vector<double> since;
    std::vector<double> left;
    QStringList stages;
    QStringList reasons;
    std::vector<double> created;
    std::vector<double> closed;
    std::vector<DealState> states;
    std::vector<std::uint32_t> links;
    for (int i = 0; i < companies; ++i) {
        const bool energy = i % 2 == 0;
        industries << (energy ? QStringLiteral("Energy") : QStringLiteral("Retail"));
        names << QStringLiteral("Company %1").arg(i);
        bool won = false;
        for (int deal = 0; deal < 2; ++deal) {
            const int turn = (i / 2 + deal * 2) % 4;
            const bool wins = energy ? turn != 0 : turn == 0;
            won = won || wins;
            const QStringList places{QStringLiteral("Qualified"), QStringLiteral("Demo"),
                                     QStringLiteral("Proposal")};
            const QStringList whys{QStringLiteral("Price"), QStringLiteral("No time"),
                                   QStringLiteral("Wettbewerbsausschlussvereinbarung")};
            stages << (wins ? places[2] : places[(i / 2 + deal) % 3]);
            reasons << (wins ? QString() : whys[(i + deal) % 3]);
            created.push_back(day0 + i * 4);
            closed.push_back(day0 + i * 4 + 20 + (i * 7 + deal * 31) % 90);
            states.push_back(wins ? DealState::Won : DealState::Lost);
            links.push_back(std::uint32_t(i));
        }
        const bool gone = won && i % 5 == 0;
        customers.push_back(!won   ? AccountState::Unknown
                            : gone ? AccountState::Left
                                   : AccountState::Customer);
        since.push_back(won ? day0 + i * 4 + 100 : std::nan(""));
        left.push_back(gone ? day0 + i * 4 + 300 + i : std::nan(""));
    }
    auto dataset = std::make_shared<Dataset>(
        test::DatasetBuilder()
            .category(Entity::Account, QStringLiteral("account.industry"), industries)
            .text(Entity::Account, QStringLiteral("account.name"), names)
            .number(Entity::Account, QStringLiteral("account.customer_since"), since, ColumnType::Date)
            .number(Entity::Account, QStringLiteral("account.churn_date"), left, ColumnType::Date)
            .category(Entity::Deal, QStringLiteral("deal.stage"), stages)
            .category(Entity::Deal, QStringLiteral("deal.lost_reason"), reasons)
            .number(Entity::Deal, QStringLiteral("deal.create_date"), created, ColumnType::Date)
            .number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
            .links(Entity::Deal, links)
            .deals(states)
            .accounts(customers)
            .build());
    for (auto* attributes : {&dataset->accounts.attributes, &dataset->deals.attributes})
        for (Attribute& attribute : *attributes)
            if (attribute.name != u"account.industry") attribute.use = AttributeUse::Outcome;
    dataset->files.push_back({});
    dataset->asOf = QDate(1970, 1, 1).addDays(qint64(day0) + 1600);
    return dataset;
}

Icp energyFirst() {
    Icp icp;
    icp.id = QStringLiteral("i");
    icp.name = QStringLiteral("Energy firms");
    Criterion must;
    must.id = QStringLiteral("m");
    must.importance = Importance::Must;
    must.condition =
        Condition{QStringLiteral("account.industry"), Condition::Op::In, {QStringLiteral("Energy")}};
    icp.criteria = {must};
    return icp;
}

}  // namespace

/// What becomes of deals and customers, with data that tell all of it.
class TestTimesViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyViewIsFilled_data();
    void everyViewIsFilled();
    void whoLeftFollowsTheProfile();

private:
    static QString words(QWidget& page) {
        QStringList all;
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible()) all << label->text();
        for (const WrapText* text : page.findChildren<WrapText*>())
            if (text->isVisible()) all << text->text();
        return all.join(u'|');
    }
    template <class Case>
    static void settle(Case& one) {
        one.document().waitForIdle();
        QCoreApplication::processEvents();
        one.template part<TimesPanel>().waitForIdle();
        QCoreApplication::processEvents();
    }
};

void TestTimesViews::everyViewIsFilled_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("large") << QSize(1236, 828) << false;
    QTest::newRow("large-dark") << QSize(1236, 828) << true;
    QTest::newRow("small") << QSize(1216, 740) << false;
    QTest::newRow("small-dark") << QSize(1216, 740) << true;
}

void TestTimesViews::everyViewIsFilled() {
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    applyTheme(dark, 1);
    test::StationCase<SegmentsStation> one(size);
    Document& document = one.open(filled());
    QVERIFY(document.editIcp(energyFirst(), {}));
    auto& tabs = *one.station().findChild<SegmentedSwitch*>();
    const QStringList said{QStringLiteral("go on"), QStringLiteral("Half of the wins|wins of"),
                           QStringLiteral("Most often lost for"), QStringLiteral("are still customers")};
    for (int view = 1; view <= 4; ++view) {
        tabs.setCurrent(view);
        settle(one);
        const QString all = words(one.station());
        bool found = false;
        for (const QString& piece : said[view - 1].split(u'|')) found = found || all.contains(piece);
        QVERIFY2(found, qPrintable(all));
        QVERIFY2(!all.contains(u"cannot be told"), qPrintable(all));
        test::shoot(
            one.station(),
            QStringLiteral("times-%1-%2").arg(view).arg(QString::fromLatin1(QTest::currentDataTag())));
    }
    applyTheme(false, 1);
}

void TestTimesViews::whoLeftFollowsTheProfile() {
    applyTheme(false, 1);
    test::StationCase<SegmentsStation> one(QSize(1236, 828));
    Document& document = one.open(filled());
    auto& tabs = *one.station().findChild<SegmentedSwitch*>();
    tabs.setCurrent(4);
    settle(one);
    auto& card = one.part<LeftCard>();
    QVERIFY(words(card).contains(u"Write an ICP first"));
    QVERIFY(document.editIcp(energyFirst(), {}));
    settle(one);
    // Left: won ones whose number is a multiple of 5. Of Energy (even) 24 multiples of 10 below 240, all of
    // them won, because a second deal wins where the first does not; of Retail those that won.
    auto& table = *card.findChild<PlainTable*>();
    QVERIFY(table.isVisible());
    qint64 energy = 0;
    qint64 retail = 0;
    for (int i = 0; i < 240; i += 5) {
        if (i % 2 == 0)
            ++energy;
        else if ((i / 2) % 4 == 0 || (i / 2 + 2) % 4 == 0)
            ++retail;
    }
    QVERIFY(table.model()->index(0, 1).data().toString().startsWith(QStringLiteral("%1 of ").arg(energy)));
    QVERIFY(table.model()->index(0, 3).data().toString().startsWith(QStringLiteral("%1 of ").arg(retail)));
    // By version: none is agreed.
    auto& by = *card.findChild<SegmentedSwitch*>();
    by.setCurrent(1);
    QVERIFY(words(card).contains(u"No version has been agreed yet."));
    // Agreed before anybody left: the same counts as now. Everything by an undoable edit.
    QVERIFY(document.agreeIcp({}, QDate(2021, 1, 1)));
    settle(one);
    QVERIFY(table.isVisible());
    QVERIFY(table.model()->index(0, 1).data().toString().startsWith(QStringLiteral("%1 of ").arg(energy)));
    QCOMPARE(table.model()->columnCount(), 4);
    qint64 sum = 0;
    for (int row = 3; row < table.model()->rowCount(); ++row)
        for (int column = 1; column < 4; ++column)
            sum += table.model()->index(row, column).data().toLongLong();
    QCOMPARE(sum, energy + retail);
}

QTEST_MAIN(TestTimesViews)
#include "tst_timesviews.moc"
