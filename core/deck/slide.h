#pragma once

#include <QString>

#include <cstdint>
#include <functional>
#include <variant>
#include <vector>

namespace icp {

/// Slides as data. All geometry in pixels of a 1920 x 1080 page (13.33 x 7.5 in). The screen, the projector,
/// the PDF and PowerPoint all draw these blocks and nothing else.
inline constexpr double slideWidth = 1920;
inline constexpr double slideHeight = 1080;

/// 0xRRGGBB; slides are always light.
using Rgb = std::uint32_t;

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
};

enum class Weight : std::uint8_t { Regular = 0, Medium = 1, SemiBold = 2 };
enum class Align : std::uint8_t { Left, Centre, Right };
enum class Anchor : std::uint8_t { Top, Middle, Bottom };

/// A run of equally formatted text.
struct Run {
    QString text;
    double size = 24;  ///< whole pixels
    Weight weight = Weight::Regular;
    Rgb colour = 0x14212B;
};

/// Width in pixels of `text` in the slides' typeface. Core has no fonts: whoever has, hands this in.
using MeasureText = std::function<double(const QString& text, double size, Weight weight)>;

/// Lines of runs, already broken so that every writer breaks them alike.
struct TextBlock {
    Box box;
    std::vector<std::vector<Run>> lines;
    Align align = Align::Left;
    Anchor anchor = Anchor::Top;
    double lineHeight = 1.3;  ///< times the size of the largest run
    QString role;  ///< "title", "body", "note": a title is what PowerPoint shows as the slide's name
};

struct ShapeBlock {
    enum class Kind : std::uint8_t { Rectangle, Rounded, Ellipse, Hatched, Star } kind = Kind::Rectangle;
    Box box;
    double radius = 0;  ///< Rounded
    bool filled = true;
    Rgb fill = 0xFFFFFF;
    double lineWidth = 0;
    Rgb line = 0;  ///< of the outline, and of the strokes when Hatched
    QString alt;   ///< what it shows, for screen readers; empty = decoration
};

struct LineBlock {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width = 1;
    bool dashed = false;
    Rgb colour = 0;
};

/// A table with native cells. Row 0 is the head.
struct TableBlock {
    static constexpr double padding = 14;  ///< left and right of a cell's text
    static constexpr double lineHeight = 1.25;
    struct CellText {
        std::vector<std::vector<Run>> lines;
        Align align = Align::Left;
        Anchor anchor = Anchor::Middle;
        double indent = padding;  ///< left of the text
        bool filled = false;
        Rgb fill = 0xFFFFFF;
    };
    Box box;
    std::vector<double> columnWidths;
    std::vector<double> rowHeights;
    std::vector<std::vector<CellText>> rows;
    Rgb rule = 0xDBE1E6;      ///< colour of the line under each row, 1 px
    Rgb headRule = 0x12283A;  ///< under the head, 2 px
    QString alt;              ///< what it shows, for screen readers
};

using Block = std::variant<ShapeBlock, LineBlock, TextBlock, TableBlock>;

struct Slide {
    QString title;              ///< in words, for lists and screen readers
    QString mark;               ///< "1", "2", "A1" ...
    std::vector<Block> blocks;  ///< painted in order
    QString notes;
};

}  // namespace icp
