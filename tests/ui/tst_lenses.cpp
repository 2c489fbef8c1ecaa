#include "tests/support/ui/sampledata.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/stationcase.h"
#include "ui/charts/exposurechart.h"
#include "ui/charts/groupchart.h"
#include "ui/charts/winratechart.h"
#include "ui/models/accounttable.h"
#include "ui/models/attributelist.h"
#include "ui/stations/accountspanel.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/patterns/attributecard.h"
#include "ui/stations/patterns/chartcard.h"
#include "ui/stations/patterns/comparecard.h"
#include "ui/stations/patterns/findingspanel.h"
#include "ui/stations/patterns/marketcard.h"
#include "ui/stations/patterns/patternsstation.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QTest>

using namespace icp;
using namespace icp::ui;

/// What a click on the charts of Patterns does, and what they show through their three lenses.
class TestLenses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        applyTheme(false, 1);
        m_case = std::make_unique<test::StationCase<PatternsStation>>(QSize(1236, 828));
    }
    void cleanup() { m_case.reset(); }

    void keyGoesThroughTheLenses();
    void sharesAreThoseOfTheCounts();
    void marketIsSaidAndUndone();
    void wrongSharesAreTold();
    void levelsNeverTriedAreUntested();
    void clickNarrowsEverything();
    void otherBarTakesItsPlace();
    void twoBarsAreCompared();
    void chartMenuCopies();
    void manyAttributesScroll();
    void pictures();

private:
    std::unique_ptr<test::StationCase<PatternsStation>> m_case;
    Document& open() { return m_case->open(test::sampleDataset()); }
    PatternsStation& station() { return m_case->station(); }
    template <class Widget>
    Widget& part() {
        return m_case->part<Widget>();
    }
    SegmentedSwitch& lens() { return *station().findChild<SegmentedSwitch*>(QStringLiteral("lens")); }
    void click(ChartView& chart, const QPointF& where, Qt::KeyboardModifiers keys = {}) {
        const QPoint bar = chart.mapFromScene(chart.chart()->mapToScene(where)) + QPoint(8, 12);
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, keys, bar);
    }
    void clickRate(int column, Qt::KeyboardModifiers keys = {}) {
        click(part<WinRateChart>(), part<WinRateChart>().whisker(column).rate, keys);
    }
    QLineEdit& field(const QString& name) {
        for (QLineEdit* one : part<MarketCard>().findChildren<QLineEdit*>())
            if (one->accessibleName() == name && !one->isHidden()) return *one;
        qFatal("No field %s.", qPrintable(name));
    }
    void askMarket(const QString& attribute) {
        station().reveal(attribute);
        lens().setCurrent(2);
        QTest::mouseClick(station().findChild<QPushButton*>(QStringLiteral("market")), Qt::LeftButton);
        QVERIFY(part<MarketCard>().isVisible());
        QCoreApplication::processEvents();  // layouts show what was added
    }
    const Exposure* exposure(const QString& attribute) {
        for (const Exposure& one : m_case->document().findings().coverage)
            if (one.attribute == attribute) return &one;
        return nullptr;
    }
};

void TestLenses::keyGoesThroughTheLenses() {
    open();
    QCOMPARE(lens().current(), 0);
    QVERIFY(part<WinRateChart>().isVisible());
    part<AttributeCard>().view()->setFocus();
    QTest::keyClick(part<AttributeCard>().view(), Qt::Key_L);
    QCOMPARE(lens().current(), 1);
    QVERIFY(part<ExposureChart>().isVisible());
    QVERIFY(!part<WinRateChart>().isVisible());
    QVERIFY(part<ExposureChart>().title().startsWith(QStringLiteral("Where you tried")));
    QTest::keyClick(part<AttributeCard>().view(), Qt::Key_L);
    QCOMPARE(lens().current(), 2);
    QVERIFY(station().findChild<QPushButton*>(QStringLiteral("market"))->isVisible());
    QTest::keyClick(part<AttributeCard>().view(), Qt::Key_L);
    QVERIFY(part<WinRateChart>().isVisible());
    // The lens is kept with the page.
    lens().setCurrent(1);
    PatternsStation anew;
    anew.setDocument(&m_case->document());
    anew.setVisible(true);
    anew.restore(station().bookmark());
    QCOMPARE(anew.findChild<SegmentedSwitch*>(QStringLiteral("lens"))->current(), 1);
}

void TestLenses::sharesAreThoseOfTheCounts() {
    open();
    station().reveal(QStringLiteral("account.country"));
    lens().setCurrent(1);
    const auto& chart = part<ExposureChart>();
    const AttributeProfile& country = *part<AttributeCard>().current();
    qint64 known = 0;
    for (const Level& level : country.levels) known += level.unknown ? 0 : level.rate.n;
    const auto table = chart.table();
    QCOMPARE(table.size(), country.levels.size() + 1);
    for (std::size_t i = 0; i < country.levels.size(); ++i) {
        if (country.levels[i].unknown) continue;
        QCOMPARE(table[i + 1][1], QString::number(country.levels[i].rate.n));
        const double share = double(country.levels[i].rate.n) / double(known);
        QCOMPARE(table[i + 1][2], percentText(share));
    }
}

void TestLenses::marketIsSaidAndUndone() {
    Document& document = open();
    const QString country = QStringLiteral("account.country");
    QVERIFY(!exposure(country)->reweighted);
    askMarket(country);
    auto* keep = station().findChild<QPushButton*>(QStringLiteral("keepMarket"));
    QVERIFY(!keep->isEnabled());
    const QString leader = exposure(country)->leader;
    auto& share = field(QStringLiteral("Share of %1 in percent").arg(leader));
    share.setFocus();
    QTest::keyClicks(&share, QStringLiteral("31%"));
    QVERIFY(!keep->isEnabled());  // who says so?
    auto* source = part<MarketCard>().findChild<QLineEdit*>(QStringLiteral("marketSource"));
    QTest::keyClicks(source, QStringLiteral("Eurostat"));
    QVERIFY(keep->isEnabled());
    test::shoot(station(), QStringLiteral("patterns-market-form"));
    QTest::keyClick(source, Qt::Key_Return);
    document.waitForIdle();
    QCoreApplication::processEvents();
    QVERIFY(!part<MarketCard>().isVisible());
    QCOMPARE(document.workshop().markets.size(), std::size_t(1));
    QCOMPARE(document.workshop().markets[0].source, QStringLiteral("Eurostat"));
    QVERIFY(document.workshop().markets[0].asOf.isValid());
    const Exposure* said = exposure(country);
    QVERIFY(said->reweighted.has_value());
    for (const ExposureLevel& level : said->levels) {
        if (level.label != leader) continue;
        QVERIFY(level.marketShare && std::abs(*level.marketShare - 0.31) < 1e-9);
        QVERIFY(std::abs(*level.representation - level.triedShare / 0.31) < 1e-9);
    }
    QStringList cards;
    for (const QWidget* card : part<FindingsPanel>().findChildren<QWidget*>())
        cards << card->accessibleName();
    QVERIFY(cards.filter(QStringLiteral("If you tried as the market is")).size() == 1);
    document.undo();
    document.waitForIdle();
    QVERIFY(document.workshop().markets.empty());
    QVERIFY(!exposure(country)->reweighted);
    document.redo();
    document.waitForIdle();
    QVERIFY(exposure(country)->reweighted.has_value());
}

void TestLenses::wrongSharesAreTold() {
    open();
    askMarket(QStringLiteral("account.country"));
    auto& card = part<MarketCard>();
    QVERIFY(card.problem().contains(QStringLiteral("at least one share")));
    auto& first = field(QStringLiteral("Share of %1 in percent").arg(exposure("account.country")->leader));
    first.setText(QStringLiteral("many"));
    QVERIFY(card.problem().contains(QStringLiteral("“many” is no share")));
    first.setText(QStringLiteral("120"));
    QVERIFY(card.problem().contains(QStringLiteral("no share")));
    first.setText(QStringLiteral("70"));
    field(QStringLiteral("Another level")).setText(QStringLiteral("Peru"));
    field(QStringLiteral("Share of another level in percent")).setText(QStringLiteral("40"));
    QVERIFY2(card.problem().contains(QStringLiteral("add up to 110%")), qPrintable(card.problem()));
    QVERIFY(!station().findChild<QPushButton*>(QStringLiteral("keepMarket"))->isEnabled());
    QTest::keyClick(&first, Qt::Key_Escape);
    QVERIFY(!card.isVisible());
    QVERIFY(m_case->document().workshop().markets.empty());
}

void TestLenses::levelsNeverTriedAreUntested() {
    Document& document = open();
    MarketMix mix;
    mix.id = newId();
    mix.attribute = QStringLiteral("account.country");
    mix.shares = {{QStringLiteral("Peru"), 0.2}};
    mix.source = QStringLiteral("Our guess");
    QVERIFY(document.setMarket(mix));
    document.waitForIdle();
    station().reveal(mix.attribute);
    lens().setCurrent(2);
    const auto& chart = part<ExposureChart>();
    int peru = -1;
    for (int i = 0; i < chart.columns(); ++i)
        if (chart.level(i).label == u"Peru") peru = i;
    QVERIFY(peru >= 0);
    QCOMPARE(chart.mark(peru), QStringLiteral("untested"));
    QVERIFY(chart.tip(peru).contains(QStringLiteral("untested")));
    QVERIFY(!chart.tip(peru).contains(QStringLiteral("bad")));
    // It stands in no row of the data, so there is nothing to narrow to.
    Q_EMIT const_cast<ExposureChart&>(chart).levelClicked(peru);
    QVERIFY(chosenConditions(document.study()).empty());
    test::shoot(station(), QStringLiteral("patterns-never-tried"));
}

void TestLenses::clickNarrowsEverything() {
    Document& document = open();
    const AttributeProfile size = *part<AttributeCard>().current();
    const qint64 all = document.findings().base.n;
    clickRate(1);
    auto& panel = part<AccountsPanel>();
    QVERIFY(panel.isVisible());
    QCOMPARE(panel.model()->rowCount(), int(size.levels[1].rate.n));
    document.waitForIdle();
    QCoreApplication::processEvents();
    QCOMPARE(document.findings().base.n, size.levels[1].rate.n);
    QCOMPARE(document.findings().base.positives, size.levels[1].rate.positives);
    // Its own chart still shows all its bars, the one that was clicked marked; the panel is still there.
    QCOMPARE(part<AttributeCard>().current()->name, size.name);
    QCOMPARE(part<WinRateChart>().columns(), int(size.levels.size()));
    QCOMPARE(part<WinRateChart>().marked(), 1);
    QVERIFY(panel.isVisible());
    double shares = 0;
    for (int i = 0; i < part<GroupChart>().columns(); ++i) shares += part<GroupChart>().shareOfBest(i);
    QVERIFY(std::abs(shares - 1) < 1e-9);
    // Other attributes show what is inside.
    station().reveal(QStringLiteral("account.country"));
    qint64 n = 0;
    for (const Level& level : part<AttributeCard>().current()->levels) n += level.rate.n;
    QCOMPARE(n, size.levels[1].rate.n);
    auto* chip = station().findChild<Chip*>(QStringLiteral("filterChip"));
    QVERIFY(chip != nullptr && chip->isVisible());
    test::shoot(station(), QStringLiteral("patterns-narrowed"));
    QTest::mouseClick(chip, Qt::LeftButton);
    document.waitForIdle();
    QCoreApplication::processEvents();
    QCOMPARE(document.findings().base.n, all);
    QVERIFY(!part<FilterRow>().isVisible());
    // Escape does the same, and so does the bar itself.
    station().reveal(size.name);
    part<WinRateChart>().setFocus();
    part<WinRateChart>().setCurrent(2);
    QTest::keyClick(&part<WinRateChart>(), Qt::Key_Return);
    document.waitForIdle();
    QCOMPARE(document.findings().base.n, size.levels[2].rate.n);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    document.waitForIdle();
    QCOMPARE(document.findings().base.n, all);
    QVERIFY(!panel.isVisible());
    QVERIFY(!document.canUndo());  // looking is no edit
}

void TestLenses::otherBarTakesItsPlace() {
    Document& document = open();
    const AttributeProfile size = *part<AttributeCard>().current();
    clickRate(1);
    document.waitForIdle();
    QCoreApplication::processEvents();
    clickRate(2);
    document.waitForIdle();
    QCoreApplication::processEvents();
    QCOMPARE(chosenConditions(document.study()).size(), std::size_t(1));
    QCOMPARE(document.findings().base.n, size.levels[2].rate.n);
    QCOMPARE(part<WinRateChart>().marked(), 2);
    clickRate(2);
    document.waitForIdle();
    QVERIFY(chosenConditions(document.study()).empty());
}

void TestLenses::twoBarsAreCompared() {
    Document& document = open();
    const AttributeProfile size = *part<AttributeCard>().current();
    clickRate(0);
    document.waitForIdle();
    QCoreApplication::processEvents();
    clickRate(2, Qt::ControlModifier);
    auto& compare = part<CompareCard>();
    QVERIFY(compare.isVisible());
    QStringList words;
    for (const QLabel* label : compare.findChildren<QLabel*>()) words << label->text();
    const QString all = words.join(u'|');
    QVERIFY2(
        all.contains(
            QStringLiteral("%1 of %2 won").arg(size.levels[0].rate.positives).arg(size.levels[0].rate.n)),
        qPrintable(all));
    QVERIFY(all.contains(
        QStringLiteral("%1 of %2 won").arg(size.levels[2].rate.positives).arg(size.levels[2].rate.n)));
    QVERIFY(all.contains(QStringLiteral("points")));
    test::shoot(station(), QStringLiteral("patterns-compare"));
    QTest::keyClick(&compare, Qt::Key_Escape);
    QVERIFY(!compare.isVisible());
    QVERIFY(part<AccountsPanel>().isVisible());
    // By keyboard, with the bar that is chosen already.
    part<WinRateChart>().setFocus();
    part<WinRateChart>().setCurrent(3);
    QTest::keyClick(&part<WinRateChart>(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(compare.isVisible());
}

void TestLenses::chartMenuCopies() {
    open();
    auto& chart = part<WinRateChart>();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(40, 40), chart.mapToGlobal(QPoint(40, 40)));
    QApplication::sendEvent(chart.viewport(), &asked);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().size(), 3);
    menu->actions()[1]->trigger();
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasText());
    menu->actions()[2]->trigger();
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasImage());
    QVERIFY(QGuiApplication::clipboard()->mimeData()->text().startsWith(QStringLiteral("Finance team size")));
    menu->close();
}

void TestLenses::manyAttributesScroll() {
    open();
    Findings many = m_case->document().findings();
    const AttributeProfile one = many.attributes.front();
    many.attributes.clear();
    for (int i = 0; i < 300; ++i) {
        AttributeProfile copy = one;
        copy.name = QStringLiteral("account.x_%1").arg(i);
        copy.label = QStringLiteral("Attribute %1").arg(i);
        many.attributes.push_back(copy);
    }
    auto& card = part<AttributeCard>();
    card.setFindings(many, true);
    QCOMPARE(card.model()->rowCount(), 300);
    card.view()->setFocus();
    for (int i = 0; i < 20; ++i) QTest::keyClick(card.view(), Qt::Key_PageDown);
    QTest::keyClick(card.view(), Qt::Key_End);
    QCOMPARE(card.current()->label, QStringLiteral("Attribute 299"));
    QVERIFY(card.view()->visualRect(card.view()->currentIndex()).intersects(card.view()->viewport()->rect()));
    auto* search = card.findChild<QLineEdit*>();
    QTest::keyClicks(search, QStringLiteral("ute 29"));
    QCOMPARE(card.model()->rowCount(), 11);
}

void TestLenses::pictures() {
    Document& document = open();
    MarketMix mix;
    mix.id = newId();
    mix.attribute = QStringLiteral("account.country");
    mix.source = QStringLiteral("Eurostat");
    mix.asOf = QDate(2025, 3, 1);
    mix.shares = {{exposure(mix.attribute)->leader, 0.31}};
    QVERIFY(document.setMarket(mix));
    document.waitForIdle();
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        const QString end = dark ? QStringLiteral("-dark") : QString();
        for (const auto& [attribute, name] :
             {std::pair{"account.x_finance_team_size", "size"}, std::pair{"account.country", "country"}}) {
            station().reveal(QLatin1String(attribute));
            lens().setCurrent(1);
            test::shoot(station(), QStringLiteral("patterns-tried-%1%2").arg(QLatin1String(name), end));
            lens().setCurrent(2);
            test::shoot(station(), QStringLiteral("patterns-market-%1%2").arg(QLatin1String(name), end));
        }
    }
    applyTheme(false, 1);
    station().resize(1216, 700);
    test::shoot(station(), QStringLiteral("patterns-market-1280x800"));
}

QTEST_MAIN(TestLenses)
#include "tst_lenses.moc"
