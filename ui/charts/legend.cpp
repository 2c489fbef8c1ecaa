#include "ui/charts/legend.h"

#include <QEvent>
#include <QPainter>

namespace icp::ui {

namespace {
constexpr int square = 12;
constexpr int afterSquare = 7;
constexpr int betweenItems = 16;
}  // namespace

Legend::Legend(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void Legend::setItems(const std::vector<Item>& items) {
    m_items = items;
    QStringList words;
    for (const Item& item : items) words << item.text;
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize Legend::sizeHint() const {
    const QFontMetrics metrics(ui::font(Type::Note));
    int width = 0;
    for (const Item& item : m_items)
        width += px(square + afterSquare + betweenItems) + metrics.horizontalAdvance(item.text);
    return {std::max(0, width - px(betweenItems)) + 2, std::max(px(square), metrics.height()) + 2};
}

void Legend::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setFont(ui::font(Type::Note));
    const QFontMetrics metrics(painter.font());
    int x = 0;
    for (const Item& item : m_items) {
        const QRect box(x, (height() - px(square)) / 2, px(square), px(square));
        painter.fillRect(
            box, item.colour != nullptr ? QBrush(tokens.*item.colour) : standingBrush(item.swatch, tokens));
        if (item.swatch == Standing::Untested) {
            painter.setPen(tokens.hatch);
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        }
        x += px(square + afterSquare);
        painter.setPen(tokens.ink2);
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, item.text);
        x += metrics.horizontalAdvance(item.text) + px(betweenItems);
    }
}

void Legend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

}  // namespace icp::ui
