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
    show(Counted());
}

void OverlapPage::refresh() {
    if (!m_document) return;
    m_counting.start(
        [this, data = m_document->sharedDataset(), icps = m_document->workshop().icps,
         fits = m_document->workshop().fits](const Job& job, const Background::Deliver& deliver) {
            const AccountTotals totals(*data);
            const AccountKeys keys(*data, job);
            std::vector<FitTable> tables;
            FitModel model(*data);
            for (std::size_t i = 0; i < icps.size() && i < maxOverlapping && !job.cancelled(); ++i) {
                model.setByHand(FitDecisions(fits, icps[i].id, keys).byHand());
                tables.push_back(model.evaluate(icps[i]));
            }
            if (job.cancelled()) return;
            auto counted = std::make_shared<Counted>();
            counted->overlap = overlap(tables, totals);
            totals.customers.forEach([&](std::size_t account) {
                std::uint32_t inside = 0;
                for (std::size_t i = 0; i < tables.size(); ++i)
                    if (tables[i].ideal.test(account)) inside |= 1U << i;
                counted->customers.push_back(std::uint32_t(account));
                counted->inside.push_back(inside);
            });
            deliver([this, counted] { show(std::move(*counted)); });
        });
}

void OverlapPage::show(Counted counted) {
    m_counted = std::move(counted);
    QStringList names;
    if (m_document)
        for (const Icp& icp : m_document->workshop().icps) names << icp.name;
    names = names.mid(0, qsizetype(m_counted.overlap.customers.size()));
    m_chart->setOverlap(m_counted.overlap, names);
    const qint64 several = m_counted.overlap.inSeveral();
    const qint64 uncovered = m_counted.overlap.uncovered();
    const QString words =
        names.size() < 2 ? QString()
        : names.size() == 2
            ? tr("%1 customers match both, %2 match neither.").arg(countText(several), countText(uncovered))
            : tr("%1 customers match several, %2 match none.").arg(countText(several), countText(uncovered));
    m_summary->setText(
        names.size() < 2 ? tr("Make a second profile, and you see here whom both of them cover.") : words);
    showPart(m_chart->current());
    Q_EMIT summarized(words);
}

void OverlapPage::showPart(int part) {
    std::vector<TextRows::Row> rows;
    if (part < 0 || !m_document || m_document->facts()->size() != m_document->dataset().accounts.rows()) {
        m_partTitle->setText(tr("Choose a column to see its customers."));
        m_names->setRows({});
        return;
    }
    const Overlap::Part& chosen = m_counted.overlap.parts[std::size_t(part)];
    m_partTitle->setText(
        tr("%1: %n customer(s), worth %2", nullptr, int(chosen.customers))
            .arg(m_chart->partText(part), moneyText(chosen.value, m_document->findings().currency)));
    const auto& icps = m_document->workshop().icps;
    for (std::size_t i = 0; i < m_counted.customers.size() && rows.size() < mostNames; ++i) {
        if (m_counted.inside[i] != chosen.icps) continue;
        const std::uint32_t account = m_counted.customers[i];
        const int first = m_counted.overlap.primary[account];
        rows.push_back(
            {{m_document->facts()->name(account),
              first >= 0 && std::size_t(first) < icps.size() ? icps[std::size_t(first)].name : tr("nobody"),
              m_document->facts()->valueText(account)},
             account});
    }
    m_names->setRows(std::move(rows));
}

}  // namespace icp::ui
