#include "core/deck/keyfigures.h"

#include "core/deck/facts.h"
#include "core/deck/figures.h"
#include "core/deck/grid.h"
#include "core/deck/palette.h"
#include "core/deck/winbars.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::KeyFigures)
};

struct Figure {
    QString value, label, detail;
};

std::vector<Figure> figures(const DeckInput& input) {
    const Gauge& gauge = *input.gauge;
    std::vector<Figure> list;
    const auto add = [&](const Share& share, const QString& label, const QString& detail) {
        if (share.whole > 0) list.push_back({slide::percent(share.share()), label, detail});
    };
    const QString unit = slide::currency(input);
    if (input.icp->market.companies && input.icp->marketInside)
        add(gauge.market, Words::tr("of the market"),
            Words::tr("%1 of %2 companies")
                .arg(slide::whole(gauge.market.part), slide::whole(gauge.market.whole)));
    add(gauge.customers, Words::tr("of our customers"),
        Words::tr("%1 of %2").arg(slide::whole(gauge.customers.part), slide::whole(gauge.customers.whole)));
    add(gauge.revenue, Words::tr("of our revenue"),
        Words::tr("%1 of %2")
            .arg(slide::money(gauge.revenue.part, unit), slide::money(gauge.revenue.whole, unit)));
    if (gauge.leftInside.n > 0 && !gauge.aboutRetention)
        list.push_back(
            {slide::percent(gauge.leftInside.rate), Words::tr("have left us"),
             gauge.leftOutside.n > 0
                 ? Words::tr("of %1; %2 of %3 outside")
                       .arg(slide::whole(double(gauge.leftInside.n)), slide::percent(gauge.leftOutside.rate),
                            slide::whole(double(gauge.leftOutside.n)))
                 : Words::tr("of %1 customers").arg(slide::whole(double(gauge.leftInside.n)))});
    if (const auto newer = slide::newerDeals(input))
        list.push_back({slide::percent(newer->inside.rate), Words::tr("won on newer deals"),
                        Words::tr("of %1; %2 of %3 outside")
                            .arg(slide::whole(double(newer->inside.n)), slide::percent(newer->outside.rate),
                                 slide::whole(double(newer->outside.n)))});
    return list;
}

QString rateText(const GaugeRate& rate) {
    return rate.n == 0 ? QString()
                       : Words::tr("%1 (%2)", "a rate and its range")
                             .arg(slide::percent(rate.rate), slide::percentRange(rate.low, rate.high));
}

/// Inside and outside beside each other, with all that is behind the bars.
void addComparison(Page& page, const Box& area) {
    const Gauge& gauge = *page.input().gauge;
    const int enough = page.input().findings->study.minLevel;
    Grid grid({{QString(), area.width - 640, Align::Left},
               {Words::tr("Inside the profile"), 320, Align::Right},
               {Words::tr("Outside"), 320, Align::Right}});
    const auto count = [](qint64 number) { return slide::whole(double(number)); };
    const auto rates = [&](const QString& name, const GaugeRate& inside, const GaugeRate& outside) {
        const auto told = [&](const GaugeRate& rate) {
            return rate.n < enough ? Words::tr("untested") : rateText(rate);
        };
        grid.add({name, told(inside), told(outside)});
    };
    grid.add({gauge.aboutRetention ? Words::tr("Customers whose state is known") : Words::tr("Closed deals"),
              count(gauge.inside.n), count(gauge.outside.n)});
    grid.add({gauge.aboutRetention ? Words::tr("Stayed") : Words::tr("Won"), count(gauge.inside.positives),
              count(gauge.outside.positives)});
    rates(gauge.aboutRetention ? Words::tr("Stayed, 95% range") : Words::tr("Win rate, 95% range"),
          gauge.inside, gauge.outside);
    if (!gauge.aboutRetention && gauge.leftInside.n + gauge.leftOutside.n > 0)
        rates(Words::tr("Left us, 95% range"), gauge.leftInside, gauge.leftOutside);
    if (gauge.customers.whole > 0)
        grid.add({Words::tr("Customers"), slide::whole(gauge.customers.part),
                  slide::whole(gauge.customers.whole - gauge.customers.part)});
    const QString unit = slide::currency(page.input());
    const auto money = [&](const QString& name, const Share& share) {
        if (share.whole > 0)
            grid.add({name, slide::money(share.part, unit), slide::money(share.whole - share.part, unit)});
    };
    money(Words::tr("Revenue"), gauge.revenue);
    money(Words::tr("Open pipeline"), gauge.pipeline);
    grid.addTo(page, area);
}

}  // namespace

bool hasComputableCriteria(const Icp& icp) {
    return std::any_of(icp.criteria.begin(), icp.criteria.end(),
                       [](const Criterion& criterion) { return criterion.condition.has_value(); });
}

void addKeyFigures(Page& page) {
    constexpr double top = 853;
    constexpr double height = 114;
    const std::vector<Figure> list =
        hasComputableCriteria(*page.input().icp) ? figures(page.input()) : std::vector<Figure>();
    if (list.empty()) {
        page.fill({Page::left, top, 3, height}, slide::bestSoft);
        page.paragraph(
            {Page::left + 30, top + 38, Page::width - 60, 70},
            {{Words::tr("Shares of customers, wins and revenue stand here as soon as a criterion can be "
                        "checked against the data."),
              24, Weight::Regular, slide::ink3}},
            1.35);
        return;
    }
    const double step = Page::width / double(std::max<std::size_t>(list.size(), 3)) + 4;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const double x = Page::left + step * double(i);
        const double room = step - 44;
        page.fill({x, top, 3, height}, slide::bestSoft);
        page.label({x + 29, top - 4, room, 60}, {list[i].value, 50, Weight::SemiBold, slide::ink});
        page.label({x + 29, top + 55, room, 36}, {list[i].label, 22, Weight::Medium, slide::ink});
        page.label({x + 29, top + 86, room, 30}, {list[i].detail, 19, Weight::Regular, slide::ink3});
    }
}

std::vector<Draft> figurePages(const DeckInput& input, const MeasureText& measure) {
    if (!hasComputableCriteria(*input.icp)) return {};
    Page page(input, measure);
    page.header(Words::tr("Ideal customer profile and personas"));
    page.title({{input.gauge->aboutRetention ? Words::tr("How often customers of the profile stay")
                                             : Words::tr("How often we win inside the profile"),
                 0, Weight::SemiBold, slide::ink}},
               50, 62);
    const bool compared = addWinBars(page, {Page::left, 318, 542, 358});
    if (compared) addComparison(page, {726, 232, Page::right - 726, 560});
    addKeyFigures(page);
    const QString basis = slide::basis(input);
    return {{page.take(), compared ? basis + u' ' + Words::tr("Lines show 95% ranges.") : basis}};
}

}  // namespace icp
