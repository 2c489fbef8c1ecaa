#include "core/deck/pptxslide.h"

#include "core/deck/figures.h"
#include "core/deck/xmltext.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace icp::ooxml {

namespace {

constexpr double emuPerPixel = 12192000 / slideWidth;
constexpr double hundredthsOfPointPerPixel = 50;

QString emu(double pixels) { return QString::number(qint64(std::llround(pixels * emuPerPixel))); }
QString points(double pixels) {
    return QString::number(qint64(std::llround(pixels * hundredthsOfPointPerPixel)));
}
QString hex(Rgb colour) { return QStringLiteral("%1").arg(colour, 6, 16, QLatin1Char('0')).toUpper(); }

/// Writes one slide. Elements close themselves at the end of their scope.
class SlideWriter {
public:
    explicit SlideWriter(QByteArray& out) : m_xml(&out) {
        m_xml.writeStartDocument(QStringLiteral("1.0"), true);
    }

    void root(const char* name) {
        m_xml.writeStartElement(QLatin1String(name));
        m_xml.writeAttribute(QStringLiteral("xmlns:a"),
                             QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/main"));
        m_xml.writeAttribute(
            QStringLiteral("xmlns:r"),
            QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships"));
        m_xml.writeAttribute(QStringLiteral("xmlns:p"),
                             QStringLiteral("http://schemas.openxmlformats.org/presentationml/2006/main"));
    }

    template <class Body>
    void tree(Body body) {
        element("p:cSld", {}, [&] {
            element("p:spTree", {}, [&] {
                element("p:nvGrpSpPr", {}, [&] {
                    element("p:cNvPr", {{"id", QStringLiteral("1")}, {"name", QString()}});
                    element("p:cNvGrpSpPr");
                    element("p:nvPr");
                });
                element("p:grpSpPr");
                body();
            });
        });
        element("p:clrMapOvr", {}, [&] { element("a:masterClrMapping"); });
        m_xml.writeEndDocument();
    }

    void operator()(const ShapeBlock& shape) {
        element("p:sp", {}, [&] {
            element("p:nvSpPr", {}, [&] {
                named("Shape", shape.alt);
                element("p:cNvSpPr");
                element("p:nvPr");
            });
            element("p:spPr", {}, [&] {
                transform("a:xfrm", shape.box);
                geometry(shape);
                if (shape.kind == ShapeBlock::Kind::Hatched)
                    element("a:pattFill", {{"prst", QStringLiteral("wdUpDiag")}}, [&] {
                        element("a:fgClr", {}, [&] { colour(shape.line); });
                        element("a:bgClr", {}, [&] { colour(shape.fill); });
                    });
                else
                    fill(shape.filled, shape.fill);
                if (shape.lineWidth > 0)
                    stroke("a:ln", shape.lineWidth, shape.line, false);
                else
                    noStroke("a:ln");
            });
            emptyText();
        });
    }

    void operator()(const LineBlock& line) {
        const Box box{std::min(line.x1, line.x2), std::min(line.y1, line.y2), std::abs(line.x2 - line.x1),
                      std::abs(line.y2 - line.y1)};
        const bool rising = (line.x2 - line.x1) * (line.y2 - line.y1) < 0;
        element("p:cxnSp", {}, [&] {
            element("p:nvCxnSpPr", {}, [&] {
                named("Line", {});
                element("p:cNvCxnSpPr");
                element("p:nvPr");
            });
            element("p:spPr", {}, [&] {
                transform("a:xfrm", box, rising);
                element("a:prstGeom", {{"prst", QStringLiteral("line")}}, [&] { element("a:avLst"); });
                stroke("a:ln", line.width, line.colour, line.dashed);
            });
        });
    }

    void operator()(const TextBlock& text) {
        const bool title = text.role == u"title";
        element("p:sp", {}, [&] {
            element("p:nvSpPr", {}, [&] {
                named(title ? "Title" : "Text", {});
                if (title) {
                    element("p:cNvSpPr", {}, [&] { element("a:spLocks", {{"noGrp", QStringLiteral("1")}}); });
                    element("p:nvPr", {}, [&] { element("p:ph", {{"type", QStringLiteral("title")}}); });
                } else {
                    element("p:cNvSpPr", {{"txBox", QStringLiteral("1")}});
                    element("p:nvPr");
                }
            });
            element("p:spPr", {}, [&] {
                transform("a:xfrm", text.box);
                element("a:prstGeom", {{"prst", QStringLiteral("rect")}}, [&] { element("a:avLst"); });
                element("a:noFill");
            });
            element("p:txBody", {}, [&] {
                const QString none = QStringLiteral("0");
                element("a:bodyPr",
                        {{"wrap", QStringLiteral("none")},
                         {"lIns", none},
                         {"tIns", none},
                         {"rIns", none},
                         {"bIns", none},
                         {"anchor", anchorName(text.anchor)}},
                        [&] { element("a:noAutofit"); });
                element("a:lstStyle");
                paragraphs(text.lines, text.align, text.lineHeight);
            });
        });
    }

    void operator()(const TableBlock& table) {
        element("p:graphicFrame", {}, [&] {
            element("p:nvGraphicFramePr", {}, [&] {
                named("Table", table.alt);
                element("p:cNvGraphicFramePr", {}, [&] {
                    element("a:graphicFrameLocks", {{"noGrp", QStringLiteral("1")}});
                });
                element("p:nvPr");
            });
            transform("p:xfrm", table.box);
            element("a:graphic", {}, [&] {
                element(
                    "a:graphicData",
                    {{"uri", QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/table")}}, [&] {
                        element("a:tbl", {}, [&] {
                            element("a:tblPr", {{"firstRow", QStringLiteral("1")}});
                            element("a:tblGrid", {}, [&] {
                                for (const double width : table.columnWidths)
                                    element("a:gridCol", {{"w", emu(width)}});
                            });
                            for (std::size_t row = 0; row < table.rows.size(); ++row)
                                element("a:tr", {{"h", emu(table.rowHeights[row])}}, [&] {
                                    for (const TableBlock::CellText& text : table.rows[row])
                                        cell(text, row == 0 ? table.headRule : table.rule, row == 0 ? 2 : 1);
                                });
                        });
                    });
            });
        });
    }

    /// The text of speaker notes, one paragraph a line.
    void notes(const QString& text) {
        element("p:sp", {}, [&] {
            element("p:nvSpPr", {}, [&] {
                named("Notes", {});
                element("p:cNvSpPr", {}, [&] { element("a:spLocks", {{"noGrp", QStringLiteral("1")}}); });
                element("p:nvPr", {}, [&] {
                    element("p:ph", {{"type", QStringLiteral("body")}, {"idx", QStringLiteral("1")}});
                });
            });
            element("p:spPr");
            element("p:txBody", {}, [&] {
                element("a:bodyPr");
                element("a:lstStyle");
                for (const QString& line : text.split(u'\n'))
                    element("a:p", {}, [&] {
                        element("a:r", {}, [&] {
                            element("a:rPr", {{"lang", m_language}});
                            m_xml.writeTextElement(QStringLiteral("a:t"), xmlText(line));
                        });
                    });
            });
        });
    }

private:
    using Attributes = std::initializer_list<std::pair<const char*, QString>>;

    template <class Body>
    void element(const char* name, Attributes attributes, Body body) {
        m_xml.writeStartElement(QLatin1String(name));
        for (const auto& [key, value] : attributes) m_xml.writeAttribute(QLatin1String(key), value);
        body();
        m_xml.writeEndElement();
    }

    void element(const char* name, Attributes attributes = {}) {
        m_xml.writeEmptyElement(QLatin1String(name));
        for (const auto& [key, value] : attributes) m_xml.writeAttribute(QLatin1String(key), value);
    }

    void named(const char* kind, const QString& alt) {
        ++m_id;
        const QString name = QLatin1String(kind) + u' ' + QString::number(m_id);
        if (alt.isEmpty())
            element("p:cNvPr", {{"id", QString::number(m_id)}, {"name", name}});
        else
            element("p:cNvPr", {{"id", QString::number(m_id)}, {"name", name}, {"descr", xmlText(alt)}});
    }

    void transform(const char* name, const Box& box, bool rising = false) {
        const auto inside = [&] {
            element("a:off", {{"x", emu(box.x)}, {"y", emu(box.y)}});
            element("a:ext", {{"cx", emu(box.width)}, {"cy", emu(box.height)}});
        };
        if (rising)
            element(name, {{"flipV", QStringLiteral("1")}}, inside);
        else
            element(name, {}, inside);
    }

    void geometry(const ShapeBlock& shape) {
        const auto preset = [&](const char* name, const QString& adjust = {}) {
            element("a:prstGeom", {{"prst", QLatin1String(name)}}, [&] {
                element("a:avLst", {}, [&] {
                    if (!adjust.isEmpty())
                        element("a:gd",
                                {{"name", QStringLiteral("adj")}, {"fmla", QStringLiteral("val ") + adjust}});
                });
            });
        };
        switch (shape.kind) {
            case ShapeBlock::Kind::Rectangle:
            case ShapeBlock::Kind::Hatched:
                preset("rect");
                break;
            case ShapeBlock::Kind::Rounded: {
                const double side = std::max(1.0, std::min(shape.box.width, shape.box.height));
                preset("roundRect",
                       QString::number(std::min(50000, int(std::lround(shape.radius / side * 100000)))));
                break;
            }
            case ShapeBlock::Kind::Ellipse:
                preset("ellipse");
                break;
            case ShapeBlock::Kind::Star:
                preset("star5", QStringLiteral("22500"));
                break;
        }
    }

    void colour(Rgb rgb) { element("a:srgbClr", {{"val", hex(rgb)}}); }

    void fill(bool filled, Rgb rgb) {
        if (filled)
            element("a:solidFill", {}, [&] { colour(rgb); });
        else
            element("a:noFill");
    }

    void stroke(const char* name, double width, Rgb rgb, bool dashed) {
        element(name, {{"w", emu(width)}, {"cap", QStringLiteral("flat")}}, [&] {
            fill(true, rgb);
            element("a:prstDash", {{"val", dashed ? QStringLiteral("dash") : QStringLiteral("solid")}});
        });
    }

    void noStroke(const char* name) {
        element(name, {}, [&] { element("a:noFill"); });
    }

    void emptyText() {
        element("p:txBody", {}, [&] {
            element("a:bodyPr");
            element("a:lstStyle");
            element("a:p", {}, [&] { element("a:endParaRPr", {{"lang", m_language}}); });
        });
    }

    using Lines = std::vector<std::vector<Run>>;

    static double largest(const std::vector<Run>& line) {
        double size = 1;
        for (const Run& run : line) size = std::max(size, run.size);
        return size;
    }

    /// Lines of one size in one paragraph with line breaks, so that they stay one text to edit.
    void paragraphs(const Lines& lines, Align align, double lineHeight) {
        auto first = lines.begin();
        do {
            const double size = first == lines.end() ? 1 : largest(*first);
            auto last =
                std::find_if(first, lines.end(), [&](const auto& line) { return largest(line) != size; });
            paragraph({first, last}, align, size * lineHeight);
            first = last;
        } while (first != lines.end());
    }

    void paragraph(const Lines& lines, Align align, double height) {
        element("a:p", {}, [&] {
            element("a:pPr", {{"algn", alignName(align)}}, [&] {
                element("a:lnSpc", {}, [&] { element("a:spcPts", {{"val", points(height)}}); });
                element("a:spcBef", {}, [&] { element("a:spcPts", {{"val", QStringLiteral("0")}}); });
                element("a:buNone");
            });
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (i > 0)
                    element("a:br", {},
                            [&] { format("a:rPr", lines[i].empty() ? Run() : lines[i].front()); });
                for (const Run& run : lines[i])
                    if (!run.text.isEmpty())
                        element("a:r", {}, [&] {
                            format("a:rPr", run);
                            m_xml.writeTextElement(QStringLiteral("a:t"), xmlText(run.text));
                        });
            }
            if (lines.empty())
                element("a:endParaRPr", {{"lang", m_language}, {"sz", QStringLiteral("1000")}});
        });
    }

    void format(const char* name, const Run& run) {
        element(name,
                {{"lang", m_language},
                 {"sz", points(run.size)},
                 {"b", run.weight == Weight::SemiBold ? QStringLiteral("1") : QStringLiteral("0")}},
                [&] {
                    fill(true, run.colour);
                    element("a:latin", {{"typeface", QStringLiteral("+mn-lt")}});
                });
    }

    void cell(const TableBlock::CellText& text, Rgb rule, double ruleWidth) {
        element("a:tc", {}, [&] {
            element("a:txBody", {}, [&] {
                element("a:bodyPr");
                element("a:lstStyle");
                paragraphs(text.lines, text.align, TableBlock::lineHeight);
            });
            const QString none = QStringLiteral("0");
            element("a:tcPr",
                    {{"marL", emu(text.indent)},
                     {"marR", text.align == Align::Right ? emu(TableBlock::padding) : none},
                     {"marT", none},
                     {"marB", none},
                     {"anchor", anchorName(text.anchor)}},
                    [&] {
                        for (const char* side : {"a:lnL", "a:lnR", "a:lnT"}) noStroke(side);
                        stroke("a:lnB", ruleWidth, rule, false);
                        fill(text.filled, text.fill);
                    });
        });
    }

    static QString alignName(Align align) {
        return align == Align::Left     ? QStringLiteral("l")
               : align == Align::Centre ? QStringLiteral("ctr")
                                        : QStringLiteral("r");
    }

    static QString anchorName(Anchor anchor) {
        return anchor == Anchor::Top      ? QStringLiteral("t")
               : anchor == Anchor::Middle ? QStringLiteral("ctr")
                                          : QStringLiteral("b");
    }

    QXmlStreamWriter m_xml;
    QString m_language = slide::locale().bcp47Name();
    int m_id = 1;
};

}  // namespace

QByteArray slideXml(const Slide& slide) {
    QByteArray out;
    SlideWriter writer(out);
    writer.root("p:sld");
    writer.tree([&] {
        for (const Block& block : slide.blocks) std::visit(writer, block);
    });
    return out;
}

QByteArray notesXml(const QString& notes) {
    QByteArray out;
    SlideWriter writer(out);
    writer.root("p:notes");
    writer.tree([&] { writer.notes(notes); });
    return out;
}

}  // namespace icp::ooxml
