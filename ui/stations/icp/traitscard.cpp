#include "ui/stations/icp/traitscard.h"

#include "core/analysis/findings.h"
#include "core/base/shown.h"
#include "ui/models/textrows.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

namespace icp::ui {

TraitsCard::TraitsCard(QWidget* parent)
    : Card(tr("Like these"), parent),
      m_companies(new Text(QString(), int(Type::Table), Text::Ink::Second)),
      m_note(new Text(QString(), int(Type::Note), Text::Ink::Second)),
      m_rows(new TextRows({tr("What they share"), tr("Of them"), tr("Of all"), tr("By chance")}, 1, this)),
      m_table(new PlainTable(m_rows, tr("What they share"))),
      m_add(secondaryButton(tr("Add to the profile"), QStringLiteral("plus"))) {
    m_companies->setWordWrap(true);
    m_note->setWordWrap(true);
    m_table->setShares({46, 18, 16, 20});
    body()->addWidget(m_companies);
    body()->addWidget(m_note);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &TraitsCard::add);
    connect(m_table, &QAbstractItemView::activated, this, &TraitsCard::add);
}

void TraitsCard::show(const std::vector<SharedTrait>& traits, const QStringList& companies,
                      const Dataset& dataset) {
    constexpr qsizetype most = 6;
    m_traits = traits;
    m_companies->setText(companies.size() <= most
                             ? companies.join(QStringLiteral(", "))
                             : tr("%1 and %n more", nullptr, int(companies.size() - most))
                                   .arg(companies.mid(0, most).join(QStringLiteral(", "))));
    std::vector<TextRows::Row> rows;
    for (const SharedTrait& trait : traits)
        rows.push_back({{conditionLabel(trait.condition, dataset),
                         tr("%1 of %2").arg(countText(trait.examples), countText(trait.known)),
                         percentText(trait.among), percentText(trait.chance)}});
    m_rows->setRows(std::move(rows));
    if (!traits.empty()) m_table->selectRow(0);
    m_add->setEnabled(!traits.empty());
    m_note->setText(
        traits.empty()
            ? tr("They share nothing that most others do not have too.")
            : tr("“By chance” is how often as many customers drawn blindly would share something as "
                 "rare. Of many attributes, one in twenty is below 5% by chance alone."));
}

void TraitsCard::add() {
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid()) Q_EMIT traitAsked(m_traits[std::size_t(index.row())]);
}

}  // namespace icp::ui
