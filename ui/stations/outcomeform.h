#pragma once

#include "ui/document/background.h"
#include "ui/models/customerlists.h"
#include "ui/widgets/card.h"

#include <array>

class QButtonGroup;
class QComboBox;
class QRadioButton;

namespace icp::ui {

class BlendForm;
class Document;
class Text;

/// What counts as good, how it is measured, and what is counted: a form below the chip of the scope row.
/// Every choice is analysed at once and is a step of undo. What the data cannot answer is off and says why.
class OutcomeForm : public Card {
    Q_OBJECT
public:
    explicit OutcomeForm(QWidget* parent = nullptr);

    /// `below`: the button that opened it.
    void open(Document* document, const QWidget* below);
    void waitForIdle() { m_asking.wait(); }  ///< for tests

private:
    void buildOutcomes();
    void buildUnits();
    void ask();  ///< what the data can answer
    void showStudy();
    void chooseOutcome(Outcome outcome);
    void chooseUnit(Unit unit);
    void choose(const Study& study);
    const SuccessOffer* offer(Outcome outcome) const;
    QString cannot(Outcome outcome) const;  ///< why not; empty when it can be asked

    Document* m_document = nullptr;
    Success m_success;
    bool m_dealsClosed = false;
    std::array<QRadioButton*, outcomeCount> m_outcomes{};
    QButtonGroup* m_outcomeGroup;
    std::array<QRadioButton*, 2> m_units{};
    QButtonGroup* m_unitGroup;
    QWidget* m_unitPart;
    Text* m_unitNote;
    QWidget* m_measurePart;
    QComboBox* m_measure;
    Text* m_measureNote;
    BlendForm* m_blend;
    Background m_asking;
};

}  // namespace icp::ui
