#pragma once

#include "ui/charts/chartview.h"

#include <array>

class QStackedBarSeries;

namespace icp::ui {

/// A bin of customers by value, split by the list they are on.
struct HistogramBin {
    double from = 0;
    double to = 0;                   ///< infinity: the last bin is open, "£50k+"
    std::array<qint64, 3> counts{};  ///< least ideal, the rest, best
    qint64 total() const { return counts[0] + counts[1] + counts[2]; }
};

/// About `wanted` bins with round edges over finite values. A long tail, above the 97th percentile, is one
/// open bin. `list[i]` is 0 least ideal, 1 the rest, 2 best. Values that are not known are left out.
std::vector<HistogramBin> histogram(const std::vector<double>& values, const std::vector<std::uint8_t>& list,
                                    int wanted);

class HistogramChart : public ChartView {
    Q_OBJECT
public:
    explicit HistogramChart(QWidget* parent = nullptr);

    /// `currency`: of the values, may be empty.
    void setBins(const std::vector<HistogramBin>& bins, const QString& what, const QString& currency);

    std::vector<QStringList> table() const override;
    QString tip(int column) const override;

protected:
    void recolour(const Tokens& tokens) override;
    void resized() override;
    void paintOver(QPainter& painter, const Tokens& tokens) const override;
    bool labelsAtEdges() const override { return true; }

private:
    QString edges(const HistogramBin& bin) const;

    std::vector<HistogramBin> m_bins;
    QString m_what;
    QString m_currency;
    QStackedBarSeries* m_series = nullptr;
};

}  // namespace icp::ui
