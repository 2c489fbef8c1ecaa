#include "ui/stations/patterns/attributecard.h"

#include "core/base/shown.h"
#include "ui/charts/standing.h"
#include "ui/models/attributelist.h"
#include "ui/stations/patterns/attributedelegate.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace icp::ui {

AttributeCard::AttributeCard(QWidget* parent)
    : Card(tr("Attributes"), parent),
      m_model(new AttributeListModel(this)),
      m_delegate(new AttributeDelegate(m_model, this)),
      m_view(new QListView),
      m_search(new QLineEdit),
      m_order(linkButton({})),
      m_waiting(new Text(tr("Looking for patterns…"), int(Type::Table), Text::Ink::Third)) {
    body()->setContentsMargins(1, 0, 1, px(6));
    body()->setSpacing(0);
    m_order->setLayoutDirection(Qt::RightToLeft);  // the arrow stands behind the words
    m_order->setIcon(ui::icon(QStringLiteral("down"), &Tokens::link));
    m_order->setIconSize({px(16), px(16)});
    m_order->setObjectName(QStringLiteral("attributeOrder"));
    addTool(m_order);

    auto* searchRow = new QVBoxLayout;
    searchRow->setContentsMargins(px(12), px(8), px(12), px(8));
    m_search->setPlaceholderText(tr("Find an attribute"));
    m_search->setObjectName(QStringLiteral("find"));
    m_search->setAccessibleName(tr("Find an attribute"));
    m_search->setToolTip(tr("Find an attribute (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setProperty("small", true);
    m_search->addAction(ui::icon(QStringLiteral("search"), &Tokens::ink3), QLineEdit::LeadingPosition);
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
    if (row >= 0) m_view->setCurrentIndex(m_model->index(row));
    // The attribute may be the same and yet have new numbers.
    Q_EMIT currentChanged();
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
    int row = m_view->currentIndex().row() + rows;
    row = std::clamp(row, 0, m_model->rowCount() - 1);
    m_view->setCurrentIndex(m_model->index(row));
}

void AttributeCard::chooseOrder() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using Order = AttributeListModel::Order;
    const std::pair<Order, QString> orders[] = {{Order::Strongest, tr("Strongest first")},
                                                {Order::Name, tr("By name")},
                                                {Order::Class, tr("By class")}};
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
    } else if (m_model->order() == Order::Name || m_model->findings().mode != Mode::Full) {
        m_order->setText(tr("By name"));
    } else {
        m_order->setText(tr("Strongest first"));
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
