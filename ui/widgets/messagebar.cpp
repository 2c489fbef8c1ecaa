#include "ui/widgets/messagebar.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace icp::ui {

namespace {

struct Look {
    QColor back;
    QColor line;
    QColor ink;
    QString icon;
};

Look lookOf(MessageBar::Kind kind, const Tokens& t) {
    switch (kind) {
        case MessageBar::Kind::Ok:
            return {t.okBg, t.okInk, t.okInk, QStringLiteral("check")};
        case MessageBar::Kind::Warning:
            return {t.warnBg, t.warnLine, t.warnInk, QStringLiteral("warning")};
        case MessageBar::Kind::Error:
            return {t.errBg, t.errLine, t.errInk, QStringLiteral("cross")};
        case MessageBar::Kind::Info:
            break;
    }
    return {t.infoBg, t.infoLine, t.infoInk, QStringLiteral("info")};
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel), m_text(new Text({}, int(Type::Body))), m_actions(new QHBoxLayout) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(14), px(4), px(8), px(4));
    row->setSpacing(px(10));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_text->setMinimumHeight(px(32));
    m_actions->setSpacing(px(8));
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text) {
    clear();
    m_kind = kind;
    m_text->setText(text);
    setAccessibleName(text);
    restyle();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QPushButton* MessageBar::addAction(const QString& text, std::function<void()> triggered) {
    QPushButton* button = secondaryButton(text);
    button->setProperty("small", true);
    connect(button, &QPushButton::clicked, this, [call = std::move(triggered)] { call(); });
    m_actions->addWidget(button);
    return button;
}

void MessageBar::clear() {
    hide();
    m_text->clear();
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) restyle();
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    auto* action = qobject_cast<QPushButton*>(focusWidget());
    if (action && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        action->click();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::restyle() {
    const Look look = lookOf(m_kind, Tokens::of(this));
    m_icon->setPixmap(iconPixmap(look.icon, look.ink, px(20), devicePixelRatioF()));
    update();
}

void MessageBar::paintEvent(QPaintEvent*) {
    const Look look = lookOf(m_kind, Tokens::of(this));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.line);
    painter.setBrush(look.back);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

}  // namespace icp::ui
