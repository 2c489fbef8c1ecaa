#pragma once

#include "core/analysis/findings.h"
#include "ui/charts/chartview.h"
#include "ui/charts/words.h"

class QBarSet;
class QStackedBarSeries;

namespace icp::ui {

/// The rate of every level with its 95% range, beside the base rate. With too little data (a mode other than
/// Full) it shows hollow dots and no colours, because nothing is ranked then.
class WinRateChart : public ChartView {
    Q_OBJECT
public:
    explicit WinRateChart(QWidget* parent = nullptr);

    /// `maximum`: sharedMaximum() of the findings, a share.
    void setLevels(const AttributeProfile& attribute, const Findings& findings, double maximum);

    std::vector<QStringList> table() const override;
    QString tip(int column) const override;

    /// What is drawn over a column, in coordinates of the chart.
    struct Whisker {
        QPointF low;
        QPointF high;
        QPointF rate;
    };
    Whisker whisker(int column) const;
    double baseLine() const;  ///< y of the base rate
    Standing standingOf(int column) const;
    /// Where the rate of a column is written, so that it meets no range, no other rate and not the base line;
    /// empty when there is no room.
    QRectF valueBox(int column) const;

protected:
    void recolour(const Tokens& tokens) override;
    void resized() override;
    void paintOver(QPainter& painter, const Tokens& tokens) const override;

private:
    bool ranked() const { return m_mode == Mode::Full; }
    void paintBaseLine(QPainter& painter, const Tokens& tokens) const;
    void paintBaseLabel(QPainter& painter, const Tokens& tokens) const;
    bool isFree(const QRectF& box) const;  ///< no bar, range or value there
    void paintWhisker(QPainter& painter, const Tokens& tokens, int column) const;
    QString valueText(int column) const;
    void paintValue(QPainter& painter, const Tokens& tokens, int column) const;

    std::vector<Level> m_levels;
    Rate m_base;
    Mode m_mode = Mode::Full;
    Words m_words;
    QString m_period;
    QString m_header;
    QStackedBarSeries* m_series = nullptr;
};

}  // namespace icp::ui
