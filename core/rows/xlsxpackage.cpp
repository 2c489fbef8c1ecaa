#include "core/rows/xlsxpackage.h"

#include "core/base/text.h"
#include "core/rows/rowbatch.h"
#include "core/rows/sheetdate.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <charconv>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::XlsxPackage", text); }

constexpr qint64 chunkBytes = 1 << 16;
constexpr qint64 largestPart = qint64(2) << 30;
constexpr qint64 suspiciousPart = qint64(512) << 20;
constexpr qint64 suspiciousRatio = 200;

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

}  // namespace

const std::size_t SharedTexts::limit = maxCellBytes;

void SharedTexts::add(std::string_view part) {
    const std::size_t begin = m_ends.empty() ? 0 : m_ends.back();
    if (m_bytes.size() - begin <= limit) m_bytes += part;
}

XlsxPackage::XlsxPackage(const QString& path) : m_name(QFileInfo(path).fileName()), m_zip(path) {}

Error XlsxPackage::damaged(const QString& detail) const {
    return {ErrorCode::InputUnusable,
            tr("%1 is damaged or was cut off on its way. Export or download it once more.").arg(m_name),
            detail};
}

Result<std::unique_ptr<XlsxPackage>> XlsxPackage::open(const QString& path, const Job& job) {
    std::unique_ptr<XlsxPackage> package(new XlsxPackage(path));
    if (!package->m_zip.open(QuaZip::mdUnzip))
        return fail(package->damaged(QStringLiteral("zip error %1").arg(package->m_zip.getZipError())));
    if (const Result<void> read = package->readWorkbook(job); !read) return fail(read.error());
    return package;
}

Result<void> XlsxPackage::openPart(const QString& part) {
    m_file.reset();
    QuaZipFileInfo64 info;
    if (!m_zip.setCurrentFile(part, QuaZip::csInsensitive) || !m_zip.getCurrentFileInfo(&info))
        return fail(damaged(QStringLiteral("no part %1").arg(part)));
    if (info.flags & 1)
        return fail(ErrorCode::InputUnusable,
                    tr("%1 is protected with a password. Save it without one and try again.").arg(m_name));
    m_partSize = qint64(info.uncompressedSize);
    const bool inflated =
        m_partSize > suspiciousPart && m_partSize / suspiciousRatio > qint64(info.compressedSize);
    if (m_partSize > largestPart || inflated)
        return fail(ErrorCode::InputUnusable,
                    tr("%1 unpacks to %2 MB, which no table of this kind needs. It was not opened.")
                        .arg(m_name)
                        .arg(m_partSize >> 20));
    m_partRead = 0;
    m_file = std::make_unique<QuaZipFile>(&m_zip);
    if (!m_file->open(QIODevice::ReadOnly))
        return fail(damaged(QStringLiteral("zip error %1 in %2").arg(m_file->getZipError()).arg(part)));
    return {};
}

Result<bool> XlsxPackage::read(std::string& bytes, qint64 most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::size_t(most));
    const qint64 got = m_file->read(bytes.data() + before, most);
    bytes.resize(before + std::size_t(std::max<qint64>(got, 0)));
    m_partRead += std::max<qint64>(got, 0);
    if (got > 0) return true;
    // A wrong checksum shows only when the part is closed.
    const bool whole = got == 0 && m_partRead == m_partSize;
    m_file->close();
    const int error = m_file->getZipError();
    if (!whole || error != UNZ_OK) return fail(damaged(QStringLiteral("zip error %1").arg(error)));
    return false;
}

Result<void> XlsxPackage::readXml(const QString& part, XmlParser& parser, const Job& job) {
    if (const Result<void> opened = openPart(part); !opened) return fail(opened.error());
    for (std::string bytes;;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, tr("Reading was cancelled."));
        bytes.clear();
        const Result<bool> more = read(bytes, chunkBytes);
        if (!more) return fail(more.error());
        if (!parser.parse(bytes, !*more)) return fail(damaged(QStringLiteral("XML error in %1").arg(part)));
        if (!*more) return {};
    }
}

Result<std::vector<XlsxPackage::Relation>> XlsxPackage::relations(const QString& part, const Job& job) {
    std::vector<Relation> found;
    XmlParser parser;
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
    if (!m_zip.setCurrentFile(QStringLiteral("_rels/.rels"), QuaZip::csInsensitive)) return notOne;
    const Result<std::vector<Relation>> top = relations({}, job);
    if (!top) return fail(top.error());
    const auto document = std::find_if(
        top->begin(), top->end(), [](const Relation& relation) { return relation.type == "officeDocument"; });
    if (document == top->end()) return notOne;

    struct Entry {
        QString name;
        std::string id;
        bool hidden;
    };
    std::vector<Entry> entries;
    bool isWorkbook = false;
    XmlParser parser;
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
    for (const Entry& entry : entries)
        for (const Relation& relation : *parts)
            if (relation.id == entry.id && relation.type == "worksheet")
                m_sheets.push_back({entry.name, relation.target, entry.hidden});
    for (const Relation& relation : *parts) {
        // Both parts may be absent although a relation names them.
        if (!m_zip.setCurrentFile(relation.target, QuaZip::csInsensitive)) continue;
        if (relation.type == "styles")
            if (const Result<void> read = readStyles(relation.target, job); !read) return read;
        if (relation.type == "sharedStrings")
            if (const Result<void> read = readTexts(relation.target, job); !read) return read;
    }
    return {};
}

Result<void> XlsxPackage::readStyles(const QString& part, const Job& job) {
    std::vector<std::pair<int, bool>> custom;
    bool inCells = false;
    XmlParser parser;
    parser.onStart = [&](std::string_view name, XmlParser::Attributes attributes) {
        if (name == "numFmt") {
            custom.emplace_back(numberOf(XmlParser::value(attributes, "numFmtId")),
                                isDateFormat(XmlParser::value(attributes, "formatCode")));
        } else if (name == "cellXfs") {
            inCells = true;
        } else if (name == "xf" && inCells) {
            const int id = numberOf(XmlParser::value(attributes, "numFmtId"));
            const auto own = std::find_if(custom.begin(), custom.end(),
                                          [&](const auto& entry) { return entry.first == id; });
            m_parts.dateStyles.push_back(own != custom.end() ? own->second : isDateFormat(id));
        }
    };
    parser.onEnd = [&](std::string_view name) { inCells &= name != "cellXfs"; };
    return readXml(part, parser, job);
}

Result<void> XlsxPackage::readTexts(const QString& part, const Job& job) {
    bool inText = false;
    int phonetic = 0;
    XmlParser parser;
    parser.onStart = [&](std::string_view name, XmlParser::Attributes) {
        phonetic += name == "rPh";
        inText = name == "t" && phonetic == 0;
    };
    parser.onEnd = [&](std::string_view name) {
        phonetic -= name == "rPh";
        inText = false;
        if (name == "si") m_parts.texts.endText();
    };
    parser.onText = [&](std::string_view text) {
        if (inText) m_parts.texts.add(text);
    };
    return readXml(part, parser, job);
}

}  // namespace icp
