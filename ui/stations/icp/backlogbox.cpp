#include "ui/stations/icp/backlogbox.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

QString told(const ResearchItem& item) {
    const QString said = item.author.isEmpty()
                             ? item.reason
                             : BacklogBox::tr("%1: %2", "who said it, why").arg(item.author, item.reason);
    return item.isOpen() ? BacklogBox::tr("Open. %1").arg(said)
                         : BacklogBox::tr("%1 Answer: %2").arg(said, item.answer);
}

}  // namespace

BacklogBox::BacklogBox(QWidget* parent)
    : QWidget(parent),
      m_known(new Text(QString(), int(Type::Table), Text::Ink::Second)),
      m_author(new QLineEdit),
      m_reason(new QLineEdit),
      m_missing(new Text(tr("Say why it speaks against the profile."), int(Type::Note), Text::Ink::Bad)) {
    auto* title = new Text(tr("Speaks against the profile?"), int(Type::Body));
    title->setWeight(QFont::DemiBold);
    m_known->setWordWrap(true);
    m_missing->setWordWrap(true);
    m_author->setPlaceholderText(tr("Who says so"));
    m_reason->setPlaceholderText(tr("A good customer although it fails"));
    auto* form = new QFormLayout;
    form->setSpacing(px(6));
    const std::pair<QString, QLineEdit*> rows[] = {{tr("Said by"), m_author}, {tr("Why"), m_reason}};
    for (const auto& [label, field] : rows) {
        field->setAccessibleName(label);
        field->setProperty("small", true);
        form->addRow(label, field);
        connect(field, &QLineEdit::returnPressed, this, &BacklogBox::add);
    }
    auto* button = secondaryButton(tr("Add to backlog"), QStringLiteral("plus"));
    button->setToolTip(tr("Kept under Implications, Research, until it has an answer"));
    connect(button, &QPushButton::clicked, this, &BacklogBox::add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(8));
    layout->addWidget(title);
    layout->addWidget(m_known);
    layout->addLayout(form);
    layout->addWidget(m_missing);
    layout->addWidget(button, 0, Qt::AlignLeft);
    m_missing->hide();
    m_known->hide();
}

void BacklogBox::show(const QString& company, const std::vector<ResearchItem>& known) {
    if (company != m_company) {
        m_author->clear();
        m_reason->clear();
        m_missing->hide();
    }
    m_company = company;
    QStringList lines;
    for (const ResearchItem& item : known) lines << told(item);
    m_known->setText(lines.join(u'\n'));
    m_known->setVisible(!lines.isEmpty());
}

void BacklogBox::add() {
    const QString reason = m_reason->text().simplified();
    m_missing->setVisible(reason.isEmpty());
    if (reason.isEmpty()) {
        m_reason->setFocus();
        return;
    }
    const QString author = m_author->text().simplified();
    m_reason->clear();
    m_author->clear();
    Q_EMIT addAsked(author, reason);
}

}  // namespace icp::ui
