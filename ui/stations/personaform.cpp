#include "ui/stations/personaform.h"

#include "core/deck/personaslide.h"
#include "core/workshop/titles.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formkeys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace icp::ui {

PersonaForm::PersonaForm(QWidget* parent)
    : Card(parent),
      m_role(new QComboBox),
      m_title(new QLineEdit),
      m_department(new QLineEdit),
      m_seniority(new QComboBox),
      m_tier(new QComboBox),
      m_patterns(new QLineEdit),
      m_usual(new QCheckBox(tr("and usual words"))) {
    setAccessibleName(tr("Persona"));
    for (int role = 0; role < buyingRoleCount; ++role) m_role->addItem(roleTitle(BuyingRole(role)));
    m_seniority->addItem(tr("Any"));
    for (int i = 0; i < seniorityCount; ++i) m_seniority->addItem(seniorityTitle(Seniority(i)));
    m_usual->setToolTip(tr("Contacts whose title has the usual words of the role count too"));
    for (int tier = 1; tier <= 3; ++tier) m_tier->addItem(tr("Tier %1").arg(tier));
    m_title->setPlaceholderText(tr("Group financial controller"));
    m_department->setPlaceholderText(tr("Finance"));
    m_patterns->setPlaceholderText(tr("controller, head of accounting"));
    m_patterns->setToolTip(tr("Contacts whose title has any of these words count as this persona"));
    auto* save = secondaryButton(tr("Save"), QStringLiteral("check"));
    save->setToolTip(tr("Enter"));
    auto* cancel = linkButton(tr("Cancel"));
    cancel->setToolTip(tr("Esc"));

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(2));
    const std::pair<QString, QWidget*> fields[] = {
        {tr("Role"), m_role},           {tr("Job title"), m_title}, {tr("Department"), m_department},
        {tr("Seniority"), m_seniority}, {tr("Tier"), m_tier},       {tr("Words in titles"), m_patterns}};
    const int stretch[] = {2, 3, 2, 2, 1, 3};
    int column = 0;
    for (const auto& [label, field] : fields) {
        field->setAccessibleName(label);
        grid->addWidget(new Text(label, int(Type::Note), Text::Ink::Second), 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, stretch[column]);
        ++column;
    }
    grid->addWidget(m_usual, 0, column, 1, 2);
    grid->addWidget(cancel, 1, column);
    grid->addWidget(save, 1, column + 1);
    body()->addLayout(grid);
    connect(save, &QPushButton::clicked, this, &PersonaForm::save);
    connect(cancel, &QPushButton::clicked, this, &PersonaForm::closed);
    takeFormKeys(
        this, [this] { this->save(); }, [this] { Q_EMIT closed(); });
}

void PersonaForm::open(const Persona& persona) {
    m_persona = persona;
    m_role->setCurrentIndex(int(persona.role));
    m_title->setText(persona.title);
    m_department->setText(persona.department);
    m_seniority->setCurrentIndex(persona.seniority ? int(*persona.seniority) + 1 : 0);
    m_tier->setCurrentIndex(persona.tier - 1);
    m_usual->setChecked(persona.usualTitles);
    m_patterns->setText(persona.titlePatterns.join(QStringLiteral(", ")));
    show();
    m_title->setFocus();
    m_title->selectAll();
}

void PersonaForm::save() {
    m_persona.role = BuyingRole(m_role->currentIndex());
    m_persona.title = m_title->text().simplified();
    m_persona.department = m_department->text().simplified();
    m_persona.tier = m_tier->currentIndex() + 1;
    m_persona.usualTitles = m_usual->isChecked();
    const int rank = m_seniority->currentIndex();
    m_persona.seniority = rank > 0 ? std::optional(Seniority(rank - 1)) : std::nullopt;
    m_persona.titlePatterns.clear();
    for (const QString& words : m_patterns->text().split(u',')) {
        const QString pattern = titlePattern(words);
        if (!pattern.isEmpty() && !m_persona.titlePatterns.contains(pattern))
            m_persona.titlePatterns << pattern;
    }
    Q_EMIT saved(m_persona);
    Q_EMIT closed();
}

}  // namespace icp::ui
