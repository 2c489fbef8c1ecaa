#include "ui/stations/customers/successcard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

namespace icp::ui {

SuccessCard::SuccessCard(QWidget* parent)
    : Card(tr("Success is a blend of"), parent), m_form(new BlendForm), m_reset(linkButton(tr("Reset"))) {
    m_reset->setObjectName(QStringLiteral("resetBlend"));
    m_reset->setToolTip(tr("Back to the weights that suit the data"));
    addTool(m_reset);
    body()->setContentsMargins(px(14), px(8), px(14), px(8));
    body()->addWidget(m_form);
    body()->addStretch(1);
    connect(m_form, &BlendForm::changed, this, &SuccessCard::changed);
    connect(m_reset, &QPushButton::clicked, this, &SuccessCard::resetRequested);
}

void SuccessCard::setSuccess(const Success& success, bool own) {
    m_form->setSuccess(success);
    m_reset->setEnabled(own);
}

}  // namespace icp::ui
