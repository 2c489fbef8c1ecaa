#pragma once

#include "core/draft/exemplar.h"
#include "ui/document/background.h"
#include "ui/widgets/card.h"

#include <optional>

namespace icp::ui {

class Document;
class PlainTable;
class Text;
class TextRows;

/// One made-up company that has every quality of the profile, and the real customers nearest to it.
class ExemplarCard : public Card {
    Q_OBJECT
public:
    explicit ExemplarCard(QWidget* parent = nullptr);

    void setDocument(Document* document);
    /// After a change of the ICP, the data or the names.
    void refresh();
    void waitForIdle() { m_composing.wait(); }

private:
    struct Composed {
        std::shared_ptr<const Dataset> dataset;
        Exemplar exemplar;
    };
    void show();

    Document* m_document = nullptr;
    Background m_composing;
    std::optional<Composed> m_composed;
    Text* m_sentence;
    Text* m_note;
    TextRows* m_near;
    PlainTable* m_table;
};

}  // namespace icp::ui
