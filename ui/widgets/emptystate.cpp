#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QEvent>
#include <QHBoxLayout>

namespace icp::ui {

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), m_iconName(iconName), m_icon(new QLabel), m_buttons(new QHBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(px(8));
    auto* head = new Text(title, int(Type::MainCardTitle));
    auto* body = new Text(text, int(Type::Body), Text::Ink::Second);
    head->setWordWrap(true);
    body->setWordWrap(true);
    for (QLabel* label : {m_icon, static_cast<QLabel*>(head), static_cast<QLabel*>(body)})
        label->setAlignment(Qt::AlignCenter);
    body->setFixedWidth(px(400));
    body->setMinimumHeight(body->heightForWidth(px(400)));
    m_buttons->setSpacing(px(8));
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    column->addStretch(1);
    column->addWidget(m_icon);
    column->addWidget(head);
    column->addWidget(body, 0, Qt::AlignHCenter);
    column->addSpacing(px(8));
    column->addLayout(m_buttons);
    column->addStretch(1);
    setAccessibleName(title);
    restyle();
}

void EmptyState::addPrimary(const QString& text, const QString& iconName, std::function<void()> triggered) {
    QPushButton* button = primaryButton(text, iconName);
    connect(button, &QPushButton::clicked, this, [call = std::move(triggered)] { call(); });
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void EmptyState::addSecondary(const QString& text, std::function<void()> triggered) {
    QPushButton* button = secondaryButton(text);
    connect(button, &QPushButton::clicked, this, [call = std::move(triggered)] { call(); });
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void EmptyState::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) restyle();
}

void EmptyState::restyle() {
    m_icon->setPixmap(iconPixmap(m_iconName, Tokens::of(this).ctl, px(48), devicePixelRatioF()));
}

}  // namespace icp::ui
