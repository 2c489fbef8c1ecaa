#include "ui/stations/methodfold.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

namespace icp::ui {

MethodFold::MethodFold(const QString& method, QWidget* parent)
    : QWidget(parent),
      m_link(linkButton(tr("How was this computed"))),
      m_text(new Text({}, int(Type::Note), Text::Ink::Second)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    m_link->setObjectName(QStringLiteral("method"));
    m_link->setProperty("small", true);
    m_link->setCheckable(true);
    // The words of the link begin where the text does.
    m_link->setStyleSheet(QStringLiteral("QPushButton { padding-left: 0; }"));
    column->addWidget(m_link, 0, Qt::AlignLeft);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_text);
    connect(m_link, &QPushButton::toggled, this, &MethodFold::fold);
    fold(false);
    setMethod(method);
}

void MethodFold::setMethod(const QString& method) {
    m_text->setText(method);
    m_link->setAccessibleDescription(method);
}

void MethodFold::shut() { m_link->setChecked(false); }

void MethodFold::fold(bool open) {
    m_text->setVisible(open);
    m_link->setText(open ? tr("Hide how this was computed") : tr("How was this computed"));
    Q_EMIT folded(open);
}

}  // namespace icp::ui
