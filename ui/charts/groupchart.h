#pragma once

#include "core/analysis/findings.h"
#include "ui/charts/chartview.h"
#include "ui/charts/words.h"

class QBarSeries;

namespace icp::ui {

/// Accounts of the study in the two groups that the distribution chart compares.
struct GroupTotals {
    qint64 best = 0;
    qint64 rest = 0;
};
/// Taken from the first attribute whose levels share out the accounts, each into one; zeros when there is
/// none.
GroupTotals groupTotals(const Findings& findings);

/// Where the best accounts are, beside where all others are: share of each group per level, counts on the
/// bars.
class GroupChart : public ChartView {
    Q_OBJECT
public:
    explicit GroupChart(QWidget* parent = nullptr);

    void setLevels(const AttributeProfile& attribute, const Findings& findings, const GroupTotals& totals);

    std::vector<QStringList> table() const override;
    QString tip(int column) const override;
    /// What the bars count: companies, or, where the attribute is known of deals only, deals. Nearly every
    /// company has nearly every level in one of its deals.
    bool countsDeals() const { return m_deals; }
    QString bestName() const;
    QString restName() const;
    const GroupTotals& totals() const { return m_totals; }
    double shareOfBest(int column) const;
    double shareOfRest(int column) const;
    /// Where the counts of both bars are written; they never meet. Empty when there is no room.
    std::pair<QRectF, QRectF> countBoxes(int column) const;

protected:
    void recolour(const Tokens& tokens) override;
    void resized() override;
    void paintOver(QPainter& painter, const Tokens& tokens) const override;

private:
    std::vector<Level> m_levels;
    GroupTotals m_totals;
    Words m_words;
    bool m_deals = false;
    QString m_header;
    QString m_period;
    QBarSeries* m_series = nullptr;
};

}  // namespace icp::ui
