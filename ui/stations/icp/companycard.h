#pragma once

#include "core/workshop/contributions.h"
#include "core/workshop/fitdecision.h"
#include "core/workshop/implications.h"
#include "core/workshop/lookalikes.h"
#include "ui/document/accountfacts.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace icp::ui {

class BacklogBox;
class Badge;
class CriteriaTable;
class Text;
class TextRows;

/// What a company says about a profile: which criteria it meets and fails and what each of these costs, what
/// became of it, the customers most like it; and what the team decided on it.
class CompanyCard : public Card {
    Q_OBJECT
public:
    explicit CompanyCard(QWidget* parent = nullptr);

    struct Company {
        std::uint32_t account = 0;
        QString name;
        Fit fit = Fit::None;
        QString outcome;                    ///< "Customer, 41 mo, £12k"
        std::vector<QStringList> criteria;  ///< criterion, answer, what the profile would be without it
        std::vector<std::pair<std::uint32_t, QStringList>> alike;  ///< account; name, likeness, fit
        FitDecision decision;
        std::vector<ResearchItem> research;  ///< on it
        /// Who and what is said to them, where consumers are sold to; nothing: it is told elsewhere.
        std::optional<std::vector<std::pair<QString, QString>>> messages{};
    };
    void show(const Company& company);

Q_SIGNALS:
    void decided(const icp::FitDecision& decision, const QString& text);
    void backlogAsked(const icp::ResearchItem& item);
    void companyAsked(std::uint32_t account);

private:
    QWidget* buildDecision();
    void showDecision();
    void showMessages();
    void storeFit();
    void storeVetting();

    Company m_company;
    Badge* m_fit;
    Text* m_outcome;
    CriteriaTable* m_criteria;
    TextRows* m_alike;
    QComboBox* m_byHand;
    QLineEdit* m_reason;
    Text* m_reasonMissing;
    QCheckBox* m_test;
    QWidget* m_vetting;
    std::array<QCheckBox*, vettingPointCount> m_points{};
    QLineEdit* m_owner;
    QLineEdit* m_skip;
    Text* m_gate;
    BacklogBox* m_backlog;
    QWidget* m_saying;
    Text* m_messages;
};

}  // namespace icp::ui
