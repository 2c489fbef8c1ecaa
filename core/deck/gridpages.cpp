#include "core/deck/gridpages.h"

#include "core/deck/facts.h"

#include <QCoreApplication>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::DeckTables)
};

constexpr double gridTop = 206;

Run heading(const QString& text) { return {text, 0, Weight::SemiBold, slide::ink}; }

}  // namespace

std::vector<Draft> gridPages(const QString& subject, const QString& title, std::vector<GridPart> parts,
                             const DeckInput& input, const MeasureText& measure) {
    constexpr double headingHeight = 44;
    constexpr double leastRoom = 220;  // below this a part begins on the next page
    std::vector<Draft> pages;
    std::vector<Page> open;  // at most one: the page being filled
    double y = 0;
    const auto turn = [&] {
        if (!open.empty()) pages.push_back({open.back().take(), slide::basis(input)});
        open.clear();
    };
    for (GridPart& part : parts) {
        if (!open.empty() && Page::bottom - y < leastRoom) turn();
        do {
            if (open.empty()) {
                open.emplace_back(input, measure);
                open.back().header(subject);
                open.back().title({heading(pages.empty() ? title : Words::tr("%1, continued").arg(title))},
                                  50, 62);
                y = gridTop;
            }
            if (!part.heading.isEmpty()) {
                open.back().label({Page::left, y, Page::width, headingHeight},
                                  {part.heading, 22, Weight::SemiBold, slide::best});
                y += headingHeight;
            }
            y = part.grid.addTo(open.back(), {Page::left, y, Page::width, Page::bottom - y}) + 36;
            if (!part.grid.finished()) turn();
        } while (!part.grid.finished());
    }
    turn();
    return pages;
}

}  // namespace icp
