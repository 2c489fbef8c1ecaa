#include "ui/stations/icp/counterrow.h"

#include "ui/models/sectionmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace icp::ui {

CounterRow::CounterRow(QWidget* parent)
    : QWidget(parent),
      m_words(new WrapText(Type::Table)),
      m_why(new WrapText(Type::Note)),
      m_adopt(iconButton(QStringLiteral("check"), tr("Adopt; what stands there now stays as the proposal"))),
      m_edit(iconButton(QStringLiteral("edit"), tr("Edit the counter-proposal"))),
      m_remove(iconButton(QStringLiteral("cross"), tr("Remove the counter-proposal"))) {
    m_words->setInk(&Tokens::ink2);
    m_why->setInk(&Tokens::ink3);
    m_why->setOneLine(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_words);
    words->addWidget(m_why);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(px(32), px(2), px(4), px(2));
    layout->setSpacing(px(4));
    layout->addLayout(words, 1);
    for (QToolButton* button : {m_adopt, m_edit, m_remove}) {
        button->setFixedSize(px(30), px(30));
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    connect(m_adopt, &QToolButton::clicked, this, &CounterRow::adoptAsked);
    connect(m_edit, &QToolButton::clicked, this, &CounterRow::editAsked);
    connect(m_remove, &QToolButton::clicked, this, &CounterRow::removeAsked);
}

void CounterRow::show(const CounterProposal& counter, const QString& criterion) {
    const QString level = importanceTitle(counter.importance);
    const QString words =
        counter.author.isEmpty()
            ? tr("Counter-proposal: %1, %2", "a level, a condition").arg(level, counter.text)
            : tr("%1 would have: %2, %3", "a department, a level, a condition")
                  .arg(counter.author, level, counter.text);
    m_words->setText(words);
    m_why->setText(counter.why);
    m_why->setVisible(!counter.why.isEmpty());
    setAccessibleName(counter.why.isEmpty() ? words : tr("%1. %2").arg(words, counter.why));
    m_adopt->setAccessibleName(tr("Adopt “%1” in place of “%2”").arg(counter.text, criterion));
    m_edit->setAccessibleName(tr("Edit the counter-proposal “%1”").arg(counter.text));
    m_remove->setAccessibleName(tr("Remove the counter-proposal “%1”").arg(counter.text));
}

}  // namespace icp::ui
