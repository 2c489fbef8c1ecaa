#pragma once

#include "core/deck/slide.h"

namespace icp {

using Line = std::vector<Run>;

double lineWidth(const Line& line, const MeasureText& measure);
/// Height of lines set below each other, each as high as its largest run times `lineHeight`.
double linesHeight(const std::vector<Line>& lines, double lineHeight);
QString plainText(const std::vector<Line>& lines);

/// Breaks `text` where Unicode allows a line to end (between words; between most characters in Chinese,
/// Japanese and Korean) so that no line is wider than `width`. A word that is wider than a line is broken
/// inside. "\n" always breaks.
std::vector<Line> wrapped(const Line& text, double width, const MeasureText& measure);

/// What became of a text that has to fit.
struct Fitted {
    std::vector<Line> lines;
    double scale = 1;      ///< 1 down to 0.9
    bool complete = true;  ///< false: cut off, the last line ends in "…"
};

/// `text` with all sizes times `scale`, rounded to whole pixels.
Line scaled(Line text, double scale);

/// Wraps `text` into `width` x `height`; when it is too long it shrinks to 90 %, then it is cut.
Fitted fitted(const Line& text, double width, double height, double lineHeight, const MeasureText& measure);

/// The first `count` lines; when some are left out, the last one ends in "…".
std::vector<Line> cutTo(std::vector<Line> lines, std::size_t count, double width, const MeasureText& measure);

/// One line, cut with "…" when it is wider than `width`.
Line elided(Line line, double width, const MeasureText& measure);

}  // namespace icp
