#include "ui/deck/slidepainter.h"

#include "core/deck/layout.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace icp::ui {

namespace {

constexpr double measuredSize = 100;

QFont slideFont(double size, Weight weight) {
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans")});
    font.setPixelSize(std::max(1, int(std::lround(size))));
    font.setWeight(weight == Weight::Regular  ? QFont::Normal
                   : weight == Weight::Medium ? QFont::Medium
                                              : QFont::DemiBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Inter draws a dash between figures as another glyph, which PDF readers then cannot copy or find.
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::PreferNoShaping));
    return font;
}

/// Fonts and their metrics, made once for every size and weight: making them costs more than measuring.
class Fonts {
public:
    struct Face {
        QFont font;
        QFontMetricsF metrics;
    };
    const Face& face(double size, Weight weight) {
        const std::pair key{int(std::lround(size)), weight};
        auto at = m_faces.find(key);
        if (at == m_faces.end()) {
            const QFont font = slideFont(size, weight);
            at = m_faces.emplace(key, Face{font, QFontMetricsF(font)}).first;
        }
        return at->second;
    }
    double width(const Run& run) { return face(run.size, run.weight).metrics.horizontalAdvance(run.text); }

private:
    std::map<std::pair<int, Weight>, Face> m_faces;
};

QColor colour(Rgb rgb) { return QColor::fromRgb(0xFF000000U | rgb); }

QRectF rect(const Box& box) { return {box.x, box.y, box.width, box.height}; }

QPainterPath star(const Box& box) {
    QPolygonF corners;
    for (const auto& [x, y] : starCorners(box)) corners << QPointF(x, y);
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

class BlockPainter {
public:
    explicit BlockPainter(QPainter& painter) : m_painter(painter) {}

    void operator()(const ShapeBlock& shape) {
        const QRectF box = rect(shape.box);
        m_painter.setBrush(shape.filled ? QBrush(colour(shape.fill)) : QBrush(Qt::NoBrush));
        m_painter.setPen(shape.lineWidth > 0 ? QPen(colour(shape.line), shape.lineWidth, Qt::SolidLine,
                                                    Qt::RoundCap, Qt::RoundJoin)
                                             : QPen(Qt::NoPen));
        switch (shape.kind) {
            case ShapeBlock::Kind::Rectangle:
                m_painter.drawRect(box);
                break;
            case ShapeBlock::Kind::Rounded:
                m_painter.drawRoundedRect(box, shape.radius, shape.radius);
                break;
            case ShapeBlock::Kind::Ellipse:
                m_painter.drawEllipse(box);
                break;
            case ShapeBlock::Kind::Star:
                m_painter.drawPath(star(shape.box));
                break;
            case ShapeBlock::Kind::Hatched:
                m_painter.drawRect(box);
                hatch(box, colour(shape.line));
                break;
        }
    }

    void operator()(const LineBlock& line) {
        QPen pen(colour(line.colour), line.width, Qt::SolidLine, Qt::FlatCap);
        if (line.dashed) pen.setDashPattern({4, 3});
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2));
    }

    void operator()(const TextBlock& text) {
        lines(text.lines, text.box, text.align, text.anchor, text.lineHeight);
    }

    void operator()(const TableBlock& table) {
        for (const PlacedCell& cell : placedCells(table)) {
            if (cell.text->filled) m_painter.fillRect(rect(cell.box), colour(cell.text->fill));
            lines(cell.text->lines, cell.inside, cell.text->align, cell.text->anchor, TableBlock::lineHeight);
        }
        for (const LineBlock& rule : tableRules(table)) (*this)(rule);
    }

private:
    void hatch(const QRectF& box, const QColor& ink) {
        m_painter.save();
        m_painter.setClipRect(box, Qt::IntersectClip);
        m_painter.setPen(QPen(ink, hatchWidth));
        for (double x = box.left() - box.height(); x < box.right(); x += hatchStep)
            m_painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        m_painter.restore();
    }

    void lines(const std::vector<std::vector<Run>>& all, const Box& box, Align align, Anchor anchor,
               double lineHeight) {
        for (const PlacedLine& line : placedLines(all, box, anchor, lineHeight)) {
            double width = 0;
            for (const Run& run : *line.runs) width += m_fonts.width(run);
            double x = lineStart(box, align, width);
            const QFontMetricsF& main = m_fonts.face(line.size, Weight::Regular).metrics;
            const double baseline =
                line.top + (line.height - main.ascent() - main.descent()) / 2 + main.ascent();
            for (const Run& run : *line.runs) {
                m_painter.setFont(m_fonts.face(run.size, run.weight).font);
                m_painter.setPen(colour(run.colour));
                m_painter.drawText(QPointF(x, baseline), run.text);
                x += m_fonts.width(run);
            }
        }
    }

    QPainter& m_painter;
    Fonts m_fonts;
};

}  // namespace

void paintSlide(QPainter& painter, const Slide& slide, const QRectF& target) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(target.topLeft());
    painter.scale(target.width() / slideWidth, target.height() / slideHeight);
    painter.fillRect(QRectF(0, 0, slideWidth, slideHeight), Qt::white);
    BlockPainter blocks(painter);
    for (const Block& block : slide.blocks) std::visit(blocks, block);
    painter.restore();
}

MeasureText slideMeasure() {
    struct Known {
        Fonts fonts;
        QHash<QString, double> widths[3];  // by weight, in the size they are measured at
    };
    // Outlines grow in proportion, so a text is measured once, large, for all sizes.
    return [known = std::make_shared<Known>()](const QString& text, double size, Weight weight) {
        QHash<QString, double>& widths = known->widths[std::size_t(weight)];
        auto at = widths.find(text);
        if (at == widths.end())
            at = widths.insert(text, known->fonts.width({text, measuredSize, weight, 0}) / measuredSize);
        return at.value() * std::round(size);
    };
}

}  // namespace icp::ui
