#include "core/rows/xlsx/xlsxpackage.h"

#include "core/base/text.h"
#include "core/rows/rowbatch.h"
#include "core/rows/sheetdate.h"
#include "core/rows/xlsx/elementcutter.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::XlsxPackage", text); }

constexpr qint64 chunkBytes = 1 << 16;
constexpr qint64 headBytes = 4096;  // of a sheet; its size stands before its columns and rows
constexpr qint64 ratio = 200;
constexpr std::size_t mostMeasured = 250;  // sheets

/// Sheets stream through, so that only their time is a matter; what all sheets share is kept in memory.
constexpr ZipParts::Limits sheetLimits{qint64(512) << 20, qint64(2) << 30, ratio};
constexpr ZipParts::Limits textLimits{qint64(64) << 20, qint64(512) << 20, ratio};
constexpr ZipParts::Limits otherLimits{qint64(8) << 20, qint64(64) << 20, ratio};

int numberOf(std::string_view text) {
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool isTrue(std::string_view text) { return text == "1" || text == "true" || text == "on"; }

std::string lastOf(std::string_view uri) { return std::string(uri.substr(uri.rfind('/') + 1)); }

/// `target` as a part's name, seen from `part`: absolute ones begin with '/', others stand beside `part`.
QString resolved(const QString& part, QString target) {
    target.replace(u'\\', u'/');
    QStringList steps;
    if (!target.startsWith(u'/')) steps = part.section(u'/', 0, -2).split(u'/', Qt::SkipEmptyParts);
    for (const QString& step : target.split(u'/', Qt::SkipEmptyParts)) {
        if (step == u".." && !steps.isEmpty())
            steps.removeLast();
        else if (step != u"." && step != u"..")
            steps << step;
    }
    return steps.join(u'/');
}

/// OPC knows UTF-8 and UTF-16; what a part says of itself is believed, too. None for UTF-8.
std::optional<QStringDecoder> decoderOf(std::string_view head) {
    const QByteArrayView bytes(head.data(), qsizetype(head.size()));
    if (const auto marked = QStringConverter::encodingForData(bytes, u'<'))
        return *marked == QStringConverter::Utf8 ? std::nullopt : std::optional<QStringDecoder>(*marked);
    if (bytes.startsWith("<?xml") &&
        bytes.first(std::min<qsizetype>(bytes.size(), 100)).contains("ISO-8859-1"))
        return QStringDecoder(QStringConverter::Latin1);
    return std::nullopt;
}

}  // namespace

XlsxPackage::XlsxPackage(const QString& path) : m_name(QFileInfo(path).fileName()), m_zip(path) {}

Result<std::unique_ptr<XlsxPackage>> XlsxPackage::open(const QString& path, const Job& job) {
    std::unique_ptr<XlsxPackage> package(new XlsxPackage(path));
    if (const Result<void> opened = package->m_zip.open(); !opened) return fail(opened.error());
    if (const Result<void> read = package->readWorkbook(job); !read) return fail(read.error());
    return package;
}

Result<void> XlsxPackage::openSheet(const Sheet& sheet) { return openPart(sheet.part, sheetLimits); }

Result<void> XlsxPackage::openPart(const QString& part, const ZipParts::Limits& limits) {
    m_decoder.reset();
    return m_zip.openPart(part, limits);
}

Result<bool> XlsxPackage::read(std::string& bytes, qint64 most) {
    const std::size_t before = bytes.size();
    const bool first = m_zip.partPosition() == 0;
    Result<bool> more = m_zip.read(bytes, most);
    if (!more || !*more) return more;
    if (first) m_decoder = decoderOf(std::string_view(bytes).substr(before));
    if (m_decoder) {
        const QString text = m_decoder->decode(QByteArrayView(bytes).sliced(qsizetype(before)));
        bytes.replace(before, bytes.npos, text.toStdString());
    }
    return more;
}

Result<void> XlsxPackage::readXml(const QString& part, XmlParser& parser, const Job& job) {
    if (const Result<void> opened = openPart(part, otherLimits); !opened) return fail(opened.error());
    for (std::string bytes;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        bytes.clear();
        const Result<bool> more = read(bytes, chunkBytes);
        if (!more) return fail(more.error());
        if (!parser.parse(bytes, !*more))
            return fail(m_zip.damaged(QStringLiteral("XML error in %1").arg(part)));
        if (!*more) return {};
    }
}

Result<std::vector<XlsxPackage::Relation>> XlsxPackage::relations(const QString& part, const Job& job) {
    std::vector<Relation> found;
    XmlParser parser("UTF-8");
    parser.onStart = [&](std::string_view name, XmlParser::Attributes attributes) {
        if (name == "Relationship")
            found.push_back({std::string(XmlParser::value(attributes, "Id")),
                             lastOf(XmlParser::value(attributes, "Type")),
                             resolved(part, toQString(XmlParser::value(attributes, "Target")))});
    };
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    const QString beside = QStringLiteral("%1_rels/%2.rels").arg(part.left(slash), part.mid(slash));
    if (const Result<void> read = readXml(beside, parser, job); !read) return fail(read.error());
    return found;
}

Result<void> XlsxPackage::readWorkbook(const Job& job) {
    const auto notOne = fail(
        ErrorCode::InputUnusable,
        tr("%1 is a ZIP archive, but no XLSX workbook. Unpack it and choose the files in it.").arg(m_name));
    if (!m_zip.has(QStringLiteral("_rels/.rels"))) return notOne;
    const Result<std::vector<Relation>> top = relations({}, job);
    if (!top) return fail(top.error());
    const auto document = std::find_if(
        top->begin(), top->end(), [](const Relation& relation) { return relation.type == "officeDocument"; });
    if (document == top->end()) return notOne;
    if (document->target.endsWith(u".bin"))
        return fail(
            ErrorCode::InputUnusable,
            tr("%1 is an XLSB workbook, which cannot be read. Save it as XLSX and try again.").arg(m_name));

    struct Entry {
        QString name;
        std::string id;
        bool hidden;
    };
    std::vector<Entry> entries;
    bool isWorkbook = false;
    XmlParser parser("UTF-8");
    parser.onStart = [&](std::string_view name, XmlParser::Attributes attributes) {
        isWorkbook |= name == "workbook";
        if (name == "sheet") {
            const std::string_view state = XmlParser::value(attributes, "state");
            entries.push_back({toQString(XmlParser::value(attributes, "name")),
                               std::string(XmlParser::value(attributes, "id")),
                               state == "hidden" || state == "veryHidden"});
        } else if (name == "workbookPr") {
            m_parts.from1904 |= isTrue(XmlParser::value(attributes, "date1904"));
        }
    };
    if (const Result<void> read = readXml(document->target, parser, job); !read) return read;
    if (!isWorkbook) return notOne;
    const Result<std::vector<Relation>> parts = relations(document->target, job);
    if (!parts) return fail(parts.error());
    std::unordered_map<std::string, QString> worksheets;
    for (const Relation& relation : *parts)
        if (relation.type == "worksheet") worksheets.emplace(relation.id, relation.target);
    for (const Entry& entry : entries)
        if (const auto part = worksheets.find(entry.id); part != worksheets.end())
            m_sheets.push_back({entry.name, part->second, entry.hidden});
    for (std::size_t i = 0; i < std::min(m_sheets.size(), mostMeasured); ++i) measure(m_sheets[i]);
    for (const Relation& relation : *parts) {
        // Both parts may be absent although a relation names them.
        if (!m_zip.has(relation.target)) continue;
        if (relation.type == "styles")
            if (const Result<void> read = readStyles(relation.target, job); !read) return read;
        if (relation.type == "sharedStrings")
            if (const Result<void> read = readTexts(relation.target, job); !read) return read;
    }
    return {};
}

void XlsxPackage::measure(Sheet& sheet) {
    std::string head;
    if (!openSheet(sheet) || !read(head, headBytes)) return;
    XmlParser parser("UTF-8");
    parser.onStart = [&](std::string_view name, XmlParser::Attributes attributes) {
        if (name == "sheetData") parser.stop();
        if (name != "dimension") return;
        const std::string_view reference = XmlParser::value(attributes, "ref");
        const std::string_view last = reference.substr(reference.find(':') + 1);
        const std::size_t digits = std::min(last.find_first_of("0123456789"), last.size());
        sheet.columns = qint64(columnNumber(last));
        sheet.rows = std::max(numberOf(last.substr(digits)), 0);
    };
    parser.parse(head, false);
}

Result<void> XlsxPackage::readStyles(const QString& part, const Job& job) {
    std::unordered_map<int, bool> custom;
    bool inCells = false;
    XmlParser parser("UTF-8");
    parser.onStart = [&](std::string_view name, XmlParser::Attributes attributes) {
        if (name == "numFmt") {
            custom.emplace(numberOf(XmlParser::value(attributes, "numFmtId")),
                           isDateFormat(XmlParser::value(attributes, "formatCode")));
        } else if (name == "cellXfs") {
            inCells = true;
        } else if (name == "xf" && inCells) {
            const int id = numberOf(XmlParser::value(attributes, "numFmtId"));
            const auto own = custom.find(id);
            m_parts.dateStyles.push_back(own != custom.end() ? own->second : isDateFormat(id));
        }
    };
    parser.onEnd = [&](std::string_view name) { inCells &= name != "cellXfs"; };
    return readXml(part, parser, job);
}

Result<void> XlsxPackage::readTexts(const QString& part, const Job& job) {
    if (const Result<void> opened = openPart(part, textLimits); !opened) return fail(opened.error());
    ElementCutter cutter("sst", "si");
    for (std::string texts;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        const qint64 waiting = qint64(cutter.pending().size());
        if (waiting > qint64(4 * maxCellBytes))
            return fail(
                ErrorCode::InputUnusable,
                tr("%1 has a cell with a text longer than 32 MB. Shorten it and try again.").arg(m_name));
        const Result<bool> more = read(cutter.pending(), std::max(4 * chunkBytes, waiting));
        if (!more) return fail(more.error());
        cutter.take(texts, !*more);
        if (!QByteArray::fromRawData(texts.data(), qsizetype(texts.size())).isValidUtf8() ||
            !m_parts.texts.addElements(texts))
            return fail(m_zip.damaged(QStringLiteral("XML error in %1").arg(part)));
        if (cutter.done() && *more) return m_zip.skipRest(job);
        if (!*more) return {};
    }
}

}  // namespace icp
