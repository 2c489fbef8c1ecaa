#include "core/deck/html.h"

#include "core/deck/figures.h"
#include "core/deck/layout.h"
#include "core/deck/xmltext.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>
#include <set>

namespace icp {

namespace {

// Of Inter, the slides' typeface, in parts of its size (its hhea table: 1984 and 494 of 2048).
constexpr double ascent = 0.96875;
constexpr double descent = 0.2412;

constexpr char style[] =
    "body{margin:0;background:#e7ecef;font-family:Inter,'Noto Sans','Segoe UI',Helvetica,Arial,sans-serif}"
    "section{margin:24px auto;width:min(96vw,168vh);background:#fff;box-shadow:0 1px 4px #0003}"
    "svg{display:block;width:100%;height:auto}"
    "text{white-space:pre}"
    "@page{size:13.333in 7.5in;margin:0}"
    "@media print{body{background:#fff}"
    "section{margin:0;width:100vw;box-shadow:none;break-after:page;break-inside:avoid}"
    "section:last-child{break-after:auto}}";

QString hex(Rgb colour) { return QStringLiteral("#%1").arg(colour, 6, 16, QLatin1Char('0')); }

/// At most two digits after the point; a page has 1920 units.
QString number(double value) { return QString::number(std::round(value * 100) / 100, 'g', 8); }

QString hatchId(Rgb line) { return QStringLiteral("hatch-%1").arg(line, 6, 16, QLatin1Char('0')); }

class SlideDrawing {
public:
    SlideDrawing(QXmlStreamWriter& xml, const MeasureText& measure) : m_xml(xml), m_measure(measure) {}

    void operator()(const ShapeBlock& shape) {
        using Kind = ShapeBlock::Kind;
        const auto painted = [&](const QString& fill, const QString& alt) {
            if (shape.kind == Kind::Ellipse) {
                m_xml.writeStartElement(QStringLiteral("ellipse"));
                attribute("cx", shape.box.x + shape.box.width / 2);
                attribute("cy", shape.box.y + shape.box.height / 2);
                attribute("rx", shape.box.width / 2);
                attribute("ry", shape.box.height / 2);
            } else if (shape.kind == Kind::Star) {
                QStringList points;
                for (const auto& [x, y] : starCorners(shape.box)) points << number(x) + u',' + number(y);
                m_xml.writeStartElement(QStringLiteral("polygon"));
                m_xml.writeAttribute(QStringLiteral("points"), points.join(u' '));
            } else {
                m_xml.writeStartElement(QStringLiteral("rect"));
                place(shape.box);
                if (shape.kind == Kind::Rounded) attribute("rx", shape.radius);
            }
            m_xml.writeAttribute(QStringLiteral("fill"), fill);
            if (shape.lineWidth > 0) {
                m_xml.writeAttribute(QStringLiteral("stroke"), hex(shape.line));
                attribute("stroke-width", shape.lineWidth);
            }
            if (!alt.isEmpty()) {
                m_xml.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
                m_xml.writeTextElement(QStringLiteral("title"), xmlText(alt));
            }
            m_xml.writeEndElement();
        };
        painted(shape.filled ? hex(shape.fill) : QStringLiteral("none"), shape.alt);
        if (shape.kind == Kind::Hatched) painted(QStringLiteral("url(#%1)").arg(hatchId(shape.line)), {});
    }

    void operator()(const LineBlock& line) {
        m_xml.writeStartElement(QStringLiteral("line"));
        attribute("x1", line.x1);
        attribute("y1", line.y1);
        attribute("x2", line.x2);
        attribute("y2", line.y2);
        m_xml.writeAttribute(QStringLiteral("stroke"), hex(line.colour));
        attribute("stroke-width", line.width);
        if (line.dashed)
            m_xml.writeAttribute(QStringLiteral("stroke-dasharray"),
                                 number(4 * line.width) + u' ' + number(3 * line.width));
        m_xml.writeEndElement();
    }

    void operator()(const TextBlock& text) {
        lines(text.lines, text.box, text.align, text.anchor, text.lineHeight);
    }

    void operator()(const TableBlock& table) {
        m_xml.writeStartElement(QStringLiteral("g"));
        if (!table.alt.isEmpty()) m_xml.writeTextElement(QStringLiteral("title"), xmlText(table.alt));
        for (const PlacedCell& cell : placedCells(table)) {
            if (cell.text->filled) {
                m_xml.writeStartElement(QStringLiteral("rect"));
                place(cell.box);
                m_xml.writeAttribute(QStringLiteral("fill"), hex(cell.text->fill));
                m_xml.writeEndElement();
            }
            lines(cell.text->lines, cell.inside, cell.text->align, cell.text->anchor, TableBlock::lineHeight);
        }
        for (const LineBlock& rule : tableRules(table)) (*this)(rule);
        m_xml.writeEndElement();
    }

private:
    void attribute(const char* name, double value) {
        m_xml.writeAttribute(QLatin1String(name), number(value));
    }

    void place(const Box& box) {
        attribute("x", box.x);
        attribute("y", box.y);
        attribute("width", box.width);
        attribute("height", box.height);
    }

    void lines(const std::vector<std::vector<Run>>& all, const Box& box, Align align, Anchor anchor,
               double lineHeight) {
        for (const PlacedLine& line : placedLines(all, box, anchor, lineHeight)) {
            double width = 0;
            for (const Run& run : *line.runs) width += m_measure(run.text, run.size, run.weight);
            if (width <= 0) continue;
            m_xml.writeStartElement(QStringLiteral("text"));
            attribute("x", lineStart(box, align, width));
            attribute("y", line.top + (line.height + line.size * (ascent - descent)) / 2);
            attribute("textLength", width);
            m_xml.writeAttribute(QStringLiteral("lengthAdjust"), QStringLiteral("spacingAndGlyphs"));
            for (const Run& run : *line.runs) {
                m_xml.writeStartElement(QStringLiteral("tspan"));
                attribute("font-size", std::round(run.size));
                if (run.weight != Weight::Regular)
                    m_xml.writeAttribute(QStringLiteral("font-weight"), run.weight == Weight::Medium
                                                                            ? QStringLiteral("500")
                                                                            : QStringLiteral("600"));
                m_xml.writeAttribute(QStringLiteral("fill"), hex(run.colour));
                m_xml.writeCharacters(xmlText(run.text));
                m_xml.writeEndElement();
            }
            m_xml.writeEndElement();
        }
    }

    QXmlStreamWriter& m_xml;
    const MeasureText& m_measure;
};

/// The patterns behind hatched shapes, once for all slides.
void writeHatches(QXmlStreamWriter& xml, const std::vector<Slide>& slides) {
    std::set<Rgb> colours;
    for (const Slide& slide : slides)
        for (const Block& block : slide.blocks)
            if (const auto* shape = std::get_if<ShapeBlock>(&block);
                shape && shape->kind == ShapeBlock::Kind::Hatched)
                colours.insert(shape->line);
    if (colours.empty()) return;
    const QString step = number(hatchStep / std::sqrt(2.0));
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeAttribute(QStringLiteral("style"), QStringLiteral("position:absolute;width:0;height:0"));
    xml.writeAttribute(QStringLiteral("aria-hidden"), QStringLiteral("true"));
    for (const Rgb colour : colours) {
        xml.writeStartElement(QStringLiteral("pattern"));
        xml.writeAttribute(QStringLiteral("id"), hatchId(colour));
        xml.writeAttribute(QStringLiteral("width"), step);
        xml.writeAttribute(QStringLiteral("height"), step);
        xml.writeAttribute(QStringLiteral("patternUnits"), QStringLiteral("userSpaceOnUse"));
        xml.writeAttribute(QStringLiteral("patternTransform"), QStringLiteral("rotate(45)"));
        xml.writeStartElement(QStringLiteral("path"));
        xml.writeAttribute(QStringLiteral("d"), QStringLiteral("M0 0V") + step);
        xml.writeAttribute(QStringLiteral("stroke"), hex(colour));
        xml.writeAttribute(QStringLiteral("stroke-width"), number(2 * hatchWidth));  // half of it is outside
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

}  // namespace

QByteArray slidesHtml(const std::vector<Slide>& slides, const QString& title, const MeasureText& measure) {
    QByteArray page;
    QXmlStreamWriter xml(&page);
    xml.writeDTD(QStringLiteral("<!DOCTYPE html>\n"));
    xml.writeStartElement(QStringLiteral("html"));
    xml.writeAttribute(QStringLiteral("lang"), slide::locale().bcp47Name());
    xml.writeStartElement(QStringLiteral("head"));
    xml.writeEmptyElement(QStringLiteral("meta"));
    xml.writeAttribute(QStringLiteral("charset"), QStringLiteral("utf-8"));
    xml.writeEmptyElement(QStringLiteral("meta"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("viewport"));
    xml.writeAttribute(QStringLiteral("content"), QStringLiteral("width=device-width"));
    xml.writeTextElement(QStringLiteral("title"), xmlText(title));
    xml.writeTextElement(QStringLiteral("style"), QString::fromLatin1(style));
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("body"));
    writeHatches(xml, slides);
    for (const Slide& slide : slides) {
        xml.writeStartElement(QStringLiteral("section"));
        xml.writeAttribute(QStringLiteral("aria-label"), xmlText(slide.title));
        xml.writeStartElement(QStringLiteral("svg"));
        xml.writeAttribute(QStringLiteral("viewBox"),
                           QStringLiteral("0 0 %1 %2").arg(slideWidth).arg(slideHeight));
        SlideDrawing drawing(xml, measure);
        for (const Block& block : slide.blocks) std::visit(drawing, block);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeCharacters(QStringLiteral("\n"));
    }
    xml.writeEndDocument();
    return page;
}

}  // namespace icp
