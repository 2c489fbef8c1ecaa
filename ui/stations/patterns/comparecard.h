#pragma once

#include "core/analysis/findings.h"
#include "ui/widgets/card.h"

#include <array>

namespace icp::ui {

class RateBar;
class Text;

/// Two levels of an attribute side by side: one sentence, both rates with their ranges, and the gap.
class CompareCard : public Card {
    Q_OBJECT
public:
    explicit CompareCard(QWidget* parent = nullptr);

    void compare(const AttributeProfile& attribute, const Level& first, const Level& second,
                 const Findings& findings, double maximum);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Text* m_title;
    Text* m_sentence;
    Text* m_gap;
    std::array<Text*, 2> m_names;
    std::array<RateBar*, 2> m_bars;
    std::array<Text*, 2> m_numbers;
};

}  // namespace icp::ui
