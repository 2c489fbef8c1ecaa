#include "ui/stations/personas/accountspage.h"

#include "core/base/shown.h"
#include "ui/stations/personas/qualificationcard.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int cardWidth = 380;
}

AccountsPage::AccountsPage(QWidget* parent)
    : QWidget(parent),
      m_model(new ContactTableModel(this)),
      m_summary(new Text(QString(), int(Type::Note), Text::Ink::Second)),
      m_bands(new SegmentedSwitch({tr("Too few"), tr("3 to 10"), tr("More"), tr("All")})),
      m_scope(new QComboBox),
      m_view(new PlainTable(m_model, tr("Accounts and their contacts"))),
      m_card(new QualificationCard) {
    auto* list = new Card(tr("Contacts for each account"));
    m_bands->setAccessibleName(tr("Number of contacts"));
    m_scope->addItems({tr("Accounts that fit"), tr("All accounts")});
    m_scope->setAccessibleName(tr("Accounts shown"));
    m_scope->setProperty("small", true);
    auto* find = searchField(tr("Find a company"));
    find->setObjectName(QStringLiteral("find"));
    m_summary->setWordWrap(true);
    m_view->setShares({28, 15, 11, 9, 37});
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(12));
    tools->addWidget(m_bands);
    tools->addWidget(m_scope);
    tools->addWidget(find, 1);
    list->body()->addLayout(tools);
    list->body()->addWidget(m_summary);
    list->body()->addWidget(m_view, 1);
    auto* columns = new Columns(QStringLiteral("qualification"));
    columns->addWidget(list);
    columns->addWidget(m_card);
    columns->setWidths({0, cardWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);

    m_model->setBand(ContactBand::Below);
    connect(m_bands, &SegmentedSwitch::currentChanged, this, [this](int band) {
        m_model->setBand(band < 3 ? std::optional(ContactBand(band)) : std::nullopt);
        showAccount();
    });
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this](int scope) {
        m_model->setFittingOnly(scope == 0);
        showCounts();
        showAccount();
    });
    connect(find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text);
        showAccount();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AccountsPage::showAccount);
}

void AccountsPage::show(std::shared_ptr<const AccountFacts> facts, std::shared_ptr<const Contacts> contacts,
                        const FitTable& fit, const FitDecisions& decisions,
                        const std::vector<Persona>& personas,
                        std::function<QStringList(std::uint32_t)> reasonsOf) {
    const QModelIndex before = m_view->currentIndex();
    const qint64 chosen = before.isValid() ? qint64(m_model->account(before.row())) : -1;
    m_facts = facts;
    m_fit = fit;
    m_decisions = decisions;
    m_reasonsOf = std::move(reasonsOf);
    m_model->show(std::move(facts), std::move(contacts), fit.fit, personas);
    for (int row = 0; chosen >= 0 && row < m_model->rowCount(); ++row)
        if (qint64(m_model->account(row)) == chosen) m_view->selectRow(row);
    showCounts();
    showAccount();
}

void AccountsPage::showCounts() {
    const qint64 few = m_model->count(ContactBand::Below);
    const qint64 enough = m_model->count(ContactBand::Inside);
    const qint64 many = m_model->count(ContactBand::Above);
    m_bands->setText(0, tr("Too few %1").arg(countText(few)));
    m_bands->setText(1, tr("3 to 10: %1").arg(countText(enough)));
    m_bands->setText(2, tr("More %1").arg(countText(many)));
    m_summary->setText(
        tr("For outreach to a group, an account wants 3 to 10 contacts of different roles: %1 of %2 "
           "have fewer, %3 more.")
            .arg(countText(few), countText(few + enough + many), countText(many)));
}

void AccountsPage::showAccount() {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid()) {
        m_card->showNobody();
        return;
    }
    const std::uint32_t account = m_model->account(index.row());
    m_card->show(m_facts->name(account),
                 qualify(account, m_fit, m_decisions.of(account), m_model->contacts(), m_model->personas()),
                 m_reasonsOf ? m_reasonsOf(account) : QStringList(), m_model->personas());
}

}  // namespace icp::ui
