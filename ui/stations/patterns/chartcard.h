#pragma once

#include "ui/charts/exposurechart.h"
#include "ui/charts/groupchart.h"
#include "ui/widgets/card.h"

class QPushButton;
class QStackedLayout;

namespace icp::ui {

class Badge;
class ChartView;
class GroupChart;
class Legend;
class Text;
class WinRateChart;

/// The chosen attribute: where the good accounts are, and below, by the lens, how often it goes well, where
/// one tried, or what the market is made of, per level.
class ChartCard : public Card {
    Q_OBJECT
public:
    explicit ChartCard(QWidget* parent = nullptr);

    /// What the charts of all attributes have in common; before showAttribute().
    void setFindings(const Findings& findings);
    void showAttribute(const AttributeProfile& attribute, const Findings& findings);
    void setLens(Lens lens);  ///< before showAttribute()
    Lens lens() const { return m_lens; }
    /// The level that everything else is narrowed to, -1 = none.
    void mark(int level);
    /// Copies the chart that has the focus, else the lower one.
    void copy();
    WinRateChart* rates() const { return m_rates; }
    GroupChart* groups() const { return m_groups; }
    ExposureChart* exposure() const { return m_exposure; }
    ChartView* lower() const;  ///< the one that the lens shows

Q_SIGNALS:
    void levelClicked(int level);
    void levelCompared(int level);
    void marketRequested();  ///< somebody wants to say what the market is made of
    void copied(const QString& what);

private:
    QLayout* section(Text* title, Legend* legend, Text* note);
    void connectChart(ChartView* chart);
    void showGroups(const Findings& findings);
    void showRates(const AttributeProfile& attribute, const Findings& findings);
    void showExposure(const AttributeProfile& attribute, const Findings& findings);
    int levelOf(const ChartView* chart, int column) const;  ///< -1: the data have no such level

    Text* m_name;
    Badge* m_class;
    Text* m_known;
    Text* m_groupTitle;
    Text* m_groupNote;
    Legend* m_groupLegend;
    GroupChart* m_groups;
    Text* m_rateTitle;
    Text* m_rateNote;
    Text* m_caution;  ///< why the rates may follow the result
    Legend* m_rateLegend;
    WinRateChart* m_rates;
    ExposureChart* m_exposure;
    QPushButton* m_market;
    QStackedLayout* m_lenses;
    Lens m_lens = Lens::Won;
    std::vector<Level> m_levels;
    GroupTotals m_totals;
    double m_maximum = 1;
};

}  // namespace icp::ui
