#include "ui/widgets/wraptext.h"

#include <QPainter>

namespace icp::ui {

namespace {
constexpr int wrapping = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere | Qt::TextWordWrap;
}

WrapText::WrapText(Type type, int weight, QWidget* parent) : QWidget(parent), m_type(type), m_weight(weight) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrapText::setText(const QString& text) {
    if (m_text == text) return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void WrapText::setInk(QColor Tokens::*ink) {
    m_ink = ink;
    update();
}

QFont WrapText::textFont() const { return icp::ui::font(m_type, m_weight); }

int WrapText::heightForWidth(int width) const {
    const QFontMetrics metrics(textFont());
    if (m_text.isEmpty()) return 0;
    return metrics.boundingRect(QRect(0, 0, std::max(width, 1), 100000), wrapping, m_text).height();
}

QSize WrapText::sizeHint() const {
    const QFontMetrics metrics(textFont());
    return {metrics.horizontalAdvance(m_text) + 2, m_text.isEmpty() ? 0 : metrics.height()};
}

QSize WrapText::minimumSizeHint() const {
    return {px(40), m_text.isEmpty() ? 0 : QFontMetrics(textFont()).height()};
}

void WrapText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(textFont());
    painter.setPen(Tokens::of(this).*m_ink);
    painter.drawText(rect(), wrapping, m_text);
}

}  // namespace icp::ui
