#include "ui/models/textrows.h"
#include "ui/stations/headertools.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/wraptext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

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

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
