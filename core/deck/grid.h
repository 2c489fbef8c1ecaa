#pragma once

#include "core/deck/page.h"
#include "core/deck/palette.h"

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
    /// A cell has `mostLines` lines at most.
    explicit Grid(std::vector<Heading> headings, std::size_t mostLines = 3)
        : m_headings(std::move(headings)), m_mostLines(mostLines) {}

    void add(QStringList texts, Rgb colour = slide::ink) { m_rows.push_back({std::move(texts), colour}); }
    /// Sets the head and as many of the remaining rows as fit, at least one.
    /// Returns where the table ends.
    double addTo(Page& page, const Box& area);
    bool finished() const { return m_next >= m_rows.size(); }

private:
    struct Row {
        QStringList texts;
        Rgb colour;
    };
    std::vector<TableBlock::CellText> cells(const Row& row, bool head, const MeasureText& measure) const;

    std::vector<Heading> m_headings;
    std::size_t m_mostLines;
    std::vector<Row> m_rows;
    std::size_t m_next = 0;
};

}  // namespace icp
