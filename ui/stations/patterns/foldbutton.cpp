#include "ui/stations/patterns/foldbutton.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace icp::ui {

namespace {
constexpr int rowHeight = 32;
constexpr int margin = 12;
}  // namespace

FoldButton::FoldButton(QWidget* parent) : QPushButton(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(px(rowHeight));
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
}

void FoldButton::show(const QString& name, int count, bool open) {
    m_count = count;
    m_open = open;
    setText(name);
    setAccessibleName(tr("%1, %2", "No pattern found, 5").arg(name, countText(count)));
    setAccessibleDescription(open ? tr("open") : tr("folded"));
    setToolTip(open ? tr("Fold away") : tr("Show in the list"));
    update();
}

QSize FoldButton::sizeHint() const { return {px(160), px(rowHeight)}; }

void FoldButton::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setPen(tokens.line);
    painter.drawLine(0, 0, width(), 0);
    if (underMouse()) painter.fillRect(rect().adjusted(0, 1, 0, 0), tokens.surface2);
    const int size = px(16);
    painter.drawPixmap(px(margin), rect().center().y() - size / 2 + 1,
                       iconPixmap(m_open ? QStringLiteral("down") : QStringLiteral("right"), tokens.ink2,
                                  size, devicePixelRatioF()));
    painter.setFont(ui::font(Type::Table));
    painter.setPen(tokens.ink2);
    const QString count = countText(m_count);
    const QRect words = rect().adjusted(px(margin) + size + px(8), 0, -px(margin), 0);
    const QFontMetrics metrics(painter.font());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, count);
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(text(), Qt::ElideRight, words.width() - metrics.horizontalAdvance(count) - px(8)));
}

}  // namespace icp::ui
