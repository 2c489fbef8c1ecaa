#pragma once

#include "core/analysis/proportions.h"

#include <QWidget>

#include <vector>

namespace icp::ui {

/// Odds ratios below each other on one logarithmic axis, each with its 95% range; a dashed line where they
/// are equal. Blue lies wholly above it, orange wholly below, grey is unclear.
class OddsChart : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QString label;  ///< "Odds by company size alone"
        Estimate odds;  ///< above 0
    };
    explicit OddsChart(QWidget* parent = nullptr);

    void setRows(const std::vector<Row>& rows);
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    double place(double odds) const;  ///< from the left edge, in pixels
    int heightAt(int width) const;
    int labelHeight(const Row& row, int width) const;

    std::vector<Row> m_rows;
    int m_lowest = -1;  ///< ends of the axis as powers of two
    int m_highest = 3;
};

}  // namespace icp::ui
