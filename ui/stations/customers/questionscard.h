#pragma once

#include "ui/models/customerlists.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace icp::ui {

/// Mean place of some customers, 0 to 100, with its range and the middle of all as a dashed line.
class PlaceBar : public QWidget {
    Q_OBJECT
public:
    explicit PlaceBar(QWidget* parent = nullptr);
    void setAnswer(const CustomerAnswer& answer, AccountList list);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CustomerAnswer m_answer;
    AccountList m_list = AccountList::Best;
};

/// The four questions that tell a good customer, answered for the best, the rest and the least ideal; what
/// the data cannot answer yet says why.
class QuestionsCard : public Card {
    Q_OBJECT
public:
    explicit QuestionsCard(QWidget* parent = nullptr);
    void setLists(const CustomerLists& lists);

private:
    QGridLayout* m_grid;
};

}  // namespace icp::ui
