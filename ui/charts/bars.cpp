#include "ui/charts/bars.h"

#include "ui/charts/words.h"

#include <QPainter>

#include <algorithm>

namespace icp::ui {

void paintSparkBars(QPainter& painter, const QRectF& rect, const AttributeProfile& attribute, double base,
                    double maximum, bool ranked, const Tokens& tokens) {
    if (attribute.levels.empty() || !(maximum > 0)) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double count = double(attribute.levels.size());
    const double pitch = std::min(double(px(18)), rect.width() / count);
    const double gap = pitch > 6 ? 2 : 1;
    const auto y = [&](double share) {
        return rect.bottom() - std::min(1.0, share / maximum) * rect.height();
    };
    double x = rect.right() - pitch * count + gap;
    for (const Level& level : attribute.levels) {
        const Standing kind = ranked ? standing(level, base) : Standing::Unclear;
        const double top = std::min(y(level.rate.rate), rect.bottom() - 1);
        const QRectF bar(QPointF(x, top), QPointF(x + std::max(1.0, pitch - gap), rect.bottom()));
        painter.fillRect(bar, standingBrush(kind, tokens));
        x += pitch;
    }
    painter.setPen(QPen(tokens.baseline, 1, Qt::DotLine));
    painter.drawLine(QPointF(rect.left(), y(base)), QPointF(rect.right(), y(base)));
    painter.restore();
}

void paintRateBar(QPainter& painter, const QRectF& rect, const Rate& rate, double base, double maximum,
                  const Tokens& tokens) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Table, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    const double room = metrics.horizontalAdvance(QStringLiteral("100%")) + px(10);
    const double width = std::max(1.0, rect.width() - room);
    const auto x = [&](double share) { return rect.left() + std::min(1.0, share / maximum) * width; };
    const double middle = rect.center().y();
    const double half = px(7);

    painter.setPen(Qt::NoPen);
    painter.setBrush(standingColour(standing(rate, base), tokens));
    painter.drawRoundedRect(QRectF(QPointF(rect.left(), middle - half), QPointF(x(rate.rate), middle + half)),
                            2, 2);
    for (const auto& [colour, pen] : {std::pair{tokens.surface, 3.5}, std::pair{tokens.ink, 1.8}}) {
        painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x(rate.low), middle), QPointF(x(rate.high), middle));
        for (const double end : {rate.low, rate.high})
            painter.drawLine(QPointF(x(end), middle - px(5)), QPointF(x(end), middle + px(5)));
    }
    QPen dashed(tokens.baseline, 1.5);
    dashed.setDashPattern({3, 2});
    painter.setPen(dashed);
    painter.drawLine(QPointF(x(base), rect.top()), QPointF(x(base), rect.bottom()));
    painter.setPen(tokens.ink);
    const QString text = percentText(rate.rate);
    double left = x(rate.high) + px(8);
    const bool crossed = x(base) > left - px(4) && x(base) < left + metrics.horizontalAdvance(text) + px(3);
    if (crossed) left = x(base) + px(6);
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), text);
    painter.restore();
}

void paintPartBar(QPainter& painter, const QRectF& rect, double share, const QColor& colour,
                  const Tokens& tokens) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.restSoft);
    painter.drawRoundedRect(rect, 2, 2);
    QRectF part = rect;
    part.setWidth(std::max(2.0, rect.width() * std::clamp(share, 0.0, 1.0)));
    painter.setBrush(colour);
    painter.drawRoundedRect(part, 2, 2);
    painter.restore();
}

}  // namespace icp::ui
