#include "ui/charts/pairchart.h"

#include "core/base/shown.h"

#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr double widestGroup = 0.7;
constexpr std::array standings{Standing::Above, Standing::Unclear};
}  // namespace

PairChart::PairChart(QWidget* parent) : ChartView(parent) {}

const Rate& PairChart::rate(int column, int group) const {
    const RatePair& pair = m_pairs[std::size_t(column)];
    return group == 0 ? pair.inside : pair.others;
}

void PairChart::setPairs(const std::vector<RatePair>& pairs, const QStringList& names, const QString& what,
                         const QString& title) {
    m_pairs = pairs;
    m_names = names;
    m_what = what;
    std::vector<ColumnLabel> labels;
    double highest = 0;
    for (int i = 0; i < int(pairs.size()); ++i) {
        labels.push_back({pairs[std::size_t(i)].label, {}, false});
        for (int group = 0; group < groups(); ++group)
            if (rate(i, group).n > 0) highest = std::max(highest, rate(i, group).high);
    }
    begin(labels, niceScale(std::clamp(highest, 0.05, 1.0) * 100, 5), QStringLiteral("%d%%"));
    m_series = new QBarSeries;
    for (int group = 0; group < groups(); ++group) {
        auto* set = new QBarSet(QString::number(group));
        for (int i = 0; i < columns(); ++i) set->append(rate(i, group).rate * 100);
        m_series->append(set);
    }
    attach(m_series);
    setTitle(title);
    finish();
}

std::vector<Legend::Item> PairChart::legend() const {
    std::vector<Legend::Item> items;
    for (int group = 0; group < groups(); ++group)
        items.push_back({m_names[group], standings[std::size_t(group)]});
    return items;
}

std::vector<QStringList> PairChart::table() const {
    std::vector<QStringList> rows{{m_what}};
    for (int group = 0; group < groups(); ++group)
        rows.front() << m_names[group] << tr("Share") << tr("Range from") << tr("Range to");
    for (int i = 0; i < columns(); ++i) {
        QStringList row{m_pairs[std::size_t(i)].label};
        for (int group = 0; group < groups(); ++group) {
            const Rate& here = rate(i, group);
            row << QString::number(here.positives) << percentText(here.rate) << percentText(here.low)
                << percentText(here.high);
        }
        rows.push_back(row);
    }
    return rows;
}

QString PairChart::tip(int column) const {
    QStringList lines{QStringLiteral("<b>%1</b>").arg(m_pairs[std::size_t(column)].label.toHtmlEscaped())};
    for (int group = 0; group < groups(); ++group) {
        const Rate& here = rate(column, group);
        lines << tr("%1: %2 of %3, %4 (%5 to %6)")
                     .arg(m_names[group], countText(here.positives), countText(here.n))
                     .arg(percentText(here.rate), percentText(here.low), percentText(here.high));
    }
    return lines.join(QStringLiteral("<br/>"));
}

void PairChart::recolour(const Tokens& tokens) {
    if (m_series == nullptr) return;
    const auto sets = m_series->barSets();
    for (int i = 0; i < sets.size(); ++i) {
        sets[i]->setBrush(standingColour(standings[std::size_t(i)], tokens));
        sets[i]->setPen(QPen(tokens.surface, 1));
    }
}

void PairChart::resized() {
    if (m_series != nullptr) m_series->setBarWidth(barShare(widestGroup));
}

void PairChart::paintOver(QPainter& painter, const Tokens& tokens) const {
    const double bar = columnWidth() * barShare(widestGroup) / groups();
    painter.setFont(ui::font(Type::Table, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double cap = std::min(px(5) * 1.0, bar / 4);
    for (int i = 0; i < columns(); ++i)
        for (int group = 0; group < groups(); ++group) {
            const Rate& here = rate(i, group);
            if (here.n == 0) continue;
            const double x = position(i, 0).x() + (group - (groups() - 1) / 2.0) * bar;
            const QPointF low(x, position(i, here.low * 100).y());
            const QPointF high(x, std::max(chart()->plotArea().top(), position(i, here.high * 100).y()));
            for (const auto& [colour, width] : {std::pair{tokens.surface, 3.5}, std::pair{tokens.ink, 1.8}}) {
                painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
                painter.drawLine(low, high);
                for (const QPointF& end : {low, high})
                    painter.drawLine(QPointF(end.x() - cap, end.y()), QPointF(end.x() + cap, end.y()));
            }
            const QString text = percentText(here.rate);
            const double room = metrics.horizontalAdvance(text);
            if (room > bar + px(8)) continue;
            // Two labels of one height keep apart.
            const double aside = std::max(0.0, room + px(5) - bar) * (group - (groups() - 1) / 2.0);
            drawOutlined(painter, {x + aside - room / 2, std::max(metrics.ascent(), high.y() - px(4))}, text,
                         tokens.ink, tokens.surface);
        }
}

}  // namespace icp::ui
