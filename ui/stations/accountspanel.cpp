#include "ui/stations/accountspanel.h"

#include "core/base/shown.h"
#include "ui/models/accounttable.h"
#include "ui/stations/twolines.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int roomForIndustry = 420;
}

AccountsPanel::AccountsPanel(QWidget* parent)
    : Card(parent),
      m_model(new AccountTableModel(this)),
      m_title(new Text({}, int(Type::CardTitle))),
      m_summary(new Text({}, int(Type::Note), Text::Ink::Second)),
      m_count(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_search(searchField(tr("Find a company"))),
      m_view(new QTableView),
      m_oneLine(new OneLine(this)),
      m_twoLines(new TwoLines(AccountTableModel::DetailRole, AccountTableModel::LeftRole, this)),
      m_add(secondaryButton(tr("Add to ICP"), QStringLiteral("plus"))),
      m_exclude(secondaryButton(tr("Exclude"), QStringLiteral("ban"))),
      m_inside(secondaryButton(tr("Patterns inside"), QStringLiteral("filter"))),
      m_claim(iconButton(QStringLiteral("quote"), tr("Claim this… (K)"))),
      m_close(iconButton(QStringLiteral("cross"), tr("Close (Esc)"))),
      m_head(new QHBoxLayout),
      m_actions(new QHBoxLayout) {
    m_title->setWordWrap(true);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_head->addWidget(m_title, 1);
    m_claim->setObjectName(QStringLiteral("claimThis"));
    connect(m_claim, &QToolButton::clicked, this, &AccountsPanel::claimRequested);
    m_head->addWidget(m_claim, 0, Qt::AlignTop);
    m_head->addWidget(m_close, 0, Qt::AlignTop);
    body()->addLayout(m_head);
    m_summary->setWordWrap(true);
    body()->addWidget(m_summary);

    body()->addWidget(m_search);

    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Companies"));
    settleRows(*m_view);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setItemDelegate(m_oneLine);
    settleHead(*m_view->horizontalHeader());
    m_view->horizontalHeader()->setMinimumSectionSize(px(30));
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setSectionResizeMode(AccountTableModel::Name, QHeaderView::Stretch);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_count);

    m_actions->setSpacing(px(8));
    for (QPushButton* button : {m_add, m_exclude, m_inside}) {
        button->setProperty("small", true);
        m_actions->addWidget(button);
    }
    m_actions->addStretch(1);
    body()->addLayout(m_actions);
    m_inside->setObjectName(QStringLiteral("patternsInside"));
    m_inside->setToolTip(tr("Look at the patterns among these only (I)"));
    m_inside->hide();
    connect(m_inside, &QPushButton::clicked, this, &AccountsPanel::insideRequested);
    setActionsOff({});

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text);
        updateCount();
    });
    connect(m_add, &QPushButton::clicked, this, &AccountsPanel::addRequested);
    connect(m_exclude, &QPushButton::clicked, this, &AccountsPanel::excludeRequested);
    connect(m_close, &QToolButton::clicked, this, &AccountsPanel::closed);
}

void AccountsPanel::showAccounts(const QString& title, const QString& summary,
                                 std::shared_ptr<const AccountFacts> facts,
                                 const std::vector<std::uint32_t>& accounts) {
    m_title->setText(unbroken(title));
    m_summary->setText(unbroken(summary));
    m_search->clear();
    m_model->setAccounts(std::move(facts), accounts);
    m_view->scrollToTop();
    setAccessibleName(title);
    setAccessibleDescription(summary);
    updateCount();
}

void AccountsPanel::settle() {
    m_close->hide();
    m_exclude->hide();
    m_inside->setVisible(true);
    m_search->setObjectName(QStringLiteral("find"));
    m_search->setFixedWidth(px(240));
    body()->removeWidget(m_search);
    m_head->insertWidget(1, m_search);
    body()->removeWidget(m_count);
    m_actions->addWidget(m_count);
}

void AccountsPanel::setActionsOff(const QString& reason) {
    for (QPushButton* button : {m_add, m_exclude}) button->setEnabled(reason.isEmpty());
    m_add->setToolTip(reason.isEmpty() ? tr("Add to ICP (A)") : reason);
    m_exclude->setToolTip(reason.isEmpty() ? tr("Exclude (X)") : reason);
}

void AccountsPanel::focusList() {
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
}

void AccountsPanel::updateCount() {
    const int shown = m_model->rowCount();
    if (shown == m_model->total()) {
        m_count->setText(shown == 1 ? tr("1 company") : tr("%Ln companies", nullptr, shown));
    } else {
        m_count->setText(tr("%1 of %2 companies").arg(countText(shown), countText(m_model->total())));
    }
}

void AccountsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_close->isVisibleTo(this)) {
        Q_EMIT closed();
        return;
    }
    Card::keyPressEvent(event);
}

void AccountsPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    const bool roomy = width() >= px(roomForIndustry);
    // Where there is no room for columns, industry and state stand below the name.
    m_view->setItemDelegateForColumn(AccountTableModel::Name, roomy ? m_oneLine : m_twoLines);
    m_view->verticalHeader()->setDefaultSectionSize(px(roomy ? 36 : 47));
    m_view->setColumnHidden(AccountTableModel::Industry, !roomy);
    m_view->setColumnHidden(AccountTableModel::State, !roomy);
    m_view->setColumnWidth(AccountTableModel::Industry, width() * 3 / 10);
    m_view->setColumnWidth(AccountTableModel::Value, px(84));
    m_view->setColumnWidth(AccountTableModel::State, px(92));
}

}  // namespace icp::ui
