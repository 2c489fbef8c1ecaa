#pragma once

#include "core/analysis/rate.h"
#include "ui/charts/chartview.h"
#include "ui/charts/legend.h"

class QBarSeries;

namespace icp::ui {

/// One line of a comparison: a group beside all others.
struct RatePair {
    QString label;
    Rate inside;
    Rate others;
};

/// Shares of a group beside those of all others, such as reasons lost or stages reached, with their 95%
/// ranges.
class PairChart : public ChartView {
    Q_OBJECT
public:
    explicit PairChart(QWidget* parent = nullptr);

    /// `names`: of the group and of the others, as in the legend; one name: there are no others. `what`: of
    /// the labels, "Reason".
    void setPairs(const std::vector<RatePair>& pairs, const QStringList& names, const QString& what,
                  const QString& title);
    std::vector<Legend::Item> legend() const;

    std::vector<QStringList> table() const override;
    QString tip(int column) const override;

protected:
    void recolour(const Tokens& tokens) override;
    void resized() override;
    void paintOver(QPainter& painter, const Tokens& tokens) const override;

private:
    const Rate& rate(int column, int group) const;
    int groups() const { return int(m_names.size()); }

    std::vector<RatePair> m_pairs;
    QStringList m_names;
    QString m_what;
    QBarSeries* m_series = nullptr;
};

}  // namespace icp::ui
