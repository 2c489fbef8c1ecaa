#include "ui/charts/histogramchart.h"

#include "ui/charts/words.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QStackedBarSeries>

#include <algorithm>
#include <cmath>
#include <limits>

namespace icp::ui {

std::vector<HistogramBin> histogram(const std::vector<double>& values, const std::vector<std::uint8_t>& list,
                                    int wanted) {
    std::vector<double> known;
    for (const double value : values) {
        if (std::isfinite(value)) known.push_back(value);
    }
    if (known.empty()) return {};
    const double lowest = *std::min_element(known.begin(), known.end());
    const double highest = *std::max_element(known.begin(), known.end());
    auto tail = known.begin() + std::ptrdiff_t(double(known.size() - 1) * 0.97);
    std::nth_element(known.begin(), tail, known.end());
    const bool open = highest > *tail + (*tail - lowest) * 0.2 && *tail > lowest;
    const double top = open ? *tail : highest;
    const double step = niceScale(std::max(top - lowest, std::abs(top) * 1e-9 + 1e-9), wanted).step;
    const double first = std::floor(lowest / step) * step;

    std::vector<HistogramBin> bins;
    for (double from = first; from <= top; from = first + double(bins.size()) * step)
        bins.push_back({from, from + step, {}});
    if (open) bins.back().to = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) continue;
        const auto bin = std::size_t(std::max(0.0, (values[i] - first) / step));
        ++bins[std::min(bin, bins.size() - 1)].counts[list[i]];
    }
    return bins;
}

HistogramChart::HistogramChart(QWidget* parent) : ChartView(parent) {}

void HistogramChart::setBins(const std::vector<HistogramBin>& bins, const QString& what,
                             const QString& currency) {
    m_bins = bins;
    m_what = what;
    m_currency = currency;
    qint64 highest = 1;
    std::vector<ColumnLabel> labels;
    const std::size_t every = std::max<std::size_t>(1, (bins.size() + 4) / 5);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        highest = std::max(highest, bins[i].total());
        labels.push_back({i % every == 0 ? moneyText(bins[i].from, currency) : QString(), {}, false});
    }
    Scale scale = niceScale(double(highest), 4);
    if (scale.step < 1) scale = {std::ceil(scale.maximum), 1};
    begin(labels, scale, QStringLiteral("%d"));
    m_series = new QStackedBarSeries;
    for (std::size_t part = 0; part < 3; ++part) {
        auto* set = new QBarSet(QString::number(part));
        for (const HistogramBin& bin : m_bins) set->append(double(bin.counts[part]));
        m_series->append(set);
    }
    attach(m_series);
    setTitle(what);
    finish();
}

QString HistogramChart::edges(const HistogramBin& bin) const {
    if (std::isinf(bin.to)) return moneyText(bin.from, m_currency) + u'+';  // as ranges are named
    return tr("%1 – %2").arg(moneyText(bin.from, m_currency), moneyText(bin.to, m_currency));
}

std::vector<QStringList> HistogramChart::table() const {
    std::vector<QStringList> rows{{m_what, tr("Least ideal"), tr("The rest"), tr("Best")}};
    for (const HistogramBin& bin : m_bins) {
        QStringList row{edges(bin)};
        for (const qint64 count : bin.counts) row << QString::number(count);
        rows.push_back(row);
    }
    return rows;
}

QString HistogramChart::tip(int column) const {
    const HistogramBin& bin = m_bins[std::size_t(column)];
    const qint64 n = bin.total();
    QStringList lines{QStringLiteral("<b>%1</b>").arg(edges(bin).toHtmlEscaped()),
                      n == 1 ? tr("1 customer") : tr("%Ln customers", nullptr, int(n))};
    lines << tr("%1 best, %2 least ideal").arg(countText(bin.counts[2]), countText(bin.counts[0]));
    return lines.join(QStringLiteral("<br/>"));
}

void HistogramChart::recolour(const Tokens& tokens) {
    if (m_series == nullptr) return;
    const auto sets = m_series->barSets();
    const std::array colours{tokens.least, tokens.rest, tokens.best};
    for (int i = 0; i < sets.size(); ++i) {
        sets[i]->setBrush(colours[std::size_t(i)]);
        sets[i]->setPen(Qt::NoPen);
    }
}

void HistogramChart::resized() {
    if (m_series != nullptr) m_series->setBarWidth(0.9);
}

void HistogramChart::paintOver(QPainter&, const Tokens&) const {}

}  // namespace icp::ui
