#pragma once

#include "core/workshop/version.h"
#include "ui/widgets/card.h"

namespace icp::ui {

class Text;

/// How a version was agreed: when, by whom, by what vote, and who did not. It is not there for a draft.
class AgreementCard : public Card {
    Q_OBJECT
public:
    explicit AgreementCard(QWidget* parent = nullptr);

    void show(const IcpVersion* version);

private:
    Text* m_days;
    Text* m_participants;
    Text* m_missing;
    Text* m_vote;
    Text* m_dissent;
};

}  // namespace icp::ui
