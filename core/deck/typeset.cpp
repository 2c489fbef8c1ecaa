#include "core/deck/typeset.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <cmath>

namespace icp {

namespace {

constexpr QChar ellipsis(0x2026);
constexpr std::array fitScales{1.0, 0.95, 0.9};

/// A text made of runs, addressed by position over all of them.
class Flow {
public:
    Flow(const Line& runs, const MeasureText& measure) : m_runs(runs), m_measure(measure) {
        for (const Run& run : runs) m_text += run.text;
    }

    const QString& text() const { return m_text; }

    double width(qsizetype from, qsizetype to) const {
        double sum = 0;
        for (const Run& run : cut(from, to)) sum += m_measure(run.text, run.size, run.weight);
        return sum;
    }

    /// Never without a run, so that an empty line keeps its height.
    Line cut(qsizetype from, qsizetype to) const {
        Line line;
        qsizetype start = 0;
        for (const Run& run : m_runs) {
            const qsizetype first = std::max(from, start);
            const qsizetype last = std::min(to, start + run.text.size());
            if (first < last) {
                line.push_back(run);
                line.back().text = run.text.mid(first - start, last - first);
            }
            start += run.text.size();
        }
        if (line.empty() && !m_runs.empty()) {
            line.push_back(m_runs.front());
            line.back().text.clear();
        }
        return line;
    }

    qsizetype withoutSpaceAtEnd(qsizetype from, qsizetype to) const {
        while (to > from && m_text[to - 1].isSpace()) --to;
        return to;
    }

private:
    const Line& m_runs;
    const MeasureText& m_measure;
    QString m_text;
};

}  // namespace

double lineWidth(const Line& line, const MeasureText& measure) {
    double sum = 0;
    for (const Run& run : line) sum += measure(run.text, run.size, run.weight);
    return sum;
}

double linesHeight(const std::vector<Line>& lines, double lineHeight) {
    double sum = 0;
    for (const Line& line : lines) {
        double size = 0;
        for (const Run& run : line) size = std::max(size, run.size);
        sum += size * lineHeight;
    }
    return sum;
}

QString plainText(const std::vector<Line>& lines) {
    QString text;
    for (const Line& line : lines) {
        if (!text.isEmpty()) text += u' ';
        for (const Run& run : line) text += run.text;
    }
    return text;
}

std::vector<Line> wrapped(const Line& text, double width, const MeasureText& measure) {
    const Flow flow(text, measure);
    std::vector<Line> lines;
    qsizetype start = 0;  // of the line being filled
    qsizetype end = 0;    // everything up to here is on it
    double used = 0;      // width of start .. end, with the space at its end
    const auto finish = [&] {
        lines.push_back(flow.cut(start, flow.withoutSpaceAtEnd(start, end)));
        start = end;
        used = 0;
    };

    QTextBoundaryFinder words(QTextBoundaryFinder::Line, flow.text());
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, flow.text());
    const auto place = [&](qsizetype next) {
        const qsizetype visible = flow.withoutSpaceAtEnd(end, next);
        if (end > start && used + flow.width(end, visible) > width) finish();
        if (end == start && flow.width(end, visible) > width) {
            letters.setPosition(end);
            while (letters.toNextBoundary() >= 0 && letters.position() <= visible) {
                if (end > start && flow.width(start, letters.position()) > width) finish();
                end = letters.position();
            }
        }
        end = next;
        used = flow.width(start, end);
        if (flow.text()[end - 1] == u'\n') finish();
    };
    while (words.toNextBoundary() >= 0) {
        const qsizetype boundary = words.position();
        while (end < boundary) {
            const qsizetype hard = flow.text().indexOf(u'\n', end);
            place(hard >= 0 && hard < boundary ? hard + 1 : boundary);
        }
    }
    if (end > start || lines.empty()) finish();
    return lines;
}

Line scaled(Line text, double scale) {
    for (Run& run : text) run.size = std::round(run.size * scale);
    return text;
}

Line elided(Line line, double width, const MeasureText& measure) {
    if (lineWidth(line, measure) <= width) return line;
    while (!line.empty()) {
        Run& last = line.back();
        while (!last.text.isEmpty()) {
            QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, last.text);
            letters.toEnd();
            last.text.truncate(std::max<qsizetype>(0, letters.toPreviousBoundary()));
            while (last.text.endsWith(u' ') || last.text.endsWith(u',')) last.text.chop(1);
            last.text += ellipsis;
            if (lineWidth(line, measure) <= width) return line;
            last.text.chop(1);
        }
        if (line.size() == 1) break;
        line.pop_back();
    }
    return line;
}

std::vector<Line> cutTo(std::vector<Line> lines, std::size_t count, double width,
                        const MeasureText& measure) {
    if (lines.size() <= count) return lines;
    lines.resize(count);
    Line& last = lines.back();
    last.back().text += ellipsis;
    if (lineWidth(last, measure) > width) {
        last.back().text.chop(1);
        last = elided(last, lineWidth(last, measure) - 1, measure);
    }
    return lines;
}

Fitted fitted(const Line& text, double width, double height, double lineHeight, const MeasureText& measure) {
    Fitted result;
    for (const double scale : fitScales) {
        result.scale = scale;
        result.lines = wrapped(scaled(text, scale), width, measure);
        if (linesHeight(result.lines, lineHeight) <= height + 0.5) return result;
    }
    result.complete = false;
    std::size_t count = result.lines.size();
    while (count > 1 && linesHeight({result.lines.begin(), result.lines.begin() + std::ptrdiff_t(count)},
                                    lineHeight) > height + 0.5)
        --count;
    result.lines = cutTo(std::move(result.lines), count, width, measure);
    return result;
}

}  // namespace icp
