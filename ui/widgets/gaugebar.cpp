#include "ui/widgets/gaugebar.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"

#include <algorithm>

namespace icp::ui {

void paintShareBar(QPainter& painter, const QRectF& bar, double share, const QColor& colour,
                   const QColor& track) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(track);
    painter.drawRoundedRect(bar, 2, 2);
    if (share > 0) {
        QRectF filled = bar;
        filled.setWidth(std::max(2.0, bar.width() * std::min(share, 1.0)));
        painter.setBrush(colour);
        painter.drawRoundedRect(filled, 2, 2);
    }
    painter.restore();
}

GaugeBar::GaugeBar(const QString& name, QWidget* parent) : QWidget(parent), m_name(name) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void GaugeBar::setShare(double share, const QString& note) {
    m_share = share;
    m_note = note;
    m_known = true;
    describe();
}

void GaugeBar::clearShare(const QString& note) {
    m_share = 0;
    m_note = note;
    m_known = false;
    describe();
}

void GaugeBar::describe() {
    const QString text = m_known ? tr("%1: %2, %3").arg(m_name, percentText(m_share), m_note)
                                 : tr("%1: %2").arg(m_name, m_note);
    setAccessibleName(text);
    setToolTip(text);
    update();
}

QSize GaugeBar::sizeHint() const { return {px(260), px(38)}; }
QSize GaugeBar::minimumSizeHint() const { return {px(180), px(38)}; }

void GaugeBar::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    const QRect text(0, 0, width(), px(22));

    painter.setFont(icp::ui::font(Type::Body));
    painter.setPen(tokens.ink);
    const QFontMetrics bodyMetrics(painter.font());
    const int percentRight = int(width() * 0.61);
    const int percentWidth =
        m_known ? QFontMetrics(icp::ui::font(Type::Finding)).horizontalAdvance(QStringLiteral("100%")) : 0;
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     bodyMetrics.elidedText(m_name, Qt::ElideRight, percentRight - percentWidth - px(4)));

    painter.setFont(icp::ui::font(Type::Note));
    painter.setPen(tokens.ink3);
    const int noteLeft = m_known ? percentRight + px(6) : bodyMetrics.horizontalAdvance(m_name) + px(12);
    painter.drawText(text.adjusted(noteLeft, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_note, Qt::ElideRight, width() - noteLeft));
    if (m_known) {
        painter.setFont(icp::ui::font(Type::Finding, QFont::DemiBold));
        painter.setPen(tokens.ink);
        painter.drawText(QRect(0, 0, percentRight, px(22)), Qt::AlignRight | Qt::AlignVCenter,
                         percentText(m_share));
    }
    paintShareBar(painter, QRectF(0, px(25), width(), px(11)), m_share, tokens.best, tokens.restSoft);
}

}  // namespace icp::ui
