#pragma once

#include "core/workshop/persona.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace icp::ui {

/// Role, job title, department, seniority, tier and the words that find the role among contacts.
class PersonaForm : public Card {
    Q_OBJECT
public:
    explicit PersonaForm(QWidget* parent = nullptr);

    void open(const Persona& persona);
    QString personaId() const { return m_persona.id; }

Q_SIGNALS:
    void saved(const icp::Persona& persona);
    void closed();

private:
    void save();

    Persona m_persona;
    QComboBox* m_role;
    QLineEdit* m_title;
    QLineEdit* m_department;
    QComboBox* m_seniority;
    QComboBox* m_tier;
    QLineEdit* m_patterns;
    QCheckBox* m_usual;
};

}  // namespace icp::ui
