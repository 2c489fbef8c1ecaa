#include "ui/stations/headertools.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStyle>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int gap = 10;

/// Whether its page hides it; what is only folded away is not meant.
bool away(const QWidget* tool) {
    return tool->testAttribute(Qt::WA_WState_ExplicitShowHide) && tool->testAttribute(Qt::WA_WState_Hidden);
}

/// Switches with less room beside their words, or as they are.
void setDense(QWidget* tool, bool dense) {
    for (QAbstractButton* button : tool->findChildren<QAbstractButton*>()) {
        if (button->property("look") != QStringLiteral("segment")) continue;
        button->setProperty("dense", dense);
        button->style()->unpolish(button);
        button->style()->polish(button);
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(button, &changed);
        button->updateGeometry();
    }
    if (tool->layout()) tool->layout()->invalidate();
}

void offer(QMenu* menu, QAbstractButton* button) {
    const QString text = button->text().isEmpty() ? button->accessibleName() : button->text();
    QAction* action = menu->addAction(button->icon(), text, button, [button] { button->click(); });
    action->setEnabled(button->isEnabled());
    action->setCheckable(button->isCheckable());
    action->setChecked(button->isChecked());
    action->setToolTip(button->toolTip());
}

void offer(QMenu* menu, QComboBox* box) {
    for (int i = 0; i < box->count(); ++i) {
        QAction* action = menu->addAction(box->itemText(i), box, [box, i] {
            box->setCurrentIndex(i);
            Q_EMIT box->activated(i);
        });
        action->setEnabled(box->isEnabled());
        action->setCheckable(true);
        action->setChecked(i == box->currentIndex());
    }
}

}  // namespace

HeaderTools::HeaderTools(QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_more(iconButton(QStringLiteral("more"), tr("More tools"))),
      m_menu(new QMenu(m_more)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(gap));
    m_row->addStretch(1);
    m_row->addWidget(m_more);
    m_more->setObjectName(QStringLiteral("moreTools"));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();
    connect(m_menu, &QMenu::aboutToShow, this, &HeaderTools::fillMenu);
    // The layout may not ask for more room than there is: what does not fit folds.
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void HeaderTools::add(QWidget* tool) {
    auto* place = new QWidget(this);
    auto* inside = new QHBoxLayout(place);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(tool);
    m_row->addWidget(place);
    m_tools.push_back({tool, place});
    tool->installEventFilter(this);
    updateGeometry();
}

int HeaderTools::widthFrom(std::size_t first) const {
    int width = 0;
    for (std::size_t i = first; i < m_tools.size(); ++i) {
        if (away(m_tools[i].widget)) continue;
        const QWidget* tool = m_tools[i].widget;
        width += (width > 0 ? px(gap) : 0) +
                 tool->sizeHint().expandedTo(tool->minimumSize()).boundedTo(tool->maximumSize()).width();
    }
    return width;
}

QSize HeaderTools::sizeHint() const { return {widthFrom(0) + m_saved, px(36)}; }

QSize HeaderTools::minimumSizeHint() const {
    if (m_tools.empty()) return {0, 0};
    const std::size_t last = m_tools.size() - 1;
    const int more = last > 0 && widthFrom(0) > widthFrom(last) ? px(36 + gap) : 0;
    return {widthFrom(last) + more, px(36)};
}

bool HeaderTools::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) fold();
    return handled;
}

void HeaderTools::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

bool HeaderTools::eventFilter(QObject* watched, QEvent* event) {
    const bool changes = event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent;
    const bool handled = QWidget::eventFilter(watched, event);
    if (changes) {
        updateGeometry();
        fold();
    }
    return handled;
}

/// Before anything folds, switches take less room.
void HeaderTools::giveRoom() {
    const int all = widthFrom(0);
    const bool dense = all + m_saved > width();
    if (dense == m_dense) return;
    m_dense = dense;
    m_saved = 0;
    for (const Tool& tool : m_tools) setDense(tool.widget, dense);
    if (dense) m_saved = std::max(0, all - widthFrom(0));
}

void HeaderTools::fold() {
    giveRoom();
    std::size_t first = 0;
    const bool fits = widthFrom(0) <= width();
    if (!fits)
        while (first + 1 < m_tools.size() && widthFrom(first) + px(36 + gap) > width()) ++first;
    bool any = false;
    for (std::size_t i = 0; i < m_tools.size(); ++i) {
        Tool& tool = m_tools[i];
        tool.folded = i < first && !away(tool.widget);
        any = any || tool.folded;
        tool.place->setVisible(i >= first && !away(tool.widget));
    }
    m_more->setVisible(any);
}

void HeaderTools::fillMenu() {
    m_menu->clear();
    for (const Tool& tool : m_tools) {
        if (!tool.folded) continue;
        if (auto* button = qobject_cast<QAbstractButton*>(tool.widget)) {
            offer(m_menu, button);
            continue;
        }
        if (!m_menu->isEmpty()) m_menu->addSeparator();
        if (auto* box = qobject_cast<QComboBox*>(tool.widget))
            offer(m_menu, box);
        else
            for (auto* button : tool.widget->findChildren<QAbstractButton*>()) offer(m_menu, button);
        m_menu->addSeparator();
    }
}

}  // namespace icp::ui
