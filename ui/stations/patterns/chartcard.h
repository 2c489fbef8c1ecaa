#pragma once

#include "ui/charts/groupchart.h"
#include "ui/widgets/card.h"

namespace icp::ui {

class Badge;
class ChartView;
class GroupChart;
class Legend;
class Text;
class WinRateChart;

/// The chosen attribute: where the good accounts are, and how often it goes well, per level.
class ChartCard : public Card {
    Q_OBJECT
public:
    explicit ChartCard(QWidget* parent = nullptr);

    /// What the charts of all attributes have in common; before showAttribute().
    void setFindings(const Findings& findings);
    void showAttribute(const AttributeProfile& attribute, const Findings& findings);
    /// Copies the chart that has the focus, else the lower one.
    void copy();
    WinRateChart* rates() const { return m_rates; }
    GroupChart* groups() const { return m_groups; }

Q_SIGNALS:
    void levelClicked(int level);
    void copied(const QString& what);

private:
    QLayout* section(Text* title, Legend* legend, Text* note);

    Text* m_name;
    Badge* m_class;
    Text* m_known;
    Text* m_groupTitle;
    Text* m_groupNote;
    Legend* m_groupLegend;
    GroupChart* m_groups;
    Text* m_rateTitle;
    Text* m_rateNote;
    Legend* m_rateLegend;
    WinRateChart* m_rates;
    GroupTotals m_totals;
    double m_maximum = 1;
};

}  // namespace icp::ui
