#include "ui/widgets/controls.h"

#include "ui/theme/tokens.h"

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace icp::ui {

namespace {

QPushButton* pushButton(const char* look, const QString& text, const QString& iconName,
                        QColor Tokens::*colour, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setProperty("look", QString::fromLatin1(look));
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    if (!iconName.isEmpty()) {
        button->setIcon(icon(iconName, colour));
        button->setIconSize(QSize(px(26), px(20)));
    }
    return button;
}

}  // namespace

QPushButton* primaryButton(const QString& text, const QString& iconName, QWidget* parent) {
    return pushButton("primary", text, iconName, &Tokens::onPrimary, parent);
}

QPushButton* nextButton(const QString& text, QWidget* parent) {
    QPushButton* button = primaryButton(text, QStringLiteral("right"), parent);
    button->setLayoutDirection(button->isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
    return button;
}

QPushButton* secondaryButton(const QString& text, const QString& iconName, QWidget* parent) {
    return pushButton("secondary", text, iconName, &Tokens::ink2, parent);
}

QPushButton* linkButton(const QString& text, const QString& iconName, QWidget* parent) {
    return pushButton("link", text, iconName, &Tokens::link, parent);
}

QToolButton* iconButton(const QString& iconName, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(ui::icon(iconName, &Tokens::ink2));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFixedSize(px(36), px(36));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QLineEdit* searchField(const QString& prompt, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setPlaceholderText(prompt);
    field->setAccessibleName(prompt);
    field->setClearButtonEnabled(true);
    field->setProperty("small", true);
    field->addAction(ui::icon(QStringLiteral("search"), &Tokens::ink3), QLineEdit::LeadingPosition);
    return field;
}

Text::Text(const QString& text, int type, Ink ink, QWidget* parent)
    : QLabel(text, parent), m_type(type), m_ink(ink) {
    restyle();
}

void Text::setInk(Ink ink) {
    m_ink = ink;
    restyle();
}

void Text::setWeight(int weight) {
    m_weight = weight;
    restyle();
}

int Text::heightForWidth(int width) const {
    Measured now{text(), font(), contentsMargins() + margin(), indent(), wordWrap()};
    if (now != m_measured || m_heights.size() > 100) {
        m_measured = std::move(now);
        m_heights.clear();
    }
    const auto known = m_heights.constFind(width);
    return known != m_heights.constEnd() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
}

// Pages that were never shown are told of a theme only when they are polished.
bool Text::event(QEvent* event) {
    const bool handled = QLabel::event(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::Polish) restyle();
    return handled;
}

void Text::restyle() {
    const Tokens& tokens = Tokens::of(QApplication::palette());
    const QColor colour = [&] {
        switch (m_ink) {
            case Ink::Second:
                return tokens.ink2;
            case Ink::Third:
                return tokens.ink3;
            case Ink::Link:
                return tokens.link;
            case Ink::Warn:
                return tokens.warnInk;
            case Ink::Bad:
                return tokens.leastInk;
            case Ink::Purple:
                return tokens.purple;
            case Ink::Normal:
                break;
        }
        return tokens.ink;
    }();
    const QFont wanted = ui::font(Type(m_type), m_weight);
    if (font() != wanted) setFont(wanted);
    if (palette().color(QPalette::WindowText) == colour) return;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, colour);
    setPalette(changed);
}

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QLabel(text, parent), m_tone(tone) {
    setTone(tone);
    setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setTone(Tone tone) {
    m_tone = tone;
    const QFont wanted = ui::font(Type::Note, QFont::Medium);
    if (font() != wanted) setFont(wanted);
    setFixedHeight(px(22));
    setContentsMargins(px(7), 0, px(7), 0);
    update();
}

bool Badge::event(QEvent* event) {
    const bool handled = QLabel::event(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::Polish) setTone(m_tone);
    return handled;
}

void Badge::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(QApplication::palette());
    const auto [back, ink] = [&]() -> std::pair<QColor, QColor> {
        switch (m_tone) {
            case Tone::Info:
                return {tokens.bestSoft, tokens.infoInk};
            case Tone::Ok:
                return {tokens.okBg, tokens.okInk};
            case Tone::Warn:
                return {tokens.warnBg, tokens.warnInk};
            case Tone::Error:
                return {tokens.errBg, tokens.errInk};
            case Tone::Grey:
                break;
        }
        return {tokens.restSoft, tokens.ink2};
    }();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(back);
    painter.drawRoundedRect(rect(), px(4), px(4));
    painter.setPen(ink);
    painter.drawText(contentsRect(), int(alignment()), text());
}

Chip::Chip(const QString& text, const QString& iconName, QWidget* parent) : QPushButton(text, parent) {
    setProperty("look", QStringLiteral("chip"));
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (iconName.isEmpty()) return;
    setIcon(ui::icon(iconName, &Tokens::ink2));
    setIconSize(QSize(px(20), px(16)));
}

SegmentedSwitch::SegmentedSwitch(const QStringList& texts, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < texts.size(); ++i) {
        auto* button = new QToolButton;
        button->setText(texts[i]);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setProperty("look", QStringLiteral("segment"));
        m_group->addButton(button, i);
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    place();
    setCurrent(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on) Q_EMIT currentChanged(index);
    });
}

int SegmentedSwitch::current() const { return m_group->checkedId(); }

void SegmentedSwitch::setCurrent(int index) {
    if (QAbstractButton* button = m_group->button(index)) button->setChecked(true);
}

static constexpr const char* withheld = "withheld";

/// Round corners at both ends of what is offered.
void SegmentedSwitch::place() {
    QList<QAbstractButton*> offered;
    for (QAbstractButton* button : m_group->buttons())
        if (!button->property(withheld).toBool()) offered << button;
    for (QAbstractButton* button : offered) {
        button->setProperty("place", offered.size() == 1         ? QStringLiteral("only")
                                     : button == offered.first() ? QStringLiteral("first")
                                     : button == offered.last()  ? QStringLiteral("last")
                                                                 : QStringLiteral("middle"));
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
}

void SegmentedSwitch::setOffered(int index, bool offered) {
    QAbstractButton* button = m_group->button(index);
    if (button == nullptr || button->property(withheld).toBool() != offered) return;
    button->setProperty(withheld, !offered);
    button->setVisible(offered);
    place();
}

void SegmentedSwitch::setText(int index, const QString& text) {
    if (QAbstractButton* button = m_group->button(index)) button->setText(text);
}

}  // namespace icp::ui
