#include "ui/stations/patterns/findingspanel.h"

#include "ui/models/contrast.h"
#include "ui/stations/patterns/findingcard.h"
#include "ui/stations/patterns/sentences.h"
#include "ui/theme/tokens.h"

#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

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

void FindingsPanel::clear() {
    while (m_column->count() > 1) {
        QLayoutItem* item = m_column->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void FindingsPanel::showAttribute(const AttributeProfile& attribute, const Findings& findings) {
    clear();
    addDriver(attribute, findings);
    addExclusions(attribute, findings);
    addWarnings(attribute, findings);
    verticalScrollBar()->setValue(0);
}

void FindingsPanel::addDriver(const AttributeProfile& attribute, const Findings& findings) {
    const bool claimed = findings.mode == Mode::Full && attribute.isDriver();
    const auto contrast = claimed ? contrastOf(attribute, findings.base) : std::nullopt;
    FindingCard* card = nullptr;
    if (contrast && contrast->clear()) {
        card = new FindingCard(FindingCard::Kind::Driver, tr("Driver"),
                               driverText(attribute, *contrast, Words(findings.study)));
        connect(card->addButton(tr("Add to ICP"), QStringLiteral("plus"),
                                tr("Add “%1” to the ICP (A)").arg(contrast->label), true),
                &QPushButton::clicked, this,
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
            tr("Exclude “%1”, which lies below average (X)").arg(joinedLabels(attribute, below));
        connect(card->addButton(tr("Exclude"), {}, tip), &QPushButton::clicked, this,
                [this, below] { Q_EMIT excludeLevelsRequested(below); });
    }
    m_column->insertWidget(m_column->count() - 1, card);
}

void FindingsPanel::addExclusions(const AttributeProfile& attribute, const Findings& findings) {
    for (const Exclusion& exclusion : findings.exclusions) {
        if (exclusion.condition.attribute != attribute.name) continue;
        auto* card = new FindingCard(FindingCard::Kind::Exclusion, tr("Consider excluding"),
                                     exclusionText(exclusion, findings));
        m_column->insertWidget(m_column->count() - 1, card);
        if (exclusion.entity == Entity::Deal) continue;  // exclusionText() says why
        connect(card->addButton(tr("Exclude"), QStringLiteral("ban"),
                                tr("Exclude “%1” (X)").arg(exclusion.label)),
                &QPushButton::clicked, this, [this, exclusion] { Q_EMIT excludeRequested(exclusion); });
    }
}

void FindingsPanel::addWarnings(const AttributeProfile& attribute, const Findings& findings) {
    const auto add = [this](const QString& kicker, const FindingText& text) {
        m_column->insertWidget(m_column->count() - 1,
                               new FindingCard(FindingCard::Kind::Habit, kicker, text));
    };
    const FindingText untested = untestedText(attribute, findings);
    if (!untested.title.isEmpty()) add(tr("Habit warning"), untested);
    for (const Warning& warning : findings.warnings) {
        if (warning.attribute == attribute.name && warning.code != u"few-attempts" &&
            warning.code != u"single-level")
            add(tr("Worth knowing"), {warning.text, {}});
    }
}

}  // namespace icp::ui
