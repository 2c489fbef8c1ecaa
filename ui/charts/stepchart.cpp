#include "ui/charts/stepchart.h"

#include "core/base/shown.h"

#include <QLocale>
#include <QPainterPath>
#include <QtCharts/QLineSeries>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int wantedTicks = 6;
constexpr std::array standings{Standing::Above, Standing::Unclear};

QString dayText(double day) { return QLocale().toString(qRound(day)); }

}  // namespace

double StepCurve::at(double day) const {
    double share = start;
    for (const Step& step : steps) {
        if (step.day > day) break;
        share = step.share;
    }
    return share;
}

StepChart::StepChart(QWidget* parent) : ChartView(parent) {}

void StepChart::setCurves(const std::vector<StepCurve>& curves, double horizon, const QString& title) {
    m_curves = curves;
    m_horizon = std::max(1.0, horizon);
    const Scale days = niceScale(m_horizon, wantedTicks);
    m_step = days.step;
    std::vector<ColumnLabel> labels;
    for (int i = 0; i < days.ticks(); ++i) labels.push_back({dayText(i * m_step), {}, false});
    double highest = 0;
    for (const StepCurve& curve : m_curves) {
        if (!curve.told) continue;
        highest = std::max(highest, curve.start);
        for (const StepCurve::Step& step : curve.steps)
            if (step.day <= m_horizon) highest = std::max(highest, step.share);
    }
    begin(labels, niceScale(std::max(0.05, std::min(1.0, highest * 1.05)) * 100, 5), QStringLiteral("%d%%"));
    // The lines of Qt Charts carry the values; the overlay adds bands and marks, and draws them as steps.
    for (const StepCurve& curve : m_curves) {
        auto* line = new QLineSeries;
        if (!curve.told) {
            attach(line);
            continue;
        }
        double before = curve.start;
        line->append(0, before * 100);
        for (const StepCurve::Step& step : curve.steps) {
            if (step.day > m_horizon) break;
            line->append(step.day / m_step, before * 100);
            line->append(step.day / m_step, step.share * 100);
            before = step.share;
        }
        line->append(m_horizon / m_step, before * 100);
        attach(line);
    }
    if (m_curves.empty()) attach(new QLineSeries);
    setTitle(title);
    finish();
}

std::vector<Legend::Item> StepChart::legend() const {
    std::vector<Legend::Item> items;
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        items.push_back({m_curves[i].name, standings[std::min(i, standings.size() - 1)]});
    return items;
}

const StepCurve::Step* StepChart::stepAt(const StepCurve& curve, double day) const {
    const StepCurve::Step* last = nullptr;
    for (const StepCurve::Step& step : curve.steps) {
        if (step.day > day) break;
        last = &step;
    }
    return last;
}

std::vector<QStringList> StepChart::table() const {
    std::vector<QStringList> rows{{tr("Days")}};
    for (const StepCurve& curve : m_curves) rows.front() << curve.name << tr("Range from") << tr("Range to");
    for (int i = 0; i < columns(); ++i) {
        QStringList row{dayText(dayOf(i))};
        for (const StepCurve& curve : m_curves) {
            const StepCurve::Step* step = stepAt(curve, dayOf(i));
            if (!curve.told) {
                row << QString() << QString() << QString();
                continue;
            }
            row << percentText(step != nullptr ? step->share : curve.start)
                << (step != nullptr ? percentText(step->low) : QString())
                << (step != nullptr ? percentText(step->high) : QString());
        }
        rows.push_back(row);
    }
    return rows;
}

QString StepChart::tip(int column) const {
    QStringList lines{QStringLiteral("<b>%1</b>").arg(tr("After %1 days").arg(dayText(dayOf(column))))};
    for (const StepCurve& curve : m_curves) {
        if (!curve.told) {
            lines << curve.name;
            continue;
        }
        const StepCurve::Step* step = stepAt(curve, dayOf(column));
        const QString share = percentText(step != nullptr ? step->share : curve.start);
        lines << (step != nullptr
                      ? tr("%1: %2, range %3 to %4")
                            .arg(curve.name, share, percentText(step->low), percentText(step->high))
                      : tr("%1: %2").arg(curve.name, share));
    }
    return lines.join(QStringLiteral("<br/>"));
}

void StepChart::recolour(const Tokens& tokens) {
    const auto lines = chart()->series();
    for (int i = 0; i < lines.size(); ++i)
        static_cast<QLineSeries*>(lines[i])->setPen(
            QPen(standingColour(standings[std::min(std::size_t(i), standings.size() - 1)], tokens), 2.2));
}

QPointF StepChart::place(double day, double share) const {
    const QPointF zero = position(0, share * 100);
    return {zero.x() + day / m_step * columnWidth(), zero.y()};
}

void StepChart::paintOver(QPainter& painter, const Tokens& tokens) const {
    for (std::size_t i = m_curves.size(); i-- > 0;) {
        const StepCurve& curve = m_curves[i];
        if (!curve.told) continue;
        QColor band = standingColour(standings[std::min(i, standings.size() - 1)], tokens);
        band.setAlphaF(0.16F);
        for (std::size_t s = 0; s < curve.steps.size(); ++s) {
            const StepCurve::Step& step = curve.steps[s];
            if (step.day > m_horizon) break;
            const double until =
                s + 1 < curve.steps.size() ? std::min(m_horizon, curve.steps[s + 1].day) : m_horizon;
            painter.fillRect(QRectF(place(step.day, step.high), place(until, step.low)), band);
        }
    }
    painter.setFont(ui::font(Type::Table, QFont::DemiBold));
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const StepCurve& curve = m_curves[i];
        if (!curve.told || !curve.mark || *curve.mark > m_horizon) continue;
        const QPointF point = place(*curve.mark, curve.at(*curve.mark));
        painter.setPen(QPen(tokens.surface, 2));
        painter.setBrush(standingColour(standings[std::min(i, standings.size() - 1)], tokens));
        painter.drawEllipse(point, px(6), px(6));
        drawOutlined(painter, point + QPointF(px(10), px(16)), tr("%1 days").arg(dayText(*curve.mark)),
                     tokens.ink, tokens.surface);
    }
}

}  // namespace icp::ui
