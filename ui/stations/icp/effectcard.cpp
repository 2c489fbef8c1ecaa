#include "ui/stations/icp/effectcard.h"

#include "core/base/shown.h"
#include "ui/models/fitreasons.h"
#include "ui/stations/icp/comfortbox.h"
#include "ui/stations/icp/marketform.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fitbar.h"
#include "ui/widgets/gaugebar.h"
#include "ui/widgets/narrownessmeter.h"
#include "ui/widgets/raterow.h"
#include "ui/widgets/scroll.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace icp::ui {

namespace {

enum Page { NoData, Nothing, Effect };

QString ofWhole(const Share& share) {
    return EffectCard::tr("%1 of %2").arg(countText(qint64(share.part)), countText(qint64(share.whole)));
}

QFrame* divider() {
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

QHBoxLayout* pair(QWidget* left, QLabel* right) {
    right->setWordWrap(true);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout;
    row->addWidget(left);
    row->addWidget(right, 1);
    return row;
}

Text* heading(const QString& text) {
    auto* label = new Text(text, int(Type::Body));
    label->setWeight(QFont::DemiBold);
    return label;
}

Text* wrapped(Text::Ink ink) {
    auto* label = new Text(QString(), int(Type::Note), ink);
    label->setWordWrap(true);
    return label;
}

}  // namespace

EffectCard::EffectCard(QWidget* parent)
    : Card(tr("Live effect"), parent),
      m_pages(new QStackedWidget),
      m_market(new GaugeBar(tr("Market"))),
      m_marketSource(wrapped(Text::Ink::Third)),
      m_enterMarket(linkButton(tr("Enter market size"), QStringLiteral("edit"))),
      m_form(new MarketForm),
      m_customers(new GaugeBar(tr("Customers"))),
      m_wins(new GaugeBar(tr("Wins"))),
      m_revenue(new GaugeBar(tr("Revenue"))),
      m_pipeline(new GaugeBar(tr("Pipeline"))),
      m_rateTitle(heading(QString())),
      m_rateCount(new Text(QString(), int(Type::Note), Text::Ink::Third)),
      m_inside(new RateRow(tr("Inside"), true)),
      m_outside(new RateRow(tr("Outside"), false)),
      m_difference(wrapped(Text::Ink::Second)),
      m_ranking(wrapped(Text::Ink::Second)),
      m_zone(heading(QString())),
      m_meter(new NarrownessMeter),
      m_zoneWords(wrapped(Text::Ink::Second)),
      m_comfort(new ComfortBox),
      m_fit(new FitBar),
      m_left(wrapped(Text::Ink::Second)) {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, px(4), 0);
    layout->setSpacing(px(6));
    layout->addWidget(m_customers);
    layout->addWidget(m_wins);
    layout->addWidget(m_revenue);
    layout->addWidget(m_pipeline);
    layout->addWidget(m_market);
    layout->addWidget(m_marketSource);
    layout->addWidget(m_enterMarket, 0, Qt::AlignLeft);
    layout->addWidget(m_form);
    layout->addWidget(divider());
    layout->addLayout(pair(m_rateTitle, m_rateCount));
    layout->addWidget(m_inside);
    layout->addWidget(m_outside);
    RateRow::pair(m_inside, m_outside);
    layout->addWidget(m_difference);
    layout->addWidget(divider());
    layout->addLayout(pair(heading(tr("How narrow?")), m_zone));
    layout->addWidget(m_meter);
    layout->addWidget(m_zoneWords);
    layout->addWidget(m_comfort);
    layout->addWidget(divider());
    layout->addWidget(heading(tr("Your customers")));
    layout->addWidget(m_fit);
    auto* rule = wrapped(Text::Ink::Third);
    rule->setText(fitRule());
    layout->addWidget(rule);
    layout->addWidget(m_left);
    layout->addWidget(m_ranking);
    layout->addStretch(1);

    m_area = scrolled(column);
    auto* none = wrapped(Text::Ink::Second);
    none->setText(
        tr("Import customers or deals. Then every change of the profile shows here what it means: how many "
           "customers are inside, how much revenue, and how often you win."));
    none->setAlignment(Qt::AlignTop);
    auto* nothing = wrapped(Text::Ink::Second);
    nothing->setText(tr(
        "Add a must or a should that names an attribute. Then it shows here how many of your customers are "
        "inside, and how often you win there. What is written in words only is never counted."));
    nothing->setAlignment(Qt::AlignTop);
    m_pages->addWidget(none);
    m_pages->addWidget(nothing);
    m_pages->addWidget(m_area);
    body()->addWidget(m_pages, 1);
    m_form->hide();

    connect(m_enterMarket, &QPushButton::clicked, this, [this] { editMarket(true); });
    connect(m_form, &MarketForm::closed, this, [this] { editMarket(false); });
    connect(m_comfort, &ComfortBox::voted, this, &EffectCard::voted);
    connect(m_form, &MarketForm::edited, this, &EffectCard::marketEdited);
}

void EffectCard::startVote() {
    m_comfort->startCounting();
    m_area->ensureWidgetVisible(m_comfort);
}

void EffectCard::editMarket(bool on) {
    m_enterMarket->setVisible(!on);
    if (on) {
        m_form->open(m_icp);
        return;
    }
    m_form->hide();
    m_enterMarket->setFocus();
}

void EffectCard::show(const Icp& icp, const Gauge& gauge, const QString& currency, bool hasData) {
    m_icp = icp;
    // Words alone put nobody in or out, which is no profile of nobody.
    const bool counts =
        gauge.accounts.whole > 0 && (gauge.narrowness != Narrowness::Empty || gauge.customers.whole <= 0);
    m_pages->setCurrentIndex(!hasData ? NoData : counts ? Effect : Nothing);
    showShares(gauge, currency);
    showRates(gauge);
    showNarrowness(gauge);
    m_comfort->show(icp);
    showCustomers(gauge);
}

void EffectCard::showShares(const Gauge& gauge, const QString& currency) {
    m_customers->setShare(gauge.customers.share(), ofWhole(gauge.customers));
    m_wins->setVisible(gauge.wins.whole > 0);
    m_wins->setShare(gauge.wins.share(), ofWhole(gauge.wins));
    const auto money = [&](GaugeBar* bar, const Share& share) {
        bar->setVisible(share.whole > 0);
        bar->setShare(share.share(),
                      tr("%1 of %2").arg(moneyText(share.part, currency), moneyText(share.whole, currency)));
    };
    money(m_revenue, gauge.revenue);
    money(m_pipeline, gauge.pipeline);
    const bool typed = gauge.market.whole > 0;
    m_market->setVisible(typed);
    m_marketSource->setVisible(typed);
    if (typed) {
        m_market->setShare(gauge.market.share(), ofWhole(gauge.market));
        const QString date = QLocale().toString(m_icp.market.asOf, QLocale::ShortFormat);
        m_marketSource->setText(m_icp.market.source.isEmpty()
                                    ? tr("Typed, as of %1. It does not follow the criteria.").arg(date)
                                    : tr("Typed (%1), as of %2. It does not follow the criteria.")
                                          .arg(m_icp.market.source, date));
    }
    m_enterMarket->setText(typed ? tr("Change market size") : tr("Enter market size"));
}

void EffectCard::showRates(const Gauge& gauge) {
    const auto set = [](RateRow* bar, const GaugeRate& rate) {
        bar->setRate(rate.positives, rate.n, rate.rate, rate.low, rate.high);
    };
    set(m_inside, gauge.inside);
    set(m_outside, gauge.outside);
    m_rateTitle->setText(gauge.aboutRetention ? tr("Stayed") : tr("Win rate"));
    const QString total = countText(gauge.inside.n + gauge.outside.n);
    m_rateCount->setText(gauge.aboutRetention ? tr("%1 customers, 95% ranges").arg(total)
                                              : tr("%1 deals, 95% ranges").arg(total));
    if (gauge.inside.n == 0 || gauge.outside.n == 0) {
        m_difference->setText(tr("Nothing to compare yet."));
        return;
    }
    const auto points = [](double share) { return QLocale().toString(std::round(share * 100), 'f', 0); };
    const QString range =
        tr("The gap of the whole profile is %1 points (%2 to %3).")
            .arg(points(gauge.difference), points(gauge.differenceLow), points(gauge.differenceHigh));
    const bool unclear = gauge.differenceLow <= 0 && gauge.differenceHigh >= 0;
    m_difference->setText(unclear ? tr("%1 It may be chance.").arg(range) : range);
}

void EffectCard::showRanking(const Ranking& ranking, const Ranking& sealed, Seal seal) {
    m_ranking->setVisible(ranking.told);
    if (!ranking.told) return;
    const QString pairs = ranking.aboutRetention
                              ? tr("Of a customer who stayed and one who left, the first scores higher in %1 "
                                   "of cases (%2 to %3).")
                              : tr("Of an account won and one lost, the first scores higher in %1 of cases "
                                   "(%2 to %3).");
    const QString fifth = ranking.aboutRetention ? tr("The best-scored fifth holds %1 of those who stayed.")
                                                 : tr("The best-scored fifth holds %1 of wins.");
    QStringList text{
        pairs.arg(percentText(ranking.area), percentText(ranking.range.low), percentText(ranking.range.high)),
        fifth.arg(percentText(ranking.fifth)),
        tr("The profile was written on the same data: expect less of new ones.")};
    if (seal == Seal::Shut)
        text << tr("What the sealed deals alone say is told once the seal is open (Segments).");
    else if (seal == Seal::Open && sealed.told)
        text << tr("On the sealed deals alone: %1 of cases (%2 to %3). Whoever changes the profile by this "
                   "searches them, too.")
                    .arg(percentText(sealed.area), percentText(sealed.range.low),
                         percentText(sealed.range.high));
    else if (seal == Seal::Open)
        text << tr("The sealed deals alone are too few to say.");
    m_ranking->setText(text.join(u' '));
    m_ranking->setToolTip(tr("50% is what chance does. Ties count half; range by DeLong, DeLong and "
                             "Clarke-Pearson 1988, over %1 "
                             "accounts. Scores are those of the criteria.")
                              .arg(countText(ranking.good + ranking.others)));
}

void EffectCard::showNarrowness(const Gauge& gauge) {
    QString zone;
    QString words;
    switch (gauge.narrowness) {
        case Narrowness::Empty:
            zone = tr("Nothing chosen");
            break;
        case Narrowness::TooBroad:
            zone = tr("Too broad");
            words = tr("This covers %1 of your customers. It does not help anyone choose.")
                        .arg(percentText(gauge.customers.share()));
            break;
        case Narrowness::Comfortable:
            zone = tr("Comfortably uncomfortable");
            break;
        case Narrowness::TooNarrow: {
            zone = tr("Too narrow");
            const bool deals = gauge.wins.whole > 0;
            const QString count = countText(qint64(deals ? gauge.wins.part : gauge.customers.part));
            words = deals ? tr("Only %1 won deals are left. Ranges are too wide to trust.").arg(count)
                          : tr("Only %1 customers are left. Ranges are too wide to trust.").arg(count);
            break;
        }
    }
    m_zone->setText(zone);
    m_zone->setInk(gauge.narrowness == Narrowness::TooBroad || gauge.narrowness == Narrowness::TooNarrow
                       ? Text::Ink::Bad
                       : Text::Ink::Link);
    m_meter->setPosition(gauge.narrowness == Narrowness::Empty ? -1 : gauge.position, zone);
    m_zoneWords->setText(words);
    m_zoneWords->setVisible(!words.isEmpty());
}

void EffectCard::showCustomers(const Gauge& gauge) {
    m_fit->setCounts(gauge.ideal, gauge.stretch, gauge.bad);
    // Where nobody is known to have left, nothing is known of leaving.
    const bool known = !gauge.aboutRetention && gauge.leftInside.positives + gauge.leftOutside.positives > 0;
    m_left->setVisible(known);
    if (!known) return;
    const auto part = [](const GaugeRate& rate) {
        return rate.n == 0 ? tr("none known")
                           : tr("%1 (%2 of %3)")
                                 .arg(percentText(rate.rate), countText(rate.positives), countText(rate.n));
    };
    m_left->setText(
        tr("Have left: %1 of ideal, %2 of all others").arg(part(gauge.leftInside), part(gauge.leftOutside)));
}

}  // namespace icp::ui
