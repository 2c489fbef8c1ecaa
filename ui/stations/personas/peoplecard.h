#pragma once

#include "core/workshop/panel.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QStackedWidget;

namespace icp::ui {

class SegmentedSwitch;
class Text;

/// How many people take part on the buying side: from the own contacts, or the figure that is quoted; never
/// mixed.
class PeopleCard : public Card {
    Q_OBJECT
public:
    explicit PeopleCard(QWidget* parent = nullptr);

    void show(const PanelSize& size);

private:
    void showSource(int source);

    PanelSize m_size;
    bool m_chosen = false;  ///< by hand: new data do not change it
    QStackedWidget* m_pages;
    Text* m_won;
    Text* m_lost;
    QGridLayout* m_bands;
    Text* m_none;
    SegmentedSwitch* m_switch;
    Text* m_source;
};

}  // namespace icp::ui
