#include "core/deck/ratechart.h"

#include "core/deck/figures.h"
#include "core/deck/palette.h"
#include "core/deck/winbars.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::RateChart)
};

bool tested(const Level& level) { return level.status != LevelStatus::Untested && level.rate.n > 0; }

Rgb barColour(const Level& level, double base) {
    if (level.rate.low > base) return slide::best;
    return level.rate.high < base ? slide::least : slide::rest;
}

class Chart {
public:
    Chart(Page& page, const Box& area, const std::vector<Level>& levels, const Rate& base)
        : m_page(page),
          m_levels(levels),
          m_base(base),
          m_plot{area.x + 76, area.y + 20, area.width - 76, area.height - 20 - labelHeight} {
        double most = base.rate;
        for (const Level& level : levels)
            most = std::max(most, tested(level) ? level.rate.high : level.rate.rate);
        m_step = most <= 0.2 ? 0.05 : most <= 0.4 ? 0.1 : 0.2;
        m_top = std::min(1.0, std::ceil((most + 0.01) / m_step) * m_step);
        m_slot = (m_plot.width - inset) / double(std::max<std::size_t>(levels.size(), 1));
        m_barWidth = std::min(84.0, m_slot * 0.64);
    }

    void add() {
        for (double value = 0; value <= m_top + 1e-9; value += m_step) {
            if (value > 0) m_page.rule(m_plot.x, y(value), m_plot.right(), y(value), 1.5, slide::grid);
            m_page.label({m_plot.x - 76, y(value) - 16, 62, 32},
                         {slide::percent(value), 20, Weight::Regular, slide::ink2}, Align::Right);
        }
        for (std::size_t i = 0; i < m_levels.size(); ++i) bar(m_levels[i], centre(i));
        m_page.rule(m_plot.x, y(0), m_plot.right(), y(0), 2, slide::rest);
        m_page.rule(m_plot.x, y(m_base.rate), m_plot.right(), y(m_base.rate), 2, slide::ink, true);
        for (std::size_t i = 0; i < m_levels.size(); ++i) words(m_levels[i], centre(i));
        m_page.label(
            {m_plot.x + 6, y(m_base.rate) - 34, 120, 30},
            {Words::tr("All %1").arg(slide::percent(m_base.rate)), 20, Weight::SemiBold, slide::ink});
    }

private:
    static constexpr double labelHeight = 92;
    static constexpr double inset = 66;        // left of the first bar, for the label of the line of all
    static constexpr double besideSlot = 104;  // from this width on a value stands beside its whisker

    double y(double rate) const { return m_plot.bottom() - m_plot.height * rate / m_top; }
    /// Of an untested level the range may reach beyond the axis.
    double high(const Level& level) const { return y(std::min(level.rate.high, m_top)); }
    double centre(std::size_t i) const { return m_plot.x + inset + m_slot * (double(i) + 0.5); }

    void bar(const Level& level, double x) {
        const double top = y(level.rate.rate);
        ShapeBlock shape;
        shape.box = {x - m_barWidth / 2, top, m_barWidth, std::max(2.0, m_plot.bottom() - top)};
        const QString counts =
            Words::tr("%1 of %2")
                .arg(slide::whole(double(level.rate.positives)), slide::whole(double(level.rate.n)));
        if (tested(level)) {
            shape.fill = barColour(level, m_base.rate);
            shape.alt = Words::tr("%1: %2, %3, range %4")
                            .arg(level.label, slide::percent(level.rate.rate), counts,
                                 slide::percentRange(level.rate.low, level.rate.high));
        } else {
            shape.kind = ShapeBlock::Kind::Hatched;
            shape.lineWidth = 1.5;
            shape.line = slide::hatch;
            shape.alt = Words::tr("%1: untested, %2").arg(level.label, counts);
        }
        m_page.add(shape);
        addWhisker(m_page, x, y(level.rate.low), high(level), std::min(22.0, m_barWidth * 0.5),
                   !tested(level));
    }

    void words(const Level& level, double x) {
        const double top = y(level.rate.rate);
        if (!tested(level)) {
            m_page.label({x - m_slot / 2, high(level) - 36, m_slot, 30},
                         {Words::tr("untested"), m_slot < besideSlot ? 18.0 : 20.0, Weight::SemiBold,
                          slide::missingInk},
                         Align::Centre);
        } else if (m_slot >= besideSlot) {
            const Run value{slide::percent(level.rate.rate), 24, Weight::SemiBold, slide::ink};
            const double width = lineWidth({value}, m_page.measure());
            const Box box{x + 15, top - 33, width + 2, 30};
            m_page.fill({box.x - 2, box.y + 3, box.width + 4, box.height - 6}, slide::surface);
            m_page.label(box, value);
        } else {
            m_page.label({x - m_slot / 2, high(level) - 34, m_slot, 30},
                         {slide::percent(level.rate.rate), 20, Weight::SemiBold, slide::ink}, Align::Centre);
        }
        const double room = m_slot - 8;
        std::vector<Line> label =
            cutTo(wrapped({{level.label, 20, Weight::Regular, slide::ink}}, room, m_page.measure()), 2, room,
                  m_page.measure());
        const double height = linesHeight(label, 1.2);
        m_page.lines({x - m_slot / 2, m_plot.bottom() + 8, m_slot, height}, std::move(label), 1.2,
                     Align::Centre);
        m_page.label({x - m_slot / 2, m_plot.bottom() + 10 + height, m_slot, 28},
                     {Words::tr("n %1", "number of cases").arg(slide::whole(double(level.rate.n))), 18,
                      Weight::Regular, tested(level) ? slide::ink3 : slide::missingInk},
                     Align::Centre);
    }

    Page& m_page;
    const std::vector<Level>& m_levels;
    const Rate& m_base;
    Box m_plot;
    double m_step = 0.2;
    double m_top = 1;
    double m_slot = 0;
    double m_barWidth = 0;
};

}  // namespace

std::vector<Level> chartLevels(const AttributeProfile& profile, std::size_t atMost) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < profile.levels.size(); ++i)
        if (profile.levels[i].rate.n > 0) order.push_back(i);
    const auto& levels = profile.levels;
    if (order.size() > atMost) {
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return levels[a].rate.n > levels[b].rate.n; });
        order.resize(atMost);
        std::sort(order.begin(), order.end());
    }
    if (profile.kind == AttributeKind::Nominal || profile.kind == AttributeKind::Multi)
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto rank = [&](const Level& level) {
                return std::tuple(level.unknown, !tested(level), -level.rate.rate);
            };
            return rank(levels[a]) < rank(levels[b]);
        });
    std::vector<Level> shown;
    for (const std::size_t i : order) shown.push_back(levels[i]);
    return shown;
}

void addRateChart(Page& page, const Box& area, const std::vector<Level>& levels, const Rate& base) {
    if (!levels.empty()) Chart(page, area, levels, base).add();
}

}  // namespace icp
