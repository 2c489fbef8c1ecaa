#include "ui/stations/patterns/findingspanel.h"

#include "ui/models/contrast.h"
#include "ui/stations/adopt.h"
#include "ui/stations/methodtext.h"
#include "ui/stations/patterns/findingcard.h"
#include "ui/stations/patterns/oddschart.h"
#include "ui/stations/patterns/sentences.h"
#include "ui/stations/patterns/sharebars.h"
#include "ui/theme/tokens.h"

#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <limits>

namespace icp::ui {

FindingsPanel::FindingsPanel(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Findings"));
    viewport()->setAutoFillBackground(false);
    auto* page = new QWidget;
    page->setAutoFillBackground(false);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(12));
    m_column->addStretch(1);
    setWidget(page);
}

void FindingsPanel::append(QWidget* card) { m_column->insertWidget(m_column->count() - 1, card); }

void FindingsPanel::append(FindingCard* card, const QString& method) {
    card->setMethod(method);
    append(card);
}

void FindingsPanel::clear() {
    while (m_column->count() > 1) {
        QLayoutItem* item = m_column->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void FindingsPanel::showAttribute(const AttributeProfile& attribute, const Findings& findings,
                                  const Dataset& dataset) {
    m_dataset = &dataset;
    clear();
    // What the lens is about stands first.
    if (m_lens != Lens::Won) {
        addMarket(attribute, findings);
        addHabit(attribute, findings);
    }
    addDriver(attribute, findings);
    addConfounders(attribute, findings);
    if (m_lens == Lens::Won) {
        addHabit(attribute, findings);
        addMarket(attribute, findings);
    }
    addExclusions(attribute, findings);
    addWarnings(attribute, findings);
    verticalScrollBar()->setValue(0);
}

void FindingsPanel::addDriver(const AttributeProfile& attribute, const Findings& findings) {
    const bool claimed = findings.mode == Mode::Full && attribute.isDriver();
    const auto contrast = claimed ? contrastOf(attribute, findings.base) : std::nullopt;
    FindingCard* card = nullptr;
    const bool ofDeals = attribute.entity == Entity::Deal;
    if (contrast && contrast->clear()) {
        FindingText text = driverText(attribute, *contrast, Words(findings.study));
        if (ofDeals) text.numbers += u' ' + dealsCannotBeMet();
        card = new FindingCard(FindingCard::Kind::Driver, tr("Driver"), text);
        QPushButton* add = card->addButton(
            tr("Add to ICP"), QStringLiteral("plus"),
            ofDeals ? dealsCannotBeMet() : tr("Add “%1” to the ICP (A)").arg(contrast->label), !ofDeals);
        add->setEnabled(!ofDeals);
        connect(add, &QPushButton::clicked, this,
                [this, levels = contrast->levels] { Q_EMIT addRequested(levels); });
    } else if (claimed) {
        card = new FindingCard(FindingCard::Kind::Driver, tr("Driver"), onlyLowText(attribute, findings));
    } else {
        const QString kicker = !attribute.leak.isEmpty()                  ? tr("Left out")
                               : findings.mode != Mode::Full              ? tr("Direction only")
                               : attribute.q < 0.2 && attribute.q >= 0.05 ? tr("Unsure")
                                                                          : tr("No pattern found");
        card = new FindingCard(FindingCard::Kind::Nothing, kicker, noDriverText(attribute, findings));
    }
    const auto below = levelsBelow(attribute, findings.base);
    if (claimed && !below.empty()) {
        const QString tip =
            ofDeals ? dealsOnly()
                    : tr("Exclude “%1”, which lies below average (X)").arg(joinedLabels(attribute, below));
        QPushButton* leave = card->addButton(tr("Exclude"), {}, tip);
        leave->setEnabled(!ofDeals);
        connect(leave, &QPushButton::clicked, this, [this, below] { Q_EMIT excludeLevelsRequested(below); });
    }
    append(card, MethodText(findings, *m_dataset).attribute(attribute));
    // Next to what it is about: further down small windows would hide it.
    if (!attribute.caution.isEmpty())
        append(new FindingCard(FindingCard::Kind::Habit, tr("Worth knowing"), {attribute.caution, {}}));
}

void FindingsPanel::addExclusions(const AttributeProfile& attribute, const Findings& findings) {
    for (const Exclusion& exclusion : findings.exclusions) {
        if (exclusion.condition.attribute != attribute.name) continue;
        auto* card = new FindingCard(FindingCard::Kind::Exclusion, tr("Consider excluding"),
                                     exclusionText(exclusion, findings));
        append(card, MethodText(findings, *m_dataset).exclusion(exclusion));
        if (exclusion.entity == Entity::Deal) continue;  // exclusionText() says why
        connect(card->addButton(tr("Exclude"), QStringLiteral("ban"),
                                tr("Exclude “%1” (X)").arg(exclusion.label)),
                &QPushButton::clicked, this, [this, exclusion] { Q_EMIT excludeRequested(exclusion); });
    }
}

void FindingsPanel::addConfounders(const AttributeProfile& attribute, const Findings& findings) {
    for (const Confounder& found : findings.confounders) {
        if (found.attribute != attribute.name) continue;
        auto* card = new FindingCard(FindingCard::Kind::Size, tr("Is it really this?"),
                                     {found.sentence, found.contrast + QStringLiteral(". ") +
                                                          MethodText::compared(found, findings.study)});
        std::vector<OddsChart::Row> rows{
            {tr("Odds by %1 alone").arg(found.label), found.crude},
            {tr("… comparing equal %1").arg(found.explainedByLabel), found.adjusted},
            {tr("Odds by %1, equal %2").arg(found.explainedByLabel, found.label), found.other}};
        std::erase_if(rows, [](const OddsChart::Row& row) {  // nothing was left to compare
            return !(row.odds.interval.high < std::numeric_limits<double>::max());
        });
        auto* chart = new OddsChart;
        chart->setRows(rows);
        card->addPicture(chart);
        connect(card->addButton(tr("Show %1").arg(found.explainedByLabel), {},
                                tr("Look at the attribute that was held equal")),
                &QPushButton::clicked, this,
                [this, name = found.explainedBy] { Q_EMIT attributeRequested(name); });
        append(card, MethodText(findings, *m_dataset).confounder(found));
    }
}

void FindingsPanel::addHabit(const AttributeProfile& attribute, const Findings& findings) {
    for (const Exposure& exposure : findings.coverage) {
        if (exposure.attribute != attribute.name || exposure.sentence.isEmpty()) continue;
        auto* card = new FindingCard(FindingCard::Kind::Habit, tr("Habit warning"),
                                     {exposure.sentence, exposure.numbers});
        for (const ExposureLevel& level : exposure.levels) {
            if (level.label != exposure.leader) continue;
            std::vector<ShareBars::Row> rows{{tr("You tried"), level.triedShare, &Tokens::rest},
                                             {tr("You won"), level.wonShare, &Tokens::best}};
            if (level.marketShare) rows.push_back({tr("The market"), *level.marketShare, &Tokens::ink3});
            card->addPicture(new ShareBars(rows));
        }
        append(card, MethodText(findings, *m_dataset).habit(exposure));
    }
}

void FindingsPanel::addMarket(const AttributeProfile& attribute, const Findings& findings) {
    const MethodText method(findings, *m_dataset);
    for (const Exposure& exposure : findings.coverage) {
        if (exposure.attribute != attribute.name) continue;
        const FindingText market = reweightedText(exposure, findings);
        if (!market.title.isEmpty())
            append(new FindingCard(FindingCard::Kind::Habit, tr("If you tried as the market is"), market),
                   method.reweighted(exposure));
        const FindingText missing = missingText(exposure, findings);
        if (!missing.title.isEmpty())
            append(new FindingCard(FindingCard::Kind::Habit, tr("Worth knowing"), missing),
                   method.missing(exposure));
    }
}

void FindingsPanel::addWarnings(const AttributeProfile& attribute, const Findings& findings) {
    const auto add = [this](const QString& kicker, const FindingText& text) {
        append(new FindingCard(FindingCard::Kind::Habit, kicker, text));
    };
    const FindingText untested = untestedText(attribute, findings);
    if (!untested.title.isEmpty()) add(tr("Habit warning"), untested);
    for (const Warning& warning : findings.warnings) {
        // What the outcome was taken from matters for every attribute.
        const bool ofOutcome = warning.code == u"outcome-from" || warning.code == u"outcome-is-size";
        if (ofOutcome || (warning.attribute == attribute.name && warning.code != u"few-attempts" &&
                          warning.code != u"single-level"))
            add(tr("Worth knowing"), {warning.text, {}});
    }
}

}  // namespace icp::ui
