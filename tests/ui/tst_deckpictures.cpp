#include "core/deck/writers.h"
#include "tests/support/core/deckcase.h"
#include "ui/deck/slidepainter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace icp;

/// Draws whole decks with the real fonts. The pictures land in slides/ of the build folder, for people to
/// look at; what can be counted is checked here.
class TestDeckPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decks_data();
    void decks();
};

void TestDeckPictures::decks_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("quillbridge") << 0;
    QTest::newRow("beginning") << 1;
    QTest::newRow("crowded") << 2;
    QTest::newRow("japanese") << 3;
}

void TestDeckPictures::decks() {
    QFETCH(int, which);
    const test::DeckCase made = which == 0   ? test::quillbridge()
                                : which == 1 ? test::beginning()
                                : which == 2 ? test::crowded()
                                             : test::japanese();
    const Deck deck = buildDeck(made.input(), ui::slideMeasure());

    QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../slides"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const std::vector<Slide> slides = deck.all();
    for (const Slide& slide : slides) {
        QImage image(int(slideWidth), int(slideHeight), QImage::Format_RGB32);
        QPainter painter(&image);
        ui::paintSlide(painter, slide, QRectF(0, 0, slideWidth, slideHeight));
        painter.end();
        QVERIFY(image.save(folder.filePath(name + u'-' + slide.mark + QStringLiteral(".png"))));
    }
    const auto pdf = ui::slidesPdf(slides, QStringLiteral("Ideal customer profile"));
    QVERIFY(pdf);
    QCOMPARE(pdf->count("/Type /Page\n"), qsizetype(slides.size()));
    const auto powerPoint = pptx(slides, QStringLiteral("Ideal customer profile"));
    QVERIFY(powerPoint);
    QFile deckFile(folder.filePath(name + QStringLiteral(".pptx")));
    QVERIFY(deckFile.open(QIODevice::WriteOnly));
    QCOMPARE(deckFile.write(*powerPoint), powerPoint->size());
    QFile file(folder.filePath(name + QStringLiteral(".pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(*pdf), pdf->size());
}

QTEST_MAIN(TestDeckPictures)
#include "tst_deckpictures.moc"
