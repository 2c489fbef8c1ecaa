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

RateBar::RateBar(const QString& name, bool inside, QWidget* parent)
    : QWidget(parent), m_name(name), m_inside(inside) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RateBar::setRate(qint64 positives, qint64 n, double rate, double low, double high) {
    m_positives = positives;
    m_n = n;
    m_rate = rate;
    m_low = low;
    m_high = high;
    const QString text = n > 0 ? tr("%1: %2, %3 of %4, 95% range %5 to %6")
                                     .arg(m_name, percentText(rate), countText(positives), countText(n),
                                          percentText(low), percentText(high))
                               : tr("%1: none").arg(m_name);
    setAccessibleName(text);
    setToolTip(text);
    update();
}

QSize RateBar::sizeHint() const { return {px(260), px(38)}; }
QSize RateBar::minimumSizeHint() const { return {px(180), px(38)}; }

void RateBar::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const QString counts = m_n > 0 ? tr("%1 of %2").arg(countText(m_positives), countText(m_n)) : tr("none");
    const QFont noteFont = icp::ui::font(Type::Note);
    const int nameWidth = std::max(px(70), QFontMetrics(noteFont).horizontalAdvance(counts) + px(8));
    painter.setFont(icp::ui::font(Type::Body));
    painter.setPen(tokens.ink);
    painter.drawText(QRect(0, 0, nameWidth - px(4), height() / 2), Qt::AlignLeft | Qt::AlignBottom,
                     QFontMetrics(painter.font()).elidedText(m_name, Qt::ElideRight, nameWidth - px(4)));
    painter.setFont(noteFont);
    painter.setPen(tokens.ink3);
    painter.drawText(QRect(0, height() / 2, nameWidth, height() / 2), Qt::AlignLeft | Qt::AlignTop, counts);
    if (m_n == 0) return;

    const QFont rateFont = icp::ui::font(Type::Body, QFont::DemiBold);
    const int rateWidth = QFontMetrics(rateFont).horizontalAdvance(QStringLiteral("100%")) + px(8);
    const double scale = width() - nameWidth - rateWidth;
    const QRectF bar(nameWidth, (height() - px(17)) / 2.0, scale * m_rate, px(17));
    painter.fillRect(bar, m_inside ? tokens.best : tokens.rest);

    const double low = nameWidth + scale * m_low;
    const double high = nameWidth + scale * m_high;
    const double y = bar.center().y();
    const double cap = px(6);
    for (const auto& [colour, pen] : {std::pair{tokens.surface, 3.5}, std::pair{tokens.ink, 1.8}}) {
        painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(low, y), QPointF(high, y));
        painter.drawLine(QPointF(low, y - cap), QPointF(low, y + cap));
        painter.drawLine(QPointF(high, y - cap), QPointF(high, y + cap));
    }
    painter.setFont(rateFont);
    painter.setPen(tokens.ink);
    painter.drawText(QPointF(high + px(8), y + QFontMetrics(rateFont).ascent() / 2.0 - 1),
                     percentText(m_rate));
}

}  // namespace icp::ui
