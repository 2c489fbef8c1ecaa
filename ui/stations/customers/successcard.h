#pragma once

#include "ui/models/ranking.h"
#include "ui/widgets/card.h"

class QComboBox;
class QHBoxLayout;

namespace icp::ui {

class Text;

/// What success means, of how many it is known, and the three numbers one wants to see first.
class SuccessCard : public Card {
    Q_OBJECT
public:
    explicit SuccessCard(QWidget* parent = nullptr);

    void setMeasures(const std::vector<Measure>& measures, Measure chosen, const AccountFacts& facts);
    void showRanking(const AccountFacts& facts, const Ranking& ranking, Measure measure);

Q_SIGNALS:
    void measureChosen(icp::ui::Measure measure);

private:
    Text* number(QHBoxLayout* row, Text** label);

    QComboBox* m_measure;
    Text* m_known;
    Text* m_explanation;
    Text* m_customers;
    Text* m_customersLabel;
    Text* m_value;
    Text* m_valueLabel;
    Text* m_left;
    Text* m_leftLabel;
    std::vector<Measure> m_measures;
};

}  // namespace icp::ui
