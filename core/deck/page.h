#pragma once

#include "core/deck/build.h"
#include "core/deck/typeset.h"

namespace icp {

/// An appendix page that waits for its mark and with it for its footer.
struct Draft {
    Slide slide;
    QString basis;
};

/// A slide while it is put together: blocks are added in painting order.
class Page {
public:
    static constexpr double left = 88;
    static constexpr double right = slideWidth - 88;
    static constexpr double width = right - left;
    static constexpr double bottom = 990;  ///< content ends above this, the footer stands below

    Page(const DeckInput& input, const MeasureText& measure, Slide slide = {})
        : m_input(input), m_measure(measure), m_slide(std::move(slide)) {}

    const DeckInput& input() const { return m_input; }
    const MeasureText& measure() const { return m_measure; }

    void add(auto block) { m_slide.blocks.emplace_back(std::move(block)); }
    void fill(const Box& box, Rgb colour, double radius = 0, const QString& alt = {});
    /// A tinted area with a coloured left edge.
    void card(const Box& box, Rgb back, Rgb edge);
    void rule(double x1, double y1, double x2, double y2, double lineWidth, Rgb colour, bool dashed = false);
    void lines(const Box& box, std::vector<Line> text, double lineHeight, Align align = Align::Left,
               Anchor anchor = Anchor::Top);
    /// One line, cut when it is wider than the box, in the middle of its height.
    void label(const Box& box, const Run& run, Align align = Align::Left);
    /// Shrinks, then cuts. Tells whether everything is there and where the text ends.
    struct Placed {
        bool complete = true;
        double bottom = 0;
        double scale = 1;
    };
    Placed paragraph(const Box& box, const Line& text, double lineHeight);

    /// Mark, company, what this slide is and of which profile, and where it goes on; on the right how far the
    /// profile has come.
    void header(const QString& subject, const QString& goesOn = {});
    /// The one message of the slide. Two lines at most.
    Placed title(const Line& text, double size, double height);
    /// Whether title() would have room for all of it.
    bool titleFits(const Line& text, double size, double height) const;
    /// What everything is based on, and the file behind it. `end` closes the line: next review or page mark.
    void footer(const QString& basis, const QString& end);

    Slide& slide() { return m_slide; }
    Slide take() { return std::move(m_slide); }

private:
    const DeckInput& m_input;
    const MeasureText& m_measure;
    Slide m_slide;
};

}  // namespace icp
