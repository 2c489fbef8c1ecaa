#include "ui/charts/winratechart.h"

#include <QLocale>
#include <QtCharts/QBarSet>
#include <QtCharts/QStackedBarSeries>

namespace icp::ui {

namespace {
constexpr std::array standings{Standing::Above, Standing::Unclear, Standing::Below, Standing::Untested};
constexpr double capWidth = 12;
constexpr double widestBar = 0.68;
}  // namespace

WinRateChart::WinRateChart(QWidget* parent) : ChartView(parent) {}

void WinRateChart::setLevels(const AttributeProfile& attribute, const Findings& findings, double maximum) {
    m_levels = attribute.levels;
    m_header = attribute.label;
    m_base = findings.base;
    m_mode = findings.mode;
    m_words = Words(findings.study);
    m_period = periodText(findings.from, findings.to);

    std::vector<ColumnLabel> labels;
    for (const Level& level : m_levels) {
        labels.push_back({level.label, tr("n %1").arg(countText(level.rate.n)),
                          ranked() && level.status == LevelStatus::Untested, countText(level.rate.n)});
    }
    begin(labels, niceScale(std::min(1.0, maximum) * 100, 6), QStringLiteral("%d%%"));
    // One stacked set per standing: a level has its rate in one of them and nothing in the others.
    m_series = new QStackedBarSeries;
    for (const Standing standing : standings) {
        auto* set = new QBarSet(QString::number(int(standing)));
        for (int i = 0; i < columns(); ++i) {
            const bool here = ranked() && standingOf(i) == standing;
            set->append(here ? m_levels[std::size_t(i)].rate.rate * 100 : 0);
        }
        m_series->append(set);
    }
    attach(m_series);
    setTitle(tr("%1 by %2").arg(m_words.rateName(), attribute.label));
    finish();
}

Standing WinRateChart::standingOf(int column) const {
    return standing(m_levels[std::size_t(column)], m_base.rate);
}

WinRateChart::Whisker WinRateChart::whisker(int column) const {
    const Rate& rate = m_levels[std::size_t(column)].rate;
    const double top = chart()->plotArea().top();
    Whisker out{position(column, rate.low * 100), position(column, rate.high * 100),
                position(column, rate.rate * 100)};
    out.high.setY(std::max(out.high.y(), top));
    out.rate.setY(std::max(out.rate.y(), top));
    return out;
}

double WinRateChart::baseLine() const { return position(0, m_base.rate * 100).y(); }

std::vector<QStringList> WinRateChart::table() const {
    std::vector<QStringList> rows{
        {m_header, m_words.rateName(), m_words.bestName(), tr("n"), tr("Range from"), tr("Range to")}};
    for (const Level& level : m_levels) {
        const bool untested = level.status == LevelStatus::Untested;
        rows.push_back({level.label, untested ? tr("untested") : percentText(level.rate.rate),
                        QString::number(level.rate.positives), QString::number(level.rate.n),
                        percentText(level.rate.low), percentText(level.rate.high)});
    }
    return rows;
}

QString WinRateChart::tip(int column) const {
    const Level& level = m_levels[std::size_t(column)];
    QStringList lines{QStringLiteral("<b>%1</b>").arg(level.label.toHtmlEscaped())};
    if (level.status == LevelStatus::Untested) {
        lines << tr("untested, %1: too few to decide").arg(m_words.ratio(level.rate));
    } else {
        lines << tr("%1, %2").arg(percentText(level.rate.rate), m_words.ratio(level.rate));
    }
    lines << m_words.range(level.rate);
    if (!m_period.isEmpty()) lines << m_period;
    return lines.join(QStringLiteral("<br/>"));
}

void WinRateChart::recolour(const Tokens& tokens) {
    if (m_series == nullptr) return;
    for (int i = 0; i < m_series->count(); ++i) {
        QBarSet* set = m_series->barSets().at(i);
        set->setBrush(standingBrush(standings[std::size_t(i)], tokens));
        set->setPen(Qt::NoPen);
    }
}

void WinRateChart::resized() {
    if (m_series != nullptr) m_series->setBarWidth(barShare(widestBar));
}

void WinRateChart::paintOver(QPainter& painter, const Tokens& tokens) const {
    for (int i = 0; i < columns(); ++i) paintWhisker(painter, tokens, i);
    paintBaseLine(painter, tokens);
    for (int i = 0; i < columns(); ++i) paintValue(painter, tokens, i);
    paintBaseLabel(painter, tokens);
}

void WinRateChart::paintBaseLine(QPainter& painter, const Tokens& tokens) const {
    const QRectF plot = chart()->plotArea();
    const double y = baseLine();
    QPen pen(tokens.baseline, 1.5);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
}

void WinRateChart::paintBaseLabel(QPainter& painter, const Tokens& tokens) const {
    const QRectF plot = chart()->plotArea();
    const double y = baseLine();
    painter.setFont(ui::font(Type::Note, QFont::DemiBold));
    const QString text = tr("All %1").arg(percentText(m_base.rate));
    const QFontMetricsF metrics(painter.font());
    QRectF box(0, y - px(5) - metrics.ascent(), metrics.horizontalAdvance(text), metrics.ascent());
    // At the left end, or at the right one when only there nothing is in the way.
    box.moveLeft(plot.left() + px(6));
    if (!isFree(box)) {
        QRectF other = box;
        other.moveRight(plot.right() - px(2));
        if (isFree(other)) {
            box = other;
        } else {
            painter.setOpacity(0.85);
            painter.fillRect(box.adjusted(-px(3), -1, px(3), px(3)), tokens.surface);
            painter.setOpacity(1);
        }
    }
    drawOutlined(painter, {box.left(), y - px(5)}, text, tokens.ink, tokens.surface);
}

bool WinRateChart::isFree(const QRectF& box) const {
    const double half = ranked() ? columnWidth() * barShare(widestBar) / 2 : px(7);
    for (int i = 0; i < columns(); ++i) {
        const Whisker line = whisker(i);
        const QRectF bar(QPointF(line.rate.x() - half, line.rate.y()),
                         QPointF(line.rate.x() + half, chart()->plotArea().bottom()));
        const QRectF range(line.high.x() - px(6), line.high.y(), px(12), line.low.y() - line.high.y());
        if (bar.intersects(box) || range.intersects(box) || valueBox(i).intersects(box)) return false;
    }
    return true;
}

void WinRateChart::paintWhisker(QPainter& painter, const Tokens& tokens, int column) const {
    const Whisker line = whisker(column);
    const bool dashed = !ranked() || standingOf(column) == Standing::Untested;
    if (ranked() && dashed) {
        const double half = columnWidth() * barShare(widestBar) / 2;
        const double floor = chart()->plotArea().bottom();
        painter.setPen(QPen(tokens.hatch, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(
            QRectF(QPointF(line.rate.x() - half, line.rate.y()), QPointF(line.rate.x() + half, floor)));
    }
    const double cap = std::min(px(capWidth) / 2.0, columnWidth() / 4);
    for (const auto& [colour, width] : {std::pair{tokens.surface, 3.5}, std::pair{tokens.ink, 1.8}}) {
        QPen pen(colour, dashed ? width - 0.3 : width, Qt::SolidLine, Qt::FlatCap);
        painter.setPen(pen);
        for (const QPointF& end : {line.low, line.high})
            painter.drawLine(QPointF(end.x() - cap, end.y()), QPointF(end.x() + cap, end.y()));
        if (dashed && colour == tokens.ink) pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(line.low, line.high);
    }
    if (ranked()) return;
    painter.setPen(QPen(tokens.ink, 2));
    painter.setBrush(tokens.surface);
    painter.drawEllipse(line.rate, px(6), px(6));
}

QString WinRateChart::valueText(int column) const {
    if (standingOf(column) == Standing::Untested) return ranked() ? tr("untested") : QString();
    return percentText(m_levels[std::size_t(column)].rate.rate);
}

QRectF WinRateChart::valueBox(int column) const {
    const QFontMetricsF metrics(ui::font(Type::Table, QFont::DemiBold));
    const double width = metrics.horizontalAdvance(valueText(column));
    const double height = metrics.ascent();
    const Whisker line = whisker(column);
    const double side = px(9);  // from the middle of the range
    const double reach = columnWidth() - std::min(px(capWidth) / 2.0, columnWidth() / 4) - 2;
    const bool untested = standingOf(column) == Standing::Untested;
    if (width <= 0 || width > columnWidth() + 1) return {};
    QRectF box(line.rate.x() + side, line.rate.y() - px(5) - height, width, height);
    const bool beside = !untested && side + width < reach;
    if (beside && box.right() > chart()->rect().right()) box.moveRight(line.rate.x() - side);
    if (!beside) {
        box.moveCenter({line.rate.x(), 0});
        box.moveRight(std::min(box.right(), chart()->rect().right()));
        box.moveTop(std::max(0.0, line.high.y() - px(6) - height));
    }
    // Off the base line, to the nearer side of it.
    const double base = baseLine();
    if (box.top() - 2 < base && base < box.bottom() + 2) {
        const bool above = beside && base > box.center().y() - px(4);
        box.moveTop(above || !beside ? std::max(0.0, base - px(4) - height) : base + px(4));
    }
    return box;
}

void WinRateChart::paintValue(QPainter& painter, const Tokens& tokens, int column) const {
    const QRectF box = valueBox(column);
    if (box.isEmpty()) return;
    painter.setFont(ui::font(Type::Table, QFont::DemiBold));
    const bool untested = standingOf(column) == Standing::Untested;
    drawOutlined(painter, box.bottomLeft(), valueText(column), untested ? tokens.warnInk : tokens.ink,
                 tokens.surface);
}

}  // namespace icp::ui
