#include "core/deck/pptxparts.h"
#include "core/deck/pptxslide.h"
#include "core/deck/writers.h"
#include "core/deck/xmltext.h"
#include "core/deck/zip.h"

#include <algorithm>

namespace icp {

namespace {

constexpr char declaration[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr char officeType[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr char partType[] = "application/vnd.openxmlformats-officedocument.presentationml.";

/// The relationships of one part, numbered as they are added.
class Relations {
public:
    explicit Relations(const char* base = officeType) : m_base(base) {}

    /// Returns the id.
    QByteArray add(const char* type, const QByteArray& target) {
        return addFull(QByteArray(m_base) + type, target);
    }
    QByteArray addFull(const QByteArray& type, const QByteArray& target) {
        const QByteArray id = "rId" + QByteArray::number(++m_count);
        m_xml += R"(<Relationship Id=")" + id + R"(" Type=")" + type + R"(" Target=")" + target + R"("/>)";
        return id;
    }
    QByteArray xml() const {
        return declaration +
               QByteArray(
                   R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)") +
               m_xml + "</Relationships>";
    }

private:
    const char* m_base;
    QByteArray m_xml;
    int m_count = 0;
};

/// A package under construction: parts with their content types, written in the order they are added.
class Package {
public:
    void add(const QByteArray& path, const QByteArray& bytes, const QByteArray& contentType = {}) {
        m_parts.emplace_back(QString::fromLatin1(path), bytes);
        if (!contentType.isEmpty())
            m_types += R"(<Override PartName="/)" + path + R"(" ContentType=")" + contentType + R"("/>)";
    }

    Result<QByteArray> zipped() const {
        const QByteArray types =
            declaration +
            QByteArray(
                R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
                R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
                R"(<Default Extension="xml" ContentType="application/xml"/>)") +
            m_types + "</Types>";
        std::vector<std::pair<QString, QByteArray>> files{{QStringLiteral("[Content_Types].xml"), types}};
        files.insert(files.end(), m_parts.begin(), m_parts.end());
        return icp::zipped(files);
    }

private:
    std::vector<std::pair<QString, QByteArray>> m_parts;
    QByteArray m_types;
};

void addProperties(Package& package, const QString& title) {
    package.add(
        "docProps/core.xml",
        declaration +
            QByteArray(
                R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties")"
                R"( xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>)") +
            xmlText(title).toHtmlEscaped().toUtf8() +
            "</dc:title><dc:creator>ICP Workshop</dc:creator></cp:coreProperties>",
        "application/vnd.openxmlformats-package.core-properties+xml");
    package.add(
        "docProps/app.xml",
        declaration +
            QByteArray(
                R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">)"
                "<Application>ICP Workshop</Application></Properties>"),
        "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    Relations root;
    root.add("officeDocument", "ppt/presentation.xml");
    root.addFull("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                 "docProps/core.xml");
    root.add("extended-properties", "docProps/app.xml");
    package.add("_rels/.rels", root.xml());
}

void addMaster(Package& package, bool notes) {
    const QByteArray theme = "application/vnd.openxmlformats-officedocument.theme+xml";
    package.add("ppt/theme/theme1.xml", ooxml::themeXml(), theme);
    package.add("ppt/slideMasters/slideMaster1.xml", ooxml::masterXml(),
                QByteArray(partType) + "slideMaster+xml");
    Relations master;
    master.add("slideLayout", "../slideLayouts/slideLayout1.xml");
    master.add("theme", "../theme/theme1.xml");
    package.add("ppt/slideMasters/_rels/slideMaster1.xml.rels", master.xml());
    package.add("ppt/slideLayouts/slideLayout1.xml", ooxml::layoutXml(),
                QByteArray(partType) + "slideLayout+xml");
    Relations layout;
    layout.add("slideMaster", "../slideMasters/slideMaster1.xml");
    package.add("ppt/slideLayouts/_rels/slideLayout1.xml.rels", layout.xml());
    if (!notes) return;
    package.add("ppt/theme/theme2.xml", ooxml::themeXml(), theme);
    package.add("ppt/notesMasters/notesMaster1.xml", ooxml::notesMasterXml(),
                QByteArray(partType) + "notesMaster+xml");
    Relations notesMaster;
    notesMaster.add("theme", "../theme/theme2.xml");
    package.add("ppt/notesMasters/_rels/notesMaster1.xml.rels", notesMaster.xml());
}

void addSlide(Package& package, const Slide& slide, const QByteArray& number) {
    const QByteArray name = "slide" + number + ".xml";
    package.add("ppt/slides/" + name, ooxml::slideXml(slide), QByteArray(partType) + "slide+xml");
    Relations relations;
    relations.add("slideLayout", "../slideLayouts/slideLayout1.xml");
    if (!slide.notes.isEmpty()) {
        const QByteArray notesName = "notesSlide" + number + ".xml";
        relations.add("notesSlide", "../notesSlides/" + notesName);
        package.add("ppt/notesSlides/" + notesName, ooxml::notesXml(slide.notes),
                    QByteArray(partType) + "notesSlide+xml");
        Relations notes;
        notes.add("notesMaster", "../notesMasters/notesMaster1.xml");
        notes.add("slide", "../slides/" + name);
        package.add("ppt/notesSlides/_rels/" + notesName + ".rels", notes.xml());
    }
    package.add("ppt/slides/_rels/" + name + ".rels", relations.xml());
}

}  // namespace

Result<QByteArray> pptx(const std::vector<Slide>& slides, const QString& title) {
    const bool notes =
        std::any_of(slides.begin(), slides.end(), [](const Slide& slide) { return !slide.notes.isEmpty(); });
    Package package;
    addProperties(package, title);

    Relations relations;
    const QByteArray master = relations.add("slideMaster", "slideMasters/slideMaster1.xml");
    const QByteArray notesMaster =
        notes ? relations.add("notesMaster", "notesMasters/notesMaster1.xml") : QByteArray();
    relations.add("theme", "theme/theme1.xml");
    QByteArray ids;
    for (std::size_t i = 0; i < slides.size(); ++i)
        ids += R"(<p:sldId id=")" + QByteArray::number(256 + qlonglong(i)) + R"(" r:id=")" +
               relations.add("slide", "slides/slide" + QByteArray::number(qlonglong(i) + 1) + ".xml") +
               R"("/>)";
    const QByteArray notesList =
        notes ? R"(<p:notesMasterIdLst><p:notesMasterId r:id=")" + notesMaster + R"("/></p:notesMasterIdLst>)"
              : QByteArray();
    package.add(
        "ppt/presentation.xml",
        declaration +
            QByteArray(R"(<p:presentation xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
                       R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
                       R"( xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">)"
                       R"(<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id=")") +
            master + R"("/></p:sldMasterIdLst>)" + notesList + "<p:sldIdLst>" + ids +
            R"(</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>)",
        QByteArray(partType) + "presentation.main+xml");
    package.add("ppt/_rels/presentation.xml.rels", relations.xml());
    addMaster(package, notes);
    for (std::size_t i = 0; i < slides.size(); ++i)
        addSlide(package, slides[i], QByteArray::number(qlonglong(i) + 1));
    return package.zipped();
}

}  // namespace icp
