#pragma once

#include "ui/stations/patterns/sentences.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QPushButton;

namespace icp::ui {

class Text;

/// One finding: what kind it is, one sentence, its numbers, at most two buttons.
class FindingCard : public Card {
    Q_OBJECT
public:
    enum class Kind { Driver, Nothing, Exclusion, Habit, Size };  ///< Size: "Is it really size?"
    FindingCard(Kind kind, const QString& kicker, const FindingText& text, QWidget* parent = nullptr);

    /// "How was this computed", folded away below everything else.
    void setMethod(const QString& method);
    /// A picture between the words and the buttons.
    void addPicture(QWidget* picture);
    /// The first button of a page's main finding is filled.
    QPushButton* addButton(const QString& text, const QString& iconName, const QString& tip,
                           bool primary = false);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    Kind m_kind;
    QLabel* m_icon;
    QHBoxLayout* m_buttons = nullptr;
    int m_below = 0;  ///< what stands below the buttons
};

}  // namespace icp::ui
