#include "ui/stations/icp/sectionbox.h"

#include "ui/models/sectionmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace icp::ui {

SectionBox::SectionBox(Section section, QWidget* parent)
    : QWidget(parent),
      m_section(section),
      m_icon(new QLabel),
      m_title(new Text(sectionTitle(section), int(Type::Table), Text::Ink::Second)),
      m_question(new Text(sectionQuestion(section), int(Type::Note), Text::Ink::Third)),
      m_add(linkButton(tr("Add"), QStringLiteral("plus"))),
      m_rows(new QVBoxLayout) {
    m_title->setWeight(QFont::DemiBold);
    m_question->setWordWrap(true);
    m_add->setAccessibleName(tr("Add to %1").arg(sectionTitle(section)));
    m_add->setToolTip(tr("Add a criterion to %1").arg(sectionTitle(section)));

    if (section == Section::Exclusions) m_title->setInk(Text::Ink::Bad);
    if (section == Section::StretchLimits) m_title->setInk(Text::Ink::Link);
    const bool compact = section == Section::Exclusions || section == Section::StretchLimits;
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(m_icon);
    head->addWidget(m_title);
    if (!compact) head->addWidget(m_question, 1);
    head->addStretch(compact ? 1 : 0);
    head->addWidget(m_add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(2));
    layout->addLayout(head);
    if (compact) layout->addWidget(m_question);
    layout->addLayout(m_rows);
    m_rows->setSpacing(px(4));
    restyle();
    connect(m_add, &QPushButton::clicked, this, &SectionBox::addAsked);
}

void SectionBox::setRows(const QList<QWidget*>& rows) {
    for (int i = 0; i < rows.size(); ++i)
        if (m_rows->indexOf(rows[i]) != i) m_rows->insertWidget(i, rows[i]);
    for (QWidget* row : rows) row->setVisible(true);
}

void SectionBox::setEmpty(bool empty) { m_question->setVisible(empty); }

void SectionBox::restyle() {
    const Tokens& tokens = Tokens::of(this);
    QColor colour = tokens.ink2;
    if (m_section == Section::Exclusions)
        colour = tokens.leastInk;
    else if (m_section == Section::StretchLimits)
        colour = tokens.infoInk;
    m_icon->setPixmap(iconPixmap(sectionIcon(m_section), colour, px(17), devicePixelRatioF()));
}

void SectionBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
}

}  // namespace icp::ui
