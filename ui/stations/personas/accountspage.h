#pragma once

#include "core/workshop/fitdecision.h"
#include "ui/models/contacttable.h"

#include <QWidget>

#include <functional>

class QComboBox;

namespace icp::ui {

class PlainTable;
class QualificationCard;
class SegmentedSwitch;
class Text;

/// Accounts with too few, enough and many contacts for outreach to a group, and the qualification of the
/// chosen one.
class AccountsPage : public QWidget {
    Q_OBJECT
public:
    explicit AccountsPage(QWidget* parent = nullptr);

    /// `reasonsOf`: what decided the fit of an account, in words.
    void show(std::shared_ptr<const AccountFacts> facts, std::shared_ptr<const Contacts> contacts,
              const FitTable& fit, const FitDecisions& decisions, const std::vector<Persona>& personas,
              std::function<QStringList(std::uint32_t)> reasonsOf);

private:
    void showCounts();
    void showAccount();

    ContactTableModel* m_model;
    std::shared_ptr<const AccountFacts> m_facts = std::make_shared<const AccountFacts>();
    FitTable m_fit;
    FitDecisions m_decisions;
    std::function<QStringList(std::uint32_t)> m_reasonsOf;
    Text* m_summary;
    SegmentedSwitch* m_bands;
    QComboBox* m_scope;
    PlainTable* m_view;
    QualificationCard* m_card;
};

}  // namespace icp::ui
