#include "ui/stations/icp/overlappage.h"

#include "core/base/shown.h"
#include "ui/document/document.h"
#include "ui/models/textrows.h"
#include "ui/stations/icp/overlapchart.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int namesWidth = 380;
constexpr std::size_t mostNames = 2000;  // of a group; its title counts all

}  // namespace

OverlapPage::OverlapPage(QWidget* parent)
    : QWidget(parent),
      m_chart(new OverlapChart),
      m_summary(new Text(QString(), int(Type::Body))),
      m_partTitle(new Text(QString(), int(Type::Body))),
      m_names(new TextRows({tr("Customer"), tr("Belongs first to"), tr("Value")}, 2, this)) {
    auto* sets = new Card(tr("Customers by profile"));
    m_summary->setWordWrap(true);
    sets->body()->addWidget(m_summary);
    sets->body()->addWidget(m_chart, 1);
    sets->body()->addStretch(0);
    auto* who = new Card(tr("Who they are"));
    m_partTitle->setWordWrap(true);
    auto* names = new PlainTable(m_names, tr("Customers of the chosen group"));
    names->setShares({42, 34, 24});
    who->body()->addWidget(m_partTitle);
    who->body()->addWidget(names, 1);
    auto* columns = new Columns(QStringLiteral("overlap"));
    columns->addWidget(sets);
    columns->addWidget(who);
    columns->setWidths({0, namesWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
    connect(m_chart, &OverlapChart::currentChanged, this, &OverlapPage::showPart);
    showPart(-1);
}

void OverlapPage::setDocument(Document* document) {
    m_counting.cancel();
    m_document = document;
    show(std::nullopt);
}

void OverlapPage::refresh() {
    if (!m_document) return;
    m_counting.start(
        [this, basis = m_document->basis(), icps = m_document->workshop().icps,
         fits = m_document->workshop().fits](const Job& job, const Background::Deliver& deliver) {
            std::vector<FitTable> tables;
            FitModel model(*basis.dataset);
            for (std::size_t i = 0; i < icps.size() && i < maxOverlapping && !job.cancelled(); ++i) {
                model.setByHand(FitDecisions(fits, icps[i].id, *basis.keys).byHand());
                tables.push_back(model.evaluate(icps[i]));
            }
            if (job.cancelled()) return;
            auto counted = std::make_shared<Counted>(Counted{basis, overlap(tables, *basis.totals)});
            deliver([this, counted] { show(std::move(*counted)); });
        });
}

void OverlapPage::show(std::optional<Counted> counted) {
    m_counted = std::move(counted);
    const Overlap shared = m_counted ? m_counted->overlap : Overlap();
    QStringList names;
    if (m_document)
        for (const Icp& icp : m_document->workshop().icps) names << icp.name;
    names = names.mid(0, qsizetype(shared.customers.size()));
    m_chart->setOverlap(shared, names);
    const QString several = countText(shared.inSeveral());
    const QString none = countText(shared.uncovered());
    const QString words = names.size() < 2 ? QString()
                          : names.size() == 2
                              ? tr("%1 customers match both, %2 match neither.").arg(several, none)
                              : tr("%1 customers match several, %2 match none.").arg(several, none);
    m_summary->setText(
        names.size() < 2 ? tr("Make a second profile, and you see here whom both of them cover.") : words);
    showPart(m_chart->current());
    Q_EMIT summarized(words);
}

void OverlapPage::showPart(int part) {
    const bool named =
        m_counted && m_document && &m_document->facts()->dataset() == m_counted->basis.dataset.get();
    if (part < 0 || !named) {
        m_partTitle->setText(tr("Choose a column to see its customers."));
        m_names->setRows({});
        return;
    }
    const AccountFacts& facts = *m_document->facts();
    const Overlap& shared = m_counted->overlap;
    const Overlap::Part& chosen = shared.parts[std::size_t(part)];
    const int customers = int(chosen.customers);
    m_partTitle->setText(facts.hasValue()
                             ? tr("%1: %n customer(s), worth %2", nullptr, customers)
                                   .arg(m_chart->partText(part), moneyText(chosen.value, facts.currency()))
                             : tr("%1: %n customer(s)", nullptr, customers).arg(m_chart->partText(part)));
    const auto& icps = m_document->workshop().icps;
    std::vector<TextRows::Row> rows;
    m_counted->basis.totals->customers.forEach([&](std::size_t account) {
        if (shared.inside[account] != chosen.icps || rows.size() == mostNames) return;
        const int first = shared.primary[account];
        const bool known = first >= 0 && std::size_t(first) < icps.size();
        const auto row = std::uint32_t(account);
        rows.push_back(
            {{facts.name(row), known ? icps[std::size_t(first)].name : tr("nobody"), facts.valueText(row)},
             row});
    });
    m_names->setRows(std::move(rows));
}

}  // namespace icp::ui
