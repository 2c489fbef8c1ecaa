#include "ui/stations/icp/exemplarcard.h"

#include "core/base/shown.h"
#include "ui/document/document.h"
#include "ui/models/fitlist.h"
#include "ui/models/textrows.h"
#include "ui/stations/icp/sentencecard.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

namespace icp::ui {

namespace {
constexpr int tableHeight = 218;  // five rows and the head
}  // namespace

ExemplarCard::ExemplarCard(QWidget* parent)
    : Card(tr("A made-up example"), parent),
      m_sentence(new Text(QString(), int(Type::Body))),
      m_note(new Text(QString(), int(Type::Note), Text::Ink::Second)),
      m_near(new TextRows({tr("Nearest customers"), tr("Alike"), tr("Fit")}, 1, this)),
      m_table(new PlainTable(m_near, tr("Customers nearest to the example"))) {
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setWordWrap(true);
    m_table->setShares({64, 16, 20});
    m_table->setFixedHeight(px(tableHeight));
    body()->addWidget(m_sentence);
    body()->addWidget(m_note);
    body()->addWidget(m_table);
    hide();
}

void ExemplarCard::setDocument(Document* document) {
    m_composing.cancel();
    m_composed.reset();
    if (m_document) m_document->disconnect(this);
    m_document = document;
    if (document) connect(document, &Document::factsChanged, this, &ExemplarCard::show);
    show();
}

/// Beside, because it compares with every customer.
void ExemplarCard::refresh() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    m_composing.cancel();
    if (!icp || !m_document->basis().totals) {
        m_composed.reset();
        show();
        return;
    }
    m_composing.start([this, basis = m_document->basis(), icp = *icp,
                       consumers = m_document->workshop().settings.consumers](
                          const Job& job, const Background::Deliver& deliver) {
        auto composed = std::make_shared<Composed>(Composed{
            basis.dataset,
            exemplarOf(icp, *basis.dataset, basis.totals->customers, {.consumers = consumers, .job = job})});
        if (job.cancelled()) return;
        deliver([this, composed] {
            m_composed = std::move(*composed);
            show();
        });
    });
}

void ExemplarCard::show() {
    setVisible(m_composed && !m_composed->exemplar.sentence.text.isEmpty());
    if (!m_composed) return;
    const Exemplar& exemplar = m_composed->exemplar;
    m_sentence->setText(sentenceHtml(exemplar.sentence));
    std::vector<TextRows::Row> rows;
    if (&m_document->facts()->dataset() == m_composed->dataset.get())
        for (const LookAlike& one : exemplar.nearest) {
            const bool known = one.account < m_document->fit().fit.size();
            rows.push_back({{m_document->facts()->name(one.account), percentText(one.similarity),
                             known ? fitTitle(m_document->fit().fit[one.account]) : QString()},
                            one.account});
        }
    m_table->setVisible(!rows.empty());
    m_note->setText(rows.empty() ? tr("No customer is known well enough to be compared with it.")
                                 : tr("No company need be like this. “Alike” compares only what the "
                                      "profile names and is known of the customer; fit is another matter."));
    m_near->setRows(std::move(rows));
}

}  // namespace icp::ui
