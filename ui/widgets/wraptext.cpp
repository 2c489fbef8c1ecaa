#include "ui/widgets/wraptext.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace icp::ui {

namespace {

/// Lays out `text`; the height it takes.
double layOut(QTextLayout& layout, double width) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1.0));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QString prepared(const QString& text) { return unbroken(text).replace(u'\n', QChar::LineSeparator); }

}  // namespace

QString unbroken(QString text) {
    constexpr char16_t joiner = 0x2060;
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] != QChar(0x2013) || text[i - 1].isSpace() || text[i + 1].isSpace()) continue;
        text.insert(i + 1, QChar(joiner));
        text.insert(i, QChar(joiner));
        i += 2;
    }
    return text;
}

double wrappedHeight(const QFont& font, const QString& text, double width) {
    QTextLayout layout(prepared(text), font);
    return layOut(layout, width);
}

void paintWrapped(QPainter& painter, const QRectF& place, const QString& text) {
    QTextLayout layout(prepared(text), painter.font());
    layOut(layout, place.width());
    layout.draw(&painter, place.topLeft());
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
    if (m_oneLine) setToolTip(text);
    updateGeometry();
    update();
}

void WrapText::setOneLine(bool oneLine) {
    m_oneLine = oneLine;
    setToolTip(oneLine ? m_text : QString());
    updateGeometry();
}

void WrapText::setInk(QColor Tokens::*ink) {
    m_ink = ink;
    update();
}

QFont WrapText::textFont() const { return icp::ui::font(m_type, m_weight); }

int WrapText::heightForWidth(int width) const {
    if (m_text.isEmpty()) return 0;
    if (m_oneLine) return QFontMetrics(textFont()).height();
    return int(std::ceil(wrappedHeight(textFont(), m_text, width)));
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
    if (m_oneLine)
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(painter.font()).elidedText(m_text, Qt::ElideRight, width()));
    else
        paintWrapped(painter, rect(), m_text);
}

}  // namespace icp::ui
