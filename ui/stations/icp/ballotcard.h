#pragma once

#include "core/workshop/dotvote.h"
#include "core/workshop/icp.h"
#include "ui/widgets/card.h"

#include <QStringList>

#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace icp::ui {

class Text;

/// Where one voter after the other spreads dots over the criteria. What was put down is not shown again.
class BallotCard : public Card {
    Q_OBJECT
public:
    explicit BallotCard(QWidget* parent = nullptr);

    struct Subject {
        QString criterion;  ///< id
        QString text;
        friend bool operator==(const Subject&, const Subject&) = default;
    };
    /// Dots that are being placed stay as long as the criteria do.
    void show(const DotVote& vote, std::vector<Subject> subjects, const QStringList& departments);
    /// Each voter's, as chosen here before the first ballot.
    int dotsEach() const;

Q_SIGNALS:
    void entered(const icp::Ballot& ballot);

private:
    void rebuild();
    void clear();
    void say();
    void enter();
    int placed() const;
    Ballot ballot() const;

    DotVote m_vote;
    std::vector<Subject> m_subjects;
    QStringList m_departments;
    QComboBox* m_department;
    QLineEdit* m_person;
    QSpinBox* m_each;
    QWidget* m_criteria;
    QGridLayout* m_grid;
    std::vector<QSpinBox*> m_dots;
    Text* m_left;
    Text* m_again;
    QPushButton* m_enter;
};

}  // namespace icp::ui
