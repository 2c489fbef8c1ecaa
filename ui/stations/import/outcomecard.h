#pragma once

#include "core/table/dataset.h"
#include "ui/widgets/card.h"

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace icp::ui {

class Text;

/// Which words say that a deal was won or lost, with how many deals say so; each can be moved.
class OutcomeCard : public Card {
    Q_OBJECT
public:
    explicit OutcomeCard(QWidget* parent = nullptr);
    /// Hides itself when no word decides. When they are not `editable`, `why` says why.
    void setWords(const std::vector<OutcomeWord>& words, bool editable, const QString& why);

Q_SIGNALS:
    void wordsChosen(const icp::OutcomeWords& words);
    void resetWanted();  ///< as the program finds them

private:
    void choose(std::size_t word, DealState state);

    std::vector<OutcomeWord> m_words;
    QVBoxLayout* m_rows;
    Text* m_note;
    QPushButton* m_reset;
};

}  // namespace icp::ui
