#pragma once

#include "core/analysis/listcontrast.h"
#include "ui/charts/chartview.h"
#include "ui/charts/legend.h"

class QBarSeries;

namespace icp::ui {

/// Where the best customers are, beside the rest and the least ideal: the share of each list per level, with
/// the numbers of customers on the bars.
class ListChart : public ChartView {
    Q_OBJECT
public:
    explicit ListChart(QWidget* parent = nullptr);

    void setContrast(const ListContrast& contrast);
    std::vector<Legend::Item> legend() const;

    std::vector<QStringList> table() const override;
    QString tip(int column) const override;

protected:
    void recolour(const Tokens& tokens) override;
    void resized() override;
    void paintOver(QPainter& painter, const Tokens& tokens) const override;

private:
    ListContrast m_contrast;
    QBarSeries* m_series = nullptr;
};

/// "Best", "The rest", "Least ideal".
QString listName(AccountList list);

}  // namespace icp::ui
