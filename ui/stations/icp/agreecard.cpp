#include "ui/stations/icp/agreecard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace icp::ui {

AgreeCard::AgreeCard(QWidget* parent)
    : Card(tr("Agree"), parent),
      m_note(new QLineEdit),
      m_departments(new QVBoxLayout),
      m_dissent(new QLineEdit),
      m_day(new QDateEdit),
      m_gap(new Text(QString(), int(Type::Note), Text::Ink::Warn)),
      m_who(new Text(QString(), int(Type::Note), Text::Ink::Warn)),
      m_agree(primaryButton(tr("Agree"), QStringLiteral("check"))) {
    m_note->setPlaceholderText(tr("What changed, and why"));
    m_dissent->setPlaceholderText(tr("Who does not agree, and why"));
    m_day->setCalendarPopup(true);
    m_gap->setWordWrap(true);
    m_who->setWordWrap(true);
    m_departments->setSpacing(px(2));
    auto* cancel = linkButton(tr("Cancel"));
    cancel->setToolTip(tr("Esc"));
    auto* form = new QFormLayout;
    form->setSpacing(px(8));
    form->setLabelAlignment(Qt::AlignLeft);
    const std::pair<QString, QWidget*> rows[] = {
        {tr("Note"), m_note}, {tr("Dissent"), m_dissent}, {tr("Day"), m_day}};
    for (const auto& [label, field] : rows) {
        field->setAccessibleName(label);
        form->addRow(label, field);
    }
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_agree);
    body()->setSpacing(px(8));
    auto* kept =
        new Text(tr("It is kept as it stands and never changed. Every edit after begins a new draft."),
                 int(Type::Note), Text::Ink::Second);
    kept->setWordWrap(true);
    body()->addWidget(kept);
    body()->addWidget(m_gap);
    body()->addWidget(new Text(tr("Agreed by"), int(Type::Table), Text::Ink::Second));
    body()->addLayout(m_departments);
    body()->addWidget(m_who);
    body()->addLayout(form);
    body()->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &AgreeCard::closed);
    connect(m_agree, &QPushButton::clicked, this, &AgreeCard::agree);
    takeFormKeys(
        this, [this] { agree(); }, [this] { Q_EMIT closed(); });
}

void AgreeCard::open(const Icp& icp, const QStringList& departments, const QString& gap) {
    setTitle(tr("Agree version %1").arg(icp.version));
    setGap(gap);
    for (QCheckBox* box : m_boxes) delete box;
    m_boxes.clear();
    for (const QString& department : departments) {
        auto* box = new QCheckBox(department);
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &AgreeCard::say);
        m_departments->addWidget(box);
        m_boxes.push_back(box);
    }
    m_note->clear();
    m_dissent->clear();
    m_day->setDate(QDate::currentDate());
    say();
    show();
    m_note->setFocus();
}

void AgreeCard::setGap(const QString& gap) {
    m_gap->setText(gap);
    m_gap->setVisible(!gap.isEmpty());
}

void AgreeCard::say() {
    QStringList without;
    for (const QCheckBox* box : m_boxes)
        if (!box->isChecked()) without << box->text();
    m_who->setText(tr("Without %1. The version will say so.").arg(without.join(QStringLiteral(", "))));
    m_who->setVisible(!without.isEmpty());
}

void AgreeCard::agree() {
    IcpVersion words;
    words.note = m_note->text().simplified();
    words.dissent = m_dissent->text().simplified();
    for (const QCheckBox* box : m_boxes)
        if (box->isChecked()) words.agreed << box->text();
    Q_EMIT agreed(words, m_day->date());
}

}  // namespace icp::ui
