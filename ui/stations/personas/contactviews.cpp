#include "ui/stations/personas/contactviews.h"

#include "ui/document/document.h"
#include "ui/models/coveragegrid.h"
#include "ui/models/fitreasons.h"
#include "ui/models/personamodel.h"
#include "ui/stations/personas/accountspage.h"
#include "ui/stations/personas/coveragetable.h"
#include "ui/stations/personas/titlespage.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>

namespace icp::ui {

ContactViews::ContactViews(PersonaModel* personas, QWidget* parent)
    : QStackedWidget(parent),
      m_personas(personas),
      m_grid(new CoverageGridModel(personas, this)),
      m_titles(new TitlesPage),
      m_accounts(new AccountsPage) {
    addWidget(coverageCard());
    addWidget(m_titles);
    addWidget(m_accounts);
    connect(m_titles, &TitlesPage::edited, this, &ContactViews::edited);
}

QWidget* ContactViews::coverageCard() {
    auto* card = new Card;
    m_by = new SegmentedSwitch({tr("By tier"), tr("By segment")});
    m_by->setAccessibleName(tr("Groups of accounts"));
    m_note = new Text(QString(), int(Type::Note), Text::Ink::Second);
    m_note->setWordWrap(true);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(px(12), px(10), px(12), 0);
    tools->setSpacing(px(12));
    tools->addWidget(m_by);
    tools->addWidget(m_note, 1);
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addLayout(tools);
    card->body()->addWidget(new CoverageTable(m_grid), 1);
    connect(m_by, &SegmentedSwitch::currentChanged, this, &ContactViews::showGroups);
    return card;
}

void ContactViews::setDocument(Document* document) {
    m_document = document;
    m_contacts = std::make_shared<const Contacts>();
    m_won = {};
    m_segments.clear();
    showPersonas();
    showFit();
    m_titles->show(m_contacts, m_personas->personas());
}

void ContactViews::show(std::shared_ptr<const Contacts> contacts, AccountGroup won,
                        std::vector<AccountGroup> segments) {
    m_contacts = std::move(contacts);
    m_won = std::move(won);
    m_segments = std::move(segments);
    m_titles->show(m_contacts, m_personas->personas());
    showFit();
}

void ContactViews::showPersonas() {
    m_titles->setPersonas(m_personas->personas());
    // What was counted belongs to the panel as it was.
    if (m_contacts->known.size() != m_personas->personas().size()) m_grid->setGroups({});
}

void ContactViews::showFit() {
    showGroups();
    if (!m_document) return;
    m_accounts->show(m_document->facts(), m_contacts, m_document->fit(), m_document->fitDecisions(),
                     m_personas->personas(), [this](std::uint32_t account) { return reasonsOf(account); });
}

void ContactViews::choosePersona(int persona) { m_titles->choosePersona(persona); }

void ContactViews::showGroups() {
    const bool current = m_document && m_contacts->known.size() == m_personas->personas().size();
    std::vector<AccountGroup> groups;
    if (current && m_contacts->titled > 0) {
        groups.push_back(m_won);
        const bool tiers = m_by->current() == 0;
        for (AccountGroup& group : tiers ? tierGroups(m_document->fit(), *m_contacts) : m_segments)
            groups.push_back(std::move(group));
        m_note->setText(
            groups.size() > 1
                ? tr("In how many accounts somebody like that is known. Below 20% the role is missing.")
            : tiers ? tr("Add criteria to the profile, and accounts fall into tiers.")
                    : tr("No segment stands out yet."));
    } else {
        m_note->setText(tr("Import contacts to see who is known where."));
    }
    m_grid->setGroups(std::move(groups));
}

QStringList ContactViews::reasonsOf(std::uint32_t account) const {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    return icp ? fitReasons(m_document->fitModel(), *icp, account) : QStringList();
}

AccountGroup wonGroup(const Dataset& dataset, const Contacts& contacts) {
    if (contacts.empty()) return {};
    return groupOf(ContactViews::tr("Won, with contacts"),
                   wonAccounts(dataset) & accountsWithContacts(contacts), contacts);
}

std::vector<AccountGroup> segmentGroups(
    const Dataset& dataset, const Contacts& contacts,
    const std::vector<std::pair<QString, std::vector<Condition>>>& segments, const Job& job) {
    std::vector<AccountGroup> groups;
    if (contacts.empty()) return groups;
    for (const auto& [label, conditions] : segments) {
        Bitmap inside(dataset.accounts.rows(), true);
        for (const Condition& condition : conditions) {
            if (job.cancelled()) return {};
            inside &= evaluate(condition, dataset, Entity::Account).yes;
        }
        groups.push_back(groupOf(label, std::move(inside), contacts));
    }
    return groups;
}

}  // namespace icp::ui
