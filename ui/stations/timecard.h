#pragma once

#include "ui/charts/legend.h"
#include "ui/models/grouptimes.h"
#include "ui/widgets/card.h"

namespace icp::ui {

class ChartView;
class MethodFold;
class Text;

/// One chart over time: a sentence, its numbers, the chart, and how it was computed; or why there is none.
class TimeCard : public Card {
    Q_OBJECT
public:
    TimeCard(const QString& title, ChartView* chart, QWidget* parent = nullptr);

    void show(const TimeWords& words, const std::vector<Legend::Item>& legend, const QString& axis);
    void setWaiting();

Q_SIGNALS:
    void copied(const QString& what);

private:
    Legend* m_legend;
    Text* m_sentence;
    Text* m_numbers;
    ChartView* m_chart;
    Text* m_axis;
    MethodFold* m_method;
    Text* m_hint;
};

}  // namespace icp::ui
