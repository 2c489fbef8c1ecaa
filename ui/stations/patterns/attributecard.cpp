#include "ui/stations/patterns/attributecard.h"

#include "core/base/shown.h"
#include "ui/charts/standing.h"
#include "ui/models/attributelist.h"
#include "ui/stations/patterns/attributedelegate.h"
#include "ui/stations/patterns/foldbutton.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

AttributeCard::AttributeCard(QWidget* parent)
    : Card(tr("Attributes"), parent),
      m_model(new AttributeListModel(this)),
      m_delegate(new AttributeDelegate(m_model, this)),
      m_view(new QListView),
      m_search(searchField(tr("Find an attribute"))),
      m_order(linkButton({})),
      m_waiting(new Text(tr("Looking for patterns…"), int(Type::Table), Text::Ink::Third)),
      m_groups{new FoldButton, new FoldButton} {
    body()->setContentsMargins(1, 0, 1, px(6));
    body()->setSpacing(0);
    m_order->setLayoutDirection(Qt::RightToLeft);  // the arrow stands behind the words
    m_order->setIcon(ui::icon(QStringLiteral("down"), &Tokens::link));
    m_order->setIconSize({px(16), px(16)});
    m_order->setObjectName(QStringLiteral("attributeOrder"));
    addTool(m_order);

    auto* searchRow = new QVBoxLayout;
    searchRow->setContentsMargins(px(12), px(8), px(12), px(8));
    m_search->setObjectName(QStringLiteral("find"));
    m_search->setToolTip(tr("Find an attribute (Ctrl+F)"));
    m_search->installEventFilter(this);
    searchRow->addWidget(m_search);
    body()->addLayout(searchRow);

    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setAccessibleName(tr("Attributes"));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->installEventFilter(this);
    body()->addWidget(m_view, 1);
    m_waiting->setContentsMargins(px(14), px(8), px(14), px(8));
    body()->addWidget(m_waiting);
    for (int group = 0; group < int(m_groups.size()); ++group) {
        QPushButton* button = m_groups[std::size_t(group)];
        body()->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, group] { fold(group); });
    }
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, changed, this, &AttributeCard::pinGroups);
    connect(m_model, &QAbstractItemModel::modelReset, this, &AttributeCard::pinGroups);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text);
        restore();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                const AttributeProfile* attribute = m_model->profile(index.row());
                if (attribute == nullptr || attribute->name == m_chosen) return;
                m_chosen = attribute->name;
                Q_EMIT currentChanged();
            });
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex& index) { m_model->toggle(index.row()); });
    connect(m_order, &QPushButton::clicked, this, &AttributeCard::chooseOrder);
    showOrder();
}

void AttributeCard::setFindings(const Findings& findings, bool complete) {
    m_delegate->setMaximum(sharedMaximum(findings));
    m_model->setFindings(findings);
    setNote(countText(m_model->analysed()));
    m_waiting->setVisible(!complete);
    m_order->setEnabled(findings.mode == Mode::Full);
    m_order->setToolTip(findings.mode == Mode::Full ? tr("Order of the list")
                                                    : tr("There is too little data to rank attributes"));
    showOrder();
    restore();
}

void AttributeCard::restore() {
    int row = m_model->rowOf(m_chosen);
    for (int i = 0; i < m_model->rowCount() && row < 0; ++i) {
        if (m_model->profile(i) != nullptr) row = i;
    }
    // Where no pattern was found at all, the attributes that were looked at are shown all the same.
    for (const AttributeProfile& attribute : m_model->findings().attributes)
        if (row < 0 && m_search->text().isEmpty() && attribute.leak.isEmpty())
            row = m_model->rowOf(attribute.name, true);
    if (const AttributeProfile* attribute = m_model->profile(row)) {
        m_chosen = attribute->name;  // so that it is told once, below
        m_view->setCurrentIndex(m_model->index(row));
    }
    // The attribute may be the same and yet have new numbers.
    Q_EMIT currentChanged();
}

/// Folded groups stand below the list, where they are always seen, and not in it.
void AttributeCard::pinGroups() {
    for (int i = 0; i < int(m_groups.size()); ++i) {
        const auto group = AttributeListModel::Group(i);
        const int row = m_model->rowOfGroup(group);
        auto* button = static_cast<FoldButton*>(m_groups[std::size_t(i)]);
        button->setVisible(row >= 0);
        if (row < 0) continue;
        const QModelIndex index = m_model->index(row);
        const bool open = index.data(AttributeListModel::IsOpenRole).toBool();
        m_view->setRowHidden(row, !open);
        button->show(index.data().toString(), m_model->sizeOf(group), open);
    }
}

void AttributeCard::fold(int group) {
    const auto which = AttributeListModel::Group(group);
    m_model->toggle(m_model->rowOfGroup(which));
    pinGroups();
    const QModelIndex head = m_model->index(m_model->rowOfGroup(which));
    if (head.data(AttributeListModel::IsOpenRole).toBool())
        m_view->scrollTo(head, QAbstractItemView::PositionAtTop);
}

const AttributeProfile* AttributeCard::current() const {
    return m_model->profile(m_view->currentIndex().row());
}

void AttributeCard::select(const QString& name) {
    m_search->clear();
    const int row = m_model->rowOf(name, true);
    if (row >= 0) m_view->setCurrentIndex(m_model->index(row));
}

void AttributeCard::step(int rows) {
    const int step = rows > 0 ? 1 : -1;
    int row = m_view->currentIndex().row() + rows;
    while (row >= 0 && row < m_model->rowCount() && m_view->isRowHidden(row)) row += step;
    if (row >= 0 && row < m_model->rowCount()) m_view->setCurrentIndex(m_model->index(row));
}

void AttributeCard::chooseOrder() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using Order = AttributeListModel::Order;
    const std::pair<Order, QString> orders[] = {
        {Order::Strongest, tr("By effect")}, {Order::Name, tr("By name")}, {Order::Class, tr("By class")}};
    for (const auto& [order, text] : orders) {
        QAction* action = menu->addAction(text, this, [this, chosen = order] {
            m_model->setOrder(chosen);
            showOrder();
            restore();
        });
        action->setCheckable(true);
        action->setChecked(order == m_model->order());
    }
    menu->popup(m_order->mapToGlobal(QPoint(0, m_order->height())));
}

void AttributeCard::showOrder() {
    using Order = AttributeListModel::Order;
    if (m_model->order() == Order::Class) {
        m_order->setText(tr("By class"));
    } else if (m_model->order() == Order::Strongest && m_model->ranksAsBefore()) {
        m_order->setText(tr("As before"));
    } else if (m_model->order() == Order::Name || m_model->findings().mode != Mode::Full) {
        m_order->setText(tr("By name"));
    } else {
        m_order->setText(tr("By effect"));
    }
    m_order->setAccessibleName(tr("Order: %1").arg(m_order->text()));
}

bool AttributeCard::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return Card::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (object == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        step(key == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (object == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (object == m_view && (key == Qt::Key_End || key == Qt::Key_PageDown)) {
        // The view would go to a folded group, which is not in the list.
        int last = m_model->rowCount() - 1;
        while (last > 0 && m_view->isRowHidden(last)) --last;
        const int page = std::max(1, m_view->viewport()->height() / std::max(1, m_view->sizeHintForRow(0)));
        const int row = key == Qt::Key_End ? last : std::min(last, m_view->currentIndex().row() + page);
        m_view->setCurrentIndex(m_model->index(row));
        return true;
    }
    if (object == m_view) {
        const QModelIndex index = m_view->currentIndex();
        const bool group = index.data(AttributeListModel::IsGroupRole).toBool();
        const bool open = index.data(AttributeListModel::IsOpenRole).toBool();
        const bool fold = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space ||
                          (key == Qt::Key_Right && !open) || (key == Qt::Key_Left && open);
        if (group && fold) {
            m_model->toggle(index.row());
            return true;
        }
    }
    return Card::eventFilter(object, event);
}

}  // namespace icp::ui
