#include "ui/models/textrows.h"
#include "ui/stations/headertools.h"
#include "ui/stations/limitspin.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/raterow.h"
#include "ui/widgets/sidebyside.h"
#include "ui/widgets/wraptext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace icp::ui;

/// Controls in little room, and at every scale.
class TestControls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { applyTheme(false, 1); }
    void chipsAreRoundAtEveryScale();
    void rangesStayOnOneLine();
    void toolsFoldIntoAMenu();
    void formsTakeEnterAndEsc();
    void whatFlowsTakesMoreLines();
    void figuresComeBeforeWords();
    void theWheelScrollsThePage();
    void limitsTakeShortFigures();
    void countsComeBeforeBars();
    void whatHasNoRoomBesideGoesBelow();
};

void TestControls::chipsAreRoundAtEveryScale() {
    for (const double scale : {0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.69, 1.95}) {
        applyTheme(false, scale);
        QWidget page;
        Chip chip(QStringLiteral("Every closed deal"), QStringLiteral("filter"), &page);
        chip.resize(chip.sizeHint());
        page.resize(chip.size());
        page.show();
        const QImage picture = page.grab().toImage();
        // A corner of a rectangle would have the colour of the border, a round one shows the page.
        QCOMPARE(picture.pixelColor(0, 0), Tokens::light().bg);
        QCOMPARE(picture.pixelColor(2, 2), Tokens::light().bg);
        QCOMPARE(picture.pixelColor(picture.width() / 2, 3), Tokens::light().surface);
    }
}

void TestControls::rangesStayOnOneLine() {
    const QString dash(QChar(0x2013));
    const QString joined = unbroken(QStringLiteral("Employees 51") + dash + QStringLiteral("200 win"));
    QCOMPARE(QString(joined).remove(QChar(0x2060)),
             QStringLiteral("Employees 51") + dash + QStringLiteral("200 win"));
    QCOMPARE(unbroken(QStringLiteral("one ") + dash + QStringLiteral(" two")),
             QStringLiteral("one ") + dash + QStringLiteral(" two"));
    // At every width the range is on a line of its own or with its words, never in two parts.
    applyTheme(false, 1);
    Text label(joined, int(Type::Table));
    label.setWordWrap(true);
    const QFontMetrics metrics(label.font());
    const int whole = metrics.horizontalAdvance(QStringLiteral("51") + dash + QStringLiteral("200"));
    const int words = metrics.horizontalAdvance(QStringLiteral("Employees"));
    // Room for "Employees 51–" but not for "200" behind it: three lines' worth of words still makes two.
    const int width = words + metrics.horizontalAdvance(QStringLiteral(" 51") + dash) + 2;
    QVERIFY(width >= whole);
    const int lines = label.heightForWidth(width) / metrics.lineSpacing();
    QCOMPARE(lines, 2);
    QCOMPARE(metrics.boundingRect(QRect(0, 0, width, 500), Qt::TextWordWrap, joined).height() /
                 metrics.lineSpacing(),
             2);
}

void TestControls::toolsFoldIntoAMenu() {
    applyTheme(false, 1);
    HeaderTools tools;
    QStringList clicked;
    auto* versions = secondaryButton(QStringLiteral("Versions"), QStringLiteral("history"));
    auto* view = new SegmentedSwitch({QStringLiteral("Won"), QStringLiteral("Tried")});
    auto* box = new QComboBox;
    box->addItems({QStringLiteral("First"), QStringLiteral("Second")});
    auto* primary = primaryButton(QStringLiteral("Next"));
    for (QWidget* tool : {static_cast<QWidget*>(versions), static_cast<QWidget*>(view),
                          static_cast<QWidget*>(box), static_cast<QWidget*>(primary)})
        tools.add(tool);
    connect(versions, &QPushButton::clicked, this, [&] { clicked << QStringLiteral("versions"); });
    connect(box, &QComboBox::activated, this, [&](int i) { clicked << QString::number(i); });
    tools.resize(900, 40);
    tools.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tools));
    QVERIFY(!tools.more()->isVisible());
    QVERIFY(versions->isVisible() && view->isVisible() && box->isVisible());
    tools.resize(primary->sizeHint().width() + 60, 40);
    QVERIFY(tools.more()->isVisible());
    QVERIFY(!versions->isVisible() && !view->isVisible() && !box->isVisible());
    QVERIFY(primary->isVisible());
    QVERIFY(primary->mapTo(&tools, primary->rect().bottomRight()).x() < tools.width());
    Q_EMIT tools.more()->menu()->aboutToShow();
    const auto act = [&](const QString& text) {
        for (QAction* action : tools.more()->menu()->actions())
            if (action->text() == text) action->trigger();
    };
    act(QStringLiteral("Versions"));
    act(QStringLiteral("Second"));
    act(QStringLiteral("Tried"));
    QCOMPARE(clicked, (QStringList{"versions", "1"}));
    QCOMPARE(box->currentIndex(), 1);
    QCOMPARE(view->current(), 1);
    // What the page hides is not offered.
    versions->hide();
    Q_EMIT tools.more()->menu()->aboutToShow();
    for (const QAction* action : tools.more()->menu()->actions()) QVERIFY(action->text() != u"Versions");
    versions->show();
    tools.resize(900, 40);
    QVERIFY(versions->isVisible() && view->isVisible());
}

void TestControls::formsTakeEnterAndEsc() {
    QWidget page;
    auto* form = new QWidget(&page);
    auto* field = new QLineEdit(form);
    auto* outside = new QLineEdit(&page);
    int kept = 0;
    int closed = 0;
    takeFormKeys(
        form, [&] { ++kept; }, [&] { ++closed; });
    page.show();
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Enter);
    QCOMPARE(kept, 2);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(closed, 1);
    QTest::keyClick(outside, Qt::Key_Return);
    QTest::keyClicks(field, QStringLiteral("word"));
    QCOMPARE(kept, 2);
    QCOMPARE(field->text(), QStringLiteral("word"));
}

void TestControls::whatFlowsTakesMoreLines() {
    QWidget page;
    auto* flow = new FlowLayout(10, &page);
    flow->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < 3; ++i) {
        auto* part = new QWidget;
        part->setFixedSize(100, 30);
        flow->addWidget(part);
    }
    QCOMPARE(flow->heightForWidth(320), 30);
    QCOMPARE(flow->heightForWidth(319), 70);
    QCOMPARE(flow->heightForWidth(100), 110);
    QCOMPARE(flow->minimumSize(), QSize(100, 30));
}

void TestControls::figuresComeBeforeWords() {
    applyTheme(false, 1);
    TextRows rows({QStringLiteral("Name"), QStringLiteral("Words"), QStringLiteral("Figure")}, 2);
    const QString figure = QStringLiteral("44% (39%–50%), n 284");
    rows.setRows({{{QStringLiteral("Orwell Grid West"), QString(200, u'w'), figure}, QString()}});
    PlainTable table(&rows, QStringLiteral("Table"));
    table.setShares({20, 60, 20});
    table.resize(500, 200);
    table.show();
    const QFontMetrics metrics(font(Type::Table));
    QVERIFY(table.columnWidth(2) > metrics.horizontalAdvance(figure) + 20);
    QVERIFY(table.columnWidth(0) > metrics.horizontalAdvance(QStringLiteral("Orwell Grid West")) + 20);
    QCOMPARE(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2), table.viewport()->width());
    QVERIFY(table.horizontalHeader()->isVisible());
    rows.setRows({});
    QVERIFY(!table.horizontalHeader()->isVisible());
}

void TestControls::theWheelScrollsThePage() {
    applyTheme(false, 1);
    QScrollArea page;
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    auto* box = new QComboBox;
    box->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    auto* typed = new QComboBox;
    typed->setEditable(true);
    typed->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    auto* number = new QSpinBox;
    auto* slider = new QSlider(Qt::Horizontal);
    const QList<QWidget*> all{box, typed, number, slider};
    for (QWidget* one : all) column->addWidget(one);
    column->addSpacing(2000);
    page.setWidget(inner);
    page.resize(300, 300);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.setFocus();
    const auto turn = [](QWidget* over) {
        const QPointF at = over->rect().center();
        QWheelEvent event(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(over, &event);
    };
    const auto values = [&] {
        return QList<int>{box->currentIndex(), typed->currentIndex(), number->value(), slider->value()};
    };
    number->setValue(50);
    slider->setValue(50);
    const QList<int> before = values();
    for (QWidget* one : all) {
        page.verticalScrollBar()->setValue(0);
        turn(one);
        QVERIFY(!one->hasFocus());
        QCOMPARE(values(), before);
        QVERIFY(page.verticalScrollBar()->value() > 0);
    }
    for (QWidget* one : all) {
        one->setFocus();
        turn(one);
    }
    QCOMPARE(values().first(2), (QList<int>{1, 1}));
    QVERIFY(number->value() != 50 && slider->value() != 50);
}

void TestControls::limitsTakeShortFigures() {
    LimitSpin limit(LimitSpin::End::Low);
    limit.setUp(icp::ColumnType::Money, true, 0, 5e9);
    const auto typed = [&](const QString& text) {
        limit.selectAll();
        QTest::keyClicks(&limit, text);
        QTest::keyClick(&limit, Qt::Key_Return);
        return limit.limit();
    };
    QCOMPARE(typed(QStringLiteral("100m")), 1e8);
    QCOMPARE(typed(QStringLiteral("2.5bn")), 2.5e9);
    QCOMPARE(typed(QStringLiteral("40k")), 4e4);
    QCOMPARE(typed(QStringLiteral("$3M")), 3e6);
    QCOMPARE(typed(QStringLiteral("1,234")), 1234.0);
    QCOMPARE(typed(QStringLiteral("12 mice")), 1234.0);  // what nobody can read changes nothing
}

void TestControls::countsComeBeforeBars() {
    applyTheme(false, 1);
    RateRow small(QStringLiteral("Inside"), true);
    RateRow large(QStringLiteral("Outside"), false);
    small.setRate(15, 16, 0.94, 0.7, 0.99);
    large.setRate(13605, 25439, 0.53, 0.52, 0.54);
    const auto barOf = [](RateRow& row, const QColor& colour) {
        row.resize(270, row.sizeHint().height());
        const QImage picture = row.grab().toImage();
        int x = 0;
        while (x < picture.width() && picture.pixelColor(x, picture.height() / 2) != colour) ++x;
        return x;
    };
    const Tokens& tokens = Tokens::light();
    const int alone = barOf(small, tokens.best);
    const int counts = QFontMetrics(font(Type::Note)).horizontalAdvance(QStringLiteral("13,605 of 25,439"));
    QVERIFY(alone < counts);
    QVERIFY(barOf(large, tokens.rest) > counts);
    RateRow::pair(&small, &large);
    QCOMPARE(barOf(small, tokens.best), barOf(large, tokens.rest));
    QVERIFY(barOf(small, tokens.best) > counts);
}

void TestControls::whatHasNoRoomBesideGoesBelow() {
    QWidget page;
    auto* beside = new SideBySide;
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(10);
    page.setLayout(beside);
    QWidget* parts[] = {new QWidget, new QWidget};
    for (QWidget* part : parts) {
        part->setFixedHeight(50);
        part->setMinimumWidth(200);
        beside->addWidget(part, 1);
    }
    QCOMPARE(page.minimumSizeHint().width(), 200);
    QCOMPARE(beside->heightForWidth(410), 50);
    QCOMPARE(beside->heightForWidth(409), 110);
    page.resize(410, 120);
    page.show();
    QCOMPARE(parts[0]->y(), parts[1]->y());
    page.resize(300, 120);
    QCoreApplication::processEvents();
    QCOMPARE(parts[0]->x(), parts[1]->x());
    QCOMPARE(parts[1]->width(), 300);
    parts[1]->setMinimumWidth(100);
    parts[0]->setMinimumWidth(100);
    QCoreApplication::processEvents();
    QCOMPARE(parts[0]->y(), parts[1]->y());
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
