#include "ui/stations/icp/peoplebox.h"

#include "core/draft/draft.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/models/personamodel.h"
#include "ui/stations/personamatrix.h"
#include "ui/stations/personasheet.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace icp::ui {

PeopleBox::PeopleBox(QWidget* parent)
    : Card(tr("The people"), parent),
      m_model(new PersonaModel(this)),
      m_sheet(new PersonaSheet(m_model)),
      m_nobody(new Text(tr("Who buys, and what do they need to hear? Start with six roles and keep those "
                           "that your consumers have."),
                        int(Type::Table), Text::Ink::Second)),
      m_contacts(
          new Text(tr("The data hold contacts. Who is known where, titles and panels are about people inside "
                      "companies, "
                      "so they are not counted here; “Tools, Sell to consumers” switches back to them."),
                   int(Type::Note), Text::Ink::Third)),
      m_start(secondaryButton(tr("Start with six roles"), QStringLiteral("plus"))) {
    m_nobody->setWordWrap(true);
    m_contacts->setWordWrap(true);
    m_sheet->showWhole();
    body()->addWidget(m_nobody);
    body()->addWidget(m_start, 0, Qt::AlignLeft);
    body()->addWidget(m_sheet);
    body()->addWidget(m_contacts);
    connect(m_start, &QPushButton::clicked, this, &PeopleBox::start);
    connect(m_sheet, &PersonaSheet::edited, this, &PeopleBox::edited);
    connect(m_sheet, &PersonaSheet::refused, this, &PeopleBox::refresh);
    connect(m_sheet, &PersonaSheet::removed, this, &PeopleBox::removed);
}

PeopleBox::~PeopleBox() = default;

void PeopleBox::setDocument(Document* document) {
    m_drafting.cancel();
    m_document = document;
    m_sheet->setDocument(document);
}

void PeopleBox::refresh() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    const QModelIndex before = m_sheet->matrix()->currentIndex();
    m_model->setPersonas(icp ? m_document->workshop().personasOf(icp->id) : std::vector<Persona>());
    m_sheet->refresh(before.row(), before.column());
    const bool nobody = m_model->columnCount() == 0;
    m_nobody->setVisible(nobody);
    m_contacts->setVisible(m_document && m_document->dataset().contacts.rows() > 0);
    m_start->setVisible(nobody);
    m_start->setEnabled(icp != nullptr);
    m_start->setToolTip(icp ? QString() : tr("Write the first criterion of the profile before"));
    m_sheet->setVisible(!nobody);
}

void PeopleBox::reveal(const QString& persona) {
    m_sheet->reveal(persona);
    (m_sheet->isVisibleTo(this) ? static_cast<QWidget*>(m_sheet->matrix()) : m_start)->setFocus();
}

/// Beside, with the titles that the contacts have; contacts can be many.
void PeopleBox::start() {
    const Icp* current = m_document ? m_document->currentIcp() : nullptr;
    if (!current) return;
    m_drafting.start([this, dataset = m_document->sharedDataset(), icp = *current](
                         const Job&, const Background::Deliver& deliver) {
        const std::vector<Persona> panel = draftPersonas(*dataset, icp);
        deliver([this, panel] {
            if (m_model->columnCount() == 0 && m_document->editPersonas(panel, tr("Start with six roles")))
                m_sheet->matrix()->setFocus();
        });
    });
}

}  // namespace icp::ui
