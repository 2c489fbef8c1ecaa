#include "ui/deck/slidepainter.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>

namespace icp::ui {

namespace {

constexpr double measuredSize = 100;
constexpr double hatchStep = 9;  // between the strokes of a hatched shape

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

QPainterPath star(const QRectF& box) {
    QPainterPath path;
    const QPointF centre = box.center();
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        const double reach = i % 2 == 0 ? 1.0 : 0.45;
        const QPointF point = centre + QPointF(box.width() / 2 * reach * std::cos(angle),
                                               box.height() / 2 * reach * std::sin(angle));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
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
                m_painter.drawPath(star(box));
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
        lines(text.lines, rect(text.box), text.align, text.anchor, text.lineHeight);
    }

    void operator()(const TableBlock& table) {
        double y = table.box.y;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            double x = table.box.x;
            for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
                cell(table.rows[r][c], QRectF(x, y, table.columnWidths[c], table.rowHeights[r]));
                x += table.columnWidths[c];
            }
            y += table.rowHeights[r];
        }
        y = table.box.y;
        for (std::size_t r = 0; r < table.rowHeights.size(); ++r) {
            y += table.rowHeights[r];
            m_painter.setPen(QPen(colour(r == 0 ? table.headRule : table.rule), r == 0 ? 2 : 1, Qt::SolidLine,
                                  Qt::FlatCap));
            m_painter.drawLine(QPointF(table.box.x, y), QPointF(table.box.x + table.box.width, y));
        }
    }

private:
    void cell(const TableBlock::CellText& text, const QRectF& box) {
        if (text.filled) m_painter.fillRect(box, colour(text.fill));
        lines(text.lines, box.adjusted(text.indent, 0, -TableBlock::padding, 0), text.align, text.anchor,
              TableBlock::lineHeight);
    }

    void hatch(const QRectF& box, const QColor& ink) {
        m_painter.save();
        m_painter.setClipRect(box, Qt::IntersectClip);
        m_painter.setPen(QPen(ink, 1.2));
        for (double x = box.left() - box.height(); x < box.right(); x += hatchStep)
            m_painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        m_painter.restore();
    }

    void lines(const std::vector<std::vector<Run>>& all, const QRectF& box, Align align, Anchor anchor,
               double lineHeight) {
        double height = 0;
        for (const auto& line : all) height += largest(line) * lineHeight;
        double y = box.top();
        if (anchor == Anchor::Middle)
            y += (box.height() - height) / 2;
        else if (anchor == Anchor::Bottom)
            y += box.height() - height;
        for (const auto& line : all) {
            const double size = largest(line);
            oneLine(line, box, align, y, size * lineHeight, size);
            y += size * lineHeight;
        }
    }

    void oneLine(const std::vector<Run>& line, const QRectF& box, Align align, double top, double height,
                 double size) {
        double width = 0;
        for (const Run& run : line) width += m_fonts.width(run);
        double x = box.left();
        if (align == Align::Centre)
            x += (box.width() - width) / 2;
        else if (align == Align::Right)
            x += box.width() - width;
        const QFontMetricsF& main = m_fonts.face(size, Weight::Regular).metrics;
        const double baseline = top + (height - main.ascent() - main.descent()) / 2 + main.ascent();
        for (const Run& run : line) {
            m_painter.setFont(m_fonts.face(run.size, run.weight).font);
            m_painter.setPen(colour(run.colour));
            m_painter.drawText(QPointF(x, baseline), run.text);
            x += m_fonts.width(run);
        }
    }

    static double largest(const std::vector<Run>& line) {
        double size = 0;
        for (const Run& run : line) size = std::max(size, run.size);
        return size;
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
