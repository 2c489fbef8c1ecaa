#include "ui/charts/groupchart.h"

#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr double widestGroup = 0.7;

GroupTotals sums(const AttributeProfile& attribute) {
    GroupTotals out;
    for (const Level& level : attribute.levels) {
        out.best += level.best;
        out.rest += level.rest;
    }
    return out;
}

double share(qint64 part, qint64 whole) {
    return whole > 0 ? std::min(1.0, double(part) / double(whole)) : 0;
}

}  // namespace

GroupTotals groupTotals(const Findings& findings) {
    for (const AttributeProfile& attribute : findings.attributes) {
        if (attribute.entity == Entity::Account && attribute.kind != AttributeKind::Multi &&
            !attribute.levels.empty())
            return sums(attribute);
    }
    return {};
}

GroupChart::GroupChart(QWidget* parent) : ChartView(parent) {}

QString GroupChart::bestName() const { return m_deals ? tr("Won deals") : m_words.bestName(); }
QString GroupChart::restName() const { return m_deals ? tr("Lost deals") : m_words.restName(); }

double GroupChart::shareOfBest(int column) const {
    return share(m_levels[std::size_t(column)].best, m_totals.best);
}
double GroupChart::shareOfRest(int column) const {
    return share(m_levels[std::size_t(column)].rest, m_totals.rest);
}

void GroupChart::setLevels(const AttributeProfile& attribute, const Findings& findings,
                           const GroupTotals& totals) {
    m_levels = attribute.levels;
    m_header = attribute.label;
    m_words = Words(findings.study);
    m_deals = attribute.entity == Entity::Deal && findings.study.unit != Unit::Account;
    if (m_deals) {
        for (Level& level : m_levels) {
            level.best = level.rate.positives;
            level.rest = level.rate.n - level.rate.positives;
        }
        m_totals = {findings.base.positives, findings.base.n - findings.base.positives};
    } else {
        m_totals = totals.best + totals.rest > 0 ? totals : sums(attribute);
    }
    m_period = periodText(findings.from, findings.to);

    std::vector<ColumnLabel> labels;
    double highest = 0;
    for (int i = 0; i < int(m_levels.size()); ++i) {
        labels.push_back({m_levels[std::size_t(i)].label, {}, false});
        highest = std::max({highest, shareOfBest(i), shareOfRest(i)});
    }
    // Room above the highest bar for its count.
    begin(labels, niceScale(std::max(0.05, highest * 1.08) * 100, 5), QStringLiteral("%d%%"));
    m_series = new QBarSeries;
    auto* best = new QBarSet(bestName());
    auto* rest = new QBarSet(restName());
    for (int i = 0; i < columns(); ++i) {
        best->append(shareOfBest(i) * 100);
        rest->append(shareOfRest(i) * 100);
    }
    m_series->append(best);
    m_series->append(rest);
    attach(m_series);
    setTitle(
        tr("%1: %2").arg(m_deals ? tr("Where your won deals are") : m_words.groupTitle(), attribute.label));
    finish();
}

std::vector<QStringList> GroupChart::table() const {
    std::vector<QStringList> rows{{m_header, bestName(), tr("Share of %1").arg(bestName()), restName(),
                                   tr("Share of %1").arg(restName())}};
    for (int i = 0; i < columns(); ++i) {
        const Level& level = m_levels[std::size_t(i)];
        rows.push_back({level.label, QString::number(level.best), percentText(shareOfBest(i)),
                        QString::number(level.rest), percentText(shareOfRest(i))});
    }
    return rows;
}

QString GroupChart::tip(int column) const {
    const Level& level = m_levels[std::size_t(column)];
    QStringList lines{QStringLiteral("<b>%1</b>").arg(level.label.toHtmlEscaped()),
                      tr("%1: %2 of %3, %4", "Best: 11 of 40, 28%")
                          .arg(bestName(), countText(level.best), countText(m_totals.best),
                               percentText(shareOfBest(column))),
                      tr("%1: %2 of %3, %4", "Best: 11 of 40, 28%")
                          .arg(restName(), countText(level.rest), countText(m_totals.rest),
                               percentText(shareOfRest(column)))};
    if (!m_period.isEmpty()) lines << m_period;
    return lines.join(QStringLiteral("<br/>"));
}

void GroupChart::recolour(const Tokens& tokens) {
    if (m_series == nullptr) return;
    const auto sets = m_series->barSets();
    sets[0]->setBrush(tokens.best);
    sets[1]->setBrush(tokens.rest);
    for (QBarSet* set : sets) set->setPen(QPen(tokens.surface, 1));
}

void GroupChart::resized() {
    if (m_series != nullptr) m_series->setBarWidth(barShare(widestGroup));
}

std::pair<QRectF, QRectF> GroupChart::countBoxes(int column) const {
    const double quarter = columnWidth() * barShare(widestGroup) / 4;
    const Level& level = m_levels[std::size_t(column)];
    const auto box = [&](qint64 n, double share, double side, int weight) {
        const QFontMetricsF metrics(ui::font(Type::Table, weight));
        const double width = metrics.horizontalAdvance(countText(n));
        if (width > columnWidth()) return QRectF();
        const QPointF top = position(column, share * 100);
        return QRectF(top.x() + side * quarter - width / 2, top.y() - px(4) - metrics.ascent(), width,
                      metrics.ascent());
    };
    QRectF best = box(level.best, shareOfBest(column), -1, QFont::DemiBold);
    QRectF rest = box(level.rest, shareOfRest(column), 1, QFont::Normal);
    constexpr double gap = 3;
    if (best.isEmpty() || rest.isEmpty() || !best.adjusted(0, 0, gap, 0).intersects(rest))
        return {best, rest};
    const double middle = position(column, 0).x();
    if (best.width() + rest.width() + gap <= columnWidth()) {
        const double shift = (best.right() + gap - rest.left()) / 2;
        best.translate(-shift, 0);
        rest.translate(shift, 0);
        // Still above their own column.
        const double left = middle - columnWidth() / 2;
        best.moveLeft(std::max(best.left(), left));
        rest.moveLeft(std::max(rest.left(), best.right() + gap));
    } else {
        QRectF& upper = best.top() <= rest.top() ? best : rest;
        const QRectF& lower = &upper == &best ? rest : best;
        upper.moveBottom(lower.top() - 1);
    }
    return {best, rest};
}

void GroupChart::paintOver(QPainter& painter, const Tokens& tokens) const {
    for (int i = 0; i < columns(); ++i) {
        const Level& level = m_levels[std::size_t(i)];
        const auto [best, rest] = countBoxes(i);
        painter.setFont(ui::font(Type::Table));
        if (!rest.isEmpty())
            drawOutlined(painter, rest.bottomLeft(), countText(level.rest), tokens.ink2, tokens.surface);
        painter.setFont(ui::font(Type::Table, QFont::DemiBold));
        if (!best.isEmpty())
            drawOutlined(painter, best.bottomLeft(), countText(level.best), tokens.ink, tokens.surface);
    }
}

}  // namespace icp::ui
