#pragma once

#include "core/analysis/findings.h"
#include "ui/charts/chartview.h"
#include "ui/charts/legend.h"
#include "ui/charts/words.h"

class QBarSeries;

namespace icp::ui {

/// How the bars of an attribute are read: how often one wins, where one tried, or what the market holds.
enum class Lens { Won, Tried, Market };

/// Shares of all tries and of all wins per level, side by side; through the lens Market also the share of the
/// market, with how often a level was tried for what there is of it ("1.4×") above. Untested levels are
/// hatched and say so; they are never good or bad.
class ExposureChart : public ChartView {
    Q_OBJECT
public:
    explicit ExposureChart(QWidget* parent = nullptr);

    /// `lens`: Tried or Market.
    void setExposure(const Exposure& exposure, const Findings& findings, Lens lens);
    std::vector<Legend::Item> legend() const;
    const ExposureLevel& level(int column) const { return m_levels[std::size_t(column)]; }

    std::vector<QStringList> table() const override;
    QString tip(int column) const override;
    /// What stands above the bars of a column: "untested", "1.4×", or nothing.
    QString mark(int column) const;

protected:
    void recolour(const Tokens& tokens) override;
    void resized() override;
    void paintOver(QPainter& painter, const Tokens& tokens) const override;

private:
    double highest(int column) const;
    bool untested(int column) const { return level(column).status == LevelStatus::Untested; }
    bool market() const { return m_lens == Lens::Market && m_hasMarket; }

    std::vector<ExposureLevel> m_levels;
    Words m_words;
    Lens m_lens = Lens::Tried;
    bool m_hasMarket = false;
    QString m_header;
    QString m_period;
    QBarSeries* m_series = nullptr;
};

}  // namespace icp::ui
