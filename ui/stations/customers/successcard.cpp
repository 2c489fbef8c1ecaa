#include "ui/stations/customers/successcard.h"

#include "core/base/shown.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr double wellKnown = 0.8;

QString measureText(Measure measure, const AccountFacts& facts) {
    if (measure == Measure::Kept) return SuccessCard::tr("Stayed, larger ones first");
    return facts.valueLabel().isEmpty() ? SuccessCard::tr("Value") : facts.valueLabel();
}

}  // namespace

SuccessCard::SuccessCard(QWidget* parent)
    : Card(tr("Success is"), parent),
      m_measure(new QComboBox),
      m_known(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_explanation(new Text({}, int(Type::Body), Text::Ink::Second)) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    m_measure->setAccessibleName(tr("Measure of success"));
    m_measure->setMinimumWidth(px(240));
    row->addWidget(m_measure);
    row->addWidget(m_known);
    row->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(px(10));
    words->addLayout(row);
    m_explanation->setWordWrap(true);
    words->addWidget(m_explanation);
    words->addStretch(1);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(px(28));
    m_customers = number(numbers, &m_customersLabel);
    m_value = number(numbers, &m_valueLabel);
    m_left = number(numbers, &m_leftLabel);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(px(32));
    columns->addLayout(words, 1);
    columns->addLayout(numbers);
    body()->addLayout(columns, 1);
    connect(m_measure, &QComboBox::activated, this,
            [this](int index) { Q_EMIT measureChosen(m_measures[std::size_t(index)]); });
}

Text* SuccessCard::number(QHBoxLayout* row, Text** label) {
    auto* column = new QVBoxLayout;
    column->setSpacing(px(2));
    auto* figure = new Text({}, int(Type::KeyNumber));
    *label = new Text({}, int(Type::Note), Text::Ink::Second);
    column->addWidget(figure);
    column->addWidget(*label);
    column->addStretch(1);
    row->addLayout(column);
    return figure;
}

void SuccessCard::setMeasures(const std::vector<Measure>& measures, Measure chosen,
                              const AccountFacts& facts) {
    m_measures = measures;
    m_measure->clear();
    for (const Measure measure : measures) m_measure->addItem(measureText(measure, facts));
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (measures[i] == chosen) m_measure->setCurrentIndex(int(i));
    }
    m_measure->setEnabled(measures.size() > 1);
    m_measure->setToolTip(measures.size() > 1 ? tr("What makes a customer a good one")
                                              : tr("The data hold no other measure of success"));
}

void SuccessCard::showRanking(const AccountFacts& facts, const Ranking& ranking, Measure measure) {
    const double share = ranking.customers > 0 ? double(ranking.known) / double(ranking.customers) : 0;
    const QString known = countText(ranking.known);
    const QString all = countText(ranking.customers);
    m_known->setText(ranking.known == ranking.customers ? tr("known of all")
                     : measure == Measure::Value ? tr("%1 of %2 customers have a known value").arg(known, all)
                                                 : tr("known of %1 of %2 customers").arg(known, all));
    m_known->setInk(share < wellKnown ? Text::Ink::Warn : Text::Ink::Third);
    m_explanation->setText(measure == Measure::Value
                               ? tr("%1 of %2 customers have a known value. The best are those worth most, "
                                    "the least ideal those worth least. Pin those that you know better than "
                                    "the numbers do.")
                                     .arg(countText(ranking.known), countText(ranking.customers))
                               : tr("The best have stayed and are large, the least ideal have left. Pin "
                                    "those that you know better than "
                                    "the numbers do."));
    m_customers->setText(countText(ranking.customers));
    m_customersLabel->setText(ranking.customers == 1 ? tr("customer") : tr("customers"));
    m_value->setText(moneyText(ranking.valueTotal, facts.currency()));
    m_valueLabel->setText(tr("value together"));
    m_value->setVisible(facts.hasValue());
    m_valueLabel->setVisible(facts.hasValue());
    qint64 left = 0;
    for (const Ranking::Sum& sum : ranking.sums) left += sum.left;
    m_left->setText(countText(left));
    m_leftLabel->setText(tr("have left"));
    m_left->setVisible(facts.hasLeft());
    m_leftLabel->setVisible(facts.hasLeft());
}

}  // namespace icp::ui
