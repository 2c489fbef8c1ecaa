#pragma once

#include "core/workshop/contacts.h"
#include "core/workshop/workshop.h"
#include "ui/document/accountfacts.h"
#include "ui/document/background.h"

#include <QWidget>

#include <functional>
#include <memory>

class QPushButton;
class QStackedWidget;

namespace icp::ui {

class Badge;
class Card;
class CriteriaTable;
class Document;
class FitListModel;
class PlainTable;
class SegmentedSwitch;
class Text;

/// A list of companies to sell to, each with its fit under the current profile, why, and whom of the panel
/// one knows there. The list stays outside the workshop; scored, it goes back to the CRM with the headers it
/// had.
class LeadsPage : public QWidget {
    Q_OBJECT
public:
    explicit LeadsPage(QWidget* parent = nullptr);

    void setDocument(Document* document);
    void refresh();  ///< the profile may be another
    /// Asks for files; none = the list stays. Tests answer without a dialog.
    using AskFiles = std::function<QStringList(QWidget* parent, const QString& title)>;
    void setAskFiles(AskFiles ask) { m_askFiles = std::move(ask); }
    bool hasList() const { return m_scored != nullptr; }
    QString suggestedName() const;  ///< of the scored list
    /// Best first, as CSV or a workbook by the name's end. Errors: as writeAll().
    Result<void> write(const QString& path) const;
    void waitForIdle();

Q_SIGNALS:
    void backAsked();
    void saveAsked();
    void failed(const icp::Error& error);

private:
    /// What was read, under one profile.
    struct Scored {
        std::shared_ptr<const Dataset> leads;
        Icp icp;
        std::vector<Persona> panel;
        std::unique_ptr<FitModel> model;  ///< evaluated
        Contacts contacts;
        std::shared_ptr<const AccountFacts> facts;
        QStringList unanswered;
        bool judged = true;  ///< the list has at least one of the columns the profile asks about
    };
    struct Profile;
    QWidget* buildList();
    QWidget* buildCompany();
    void chooseList();
    void chooseContacts();
    void read(const QStringList& companies, const QStringList& contacts);
    static std::shared_ptr<Scored> score(const Profile& profile, std::shared_ptr<const Dataset> leads);
    Profile profile() const;
    void showList();
    void showCompany();
    QString saidOf(std::uint32_t account) const;

    Document* m_document = nullptr;
    Background m_reading;
    Background m_scoring;
    AskFiles m_askFiles;
    QStringList m_companies;  ///< files that were read
    QStringList m_people;
    std::shared_ptr<const Dataset> m_leads;
    std::shared_ptr<Scored> m_scored;
    FitListModel* m_model;
    PlainTable* m_table;
    SegmentedSwitch* m_fits;
    QStackedWidget* m_pages;
    Card* m_list;
    Card* m_company;
    QPushButton* m_contacts;
    QPushButton* m_save;
    Text* m_note;
    QWidget* m_about;
    Text* m_nobody;
    Badge* m_fit;
    Text* m_said;
    CriteriaTable* m_criteria;
    Text* m_panel;
};

}  // namespace icp::ui
