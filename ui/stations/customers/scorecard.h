#pragma once

#include "ui/stations/customers/customerwork.h"
#include "ui/widgets/card.h"

namespace icp::ui {

class HistogramChart;
class Text;

/// How many customers have which score, and on which list they stand: of the blend, or, where only one thing
/// counts, of that itself in its own unit.
class ScoreCard : public Card {
    Q_OBJECT
public:
    explicit ScoreCard(QWidget* parent = nullptr);
    void setWork(const CustomerWork& work);

private:
    HistogramChart* m_histogram;
    Text* m_hint;  ///< in its place while nothing ranks anybody
};

}  // namespace icp::ui
