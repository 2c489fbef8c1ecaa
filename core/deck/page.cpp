#include "core/deck/page.h"

#include "core/deck/figures.h"
#include "core/deck/palette.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::SlideFrame)
};

constexpr double smallHeader = 0.82;  // of the usual size
constexpr double titleLines = 1.18;

Line bold(Line text, double size) {
    for (Run& run : text) {
        run.size = size;
        run.weight = Weight::SemiBold;
    }
    return text;
}

/// How far the profile has come.
QString standing(const Icp& icp) {
    if (icp.criteria.empty() && !icp.agreed.isValid()) return Words::tr("Nothing agreed yet");
    if (icp.hypothesis) return Words::tr("Hypothesis, version %1").arg(icp.version);
    if (icp.agreed.isValid())
        return Words::tr("Version %1, agreed %2").arg(icp.version).arg(slide::day(icp.agreed));
    return Words::tr("Draft, version %1").arg(icp.version);
}

}  // namespace

void Page::fill(const Box& box, Rgb colour, double radius, const QString& alt) {
    ShapeBlock shape;
    shape.kind = radius > 0 ? ShapeBlock::Kind::Rounded : ShapeBlock::Kind::Rectangle;
    shape.box = box;
    shape.radius = radius;
    shape.fill = colour;
    shape.alt = alt;
    add(shape);
}

void Page::card(const Box& box, Rgb back, Rgb edge) {
    constexpr double radius = 6;
    constexpr double edgeWidth = 6;
    fill({box.x, box.y, 4 * radius, box.height}, edge, radius);
    fill({box.x + edgeWidth, box.y, 4 * radius, box.height}, back);
    fill({box.x + 2 * radius, box.y, box.width - 2 * radius, box.height}, back, radius);
}

void Page::rule(double x1, double y1, double x2, double y2, double lineWidth, Rgb colour, bool dashed) {
    add(LineBlock{x1, y1, x2, y2, lineWidth, dashed, colour});
}

void Page::lines(const Box& box, std::vector<Line> text, double lineHeight, Align align, Anchor anchor) {
    add(TextBlock{box, std::move(text), align, anchor, lineHeight, QStringLiteral("body")});
}

void Page::label(const Box& box, const Run& run, Align align) {
    lines(box, {elided({run}, box.width, m_measure)}, 1.3, align, Anchor::Middle);
}

Page::Placed Page::paragraph(const Box& box, const Line& text, double lineHeight) {
    Fitted fit = fitted(text, box.width, box.height, lineHeight, m_measure);
    const Placed placed{fit.complete, box.y + linesHeight(fit.lines, lineHeight), fit.scale};
    lines(box, std::move(fit.lines), lineHeight);
    return placed;
}

void Page::header(const QString& subject, const QString& goesOn) {
    for (const auto& [radius, colour] : {std::pair{14.0, slide::primary}, std::pair{8.0, slide::best}}) {
        ShapeBlock ring;
        ring.kind = ShapeBlock::Kind::Ellipse;
        ring.box = {left + 15 - radius, 71 - radius, 2 * radius, 2 * radius};
        ring.filled = false;
        ring.lineWidth = 2.5;
        ring.line = colour;
        add(ring);
    }
    ShapeBlock dot;
    dot.kind = ShapeBlock::Kind::Ellipse;
    dot.box = {left + 12, 68, 6, 6};
    dot.fill = slide::least;
    add(dot);

    const QString& name = m_input.icp->name;
    QString about = name.isEmpty()
                        ? subject
                        : Words::tr("%1: %2", "subject of a slide, name of the profile").arg(subject, name);
    if (!goesOn.isEmpty())
        about = Words::tr("%1, %2", "subject of a slide, where it goes on").arg(about, goesOn);
    const QString& owner = m_input.workshop->settings.company;
    const Line whose{{owner + QStringLiteral("   "), 22, Weight::SemiBold, slide::ink}};
    const Line what{{about, 22, Weight::Regular, slide::ink2}};
    constexpr double room = 1180;
    std::vector<Line> text{owner.isEmpty() ? what : Line{whose.front(), what.front()}};
    // Names too long for one line take two small ones.
    if (!owner.isEmpty() && lineWidth(text.front(), m_measure) > room)
        text = {scaled(whose, smallHeader), scaled(what, smallHeader)};
    for (Line& line : text) line = elided(line, room, m_measure);
    lines({left + 44, 46, room, 50}, std::move(text), 1.3, Align::Left, Anchor::Middle);
    label({right - 480, 52, 480, 38}, {standing(*m_input.icp), 22, Weight::Regular, slide::ink2},
          Align::Right);
}

bool Page::titleFits(const Line& text, double size, double height) const {
    return fitted(bold(text, size), width, height, titleLines, m_measure).complete;
}

Page::Placed Page::title(const Line& text, double size, double height) {
    const Box box{left, 105, width, height};
    Fitted fit = fitted(bold(text, size), width, height, titleLines, m_measure);
    const Placed placed{fit.complete, box.y + linesHeight(fit.lines, titleLines), fit.scale};
    m_slide.title = plainText({text});
    add(TextBlock{box, std::move(fit.lines), Align::Left, Anchor::Top, titleLines, QStringLiteral("title")});
    return placed;
}

void Page::footer(const QString& basis, const QString& end) {
    constexpr double size = 18;
    rule(left, 1003, right, 1003, 1.5, slide::rule);
    const Dataset& data = *m_input.dataset;
    QStringList parts;
    if (data.asOf.isValid() && !data.fingerprint.isEmpty())
        parts << Words::tr("Data of %1, file %2.").arg(slide::day(data.asOf), fileMark(data));
    else if (!data.fingerprint.isEmpty())
        parts << Words::tr("File %1.").arg(fileMark(data));
    if (!end.isEmpty()) parts << end;
    const QString origin = parts.join(u' ');
    const double originWidth = m_measure(origin, size, Weight::Regular);
    lines({right - originWidth - 8, 1012, originWidth + 8, 36},
          {{{origin, size, Weight::Regular, slide::ink3}}}, 1.3, Align::Right, Anchor::Middle);

    const Line based{{Words::tr("Based on") + u' ', size, Weight::SemiBold, slide::ink2},
                     {basis, size, Weight::Regular, slide::ink3}};
    const double room = width - originWidth - 40;
    std::vector<Line> text = cutTo(wrapped(based, room, m_measure), 2, room, m_measure);
    const double height = std::max(36.0, linesHeight(text, 1.3));
    lines({left, 1012, room, height}, std::move(text), 1.3, Align::Left, Anchor::Middle);
}

}  // namespace icp
