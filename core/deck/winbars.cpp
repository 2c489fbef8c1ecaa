#include "core/deck/winbars.h"

#include "core/deck/figures.h"
#include "core/deck/keyfigures.h"
#include "core/deck/palette.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::WinBars)
};

QString counted(const GaugeRate& rate, bool kept) {
    const QString part = slide::whole(double(rate.positives));
    const QString n = slide::whole(double(rate.n));
    return kept ? Words::tr("%1 of %2 kept").arg(part, n) : Words::tr("%1 of %2 deals").arg(part, n);
}

}  // namespace

void addWhisker(Page& page, double x, double yLow, double yHigh, double capWidth, bool dashed) {
    const double half = capWidth / 2;
    const double caps[] = {yLow, yHigh};
    if (!dashed) page.rule(x, yHigh, x, yLow, 7, slide::surface);
    for (const double y : caps) page.rule(x - half - 1.5, y, x + half + 1.5, y, 6, slide::surface);
    page.rule(x, yHigh, x, yLow, 2.6, slide::ink, dashed);
    for (const double y : caps) page.rule(x - half, y, x + half, y, 2.6, slide::ink);
}

bool addWinBars(Page& page, const Box& area) {
    const Gauge& gauge = *page.input().gauge;
    if (!hasComputableCriteria(*page.input().icp) || gauge.inside.n + gauge.outside.n == 0) {
        const QString why =
            gauge.inside.n + gauge.outside.n == 0 && gauge.unlinked > 0
                ? Words::tr("Nothing to compare. %1 deals are closed, but none belongs to a known account.")
                      .arg(slide::whole(double(gauge.unlinked)))
                : Words::tr(
                      "Nothing to compare yet. Rates appear here when a criterion can be checked and "
                      "deals are closed or customers known to have stayed.");
        page.paragraph({area.x, area.y, area.width - 20, area.height},
                       {{why, 24, Weight::Regular, slide::ink3}}, 1.35);
        return false;
    }
    constexpr double barWidth = 128;
    constexpr double base = 591;
    constexpr double full = 255;  // of the higher range
    const int enough = page.input().findings->study.minLevel;
    struct Bar {
        const GaugeRate& rate;
        QString name;
        Rgb colour;
        double x;
        bool tested;
    };
    const Bar bars[] = {
        {gauge.inside, Words::tr("Inside the profile"), slide::best, area.x + 44, gauge.inside.n >= enough},
        {gauge.outside, Words::tr("Outside"), slide::rest, area.x + 302, gauge.outside.n >= enough}};
    double top = 0.05;
    for (const Bar& bar : bars) top = std::max(top, bar.tested ? bar.rate.high : bar.rate.rate);
    const auto y = [&](double rate) { return base - full * rate / top; };

    for (const Bar& bar : bars) {
        const double centre = bar.x + barWidth / 2;
        const Box value{bar.x + barWidth + 12, 0, area.right() - bar.x - barWidth - 12, 60};
        if (bar.tested) {
            const double height = std::max(2.0, base - y(bar.rate.rate));
            page.fill(
                {bar.x, base - height, barWidth, height}, bar.colour, 0,
                Words::tr("%1: %2, %3, range %4")
                    .arg(bar.name, slide::percent(bar.rate.rate), counted(bar.rate, gauge.aboutRetention),
                         slide::percentRange(bar.rate.low, bar.rate.high)));
            addWhisker(page, centre, y(bar.rate.low), y(bar.rate.high), 26);
            const QString text = slide::percent(bar.rate.rate);
            const double room = std::min(value.width, 122.0);
            double size = 46;
            while (size > 30 && page.measure()(text, size, Weight::SemiBold) > room) size -= 2;
            page.label({value.x, std::clamp(y(bar.rate.rate) - 38, area.y, base - 60), room, 60},
                       {text, size, Weight::SemiBold, slide::ink});
        } else {
            ShapeBlock hatched;
            hatched.kind = ShapeBlock::Kind::Hatched;
            hatched.box = {bar.x, base - 70, barWidth, 70};
            hatched.lineWidth = 1.5;
            hatched.line = slide::hatch;
            hatched.alt =
                Words::tr("%1: untested, %2").arg(bar.name, counted(bar.rate, gauge.aboutRetention));
            page.add(hatched);
            page.label({bar.x - 20, base - 112, barWidth + 40, 36},
                       {Words::tr("untested"), 24, Weight::SemiBold, slide::missingInk}, Align::Centre);
        }
        page.label({centre - 129, 596, 258, 40}, {bar.name, 24, Weight::SemiBold, slide::ink}, Align::Centre);
        page.label({centre - 129, 631, 258, 32},
                   {counted(bar.rate, gauge.aboutRetention), 20, Weight::Regular,
                    bar.tested ? slide::ink3 : slide::missingInk},
                   Align::Centre);
    }
    page.rule(area.x, base, area.right(), base, 2, slide::rest);
    if (gauge.unlinked > 0 && !gauge.aboutRetention)
        page.label({area.x, 660, area.width, 26},
                   {Words::tr("%1 of %2 closed deals: those of known accounts.")
                        .arg(slide::whole(double(gauge.inside.n + gauge.outside.n)),
                             slide::whole(double(gauge.inside.n + gauge.outside.n + gauge.unlinked))),
                    18, Weight::Regular, slide::ink3},
                   Align::Left);
    return true;
}

}  // namespace icp
