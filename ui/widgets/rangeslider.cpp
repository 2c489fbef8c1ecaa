#include "ui/widgets/rangeslider.h"

#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {
constexpr double handleRadius = 8;
}

RangeSlider::RangeSlider(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RangeSlider::setStops(int stops) {
    m_stops = std::max(stops, 1);
    m_low = 0;
    m_high = m_stops;
    update();
}

void RangeSlider::setRange(int low, int high) {
    m_low = std::clamp(low, 0, m_stops);
    m_high = std::clamp(high, m_low, m_stops);
    update();
}

QSize RangeSlider::sizeHint() const { return {px(240), px(30)}; }
QSize RangeSlider::minimumSizeHint() const { return {px(120), px(30)}; }

double RangeSlider::xOf(int stop) const {
    const double edge = px(handleRadius) + 2;
    return edge + (width() - 2 * edge) * stop / m_stops;
}

int RangeSlider::stopAt(double x) const {
    const double edge = px(handleRadius) + 2;
    const double share = (x - edge) / std::max(1.0, width() - 2 * edge);
    return std::clamp(int(std::lround(share * m_stops)), 0, m_stops);
}

void RangeSlider::place(int stop) {
    const int low = m_upper ? m_low : std::clamp(stop, 0, m_high - 1);
    const int high = m_upper ? std::clamp(stop, m_low + 1, m_stops) : m_high;
    if (low == m_low && high == m_high) return;
    m_low = low;
    m_high = high;
    update();
    Q_EMIT moved(m_low, m_high);
}

void RangeSlider::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double thick = px(5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.restSoft);
    painter.drawRoundedRect(QRectF(xOf(0), middle - thick / 2, xOf(m_stops) - xOf(0), thick), thick / 2,
                            thick / 2);
    painter.setBrush(tokens.primary);
    painter.drawRect(QRectF(xOf(m_low), middle - thick / 2, xOf(m_high) - xOf(m_low), thick));
    for (const bool upper : {false, true}) {
        const QPointF centre(xOf(upper ? m_high : m_low), middle);
        painter.setBrush(tokens.surface);
        painter.setPen(QPen(tokens.primary, 2));
        painter.drawEllipse(centre, px(handleRadius) - 1, px(handleRadius) - 1);
        if (hasFocus() && upper == m_upper) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(tokens.focus, 2));
            painter.drawEllipse(centre, px(handleRadius) + 2, px(handleRadius) + 2);
        }
    }
}

void RangeSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const double x = event->position().x();
    const double toLow = std::abs(x - xOf(m_low));
    const double toHigh = std::abs(x - xOf(m_high));
    m_upper = toHigh < toLow || (toHigh == toLow && x > xOf(m_high));
    m_dragged = true;
    place(stopAt(x));
    update();
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragged) place(stopAt(event->position().x()));
}

void RangeSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_dragged) return;
    m_dragged = false;
    Q_EMIT released();
}

void RangeSlider::keyPressEvent(QKeyEvent* event) {
    const int here = m_upper ? m_high : m_low;
    const int page = std::max(1, m_stops / 10);
    int to = here;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            to = here - 1;
            break;
        case Qt::Key_Right:
        case Qt::Key_Up:
            to = here + 1;
            break;
        case Qt::Key_PageDown:
            to = here - page;
            break;
        case Qt::Key_PageUp:
            to = here + page;
            break;
        case Qt::Key_Home:
            to = 0;
            break;
        case Qt::Key_End:
            to = m_stops;
            break;
        case Qt::Key_Space:
            m_upper = !m_upper;
            update();
            return;
        default:
            QWidget::keyPressEvent(event);
            return;
    }
    place(to);
    if ((m_upper ? m_high : m_low) != here) Q_EMIT released();
}

void RangeSlider::focusInEvent(QFocusEvent* event) {
    if (event->reason() == Qt::TabFocusReason)
        m_upper = false;
    else if (event->reason() == Qt::BacktabFocusReason)
        m_upper = true;
    QWidget::focusInEvent(event);
}

}  // namespace icp::ui
