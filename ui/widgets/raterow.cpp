#include "ui/widgets/raterow.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <algorithm>

namespace icp::ui {

RateRow::RateRow(const QString& name, bool inside, QWidget* parent)
    : QWidget(parent), m_name(name), m_inside(inside) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RateRow::setRate(qint64 positives, qint64 n, double rate, double low, double high) {
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
    if (m_other) m_other->update();
}

void RateRow::pair(RateRow* one, RateRow* other) {
    one->m_other = other;
    other->m_other = one;
}

QString RateRow::counts() const {
    return m_n > 0 ? tr("%1 of %2").arg(countText(m_positives), countText(m_n)) : tr("none");
}

/// Counts are no use when cut: they get their room before the bar does.
int RateRow::nameWidth() const {
    const QFontMetrics metrics(icp::ui::font(Type::Note));
    int room = std::max(px(86), int(width() * 0.3));
    for (const RateRow* row : {this, static_cast<const RateRow*>(m_other)})
        if (row) room = std::max(room, metrics.horizontalAdvance(row->counts()) + px(8));
    return room;
}

QSize RateRow::sizeHint() const { return {px(260), px(38)}; }
QSize RateRow::minimumSizeHint() const { return {px(180), px(38)}; }

void RateRow::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const QFont noteFont = icp::ui::font(Type::Note);
    const int nameWidth = this->nameWidth();
    painter.setFont(icp::ui::font(Type::Body));
    painter.setPen(tokens.ink);
    painter.drawText(QRect(0, 0, nameWidth - px(4), height() / 2), Qt::AlignLeft | Qt::AlignBottom,
                     QFontMetrics(painter.font()).elidedText(m_name, Qt::ElideRight, nameWidth - px(4)));
    painter.setFont(noteFont);
    painter.setPen(tokens.ink3);
    painter.drawText(QRect(0, height() / 2, nameWidth, height() / 2), Qt::AlignLeft | Qt::AlignTop, counts());
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
