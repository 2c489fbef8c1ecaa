#include "ui/stations/icp/criterioncard.h"

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

#include <optional>
#include <utility>

namespace icp::ui {

namespace {

/// Keys of a focused card; Alt with the arrows moves.
std::optional<CriterionAct> actOf(const QKeyEvent& event) {
    if (event.modifiers() & Qt::AltModifier) {
        if (event.key() == Qt::Key_Up) return CriterionAct::Up;
        if (event.key() == Qt::Key_Down) return CriterionAct::Down;
        return std::nullopt;
    }
    if (event.modifiers() & Qt::ControlModifier)
        return event.key() == Qt::Key_D ? std::optional(CriterionAct::Duplicate) : std::nullopt;
    switch (event.key()) {
        case Qt::Key_M:
            return CriterionAct::Must;
        case Qt::Key_S:
            return CriterionAct::Should;
        case Qt::Key_N:
            return CriterionAct::Nice;
        case Qt::Key_X:
            return CriterionAct::Exclude;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return CriterionAct::Heavier;
        case Qt::Key_Minus:
            return CriterionAct::Lighter;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            return CriterionAct::Remove;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            return CriterionAct::Edit;
        default:
            return std::nullopt;
    }
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
    m_line->setOneLine(true);
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
    words->addWidget(m_text);
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
    const auto add = [&](const QString& text, const QString& key, CriterionAct act) {
        connect(menu->addAction(text + QLatin1Char('\t') + key), &QAction::triggered, this,
                [this, act] { Q_EMIT asked(act); });
    };
    add(tr("Edit"), tr("Enter"), CriterionAct::Edit);
    add(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D).toString(QKeySequence::NativeText),
        CriterionAct::Duplicate);
    menu->addSeparator();
    add(tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up).toString(QKeySequence::NativeText),
        CriterionAct::Up);
    add(tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText),
        CriterionAct::Down);
    if (!m_compact) {
        menu->addSeparator();
        add(tr("More weight"), QStringLiteral("+"), CriterionAct::Heavier);
        add(tr("Less weight"), QStringLiteral("−"), CriterionAct::Lighter);
    }
    menu->addSeparator();
    add(tr("Remove"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText), CriterionAct::Remove);
    m_more->setMenu(menu);
}

void CriterionCard::show(const Criterion& criterion, int weight, const EvidenceBadge& badge,
                         Outcome outcome) {
    m_id = criterion.id;
    m_text->setText(criterion.text);
    const QString line = evidenceLine(criterion, outcome);
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
