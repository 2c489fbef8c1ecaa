#include "ui/stations/customers/pincard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace icp::ui {

PinCard::PinCard(QWidget* parent)
    : Card(parent),
      m_title(new Text({}, int(Type::CardTitle))),
      m_choiceSlot(new QVBoxLayout),
      m_reason(new QLineEdit) {
    m_title->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Why? The reason is shown in the list"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(120);
    body()->addWidget(m_title);
    body()->addLayout(m_choiceSlot);
    body()->addWidget(m_reason);
    auto* buttons = new QHBoxLayout;
    QPushButton* keepButton = secondaryButton(tr("Pin"), QStringLiteral("pin"));
    QPushButton* cancel = secondaryButton(tr("Cancel"));
    for (QPushButton* button : {keepButton, cancel}) {
        button->setProperty("small", true);
        buttons->addWidget(button);
    }
    keepButton->setToolTip(tr("Pin (Enter)"));
    cancel->setToolTip(tr("Leave as it is (Esc)"));
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(keepButton, &QPushButton::clicked, this, &PinCard::keep);
    connect(cancel, &QPushButton::clicked, this, &PinCard::closed);
    takeFormKeys(
        this, [this] { keep(); }, [this] { Q_EMIT closed(); });
    setFixedWidth(px(400));
    hide();
}

void PinCard::ask(const QString& customer, const QString& key, AccountList list, const Pin* existing) {
    const auto option = [&](Pin::List into, bool in) {
        Pin pin;
        pin.id = existing != nullptr ? existing->id : newId();
        pin.account = key;
        pin.list = into;
        pin.in = in;
        m_options.push_back(pin);
    };
    m_options.clear();
    QStringList texts;
    if (list == AccountList::Rest) {
        texts = QStringList{tr("Put into Best"), tr("Put into Least ideal")};
        option(Pin::List::Best, true);
        option(Pin::List::Least, true);
    } else {
        const bool best = list == AccountList::Best;
        texts = best ? QStringList{tr("Keep in Best"), tr("Take out of Best")}
                     : QStringList{tr("Keep in Least ideal"), tr("Take out of Least ideal")};
        option(best ? Pin::List::Best : Pin::List::Least, true);
        option(best ? Pin::List::Best : Pin::List::Least, false);
    }
    delete m_choice;
    m_choice = new SegmentedSwitch(texts);
    m_choiceSlot->addWidget(m_choice);
    m_title->setText(customer);
    setAccessibleName(tr("Pin %1").arg(customer));
    m_reason->setText(existing != nullptr ? existing->reason : QString());
    show();
    raise();
    adjustSize();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void PinCard::keep() {
    Pin pin = m_options[std::size_t(m_choice->current())];
    pin.reason = m_reason->text().simplified();
    Q_EMIT decided(pin);
}

}  // namespace icp::ui
