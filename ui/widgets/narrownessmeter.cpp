#include "ui/widgets/narrownessmeter.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace icp::ui {

NarrownessMeter::NarrownessMeter(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NarrownessMeter::setPosition(double position, const QString& words) {
    m_position = position < 0 ? -1 : std::min(position, 1.0);
    setAccessibleName(tr("How narrow: %1").arg(words));
    setToolTip(words);
    update();
}

QSize NarrownessMeter::sizeHint() const { return {px(260), px(66)}; }
QSize NarrownessMeter::minimumSizeHint() const { return {px(180), px(66)}; }

void NarrownessMeter::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);

    const double gap = 2;
    const double top = px(12);
    const double zoneHeight = px(20);
    double left = 0;
    const std::array<double, 3> shares{0.27, 0.46, 0.27};
    for (std::size_t zone = 0; zone < shares.size(); ++zone) {
        const double right = left + shares[zone] * width();
        painter.setBrush(zone == 1 ? tokens.bestSoft : tokens.leastSoft);
        painter.drawRoundedRect(QRectF(left, top, right - left - (zone < 2 ? gap : 0), zoneHeight), 2, 2);
        left = right;
    }

    if (m_position >= 0) {
        const double x = std::clamp(m_position * width(), double(px(8)), double(width() - px(8)));
        const double half = px(7);
        const double tip = px(9);
        painter.setBrush(tokens.ink);
        painter.drawRect(QRectF(x - 1, top, 2, zoneHeight));
        QPainterPath marks;
        marks.moveTo(x - half, top - tip);
        marks.lineTo(x + half, top - tip);
        marks.lineTo(x, top);
        marks.closeSubpath();
        marks.moveTo(x - half, top + zoneHeight + tip);
        marks.lineTo(x + half, top + zoneHeight + tip);
        marks.lineTo(x, top + zoneHeight);
        marks.closeSubpath();
        painter.drawPath(marks);
    }

    painter.setFont(icp::ui::font(Type::Note));
    painter.setPen(tokens.ink2);
    const QRectF words(0, top + zoneHeight + px(12), width(), px(20));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, tr("Too broad"));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, tr("Too narrow"));
}

}  // namespace icp::ui
