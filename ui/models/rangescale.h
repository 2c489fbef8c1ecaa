#pragma once

#include "core/table/column.h"

#include <vector>

namespace icp::ui {

/// The places where a range over a numeric column can begin and end, so that every step of a slider changes
/// something: the distinct values, or about a hundred rounded quantiles of them. Step 0 and the last step
/// leave a side open.
class RangeScale {
public:
    RangeScale() = default;
    explicit RangeScale(const Column& column);

    int steps() const { return int(m_edges.size()) + 1; }
    double edge(int step) const;     ///< -infinity, an edge, or infinity
    int stepOf(double value) const;  ///< the nearest step
    bool whole() const {
        return m_whole;
    }  ///< every value is a whole number: ranges are shown with both ends included
    double smallest() const { return m_smallest; }
    double largest() const { return m_largest; }

private:
    std::vector<double> m_edges;  ///< ascending, without the smallest value
    bool m_whole = false;
    double m_smallest = 0;
    double m_largest = 0;
};

}  // namespace icp::ui
