#include "ui/stations/customers/customercard.h"

#include "core/base/shown.h"
#include "ui/models/customertable.h"
#include "ui/stations/customers/customerdelegate.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int rowHeight = 47;
constexpr int roomForBars = 400;

QString titleOf(AccountList list) {
    switch (list) {
        case AccountList::Best:
            return CustomerCard::tr("Best");
        case AccountList::Least:
            return CustomerCard::tr("Least ideal");
        default:
            return CustomerCard::tr("The rest");
    }
}

QString bold(const QString& text) { return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped()); }

}  // namespace

CustomerCard::CustomerCard(AccountList list, QWidget* parent)
    : Card(titleOf(list), parent),
      m_list(list),
      m_model(new CustomerTableModel(list, this)),
      m_view(new QTableView),
      m_footer(new Text({}, int(Type::Table), Text::Ink::Second)) {
    body()->setContentsMargins(1, 0, 1, 0);
    body()->setSpacing(0);
    if (list != AccountList::Rest) {
        m_size = secondaryButton({});
        m_size->setProperty("small", true);
        m_size->setLayoutDirection(Qt::RightToLeft);
        m_size->setIcon(ui::icon(QStringLiteral("down"), &Tokens::ink2));
        m_size->setIconSize({px(18), px(16)});
        m_size->setToolTip(tr("How many customers this list holds"));
        addTool(m_size);
        connect(m_size, &QPushButton::clicked, this, &CustomerCard::chooseSize);
    }
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CustomerDelegate(list, this));
    m_view->setAccessibleName(titleOf(list));
    settleRows(*m_view);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->verticalHeader()->setDefaultSectionSize(px(rowHeight));
    QHeaderView* head = m_view->horizontalHeader();
    settleHead(*head);
    head->setMinimumSectionSize(px(30));
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(CustomerTableModel::Name, QHeaderView::Stretch);
    m_view->setColumnWidth(CustomerTableModel::Value, px(72));
    m_view->setColumnWidth(CustomerTableModel::PinColumn, px(36));
    body()->addWidget(m_view, 1);
    auto* line = new QWidget;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    body()->addWidget(line);
    m_footer->setContentsMargins(px(14), px(9), px(14), px(9));
    body()->addWidget(m_footer);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == CustomerTableModel::PinColumn) Q_EMIT pinRequested();
    });
    restyle();
}

void CustomerCard::setLists(std::shared_ptr<const AccountFacts> facts,
                            std::shared_ptr<const CustomerLists> lists, const std::vector<Pin>& pins) {
    const std::uint32_t chosen = current();
    const CustomerLists::Sum& sum = lists->sums[std::size_t(m_list)];
    const bool values = facts->hasValue();
    const bool leavers = facts->hasLeft();
    m_customers = lists->lists.customers;
    m_model->setLists(std::move(facts), std::move(lists), pins);
    if (chosen != noRow) select(chosen);
    const QString share = tr("%1 of value").arg(bold(percentText(sum.valueShare)));
    const QString left = tr("%1 have left").arg(bold(countText(sum.left)));
    m_footer->setText(m_list != AccountList::Rest && m_model->total() == 0
                          ? tr("Nothing ranks customers yet. Pin one to put it here.")
                      : values && leavers ? tr("%1, %2").arg(share, left)
                      : values            ? share
                      : leavers           ? left
                                          : QString());
    showCount();
}

void CustomerCard::setSearch(const QString& text) {
    m_model->setSearch(text);
    showCount();
}

void CustomerCard::showCount() {
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    setNote(shown == total ? countText(total) : tr("%1 of %2").arg(countText(shown), countText(total)));
    if (m_size != nullptr) m_size->setText(tr("Size %1").arg(countText(total)));
}

std::uint32_t CustomerCard::current() const {
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? m_model->account(row) : noRow;
}

void CustomerCard::select(std::uint32_t account) {
    const int row = m_model->rowOf(account);
    if (row >= 0) m_view->setCurrentIndex(m_model->index(row, 0));
}

void CustomerCard::chooseSize() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int size : listSizes(m_customers)) {
        QAction* action = menu->addAction(countText(size), this, [this, size] { Q_EMIT sizeChosen(size); });
        action->setCheckable(true);
        action->setChecked(size == m_model->total());
    }
    menu->popup(m_size->mapToGlobal(QPoint(0, m_size->height())));
}

/// Names need the room more than bars beside their figures do.
void CustomerCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    m_view->setColumnWidth(CustomerTableModel::Score, px(width() < px(roomForBars) ? 62 : 98));
}

void CustomerCard::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) restyle();
}

void CustomerCard::restyle() {
    const Tokens& tokens = Tokens::of(this);
    setEdge(m_list == AccountList::Best    ? tokens.best
            : m_list == AccountList::Least ? tokens.least
                                           : tokens.rest,
            Qt::TopEdge);
}

}  // namespace icp::ui
