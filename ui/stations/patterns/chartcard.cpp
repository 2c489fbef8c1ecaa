#include "ui/stations/patterns/chartcard.h"

#include "core/base/shown.h"
#include "ui/charts/legend.h"
#include "ui/charts/winratechart.h"
#include "ui/models/attributelist.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
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
      m_rateLegend(new Legend),
      m_rates(new WinRateChart) {
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
    body()->addWidget(m_rates, 13);
    for (Text* note : {m_groupNote, m_rateNote}) note->setWordWrap(true);
    m_known->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_groups, &ChartView::levelClicked, this, &ChartCard::levelClicked);
    connect(m_rates, &ChartView::levelClicked, this, &ChartCard::levelClicked);
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
    const Words words(findings.study);
    m_groupTitle->setText(words.groupTitle());
    QString note = words.groupNote();
    if (findings.unlinkedPositives > 0 && m_totals.best > 0)
        note += u' ' + tr("%1 of the %2 are won deals without a known account.")
                           .arg(countText(findings.unlinkedPositives), countText(m_totals.best));
    m_groupNote->setText(note);
    m_rateTitle->setText(words.rateTitle());
    m_rateNote->setText(words.rateNote());
    m_groupLegend->setItems(
        {{QStringLiteral("%1 %2").arg(words.bestName(), countText(m_totals.best)), Standing::Above},
         {QStringLiteral("%1 %2").arg(words.restName(), countText(m_totals.rest)), Standing::Unclear}});
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
    m_groups->setLevels(attribute, findings, m_totals);
    m_rates->setLevels(attribute, findings, m_maximum);
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

void ChartCard::copy() {
    ChartView* chart = m_groups->hasFocus() ? static_cast<ChartView*>(m_groups) : m_rates;
    chart->copy();
    Q_EMIT copied(chart->title());
}

}  // namespace icp::ui
