#include "ui/stations/import/proposalspage.h"

#include "ui/stations/import/trees.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QTreeView>
#include <QVBoxLayout>

namespace icp::ui {

ProposalsPage::ProposalsPage(QWidget* parent)
    : QWidget(parent),
      m_list(new ProposalList(this)),
      m_tree(makeTree(*m_list, tr("What is not certain"))),
      m_why(new WrapText(Type::Table)),
      m_accept(secondaryButton({}, QStringLiteral("check"))),
      m_decline(secondaryButton({}, QStringLiteral("cross"))),
      m_takeBack(secondaryButton({}, QStringLiteral("undo"))),
      m_askAgain(secondaryButton({}, QStringLiteral("undo"))) {
    m_tree->setObjectName(QStringLiteral("proposals"));
    m_tree->setHeaderHidden(false);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_why->setInk(&Tokens::ink2);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_decline->setObjectName(QStringLiteral("decline"));
    m_takeBack->setObjectName(QStringLiteral("takeBack"));
    m_takeBack->setToolTip(tr("X: the data are as they were without it; it can be undone"));
    m_askAgain->setObjectName(QStringLiteral("askAgain"));
    m_askAgain->setToolTip(tr("X: propose it again; it can be undone"));
    m_accept->setToolTip(tr("A: accept what is chosen; it can be undone"));
    m_decline->setToolTip(tr("X: leave the data as they are and do not ask again; it can be undone"));

    auto* actions = new QHBoxLayout;
    actions->setSpacing(px(8));
    actions->addWidget(m_why, 1, Qt::AlignVCenter);
    actions->addWidget(m_takeBack);
    actions->addWidget(m_askAgain);
    actions->addWidget(m_decline);
    actions->addWidget(m_accept);
    actions->setContentsMargins(px(14), px(4), px(14), px(4));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addWidget(m_tree, 1);
    column->addLayout(actions);

    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProposalsPage::refresh);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProposalsPage::refresh);
    const auto chosen = [this] { return m_tree->selectionModel()->selectedRows(); };
    connect(m_accept, &QPushButton::clicked, this, [this, chosen] {
        if (const int count = m_list->count(chosen()); count > 0)
            Q_EMIT accepted(m_list->chosen(chosen()), count);
    });
    connect(m_decline, &QPushButton::clicked, this, [this, chosen] {
        if (const int count = m_list->count(chosen()); count > 0)
            Q_EMIT declined(m_list->chosen(chosen()), count);
    });
    connect(m_takeBack, &QPushButton::clicked, this, [this, chosen] {
        if (const int count = m_list->countDecided(chosen()); count > 0)
            Q_EMIT takenBack(m_list->decided(chosen()), count);
    });
    connect(m_askAgain, &QPushButton::clicked, this, [this, chosen] {
        if (const int count = m_list->countDeclined(chosen()); count > 0)
            Q_EMIT askedAgain(m_list->declined(chosen()), count);
    });
    const auto takeKey = [this](Qt::Key key, const std::vector<QPushButton*>& buttons) {
        auto* shortcut = new QShortcut(key, m_tree, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [buttons] {
            for (QPushButton* button : buttons)
                if (button->isVisible()) return button->click();
        });
    };
    takeKey(Qt::Key_A, {m_accept});
    takeKey(Qt::Key_X, {m_takeBack, m_askAgain, m_decline});
    refresh();
}

void ProposalsPage::setProposals(std::shared_ptr<const Dataset> dataset,
                                 std::shared_ptr<const Proposals> proposals, const Decisions& decided,
                                 const Decisions& declined) {
    const QModelIndex current = m_tree->currentIndex();
    const int group = current.parent().isValid() ? current.parent().row() : current.row();
    const int row = current.parent().isValid() ? current.row() : -1;
    m_looked = proposals != nullptr;
    m_list->setProposals(std::move(dataset), std::move(proposals), decided, declined);
    expandSmall(*m_tree);
    m_tree->setColumnWidth(0, qMin(px(420), qMax(px(260), m_tree->width() * 9 / 20)));
    m_tree->setColumnWidth(1, px(150));
    m_tree->setColumnWidth(2, px(84));
    // The next one is at hand where the last was decided.
    const QModelIndex kind = m_list->index(qBound(0, group, qMax(0, m_list->rowCount() - 1)), 0);
    const QModelIndex next =
        !m_tree->isExpanded(kind) ? kind : m_list->index(qBound(0, row, m_list->rowCount(kind) - 1), 0, kind);
    if (next.isValid()) m_tree->setCurrentIndex(next);
    refresh();
}

void ProposalsPage::choose(ProposalList::Kind kind) {
    const QModelIndex index = m_list->indexOf(kind);
    if (!index.isValid()) return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtTop);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void ProposalsPage::refresh() {
    const int chosen = m_list->count(m_tree->selectionModel()->selectedRows());
    const int decided = m_list->countDecided(m_tree->selectionModel()->selectedRows());
    const int declined = m_list->countDeclined(m_tree->selectionModel()->selectedRows());
    m_takeBack->setText(decided > 1 ? tr("Take back %1").arg(decided) : tr("Take back"));
    m_takeBack->setVisible(decided > 0 && chosen == 0 && declined == 0);
    m_askAgain->setText(declined > 1 ? tr("Ask about %1 again").arg(declined) : tr("Ask again"));
    m_askAgain->setVisible(declined > 0 && chosen == 0 && decided == 0);
    for (QPushButton* button : {m_accept, m_decline})
        button->setVisible(chosen > 0 || decided + declined == 0);
    m_accept->setText(chosen > 1 ? tr("Accept %1").arg(chosen) : tr("Accept"));
    m_decline->setText(chosen > 1 ? tr("Leave %1 as they are").arg(chosen) : tr("Leave as it is"));
    for (QPushButton* button : {m_accept, m_decline}) button->setEnabled(chosen > 0);
    m_why->setText(m_list->rowCount() > 0 ? m_list->explanation(m_tree->currentIndex())
                   : m_looked             ? tr("Nothing is left to confirm.")
                                          : tr("Looking for spellings and names that mean the same."));
}

}  // namespace icp::ui
