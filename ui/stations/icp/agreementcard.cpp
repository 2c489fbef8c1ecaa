#include "ui/stations/icp/agreementcard.h"

#include "ui/models/versionwords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

namespace icp::ui {

AgreementCard::AgreementCard(QWidget* parent)
    : Card(QString(), parent),
      m_days(new Text(QString(), int(Type::Note), Text::Ink::Second)),
      m_participants(new Text(QString(), int(Type::Note))),
      m_missing(new Text(QString(), int(Type::Note), Text::Ink::Warn)),
      m_vote(new Text(QString(), int(Type::Note))),
      m_dissent(new Text(QString(), int(Type::Note))) {
    body()->setSpacing(px(4));
    for (Text* line : {m_days, m_participants, m_missing, m_vote, m_dissent}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        body()->addWidget(line);
    }
}

void AgreementCard::show(const IcpVersion* version) {
    setVisible(version != nullptr);
    if (!version) return;
    const AgreementWords words = agreementWords(*version);
    setTitle(tr("How v%1 was agreed").arg(version->icp.version));
    m_days->setText(words.days);
    m_participants->setText(words.participants);
    m_missing->setText(words.missing);
    m_missing->setVisible(!words.missing.isEmpty());
    m_vote->setText(words.vote);
    m_dissent->setText(words.dissent);
}

}  // namespace icp::ui
