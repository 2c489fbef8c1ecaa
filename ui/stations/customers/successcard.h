#pragma once

#include "ui/stations/blendform.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace icp::ui {

/// What success is a blend of, and a way back to what the data propose.
class SuccessCard : public Card {
    Q_OBJECT
public:
    explicit SuccessCard(QWidget* parent = nullptr);

    /// `own`: the team chose it, so that there is something to go back from.
    void setSuccess(const Success& success, bool own);
    BlendForm* form() const { return m_form; }

Q_SIGNALS:
    void changed(const std::vector<icp::BlendPart>& parts);
    void resetRequested();

private:
    BlendForm* m_form;
    QPushButton* m_reset;
};

}  // namespace icp::ui
