#pragma once

#include "core/deck/page.h"

#include <QStringList>

namespace icp {

/// Rows of short texts under a head, set as native tables over as many pages as they need.
class Grid {
public:
    struct Heading {
        QString text;
        double width;
        Align align;
    };
    explicit Grid(std::vector<Heading> headings) : m_headings(std::move(headings)) {}

    void add(QStringList row) { m_rows.push_back(std::move(row)); }
    /// Sets the head and as many of the remaining rows as fit, at least one. A cell has three lines at most.
    /// Returns where the table ends.
    double addTo(Page& page, const Box& area);
    bool finished() const { return m_next >= m_rows.size(); }

private:
    std::vector<TableBlock::CellText> cells(const QStringList& row, bool head,
                                            const MeasureText& measure) const;

    std::vector<Heading> m_headings;
    std::vector<QStringList> m_rows;
    std::size_t m_next = 0;
};

}  // namespace icp
