#pragma once

#include "core/analysis/accountlists.h"
#include "core/workshop/workshop.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace icp::ui {

class SegmentedSwitch;
class Text;

/// Asks, above the page, what to do with one customer and why. Enter keeps, Esc forgets.
class PinCard : public Card {
    Q_OBJECT
public:
    explicit PinCard(QWidget* parent = nullptr);

    /// `existing` is what was said before about this customer, or nullptr.
    void ask(const QString& customer, const QString& key, AccountList list, const Pin* existing);

Q_SIGNALS:
    void decided(const icp::Pin& pin);
    void closed();

private:
    void keep();

    Text* m_title;
    QVBoxLayout* m_choiceSlot;
    SegmentedSwitch* m_choice = nullptr;
    QLineEdit* m_reason;
    std::vector<Pin> m_options;
};

}  // namespace icp::ui
