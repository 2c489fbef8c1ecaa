#include "ui/stations/import/changescard.h"

#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

QString countsText(const EntityChange& change) {
    const auto appeared = qint64(change.appeared.size());
    const auto vanished = qint64(change.vanished.size());
    const auto changed = qint64(change.changed.size());
    const QLocale locale;
    QStringList parts;
    if (appeared > 0) parts << ChangesCard::tr("%1 new").arg(locale.toString(appeared));
    if (vanished > 0) parts << ChangesCard::tr("%1 gone").arg(locale.toString(vanished));
    if (changed > 0) parts << ChangesCard::tr("%1 changed").arg(locale.toString(changed));
    if (change.keyless > 0)
        parts << ChangesCard::tr("%1 with neither id nor name, which cannot be recognised again")
                     .arg(locale.toString(change.keyless));
    return parts.isEmpty() ? ChangesCard::tr("as they were") : parts.join(QStringLiteral(", "));
}

QString outcomesText(const std::vector<OutcomeChange>& outcomes) {
    const auto count = [&](DealState state) {
        return std::count_if(outcomes.begin(), outcomes.end(),
                             [&](const OutcomeChange& one) { return one.to == state; });
    };
    const QLocale locale;
    return ChangesCard::tr("Deals that ended otherwise: %1 won, %2 lost, %3 open again.")
        .arg(locale.toString(qint64(count(DealState::Won))), locale.toString(qint64(count(DealState::Lost))),
             locale.toString(qint64(count(DealState::Open))));
}

}  // namespace

ChangesCard::ChangesCard(QWidget* parent) : Card(tr("Since the data in use"), parent) {
    setObjectName(QStringLiteral("changes"));
    QPushButton* show = linkButton(tr("Show"));
    show->setObjectName(QStringLiteral("showChanges"));
    show->setToolTip(tr("Every row and column that changed"));
    addTool(show);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(px(6));
    body()->addLayout(m_lines);
    connect(show, &QPushButton::clicked, this, [this] {
        if (m_change) showChanges(*m_before, *m_after, *m_change, window());
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void ChangesCard::setChange(std::shared_ptr<const Dataset> before, std::shared_ptr<const Dataset> after,
                            std::shared_ptr<const DatasetChange> change) {
    m_before = std::move(before);
    m_after = std::move(after);
    m_change = std::move(change);
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(m_change != nullptr);
    if (!m_change) return;
    const auto say = [this](const QString& text) {
        auto* line = new WrapText(Type::Table);
        line->setText(text);
        m_lines->addWidget(line);
    };
    for (const EntityChange& one : m_change->entities)
        if (one.before > 0 || one.after > 0) say(tr("%1: %2").arg(entityTitle(one.entity), countsText(one)));
    if (m_change->usageBefore > 0 || m_change->usageAfter > 0) {
        const QLocale locale;
        say(tr("Usage: %1 rows, before %2")
                .arg(locale.toString(m_change->usageAfter), locale.toString(m_change->usageBefore)));
    }
    if (!m_change->outcomes.empty()) say(outcomesText(m_change->outcomes));
}

}  // namespace icp::ui
