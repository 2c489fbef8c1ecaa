#include "ui/stations/customers/scorecard.h"

#include "core/analysis/measure.h"
#include "core/base/shown.h"
#include "ui/charts/histogramchart.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace icp::ui {

namespace {
constexpr int bins = 20;
constexpr std::array shownLists{AccountList::Best, AccountList::Rest, AccountList::Least};
}  // namespace

ScoreCard::ScoreCard(QWidget* parent)
    : Card(tr("Score of all customers"), parent),
      m_histogram(new HistogramChart),
      m_hint(new Text(
          tr("There is nothing to rank customers by. Import what they are worth, whether they stayed, "
             "grew or recommend you; or pin the best and the least ideal by hand (P)."),
          int(Type::Body), Text::Ink::Second)) {
    body()->setContentsMargins(px(6), px(4), px(10), px(6));
    body()->addWidget(m_histogram, 1);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(px(10), 0, px(10), 0);
    m_hint->hide();
    body()->addWidget(m_hint, 1);
    setToolTip(
        tr("The score is what customers are ranked by; their place in the lists follows from it: 100 is "
           "the first of them, 0 the last."));
}

void ScoreCard::setWork(const CustomerWork& work) {
    const Success& success = *work.success;
    const AccountScores* scores = &success.scores;
    QString currency;
    for (const SuccessOffer& offer : success.offers)
        if (success.parts.size() == 1 && success.parts.front().outcome == offer.outcome) {
            scores = &offer.chosen;
            if (offer.outcome == Outcome::Value) currency = offer.chosen.measure.unit;
        }
    std::vector<double> values;
    std::vector<std::uint8_t> places;
    for (const AccountList list : shownLists)
        for (const std::uint32_t account : work.lists->on(list)) {
            values.push_back(scores->score[account]);
            places.push_back(std::uint8_t(2 - int(list)));
        }
    const QString what = scores == &success.scores ? tr("Score") : scores->measure.label;
    const qint64 known =
        std::count_if(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    const qint64 customers = work.lists->lists.customers;
    m_histogram->setVisible(known > 0);
    m_hint->setVisible(known == 0);
    setTitle(known == 0          ? tr("No customer has a score yet")
             : known < customers ? tr("%1 of %2 of %3 customers", "Score of 218 of 230 customers")
                                       .arg(what, countText(known), countText(customers))
             : known == 1 ? tr("%1 of 1 customer").arg(what)
                          : tr("%1 of all %2 customers").arg(what, countText(known)));
    m_histogram->setBins(histogram(values, places, bins), tr("Customers by %1").arg(what), currency);
}

}  // namespace icp::ui
