#pragma once

#include "ui/document/background.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace icp::ui {

class Document;
class PersonaModel;
class PersonaSheet;
class Text;

/// The people on the page of the profile, where consumers are sold to: whoever buys is whom the profile
/// describes, so that both are one sheet.
class PeopleBox : public Card {
    Q_OBJECT
public:
    explicit PeopleBox(QWidget* parent = nullptr);
    ~PeopleBox() override;

    void setDocument(Document* document);
    void refresh();
    /// Gives it the focus.
    void reveal(const QString& persona);
    void waitForIdle() { m_drafting.wait(); }

Q_SIGNALS:
    void edited();
    void removed(const QString& name);  ///< of a persona

private:
    void start();

    Document* m_document = nullptr;
    Background m_drafting;
    PersonaModel* m_model;
    PersonaSheet* m_sheet;
    Text* m_nobody;
    Text* m_contacts;
    QPushButton* m_start;
};

}  // namespace icp::ui
