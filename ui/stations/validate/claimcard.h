#pragma once

#include "ui/models/claimwords.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace icp::ui {

class Badge;
class MethodFold;
class Text;
class WrapText;

/// One claim: what is said, by whom, of whom, what was measured, and what the data say.
class ClaimCard : public Card {
    Q_OBJECT
public:
    explicit ClaimCard(QWidget* parent = nullptr);
    void show(const CheckedWords& words);

Q_SIGNALS:
    void editRequested();
    void removeRequested();
    void insideRequested();  ///< everything narrowed to whom it speaks of

private:
    Badge* m_badge;
    WrapText* m_statement;
    WrapText* m_who;
    QWidget* m_facts;
    QVBoxLayout* m_rows;
    WrapText* m_numbers;
    Text* m_range;
    MethodFold* m_method;
    QPushButton* m_inside;
};

}  // namespace icp::ui
