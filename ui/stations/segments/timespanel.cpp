#include "ui/stations/segments/timespanel.h"

#include "core/base/shown.h"
#include "ui/charts/pairchart.h"
#include "ui/charts/stepchart.h"
#include "ui/document/document.h"
#include "ui/stations/segments/leftcard.h"
#include "ui/stations/timecard.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int leftWidth = 380;
constexpr double nearlyAll = 0.98;  // of the wins: a few very slow ones would squeeze all others

QString curveName(const QString& name, qint64 n, const QString& counted) {
    return TimesPanel::tr("%1, %2 %3", "Segment 1, 164 deals").arg(name, countText(n), counted);
}

StepCurve curveOf(const CloseTimes& times, const QString& name) {
    StepCurve curve;
    curve.told = times.tells();
    const qint64 left = times.undated();
    curve.name = !curve.told ? TimesPanel::tr("%1: no curve").arg(name)
                 : left == 0 ? curveName(name, times.deals, TimesPanel::tr("deals"))
                             : TimesPanel::tr("%1, %2 of %3 deals", "Segment 1, 140 of 164 deals")
                                   .arg(name, countText(times.deals), countText(times.deals + left));
    if (!curve.told) return curve;
    curve.mark = times.medianToWin;
    for (const IncidenceStep& step : times.wins.steps)
        curve.steps.push_back({step.time, step.share, step.interval.low, step.interval.high});
    return curve;
}

StepCurve curveOf(const Survival& survival, const QString& name) {
    StepCurve curve;
    curve.name = name;
    curve.start = 1;
    for (const SurvivalStep& step : survival.steps)
        curve.steps.push_back({step.time, step.share, step.interval.low, step.interval.high});
    return curve;
}

/// The day by which nearly all that will ever be won has been.
double settled(const StepCurve& curve) {
    if (curve.steps.empty()) return 0;
    const double enough = curve.steps.back().share * nearlyAll;
    const auto step = std::find_if(curve.steps.begin(), curve.steps.end(),
                                   [&](const StepCurve::Step& s) { return s.share >= enough; });
    return step->day;
}

}  // namespace

TimesPanel::TimesPanel(QWidget* parent)
    : QStackedWidget(parent),
      m_stagesChart(new PairChart),
      m_closingChart(new StepChart),
      m_reasonChart(new PairChart),
      m_stayingChart(new StepChart),
      m_stages(new TimeCard(tr("Share still in, by stage"), m_stagesChart)),
      m_closing(new TimeCard(tr("Time to close"), m_closingChart)),
      m_reasons(new TimeCard(tr("Reasons lost"), m_reasonChart)),
      m_staying(new TimeCard(tr("Staying"), m_stayingChart)),
      m_left(new LeftCard),
      m_stay(new QWidget) {
    for (TimeCard* card : {m_stages, m_closing, m_reasons, m_staying})
        connect(card, &TimeCard::copied, this, &TimesPanel::copied);
    m_left->setFixedWidth(px(leftWidth));
    auto* stay = new QHBoxLayout(m_stay);
    stay->setContentsMargins(0, 0, 0, 0);
    stay->setSpacing(px(16));
    stay->addWidget(m_staying, 1);
    stay->addWidget(m_left);
    for (QWidget* view : {static_cast<QWidget*>(m_stages), static_cast<QWidget*>(m_closing),
                          static_cast<QWidget*>(m_reasons), static_cast<QWidget*>(m_stay)})
        addWidget(view);
    connect(this, &QStackedWidget::currentChanged, this, &TimesPanel::askWhoLeft);
}

void TimesPanel::setGroup(const Document* document, const std::vector<Condition>& conditions,
                          const QString& name) {
    if (m_document != document) {
        if (m_document) m_document->disconnect(this);
        m_document = document;
        connect(document, &Document::gaugeChanged, this, &TimesPanel::askWhoLeft);
    }
    m_dataset = document->sharedDataset();
    m_study = document->findings().study;
    m_conditions = conditions;
    m_name = name;
    m_stale = true;
    m_working.cancel();
    if (isVisible()) ask();
}

void TimesPanel::showEvent(QShowEvent* event) {
    QStackedWidget::showEvent(event);
    if (m_stale) ask();
}

void TimesPanel::ask() {
    if (!m_dataset) return;
    m_stale = false;
    askWhoLeft();
    m_working.start([this, dataset = m_dataset, study = m_study, conditions = m_conditions, name = m_name](
                        const Job&, const Background::Deliver& deliver) {
        const auto times = std::make_shared<const GroupTimes>(groupTimes(*dataset, study, conditions, name));
        deliver([this, times] { take(*times); });
    });
}

/// By the profile, which is edited more often than the group is changed.
void TimesPanel::askWhoLeft() {
    if (!isVisible() || currentIndex() != Staying || !m_dataset || !m_document) return;
    const Icp* current = m_document->currentIcp();
    if (current == nullptr) {
        m_leaving.cancel();
        return m_left->show(false, {}, {});
    }
    m_leaving.start([this, dataset = m_dataset, study = m_study, workshop = m_document->workshop(),
                     icp = *current](const Job&, const Background::Deliver& deliver) {
        const auto now = leftByFit(*dataset, study, workshop, icp);
        const auto then = leftByVersions(*dataset, study, workshop, icp);
        deliver([this, now, then] { m_left->show(true, now, then); });
    });
}

void TimesPanel::take(const GroupTimes& times) {
    const QString others = tr("All others");
    const CloseTimesPair& closing = times.closing;
    std::vector<StepCurve> curves{curveOf(closing.inside, times.name)};
    if (times.beside) curves.push_back(curveOf(closing.others, others));
    double horizon = 0;
    for (const StepCurve& curve : curves) horizon = std::max(horizon, settled(curve));
    m_closingChart->setCurves(curves, horizon, tr("Time to win: %1").arg(times.name));
    m_closing->show(closingWords(times), m_closingChart->legend(),
                    tr("days since the deal was created; half of the wins come by the marked day"));

    const auto names = [&](qint64 inside, qint64 outside, const QString& counted) {
        QStringList out{curveName(times.name, inside, counted)};
        if (times.beside) out << curveName(others, outside, counted);
        return out;
    };
    std::vector<RatePair> pairs;
    for (const LostReason& reason : times.reasons)
        pairs.push_back({reason.reason, reason.inside, reason.others});
    const LostReason first = times.reasons.empty() ? LostReason() : times.reasons.front();
    m_reasonChart->setPairs(pairs, names(first.inside.n, first.others.n, tr("lost")), tr("Reason"),
                            tr("Reasons lost: %1").arg(times.name));
    m_reasons->show(reasonWords(times), m_reasonChart->legend(), {});

    pairs.clear();
    const FunnelPair& funnel = times.funnel;
    for (std::size_t s = 0; s < funnel.inside.stages.size(); ++s)
        pairs.push_back({funnel.inside.stages[s].label, funnel.inside.stages[s].reached,
                         funnel.others.stages[s].reached});
    m_stagesChart->setPairs(pairs, names(funnel.inside.deals, funnel.others.deals, tr("deals")), tr("Stage"),
                            tr("Share still in, by stage: %1").arg(times.name));
    m_stages->show(funnelWords(times), m_stagesChart->legend(), {});

    const StayPair& staying = times.staying;
    curves = {curveOf(staying.inside, curveName(times.name, staying.inside.n, tr("customers")))};
    horizon = staying.inside.horizon;
    if (times.beside && staying.others.n > 0) {
        curves.push_back(curveOf(staying.others, curveName(others, staying.others.n, tr("customers"))));
        horizon = std::max(horizon, staying.others.horizon);
    }
    m_stayingChart->setCurves(curves, horizon, tr("Staying: %1").arg(times.name));
    m_staying->show(stayingWords(times), m_stayingChart->legend(), tr("days since they became a customer"));
}

}  // namespace icp::ui
