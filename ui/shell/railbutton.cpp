#include "ui/shell/railbutton.h"

#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace icp::ui {

RailButton::RailButton(const QString& iconName, const QString& name, const QString& shortcut, QWidget* parent)
    : QAbstractButton(parent), m_icon(iconName), m_shortcut(shortcut) {
    setText(name);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void RailButton::setName(const QString& name) {
    setText(name);
    describe();
}

void RailButton::setMark(Rail::Mark mark, const QString& text) {
    m_mark = mark;
    m_markText = text;
    describe();
    update();
}

void RailButton::setFolded(bool folded) {
    m_folded = folded;
    updateGeometry();
    update();
}

void RailButton::describe() {
    setToolTip(QStringLiteral("%1 (%2)").arg(text(), m_shortcut));
    setAccessibleName(text());
    const QString state = !m_markText.isEmpty()             ? m_markText
                          : m_mark == Rail::Mark::Done      ? tr("done")
                          : m_mark == Rail::Mark::Attention ? tr("needs a look")
                                                            : QString();
    setAccessibleDescription(state);
}

QSize RailButton::sizeHint() const { return {px(m_folded ? 44 : 184), px(m_folded ? 44 : 40)}; }

void RailButton::enterEvent(QEnterEvent*) { update(); }
void RailButton::leaveEvent(QEvent*) { update(); }

void RailButton::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isChecked() || (isEnabled() && underMouse());
    if (lit) {
        painter.setPen(Qt::NoPen);
        painter.setOpacity(isChecked() ? 1 : 0.55);
        painter.setBrush(t.navSel);
        painter.drawRoundedRect(rect(), px(6), px(6));
        painter.setOpacity(1);
        if (isChecked() && !m_folded) {
            painter.setBrush(t.navMark);
            painter.drawRoundedRect(QRectF(0, px(8), px(3), height() - px(16)), px(1.5), px(1.5));
        }
    }
    if (!isEnabled()) painter.setOpacity(0.45);
    const QColor ink = isChecked() ? t.navInk : t.navInk2;
    const int side = px(20);
    const int left = m_folded ? (width() - side) / 2 : px(9);
    painter.drawPixmap(left, (height() - side) / 2, iconPixmap(m_icon, ink, side, devicePixelRatioF()));
    if (m_folded) return;

    painter.setFont(ui::font(Type::Body, isChecked() ? QFont::DemiBold : QFont::Medium));
    painter.setPen(t.navInk);
    painter.drawText(rect().adjusted(px(39), 0, -px(30), 0), Qt::AlignVCenter, text());
    const QRect end = rect().adjusted(0, 0, -px(9), 0);
    if (!m_markText.isEmpty()) {
        painter.setFont(ui::font(Type::Note));
        painter.setPen(t.navInk2);
        painter.drawText(end, Qt::AlignVCenter | Qt::AlignRight, m_markText);
    } else if (m_mark != Rail::Mark::None) {
        const QString sign = m_mark == Rail::Mark::Done ? QStringLiteral("check") : QStringLiteral("warning");
        const int size = px(18);
        painter.drawPixmap(end.right() - size, (height() - size) / 2,
                           iconPixmap(sign, t.navInk2, size, devicePixelRatioF()));
    }
}

}  // namespace icp::ui
