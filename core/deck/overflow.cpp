#include "core/deck/overflow.h"

#include "core/deck/facts.h"
#include "core/deck/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace icp {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::SlideOverflow)
};
}  // namespace

namespace {

/// The items joined so that lines end between them, not inside.
QString unbroken(const QStringList& items, const QString& separator, const Run& format, double scale,
                 double width, const MeasureText& measure) {
    QString text;
    double used = 0;
    for (const QString& item : items) {
        const double itemWidth = measure(item + separator, std::round(format.size * scale), format.weight);
        if (!text.isEmpty()) {
            const bool fits = used + itemWidth <= width;
            text += fits ? separator : separator.trimmed() + u'\n';
            if (!fits) used = 0;
        }
        text += item;
        used += itemWidth;
    }
    return text;
}

QString withoutStop(QString text) {
    while (text.endsWith(u'.') || text.endsWith(u',')) text.chop(1);
    return text;
}

}  // namespace

QString Overflow::add(const QString& heading, const QStringList& texts) {
    const auto index = qsizetype(m_parts.size());
    m_parts.push_back({heading, texts});
    return index < m_marks.size() ? m_marks[index] : QStringLiteral("A1");
}

QString andMore(qsizetype count, const QString& mark) {
    return Words::tr("and %1 more, see %2", "a number of entries, the mark of a page").arg(count).arg(mark);
}

std::vector<Line> listed(const QStringList& items, const QString& separator, const Run& format, double width,
                         double height, double lineHeight, const QString& heading, Overflow& overflow,
                         const MeasureText& measure) {
    const auto made = [&](const QString& text, double scale) {
        Run run = format;
        run.text = text;
        return wrapped(scaled({run}, scale), width, measure);
    };
    for (const double scale : {1.0, 0.95, 0.9}) {
        for (const QString& text :
             {unbroken(items, separator, format, scale, width, measure), items.join(separator)})
            if (const auto lines = made(text, scale); linesHeight(lines, lineHeight) <= height) return lines;
    }
    const QString mark = overflow.add(heading, {});
    for (qsizetype shown = items.size() - 1; shown > 0; --shown) {
        const QString text =
            withoutStop(items.mid(0, shown).join(separator)) + u' ' + andMore(items.size() - shown, mark);
        if (const auto lines = made(text, 0.9); linesHeight(lines, lineHeight) <= height) {
            overflow.extend(items.mid(shown));
            return lines;
        }
    }
    overflow.extend(items);
    Run run = format;
    run.text = Words::tr("%1 entries, see %2").arg(items.size()).arg(mark);
    return {{run}};
}

void Overflow::extend(const QStringList& texts) { m_parts.back().texts += texts; }

std::vector<Draft> overflowPages(const std::vector<Overflow::Part>& parts, const DeckInput& input,
                                 const MeasureText& measure, std::vector<std::size_t>& pageOf,
                                 const ListWords& words) {
    constexpr double top = 210;
    constexpr double gap = 64;
    constexpr double columnWidth = (Page::width - gap) / 2;
    constexpr double lineHeight = 1.35;
    constexpr std::ptrdiff_t mostLines = 25;  // in one column; longer texts go on in the next
    std::vector<Draft> pages;
    std::vector<Page> open;  // at most one: the page being filled
    int column = 0;
    double y = top;

    const auto close = [&] {
        if (!open.empty()) pages.push_back({open.back().take(), slide::basis(input)});
        open.clear();
    };
    const auto room = [&](double height) {
        if (!open.empty() && y + height <= Page::bottom) return;
        if (!open.empty() && column == 0) {
            column = 1;
        } else {
            close();
            open.emplace_back(input, measure);
            open.back().header(words.subject.isEmpty() ? Words::tr("What did not fit on the slide")
                                                       : words.subject);
            open.back().title({{words.title.isEmpty() ? Words::tr("The rest, word for word") : words.title, 0,
                                Weight::SemiBold, slide::ink}},
                              50, 70);
            column = 0;
        }
        y = top;
    };
    const auto put = [&](std::vector<Line> text, double height) {
        room(height);
        open.back().lines({Page::left + column * (columnWidth + gap), y, columnWidth, height},
                          std::move(text), lineHeight);
        y += height;
    };

    for (const Overflow::Part& part : parts) {
        room(170);
        if (y > top) y += 24;
        pageOf.push_back(pages.size());
        std::vector<Line> heading =
            wrapped({{part.heading, 22, Weight::SemiBold, slide::best}}, columnWidth, measure);
        const double headingHeight = double(heading.size()) * 22 * lineHeight + 12;
        put(std::move(heading), headingHeight);
        for (const QString& text : part.texts) {
            std::vector<Line> lines =
                wrapped({{text, 22, Weight::Regular, slide::ink}}, columnWidth, measure);
            for (auto first = lines.begin(); first != lines.end();) {
                const auto last = first + std::min(mostLines, lines.end() - first);
                put({first, last}, double(last - first) * 22 * lineHeight);
                first = last;
            }
            y += 8;
        }
    }
    close();
    return pages;
}

}  // namespace icp
