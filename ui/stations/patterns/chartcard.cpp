#include "ui/stations/patterns/chartcard.h"

#include "core/base/shown.h"
#include "ui/charts/legend.h"
#include "ui/charts/winratechart.h"
#include "ui/models/attributelist.h"
#include "ui/stations/patterns/sentences.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

QWidget* hairline() {
    auto* line = new QFrame;
    line->setFrameShape(QFrame::NoFrame);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

}  // namespace

ChartCard::ChartCard(QWidget* parent)
    : Card(parent),
      m_name(new Text({}, int(Type::MainCardTitle))),
      m_class(new Badge),
      m_known(new Text({}, int(Type::Table), Text::Ink::Third)),
      m_groupTitle(new Text({}, int(Type::Body))),
      m_groupNote(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_groupLegend(new Legend),
      m_groups(new GroupChart),
      m_rateTitle(new Text({}, int(Type::Body))),
      m_rateNote(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_caution(new Text({}, int(Type::Note), Text::Ink::Warn)),
      m_rateLegend(new Legend),
      m_rates(new WinRateChart),
      m_exposure(new ExposureChart),
      m_market(linkButton(tr("Say what the market is made of"), QStringLiteral("edit"))),
      m_lenses(new QStackedLayout) {
    body()->setContentsMargins(1, 0, 1, px(8));
    body()->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(14), px(4), px(8), px(4));
    head->setSpacing(px(8));
    head->addWidget(m_name);
    head->addWidget(m_class);
    head->addWidget(m_known, 1);
    QToolButton* copyButton =
        iconButton(QStringLiteral("copy"), tr("Copy the chart as picture and table (C)"));
    copyButton->setObjectName(QStringLiteral("copyChart"));
    connect(copyButton, &QToolButton::clicked, this, &ChartCard::copy);
    head->addWidget(copyButton);
    body()->addLayout(head);
    body()->addWidget(hairline());
    body()->addLayout(section(m_groupTitle, m_groupLegend, m_groupNote));
    body()->addWidget(m_groups, 10);
    body()->addWidget(hairline());
    body()->addLayout(section(m_rateTitle, m_rateLegend, m_rateNote));
    // Beside the rates it is about, whatever else stands on the page.
    m_caution->setContentsMargins(px(14), 0, px(14), 0);
    body()->addWidget(m_caution);
    m_market->setObjectName(QStringLiteral("market"));
    auto* said = new QHBoxLayout;
    said->setContentsMargins(px(6), 0, px(14), 0);
    said->addWidget(m_market);
    said->addStretch(1);
    body()->addLayout(said);
    body()->addLayout(m_lenses, 13);  // before its widgets: what has no parent yet would be shown as a window
    m_lenses->addWidget(m_rates);
    m_lenses->addWidget(m_exposure);
    for (Text* note : {m_groupNote, m_rateNote, m_caution}) note->setWordWrap(true);
    m_known->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (ChartView* chart : {static_cast<ChartView*>(m_groups), static_cast<ChartView*>(m_rates),
                             static_cast<ChartView*>(m_exposure)})
        connectChart(chart);
    connect(m_market, &QPushButton::clicked, this, &ChartCard::marketRequested);
}

void ChartCard::connectChart(ChartView* chart) {
    connect(chart, &ChartView::levelClicked, this, [this, chart](int column) {
        if (const int level = levelOf(chart, column); level >= 0) Q_EMIT levelClicked(level);
    });
    connect(chart, &ChartView::levelCompared, this, [this, chart](int column) {
        if (const int level = levelOf(chart, column); level >= 0) Q_EMIT levelCompared(level);
    });
    connect(chart, &ChartView::copied, this, [this, chart] { Q_EMIT copied(chart->title()); });
}

int ChartCard::levelOf(const ChartView* chart, int column) const {
    if (chart != m_exposure) return column;
    const ExposureLevel& wanted = m_exposure->level(column);
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        if (m_levels[i].label == wanted.label && m_levels[i].unknown == wanted.unknown) return int(i);
    return -1;
}

ChartView* ChartCard::lower() const {
    return m_lens == Lens::Won ? static_cast<ChartView*>(m_rates) : m_exposure;
}

void ChartCard::setLens(Lens lens) {
    m_lens = lens;
    m_lenses->setCurrentWidget(lower());
}

void ChartCard::mark(int level) {
    m_groups->setMarked(level);
    m_rates->setMarked(level);
    int column = -1;
    for (int i = 0; i < m_exposure->columns() && level >= 0; ++i)
        if (levelOf(m_exposure, i) == level) column = i;
    m_exposure->setMarked(column);
}

QLayout* ChartCard::section(Text* title, Legend* legend, Text* note) {
    auto* column = new QVBoxLayout;
    column->setContentsMargins(px(14), px(8), px(14), 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    title->setWeight(QFont::DemiBold);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(legend);
    column->addLayout(row);
    column->addWidget(note);
    return column;
}

void ChartCard::setFindings(const Findings& findings) {
    m_maximum = sharedMaximum(findings);
    m_totals = groupTotals(findings);
}

/// What the upper bars count, after they were set.
void ChartCard::showGroups(const Findings& findings) {
    const Words words(findings.study);
    const GroupTotals& totals = m_groups->totals();
    m_groupTitle->setText(m_groups->countsDeals() ? tr("Where your won deals are") : words.groupTitle());
    QString note =
        m_groups->countsDeals()
            ? tr("Share of each group. Numbers on bars are deals: this is known of deals, and most "
                 "companies have several.")
            : words.groupNote();
    if (findings.unlinkedPositives > 0 && totals.best > 0 && !m_groups->countsDeals())
        note += u' ' + tr("%1 of the %2 are won deals without a known account.")
                           .arg(countText(findings.unlinkedPositives), countText(totals.best));
    m_groupNote->setText(note);
    m_groupLegend->setItems(
        {{QStringLiteral("%1 %2").arg(m_groups->bestName(), countText(totals.best)), Standing::Above},
         {QStringLiteral("%1 %2").arg(m_groups->restName(), countText(totals.rest)), Standing::Unclear}});
}

void ChartCard::showAttribute(const AttributeProfile& attribute, const Findings& findings) {
    m_name->setText(attribute.label);
    setAccessibleName(attribute.label);
    m_class->setText(classLabel(attribute.cls));
    const double known = findings.base.n > 0 ? 1 - double(attribute.missing) / double(findings.base.n) : 0;
    const QString share = tr("known for %1").arg(percentText(known));
    m_known->setText(
        attribute.unit.isEmpty() ? share : tr("%1, %2", "people, known for 95%").arg(attribute.unit, share));
    const bool charted = !attribute.levels.empty();
    m_groups->setEnabled(charted);
    m_rates->setEnabled(charted);
    m_levels = attribute.levels;
    m_groups->setLevels(attribute, findings, m_totals);
    showGroups(findings);
    m_caution->setVisible(!attribute.caution.isEmpty());
    m_caution->setText(attribute.caution);
    m_rates->setLevels(attribute, findings, m_maximum);
    if (m_lens == Lens::Won)
        showRates(attribute, findings);
    else
        showExposure(attribute, findings);
}

void ChartCard::showRates(const AttributeProfile& attribute, const Findings& findings) {
    const Words words(findings.study);
    m_rateTitle->setText(words.rateTitle());
    m_rateNote->setText(words.rateNote());
    m_market->hide();
    std::vector<Legend::Item> items;
    if (findings.mode == Mode::Full) {
        items = {{tr("above"), Standing::Above},
                 {tr("unclear"), Standing::Unclear},
                 {tr("below"), Standing::Below}};
        const bool untested =
            std::any_of(attribute.levels.begin(), attribute.levels.end(),
                        [](const Level& level) { return level.status == LevelStatus::Untested; });
        if (untested) items.push_back({tr("untested"), Standing::Untested});
    }
    m_rateLegend->setItems(items);
}

void ChartCard::showExposure(const AttributeProfile& attribute, const Findings& findings) {
    const auto found = std::find_if(findings.coverage.begin(), findings.coverage.end(),
                                    [&](const Exposure& one) { return one.attribute == attribute.name; });
    const bool any = found != findings.coverage.end();
    m_exposure->setEnabled(any);
    m_exposure->setExposure(any ? *found : Exposure(), findings, m_lens);
    m_rateLegend->setItems(any ? m_exposure->legend() : std::vector<Legend::Item>());
    m_rateTitle->setText(m_lens == Lens::Market ? tr("What you tried, beside the market")
                                                : tr("Where you tried, and where you won"));
    const bool said = any && !found->marketSource.isEmpty();
    m_market->setVisible(any && m_lens == Lens::Market);
    m_market->setText(said ? tr("Change the market") : tr("Say what the market is made of"));
    if (!any) {
        m_rateNote->setText(tr("An attribute that was left out is not counted here."));
    } else if (m_lens == Lens::Tried) {
        m_rateNote->setText(
            tr("Share of all tries and of all wins. Where both are as high, one wins there no "
               "more often than elsewhere."));
    } else if (said) {
        m_rateNote->setText(
            tr("Numbers above: how often tried for what there is, 1× is as the market has them. %1.")
                .arg(marketText(*found)));
    } else {
        m_rateNote->setText(tr("Nobody has said yet what the market is made of."));
    }
}

void ChartCard::copy() {
    ChartView* chart = m_groups->hasFocus() ? static_cast<ChartView*>(m_groups) : lower();
    chart->copy();
}

}  // namespace icp::ui
