#pragma once

#include "core/workshop/persona.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace icp::ui {

class Document;
class PersonaForm;
class PersonaMatrix;
class PersonaModel;

/// The persona matrix with all that changes it: tools above, the form of a persona, and edits that can be
/// undone. Whoever shows it fills the model.
class PersonaSheet : public QWidget {
    Q_OBJECT
public:
    explicit PersonaSheet(PersonaModel* model, QWidget* parent = nullptr);
    ~PersonaSheet() override;

    void setDocument(Document* document);
    /// After the model was filled: the current cell is the one that was, or the nearest.
    void refresh(int row, int column);
    void addPersona(BuyingRole role);
    void openForm(int column);
    void closeForm();
    void reveal(const QString& persona);
    int tier() const;  ///< 1 to 3, 0 = all
    void setTier(int tier);
    PersonaMatrix* matrix() const { return m_matrix; }
    /// As high as all its rows, for a page that scrolls as a whole.
    void showWhole();

Q_SIGNALS:
    void edited();                      ///< something is being stored
    void refused();                     ///< what was written could not be stored
    void removed(const QString& name);  ///< of a persona
    void allWanted();                   ///< a persona is added: every field is to be seen

private:
    QWidget* buildTools();
    void filterTier();
    void movePersona(int column, int step);
    void removePersona(int column);
    int currentColumn() const;
    void updateTools();

    Document* m_document = nullptr;
    PersonaModel* m_model;
    QComboBox* m_tier;
    QToolButton* m_edit;
    QToolButton* m_left;
    QToolButton* m_right;
    QToolButton* m_remove;
    PersonaForm* m_form;
    PersonaMatrix* m_matrix;
};

}  // namespace icp::ui
