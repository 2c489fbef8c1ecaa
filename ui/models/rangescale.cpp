#include "ui/models/rangescale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace icp::ui {

namespace {

constexpr std::size_t mostEdges = 120;

double roundedTo2Digits(double value) {
    if (value == 0) return 0;
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1);
    return std::round(value / unit) * unit;
}

}  // namespace

RangeScale::RangeScale(const Column& column) {
    if (!column.isNumeric()) return;
    std::vector<double> values;
    for (std::size_t row = 0; row < column.size(); ++row)
        if (!column.isMissing(row) && std::isfinite(column.numbers()[row]))
            values.push_back(column.numbers()[row]);
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    m_smallest = values.front();
    m_largest = values.back();
    m_whole =
        column.type() == ColumnType::Number &&
        std::all_of(values.begin(), values.end(), [](double value) { return value == std::floor(value); });

    m_edges = values;
    m_edges.erase(std::unique(m_edges.begin(), m_edges.end()), m_edges.end());
    if (m_edges.size() > mostEdges) {
        m_edges.clear();
        for (std::size_t i = 1; i < mostEdges; ++i) {
            const double quantile = values[values.size() * i / mostEdges];
            m_edges.push_back(column.type() == ColumnType::Date ? std::floor(quantile)
                                                                : roundedTo2Digits(quantile));
        }
        std::sort(m_edges.begin(), m_edges.end());
        m_edges.erase(std::unique(m_edges.begin(), m_edges.end()), m_edges.end());
    }
    std::erase_if(m_edges, [this](double edge) { return edge <= m_smallest; });
}

double RangeScale::edge(int step) const {
    if (step <= 0) return -std::numeric_limits<double>::infinity();
    if (step > int(m_edges.size())) return std::numeric_limits<double>::infinity();
    return m_edges[std::size_t(step) - 1];
}

int RangeScale::stepOf(double value) const {
    if (value == -std::numeric_limits<double>::infinity()) return 0;
    if (value == std::numeric_limits<double>::infinity()) return steps();
    const auto above = std::lower_bound(m_edges.begin(), m_edges.end(), value);
    const int step = int(above - m_edges.begin()) + 1;
    if (above == m_edges.end()) return value > m_largest ? steps() : int(m_edges.size());
    if (above != m_edges.begin() && value - *(above - 1) < *above - value) return step - 1;
    return value <= m_smallest ? 0 : step;
}

}  // namespace icp::ui
