#pragma once

#include "core/workshop/contacts.h"

#include <QStackedWidget>

#include <memory>

namespace icp::ui {

class AccountsPage;
class CoverageGridModel;
class Document;
class PersonaModel;
class SegmentedSwitch;
class Text;
class TitlesPage;

/// What contacts say of a panel: coverage of tiers and segments, titles with their rules, accounts with their
/// contacts and qualification.
class ContactViews : public QStackedWidget {
    Q_OBJECT
public:
    enum View { Coverage, Titles, Accounts };
    explicit ContactViews(PersonaModel* personas, QWidget* parent = nullptr);

    void setDocument(Document* document);
    /// What was counted of the current personas; `won` and `segments` are groups of accounts.
    void show(std::shared_ptr<const Contacts> contacts, AccountGroup won, std::vector<AccountGroup> segments);
    void showPersonas();
    void showFit();                   ///< after another fit, or other names of accounts
    void choosePersona(int persona);  ///< whom a new rule for titles is for, unless somebody says otherwise

Q_SIGNALS:
    void edited(const std::vector<icp::Persona>& personas, const QString& text);

private:
    QWidget* coverageCard();
    void showGroups();
    QStringList reasonsOf(std::uint32_t account) const;

    PersonaModel* m_personas;
    Document* m_document = nullptr;
    std::shared_ptr<const Contacts> m_contacts = std::make_shared<const Contacts>();
    AccountGroup m_won;
    std::vector<AccountGroup> m_segments;
    SegmentedSwitch* m_by;
    Text* m_note;
    CoverageGridModel* m_grid;
    TitlesPage* m_titles;
    AccountsPage* m_accounts;
};

/// The groups to count: won accounts that have contacts, and those of segments, each with its label.
AccountGroup wonGroup(const Dataset& dataset, const Contacts& contacts);
std::vector<AccountGroup> segmentGroups(
    const Dataset& dataset, const Contacts& contacts,
    const std::vector<std::pair<QString, std::vector<Condition>>>& segments, const Job& job);

}  // namespace icp::ui
