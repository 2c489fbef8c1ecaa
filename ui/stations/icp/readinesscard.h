#pragma once

#include "core/draft/readiness.h"
#include "ui/widgets/card.h"

class QDateEdit;
class QLineEdit;
class QPushButton;

namespace icp::ui {

class Badge;
class Text;

/// What the profile should have stood before it is agreed, each with its state and what to do.
class ReadinessCard : public Card {
    Q_OBJECT
public:
    explicit ReadinessCard(QWidget* parent = nullptr);

    void show(const Icp& icp, const std::array<CheckResult, checks.size()>& results);

Q_SIGNALS:
    void voteAsked();
    void sealAsked();
    /// With nobody: it was not tested after all.
    void tested(const QString& who, const QDate& day);

private:
    struct Row {
        Badge* state = nullptr;
        Text* words = nullptr;
        QPushButton* act = nullptr;
    };
    QWidget* buildForm();
    void openForm(bool open);
    void keep();

    StakeholderTest m_test;
    std::array<Row, checks.size()> m_rows;
    QWidget* m_form;
    QLineEdit* m_who;
    QDateEdit* m_day;
};

}  // namespace icp::ui
