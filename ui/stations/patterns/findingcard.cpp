#include "ui/stations/patterns/findingcard.h"

#include "ui/stations/methodfold.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

QString iconOf(FindingCard::Kind kind) {
    switch (kind) {
        case FindingCard::Kind::Driver:
            return QStringLiteral("bolt");
        case FindingCard::Kind::Exclusion:
            return QStringLiteral("ban");
        case FindingCard::Kind::Habit:
            return QStringLiteral("compass");
        case FindingCard::Kind::Size:
            return QStringLiteral("scales");
        case FindingCard::Kind::Nothing:
            break;
    }
    return QStringLiteral("info");
}

Text::Ink inkOf(FindingCard::Kind kind) {
    switch (kind) {
        case FindingCard::Kind::Driver:
            return Text::Ink::Link;
        case FindingCard::Kind::Exclusion:
            return Text::Ink::Bad;
        case FindingCard::Kind::Habit:
            return Text::Ink::Warn;
        case FindingCard::Kind::Size:
            return Text::Ink::Purple;
        case FindingCard::Kind::Nothing:
            break;
    }
    return Text::Ink::Third;
}

Text* paragraph(const QString& text, Type type, Text::Ink ink) {
    auto* label = new Text(unbroken(text), int(type), ink);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

FindingCard::FindingCard(Kind kind, const QString& kicker, const FindingText& text, QWidget* parent)
    : Card(parent), m_kind(kind), m_icon(new QLabel) {
    body()->setContentsMargins(px(18), px(12), px(14), px(14));
    body()->setSpacing(px(6));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(6));
    head->addWidget(m_icon);
    auto* name = new Text(kicker, int(Type::Table), inkOf(kind));
    name->setWeight(QFont::DemiBold);
    head->addWidget(name, 1);
    body()->addLayout(head);
    body()->addWidget(paragraph(text.title, Type::Finding, Text::Ink::Normal));
    if (!text.numbers.isEmpty()) body()->addWidget(paragraph(text.numbers, Type::Table, Text::Ink::Second));
    setAccessibleName(QStringLiteral("%1: %2").arg(kicker, text.title));
    setAccessibleDescription(text.numbers);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    restyle();
}

void FindingCard::addPicture(QWidget* picture) {
    body()->insertWidget(body()->count() - m_below - (m_buttons == nullptr ? 0 : 1), picture);
}

void FindingCard::setMethod(const QString& method) {
    body()->addWidget(new MethodFold(method));
    m_below = 1;
}

QPushButton* FindingCard::addButton(const QString& text, const QString& iconName, const QString& tip,
                                    bool primary) {
    if (m_buttons == nullptr) {
        m_buttons = new QHBoxLayout;
        m_buttons->setSpacing(px(8));
        m_buttons->setContentsMargins(0, px(4), 0, 0);
        m_buttons->addStretch(1);
        body()->insertLayout(body()->count() - m_below, m_buttons);
    }
    QPushButton* button = primary ? primaryButton(text, iconName) : secondaryButton(text, iconName);
    button->setProperty("small", true);
    button->setToolTip(tip);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void FindingCard::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) restyle();
}

void FindingCard::restyle() {
    const Tokens& tokens = Tokens::of(this);
    const auto [edge, ink] = [&]() -> std::pair<QColor, QColor> {
        switch (m_kind) {
            case Kind::Driver:
                return {tokens.best, tokens.link};
            case Kind::Exclusion:
                return {tokens.least, tokens.leastInk};
            case Kind::Habit:
                return {tokens.warnLine, tokens.warnInk};
            case Kind::Size:
                return {tokens.purple, tokens.purple};
            case Kind::Nothing:
                break;
        }
        return {tokens.rest, tokens.ink3};
    }();
    setEdge(edge);
    m_icon->setPixmap(iconPixmap(iconOf(m_kind), ink, px(18), devicePixelRatioF()));
}

}  // namespace icp::ui
