#include "app/results.h"

#include "core/deck/agreementpages.h"
#include "core/deck/html.h"
#include "core/deck/implicationpages.h"
#include "core/deck/writers.h"
#include "ui/deck/packing.h"
#include "ui/deck/slidepainter.h"

#include <QCoreApplication>

namespace icp {

Results::Results(const Workshop& workshop, const Icp& icp, const Dataset& dataset, const Findings& findings)
    : m_workshop(workshop), m_icp(icp), m_dataset(dataset), m_model(dataset) {
    m_model.fit().setByHand(handFits(workshop.fits, icp.id, dataset));
    m_model.setBands(workshop.settings.bands);
    m_gauge = m_model.evaluate(icp);
    DeckInput input;
    input.workshop = &workshop;
    input.icp = &icp;
    input.dataset = &dataset;
    input.findings = &findings;
    input.gauge = &m_gauge;
    input.fit = &m_model.fit().table();
    input.coverage = coverage(dataset, workshop.personasOf(icp.id));
    input.panel = panelSize(dataset);
    input.hideNames = workshop.settings.hideNames;
    input.today = QDate::currentDate();
    m_deck = buildDeck(input, ui::slideMeasure());
}

QString Results::title(const QString& what) const {
    const QString& company = m_workshop.settings.company;
    return company.isEmpty() ? what : company + QStringLiteral(": ") + what;
}

Result<QByteArray> Results::slidePdf() const {
    return ui::slidesPdf({m_deck.icp},
                         title(QCoreApplication::translate("icp::Results", "Ideal customer profile")));
}

Result<QByteArray> Results::deckPdf() const {
    return ui::slidesPdf(m_deck.all(),
                         title(QCoreApplication::translate("icp::Results", "Ideal customer profile")));
}

Result<QByteArray> Results::deckPptx() const {
    return pptx(m_deck.all(), title(QCoreApplication::translate("icp::Results", "Ideal customer profile")));
}

Result<QByteArray> Results::slidePptx() const {
    return pptx({m_deck.icp}, title(QCoreApplication::translate("icp::Results", "Ideal customer profile")));
}

Result<QByteArray> Results::matrixPdf() const {
    return ui::slidesPdf(m_deck.matrix(),
                         title(QCoreApplication::translate("icp::Results", "Persona matrix")));
}

Result<QByteArray> Results::matrixPptx() const {
    return pptx(m_deck.matrix(), title(QCoreApplication::translate("icp::Results", "Persona matrix")));
}

QByteArray Results::deckHtml() const {
    return slidesHtml(m_deck.all(),
                      title(QCoreApplication::translate("icp::Results", "Ideal customer profile")),
                      ui::slideMeasure());
}

Result<QByteArray> Results::pack(const QByteArray& findings, const WorkshopFile& file) const {
    return ui::sharePack(
        {m_workshop, m_icp, title(QCoreApplication::translate("icp::Results", "Ideal customer profile")),
         m_deck.all(), findings, [this] { return accounts(); }, [&file] { return file.copy(); }});
}

Sheet Results::accounts() const { return accountsSheet(m_dataset, m_icp, m_model.fit()); }

Sheet Results::implications() const { return implicationsSheet(m_workshop, m_icp); }

Sheet Results::agreements() const { return agreementsSheet(m_workshop, m_icp); }

Sheet Results::matrix() const { return matrixSheet(m_workshop.personasOf(m_icp.id)); }

}  // namespace icp
