#pragma once

#include "ui/charts/chartview.h"
#include "ui/charts/legend.h"

#include <optional>

namespace icp::ui {

/// One curve of shares over days, with its 95% range.
struct StepCurve {
    struct Step {
        double day = 0;
        double share = 0;
        double low = 0;
        double high = 1;
    };
    QString name;                ///< "Segment 1, 164 deals"
    double start = 0;            ///< share at day 0
    std::vector<Step> steps;     ///< by day
    std::optional<double> mark;  ///< a day to be marked on the curve
    bool told = true;            ///< false: only its name is shown, which says why
    double at(double day) const;
};

/// Shares over time as step lines, the first curve in the colour of the best, the second in that of the rest;
/// soft bands show the likely range.
class StepChart : public ChartView {
    Q_OBJECT
public:
    explicit StepChart(QWidget* parent = nullptr);

    /// `horizon`: last day shown.
    void setCurves(const std::vector<StepCurve>& curves, double horizon, const QString& title);
    std::vector<Legend::Item> legend() const;
    double dayOf(int column) const { return column * m_step; }

    std::vector<QStringList> table() const override;
    QString tip(int column) const override;

protected:
    void recolour(const Tokens& tokens) override;
    void paintOver(QPainter& painter, const Tokens& tokens) const override;

private:
    QPointF place(double day, double share) const;
    const StepCurve::Step* stepAt(const StepCurve& curve, double day) const;

    std::vector<StepCurve> m_curves;
    double m_step = 30;
    double m_horizon = 0;
};

}  // namespace icp::ui
