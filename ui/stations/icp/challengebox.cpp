#include "ui/stations/icp/challengebox.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace icp::ui {

ChallengeBox::ChallengeBox(QWidget* parent)
    : QWidget(parent),
      m_line(new WrapText(Type::Note)),
      m_toggle(linkButton(QString())),
      m_form(new QWidget) {
    const std::array labels{tr("In their words"), tr("The problem"), tr("Our answer")};
    const std::array hints{tr("“We close late because our entities do not talk to each other.”"),
                           tr("What it costs them, and who notices"), tr("What we promise, in one line")};
    auto* form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(px(6));
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i] = new QLineEdit;
        m_fields[i]->setPlaceholderText(hints[i]);
        m_fields[i]->setAccessibleName(labels[i]);
        form->addRow(labels[i], m_fields[i]);
        connect(m_fields[i], &QLineEdit::editingFinished, this, &ChallengeBox::save);
    }
    m_line->setInk(&Tokens::ink3);
    m_line->setOneLine(true);

    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(m_line, 1);
    head->addWidget(m_toggle);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(25), 0, 0, 0);
    layout->setSpacing(px(4));
    layout->addLayout(head);
    layout->addWidget(m_form);
    connect(m_toggle, &QPushButton::clicked, this, [this] { open(m_form->isHidden()); });
    open(false);
}

void ChallengeBox::open(bool open) {
    m_form->setVisible(open);
    m_toggle->setText(open ? tr("Close") : tr("Edit words"));
    m_toggle->setToolTip(tr("The challenge in a customer's words, the problem and our answer"));
    if (open) m_fields[0]->setFocus();
}

void ChallengeBox::show(const Icp& icp) {
    const std::array texts{icp.quote, icp.problem, icp.valueProposition};
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (m_stored[i] != texts[i]) m_fields[i]->setText(texts[i]);
    m_stored = texts;
    QStringList told;
    for (const QString& text : texts)
        if (!text.isEmpty()) told << text;
    m_line->setText(told.isEmpty() ? tr("No quote, problem or answer written yet.")
                                   : told.join(QStringLiteral("  ·  ")));
}

void ChallengeBox::save() {
    std::array<QString, 3> texts;
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = m_fields[i]->text().trimmed();
    if (texts == m_stored) return;
    m_stored = texts;
    Q_EMIT edited(texts[0], texts[1], texts[2]);
}

void ChallengeBox::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_form->isHidden()) {
        open(false);
        m_toggle->setFocus();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace icp::ui
