#include "core/deck/build.h"
#include "core/deck/writers.h"
#include "tests/support/core/deckcase.h"
#include "ui/deck/slidepainter.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace icp;

/// Milliseconds of the fastest of seven runs.
static double fastest(const std::function<void()>& body) {
    double best = 1e9;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        body();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

/// How long a deck takes, page by page, against filling one page with white.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const test::DeckCase made = test::crowded();
    const DeckInput input = made.input();
    const MeasureText measure = ui::slideMeasure();
    const std::vector<Slide> slides = buildDeck(input, measure).all();
    const double pages = double(slides.size());

    QImage image(int(slideWidth), int(slideHeight), QImage::Format_RGB32);
    const double white = fastest([&] { image.fill(Qt::white); });
    const double build = fastest([&] { (void)buildDeck(input, measure); });
    const double paint = fastest([&] {
        for (const Slide& slide : slides) {
            QPainter painter(&image);
            ui::paintSlide(painter, slide, QRectF(0, 0, slideWidth, slideHeight));
        }
    });
    const double pdf = fastest([&] { (void)ui::slidesPdf(slides, QStringLiteral("Deck")); });
    const double powerPoint = fastest([&] { (void)pptx(slides, QStringLiteral("Deck")); });

    std::printf("slides, %d pages of a crowded deck, per page (times filling a page with white)\n",
                int(pages));
    std::printf("  white  %7.2f ms\n", white);
    for (const auto& [name, time] :
         {std::pair{"build", build}, {"paint", paint}, {"pdf", pdf}, {"pptx", powerPoint}})
        std::printf("  %-6s %7.2f ms  %5.1f x\n", name, time / pages, time / pages / white);
    return 0;
}
