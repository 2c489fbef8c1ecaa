#include "core/deck/typeset.h"
#include "ui/deck/slidepainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace icp;

/// The painter and the PDF: what is in the blocks is on the page, as text, and the same slides give the same
/// bytes.
class TestSlidePainter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measuresLikeItPaints();
    void paintsInsideTheTarget();
    void tableCellsStandInTheirColumns();
    void pdfIsTheSameTwice();
    void pdfHasOnePagePerSlide();
};

static QImage painted(const Slide& slide, const QSize& size = {int(slideWidth), int(slideHeight)}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    ui::paintSlide(painter, slide, QRectF(QPointF(), size));
    return image;
}

/// The smallest rectangle around everything that is not white.
static QRect inked(const QImage& image) {
    QRect all;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != qRgb(255, 255, 255)) all |= QRect(x, y, 1, 1);
    return all;
}

static Slide sample() {
    Slide slide;
    slide.title = QStringLiteral("Finance teams win");
    slide.blocks.push_back(
        ShapeBlock{ShapeBlock::Kind::Hatched, {88, 600, 200, 200}, 0, true, 0xFFFFFF, 2, 0x7E8D99, {}});
    slide.blocks.push_back(
        TextBlock{{88, 88, 1744, 200},
                  {{{QStringLiteral("Groups of "), 57, Weight::SemiBold, 0x14212B},
                    {QStringLiteral("2 to 20 companies"), 57, Weight::SemiBold, 0x0B6299}}},
                  Align::Left,
                  Anchor::Top,
                  1.18,
                  QStringLiteral("title")});
    slide.blocks.push_back(LineBlock{88, 900, 1832, 900, 1.5, true, 0x14212B});
    return slide;
}

void TestSlidePainter::measuresLikeItPaints() {
    const MeasureText measure = ui::slideMeasure();
    const QString text = QStringLiteral("Hauptverwaltung MMMM");
    for (const Weight weight : {Weight::Regular, Weight::Medium, Weight::SemiBold}) {
        Slide slide;
        slide.blocks.push_back(
            TextBlock{{100, 100, 1600, 100}, {{{text, 57, weight, 0}}}, Align::Left, Anchor::Top, 1.2, {}});
        const QRect ink = inked(painted(slide));
        QVERIFY(std::abs(ink.width() - measure(text, 57, weight)) < 10);
    }
    QVERIFY(measure(text, 48, Weight::SemiBold) > measure(text, 48, Weight::Regular));
}

void TestSlidePainter::paintsInsideTheTarget() {
    QImage image(800, 600, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    ui::paintSlide(painter, sample(), QRectF(100, 100, 640, 360));
    painter.end();
    QCOMPARE(image.pixelColor(99, 99), QColor(Qt::red));
    QCOMPARE(image.pixelColor(101, 101), QColor(Qt::white));
    QCOMPARE(image.pixelColor(741, 461), QColor(Qt::red));
    QImage inside = image.copy(101, 101, 638, 358);
    const QRect ink = inked(inside);
    QVERIFY(!ink.isEmpty());
    QVERIFY(std::abs(ink.left() - 88 / 3.0) < 3);
}

void TestSlidePainter::tableCellsStandInTheirColumns() {
    TableBlock table;
    table.box = {100, 100, 600, 120};
    table.columnWidths = {300, 300};
    table.rowHeights = {60, 60};
    table.rule = table.headRule = 0xFFFFFF;
    TableBlock::CellText left;
    TableBlock::CellText right;
    right.align = Align::Right;
    right.lines = {{{QStringLiteral("42"), 24, Weight::Regular, 0}}};
    table.rows = {{left, left}, {left, right}};
    Slide slide;
    slide.blocks.push_back(table);
    const QRect ink = inked(painted(slide));
    QVERIFY(std::abs(ink.right() - (700 - TableBlock::padding)) < 4);
    QVERIFY(ink.top() > 160 && ink.bottom() < 220);
}

void TestSlidePainter::pdfIsTheSameTwice() {
    const auto first = ui::slidesPdf({sample(), sample()}, QStringLiteral("Deck"));
    QVERIFY(first);
    QVERIFY(first->startsWith("%PDF-"));
    QVERIFY(!first->contains("/CreationDate"));
    QTest::qWait(1100);  // the clock of a PDF counts seconds
    QCOMPARE(ui::slidesPdf({sample(), sample()}, QStringLiteral("Deck")).value(), *first);
}

void TestSlidePainter::pdfHasOnePagePerSlide() {
    for (const int count : {1, 3}) {
        const auto pdf =
            ui::slidesPdf(std::vector<Slide>(std::size_t(count), sample()), QStringLiteral("Deck"));
        QVERIFY(pdf);
        QCOMPARE(pdf->count("/Type /Page\n"), count);
        QVERIFY(pdf->contains("/MediaBox [0 0 960.000000 540.000000]"));
    }
}

QTEST_MAIN(TestSlidePainter)
#include "tst_slidepainter.moc"
