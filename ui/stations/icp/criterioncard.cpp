#include "ui/stations/icp/criterioncard.h"

#include "core/deck/facts.h"
#include "ui/models/sectionmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/levelpicker.h"
#include "ui/widgets/wraptext.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace icp::ui {

namespace {

std::optional<CriterionAct> actOf(const QKeyEvent& event) {
    // Shift is needed for some signs on some keyboards.
    const QKeyCombination pressed(
        event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier), Qt::Key(event.key()));
    for (const CriterionKey& entry : criterionKeys())
        if (entry.keys.contains(QKeySequence(pressed))) return entry.act;
    return std::nullopt;
}

Badge::Tone badgeTone(EvidenceBadge::Tone tone) {
    switch (tone) {
        case EvidenceBadge::Tone::Ok:
            return Badge::Tone::Ok;
        case EvidenceBadge::Tone::Warn:
            return Badge::Tone::Warn;
        case EvidenceBadge::Tone::Error:
            return Badge::Tone::Error;
        default:
            return Badge::Tone::Grey;
    }
}

}  // namespace

std::vector<CriterionKey> criterionKeys() {
    using Act = CriterionAct;
    return {{Act::Edit, CriterionCard::tr("Edit"), {Qt::Key_Enter, Qt::Key_Return, Qt::Key_F2}},
            {Act::Duplicate, CriterionCard::tr("Duplicate"), {Qt::CTRL | Qt::Key_D}},
            {Act::Up, CriterionCard::tr("Move up"), {Qt::ALT | Qt::Key_Up}},
            {Act::Down, CriterionCard::tr("Move down"), {Qt::ALT | Qt::Key_Down}},
            {Act::Must, CriterionCard::tr("Must"), {Qt::Key_M}},
            {Act::Should, CriterionCard::tr("Should"), {Qt::Key_S}},
            {Act::Nice, CriterionCard::tr("Nice"), {Qt::Key_N}},
            {Act::Exclude, CriterionCard::tr("Exclude"), {Qt::Key_X}},
            {Act::Heavier, CriterionCard::tr("More weight"), {Qt::Key_Plus, Qt::Key_Equal}},
            {Act::Lighter, CriterionCard::tr("Less weight"), {Qt::Key_Minus}},
            {Act::Spawn, CriterionCard::tr("Add an action"), {Qt::Key_A}},
            {Act::Counter, CriterionCard::tr("Add a counter-proposal"), {Qt::Key_C}},
            {Act::Remove, CriterionCard::tr("Remove"), {Qt::Key_Delete, Qt::Key_Backspace}}};
}

DragHandle::DragHandle(QWidget* parent) : QWidget(parent) {
    setCursor(Qt::OpenHandCursor);
    setFixedWidth(px(20));
    setMinimumHeight(px(30));
    setToolTip(tr("Drag to reorder, or Alt+Up and Alt+Down"));
    setAccessibleName(tr("Drag to reorder"));
}

void DragHandle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int size = px(18);
    painter.drawPixmap((width() - size) / 2, (height() - size) / 2,
                       iconPixmap(QStringLiteral("drag"), Tokens::of(this).ink3, size, devicePixelRatioF()));
}

void DragHandle::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->pos();
    m_dragging = false;
}

void DragHandle::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    if (!m_dragging && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
        Q_EMIT started();
    }
    if (m_dragging) Q_EMIT dragged(event->globalPosition().toPoint());
}

void DragHandle::mouseReleaseEvent(QMouseEvent* event) {
    setCursor(Qt::OpenHandCursor);
    if (std::exchange(m_dragging, false)) Q_EMIT dropped(event->globalPosition().toPoint());
}

CriterionCard::CriterionCard(bool compact, QWidget* parent)
    : QFrame(parent),
      m_compact(compact),
      m_handle(new DragHandle),
      m_level(new LevelPicker),
      m_text(new WrapText(compact ? Type::Table : Type::Body, compact ? -1 : QFont::Medium)),
      m_line(new WrapText(Type::Note)),
      m_badge(new Badge),
      m_weight(new Text(QString(), int(Type::Body))),
      m_more(iconButton(QStringLiteral("more"), tr("More"))) {
    setFocusPolicy(Qt::StrongFocus);
    m_line->setInk(&Tokens::ink3);
    m_line->setOneLine(compact);  // a card grows with its words
    if (compact) m_line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    static_cast<Text*>(m_weight)->setWeight(QFont::DemiBold);
    m_weight->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_weight->setMinimumWidth(px(44));
    m_weight->setToolTip(tr("Weight. + and − change it."));
    m_more->setFixedSize(px(30), px(30));
    m_more->setPopupMode(QToolButton::InstantPopup);
    buildMenu();

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    if (compact) words->addStretch(1);
    words->addWidget(m_text);
    if (compact) words->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    const int margin = compact ? 0 : px(4);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(px(8));
    layout->addWidget(m_handle);
    layout->addWidget(m_level);
    layout->addLayout(words, 1);
    layout->addWidget(m_badge);
    if (compact) {
        layout->addWidget(m_line);
    } else {
        words->addWidget(m_line);
    }
    layout->addWidget(m_weight);
    layout->addWidget(m_more);
    m_level->setVisible(!compact);
    m_badge->setVisible(false);
    m_weight->setVisible(!compact);

    connect(m_level, &LevelPicker::chosen, this, [this](LevelPicker::Level level) {
        Q_EMIT asked(CriterionAct(int(CriterionAct::Must) + int(level)));
    });
}

void CriterionCard::buildMenu() {
    auto* menu = new QMenu(this);
    using Act = CriterionAct;
    std::vector<Act> parts[] = {{Act::Edit, Act::Duplicate},
                                {Act::Up, Act::Down},
                                {Act::Heavier, Act::Lighter},
                                {Act::Spawn, Act::Counter},
                                {Act::Remove}};
    if (m_compact) parts[2].clear();
    const std::vector<CriterionKey> entries = criterionKeys();
    for (const std::vector<Act>& part : parts) {
        if (!menu->isEmpty() && !part.empty()) menu->addSeparator();
        for (const Act act : part) {
            const auto entry = std::find_if(entries.begin(), entries.end(),
                                            [act](const CriterionKey& e) { return e.act == act; });
            const QString key = entry->keys.front().toString(QKeySequence::NativeText);
            connect(menu->addAction(entry->text + QLatin1Char('\t') + key), &QAction::triggered, this,
                    [this, act] { Q_EMIT asked(act); });
        }
    }
    m_more->setMenu(menu);
}

void CriterionCard::show(const Criterion& criterion, int weight, const EvidenceBadge& badge,
                         Outcome outcome) {
    m_id = criterion.id;
    m_text->setText(m_compact ? slide::withReason(criterion.text, criterion) : criterion.text);
    const QString line = criterionLine(criterion, outcome);
    m_line->setText(m_compact ? shortEvidence(criterion, outcome) : line);
    m_line->setToolTip(line);
    m_level->setLevel(LevelPicker::Level(int(criterion.importance)));
    m_badge->setText(badge.text);
    m_badge->setTone(badgeTone(badge.tone));
    m_badge->setToolTip(badge.why);
    m_badge->setVisible(!m_compact && badge.tone != EvidenceBadge::Tone::None);
    const bool weighed = isWeighed(criterion);
    m_weight->setText(weighed ? tr("%1%").arg(weight) : QString());
    m_weight->setToolTip(weighed ? tr("Weight. + and − change it.") : QString());
    m_more->setAccessibleName(tr("More for %1").arg(criterion.text));
    const QString level = importanceTitle(criterion.importance);
    setAccessibleName(
        m_compact ? tr("%1. %2").arg(criterion.text, line)
        : weighed
            ? tr("%1: %2, weight %3%. %4. %5").arg(level, criterion.text).arg(weight).arg(line, badge.text)
            : tr("%1: %2. %3. %4").arg(level, criterion.text, line, badge.text));
    setToolTip(m_compact ? line : QString());
}

void CriterionCard::keyPressEvent(QKeyEvent* event) {
    const std::optional<CriterionAct> act = actOf(*event);
    if (act)
        Q_EMIT asked(*act);
    else
        QFrame::keyPressEvent(event);
}

void CriterionCard::mousePressEvent(QMouseEvent*) { setFocus(Qt::MouseFocusReason); }

void CriterionCard::mouseDoubleClickEvent(QMouseEvent*) { Q_EMIT asked(CriterionAct::Edit); }

void CriterionCard::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    update();
    Q_EMIT focused();
}

void CriterionCard::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    update();
}

void CriterionCard::contextMenuEvent(QContextMenuEvent* event) { m_more->menu()->popup(event->globalPos()); }

void CriterionCard::paintEvent(QPaintEvent*) {
    const Tokens& tokens = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(tokens.sel);
        painter.drawRoundedRect(box, 4, 4);
    } else if (!m_compact) {
        painter.setPen(QPen(tokens.line, 1));
        painter.setBrush(tokens.surface);
        painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4);
    }
}

}  // namespace icp::ui
