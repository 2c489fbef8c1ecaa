#include "ui/widgets/fitbar.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPolygonF>

namespace icp::ui {

FitBar::FitBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FitBar::setCounts(qint64 ideal, qint64 stretch, qint64 bad) {
    m_counts = {ideal, stretch, bad};
    const QString text = ideal + stretch + bad == 0
                             ? tr("No fit yet: no criterion can be checked")
                             : tr("Ideal %1, stretch %2, bad fit %3")
                                   .arg(countText(ideal), countText(stretch), countText(bad));
    setAccessibleName(text);
    setToolTip(text);
    update();
}

QSize FitBar::sizeHint() const { return {px(260), px(54)}; }
QSize FitBar::minimumSizeHint() const { return {px(180), px(54)}; }

void FitBar::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const std::array<QColor, 3> colours{tokens.best, tokens.stretch, tokens.least};
    const std::array<QColor, 3> inks{tokens.onBest, tokens.onLeast, tokens.onLeast};
    const double barHeight = px(28);
    const qint64 total = m_counts[0] + m_counts[1] + m_counts[2];
    if (total == 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.restSoft);
        painter.drawRoundedRect(QRectF(0, 0, width(), barHeight), 3, 3);
    }
    painter.setFont(icp::ui::font(Type::Body, QFont::DemiBold));
    const QFontMetrics metrics(painter.font());
    double left = 0;
    for (std::size_t i = 0; i < m_counts.size() && total > 0; ++i) {
        const double part = double(m_counts[i]) / double(total) * width();
        if (m_counts[i] == 0) continue;
        const QRectF piece(left, 0, std::max(2.0, part - 2), barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours[i]);
        painter.drawRoundedRect(piece, 3, 3);
        const QString count = countText(m_counts[i]);
        if (metrics.horizontalAdvance(count) + px(6) <= piece.width()) {
            painter.setPen(inks[i]);
            painter.drawText(piece, Qt::AlignCenter, count);
        }
        left += part;
    }

    painter.setFont(icp::ui::font(Type::Note));
    const std::array<QString, 3> words{tr("Ideal"), tr("Stretch"), tr("Bad fit")};
    const double middle = barHeight + px(15);
    const double size = px(11);
    double x = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QRectF shape(x, middle - size / 2, size, size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours[i]);
        if (i == 0)
            painter.drawEllipse(shape);
        else if (i == 1)
            painter.drawPolygon(QPolygonF{
                QPointF(shape.center().x(), shape.top() - 1), QPointF(shape.right() + 1, middle),
                QPointF(shape.center().x(), shape.bottom() + 1), QPointF(shape.left() - 1, middle)});
        else
            painter.drawRect(shape);
        painter.setPen(tokens.ink2);
        const int wordWidth = QFontMetrics(painter.font()).horizontalAdvance(words[i]);
        painter.drawText(QRectF(x + size + px(6), middle - px(10), wordWidth + 2, px(20)), Qt::AlignVCenter,
                         words[i]);
        x += size + px(6) + wordWidth + px(16);
    }
}

}  // namespace icp::ui
