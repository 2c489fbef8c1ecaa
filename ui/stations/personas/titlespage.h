#pragma once

#include "core/workshop/contacts.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace icp::ui {

class PlainTable;
class Text;
class TitleRulesModel;
class TitleTableModel;

/// How the contacts' titles were read, and the rules that do it: what no rule knows is given to a persona
/// here.
class TitlesPage : public QWidget {
    Q_OBJECT
public:
    explicit TitlesPage(QWidget* parent = nullptr);

    void show(std::shared_ptr<const Contacts> contacts, const std::vector<Persona>& personas);
    void setPersonas(const std::vector<Persona>& personas);
    void choosePersona(int persona);  ///< for whom a new rule is

Q_SIGNALS:
    void edited(const std::vector<icp::Persona>& personas, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* titlesCard();
    QWidget* rulesCard();
    void addRule();

    TitleTableModel* m_titles;
    TitleRulesModel* m_rules;
    Text* m_summary;
    PlainTable* m_titleView;
    PlainTable* m_ruleView;
    QLineEdit* m_words;
    QComboBox* m_persona;
};

}  // namespace icp::ui
