#include "ui/stations/personas/qualificationcard.h"

#include "ui/models/titletable.h"
#include "ui/stations/fitbadge.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

Text* wrapping(int type, Text::Ink ink = Text::Ink::Normal) {
    auto* text = new Text(QString(), type, ink);
    text->setWordWrap(true);
    return text;
}

}  // namespace

QualificationCard::QualificationCard(QWidget* parent)
    : Card(parent),
      m_first(wrapping(int(Type::Body))),
      m_fit(new Badge),
      m_reasons(wrapping(int(Type::Table), Text::Ink::Second)),
      m_second(wrapping(int(Type::Body))),
      m_stop(wrapping(int(Type::Table), Text::Ink::Second)),
      m_plays(new QVBoxLayout) {
    setAccessibleName(tr("Qualification"));
    m_first->setWeight(QFont::DemiBold);
    m_second->setWeight(QFont::DemiBold);
    auto* gate = new QHBoxLayout;
    gate->addWidget(m_first, 1);
    gate->addWidget(m_fit, 0, Qt::AlignTop);
    m_plays->setContentsMargins(0, 0, px(6), 0);
    m_plays->setSpacing(px(12));
    auto* list = new QWidget;
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addLayout(m_plays);
    listLayout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Messages for the personas"));
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    body()->setSpacing(px(8));
    body()->addLayout(gate);
    body()->addWidget(m_reasons);
    body()->addSpacing(px(8));
    body()->addWidget(m_second);
    body()->addWidget(m_stop);
    body()->addWidget(scroll, 1);
    showNobody();
}

void QualificationCard::showNobody() {
    show({}, {}, {}, {});
    m_first->setText(tr("1. Does the company fit?"));
    m_reasons->setText(tr("Choose an account."));
    m_fit->hide();
    m_stop->clear();
}

void QualificationCard::show(const QString& company, const Qualification& qualification,
                             const QStringList& reasons, const std::vector<Persona>& personas) {
    setTitle(company.isEmpty() ? tr("Qualification") : company);
    while (QLayoutItem* item = m_plays->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fit->show();
    showFit(*m_fit, qualification.fit, true);
    const bool passes = qualification.passes();
    const bool vetting = qualification.gate == Gate::Vetting;
    m_first->setText(passes    ? tr("1. The company fits")
                     : vetting ? tr("1. The company has to be vetted")
                               : tr("1. The company does not pass"));
    m_reasons->setText(reasons.join(u'\n'));
    m_reasons->setVisible(!reasons.isEmpty() || company.isEmpty());
    m_second->setText(tr("2. Who has to be convinced, and how"));
    m_second->setVisible(passes);
    m_stop->setText(passes    ? QString()
                    : vetting ? tr("It stops here until the list is done: on the page of the ICP, under "
                                   "Companies.")
                              : tr("It stops here: no message is prepared for people of a company that "
                                   "does not fit."));
    m_stop->setVisible(!passes);
    for (const Qualification::Play& play : qualification.plays)
        addPlay(personas[std::size_t(play.persona)], play);
}

void QualificationCard::addPlay(const Persona& persona, const Qualification::Play& play) {
    auto* row = new QWidget;
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(2));
    auto* head = new QHBoxLayout;
    auto* name = wrapping(int(Type::Table));
    name->setText(personaName(persona));
    name->setWeight(QFont::DemiBold);
    head->addWidget(name, 1);
    head->addWidget(play.known       ? new Badge(tr("known"), Badge::Tone::Ok)
                    : play.roleKnown ? new Badge(tr("role known"), Badge::Tone::Ok)
                                     : new Badge(tr("missing"), Badge::Tone::Warn),
                    0, Qt::AlignTop);
    auto* message = wrapping(int(Type::Table), play.message.isEmpty() ? Text::Ink::Third : Text::Ink::Normal);
    message->setText(play.message.isEmpty() ? tr("No message is written yet.") : play.message);
    layout->addLayout(head);
    layout->addWidget(message);
    const QString channels = persona[PersonaField::Channels].text;
    if (!channels.isEmpty()) {
        auto* by = wrapping(int(Type::Note), Text::Ink::Third);
        by->setText(tr("By %1", "channels").arg(channels));
        layout->addWidget(by);
    }
    m_plays->addWidget(row);
}

}  // namespace icp::ui
