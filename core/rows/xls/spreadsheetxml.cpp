#include "core/rows/xls/spreadsheetxml.h"

#include "core/base/plainnumber.h"
#include "core/base/text.h"
#include "core/rows/gridchoice.h"
#include "core/rows/xmlparser.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <charconv>
#include <fast_float/fast_float.h>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::SpreadsheetXml)
};

constexpr std::uint32_t mostRows = 1 << 20;

struct XmlSheet {
    QString name;
    Grid cells;
    bool hidden = false;
};

std::uint32_t numberOf(std::string_view text, std::uint32_t otherwise) {
    std::uint32_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class SheetsReader {
public:
    SheetsReader() {
        m_parser.onStart = [this](std::string_view name, XmlParser::Attributes attributes) {
            start(name, attributes);
        };
        m_parser.onEnd = [this](std::string_view name) { end(name); };
        m_parser.onText = [this](std::string_view text) {
            if (m_inData || (m_inVisible && m_text.size() < 16)) m_text += text;
        };
    }
    bool parse(std::string_view bytes, bool last) { return m_parser.parse(bytes, last); }
    std::vector<XmlSheet>& sheets() { return m_sheets; }

private:
    void start(std::string_view name, XmlParser::Attributes attributes) {
        if (name == "Worksheet") {
            m_sheets.push_back({toQString(XmlParser::value(attributes, "Name")), {}, false});
            m_row = 0;
        } else if (name == "Row") {
            m_row = std::min(numberOf(XmlParser::value(attributes, "Index"), m_row + 1), mostRows);
            m_column = 0;
        } else if (name == "Cell") {
            m_column = std::min(numberOf(XmlParser::value(attributes, "Index"), m_column + 1),
                                std::uint32_t(maxColumns));
            m_across =
                std::min(numberOf(XmlParser::value(attributes, "MergeAcross"), 0), std::uint32_t(maxColumns));
        } else if (name == "Data") {
            m_type = XmlParser::value(attributes, "Type");
            m_text.clear();
            m_inData = true;
        } else if (name == "Visible") {
            m_text.clear();
            m_inVisible = true;
        }
    }

    void end(std::string_view name) {
        if (name == "Data" && m_inData) {
            m_inData = false;
            if (!m_sheets.empty() && m_row > 0 && m_column > 0) put();
        } else if (name == "Cell") {
            m_column += m_across;
        } else if (name == "Visible") {
            m_inVisible = false;
            if (!m_sheets.empty() && m_text.starts_with("SheetHidden")) m_sheets.back().hidden = true;
            if (!m_sheets.empty() && m_text.starts_with("SheetVeryHidd")) m_sheets.back().hidden = true;
        }
    }

    void put() {
        Grid& cells = m_sheets.back().cells;
        const auto add = [&](CellKind kind) { cells.put(m_row - 1, m_column - 1, m_text, kind); };
        if (m_type == "Number") {
            double value = 0;
            const char* last = m_text.data() + m_text.size();
            const auto read = fast_float::from_chars(m_text.data(), last, value);
            if (read.ec == std::errc() && read.ptr == last) m_text = plainNumber(value);
            add(CellKind::Number);
        } else if (m_type == "DateTime") {
            std::replace(m_text.begin(), m_text.end(), 'T', ' ');
            for (const char* rest : {".000", " 00:00:00"})
                if (m_text.ends_with(rest)) m_text.resize(m_text.size() - std::string_view(rest).size());
            add(CellKind::Date);
        } else if (m_type == "Boolean") {
            m_text = m_text == "1" ? "TRUE" : "FALSE";
            add(CellKind::Boolean);
        } else {
            add(m_type == "Error" ? CellKind::Error : CellKind::Text);
        }
    }

    XmlParser m_parser;
    std::vector<XmlSheet> m_sheets;
    std::uint32_t m_row = 0;
    std::uint32_t m_column = 0;
    std::uint32_t m_across = 0;
    std::string m_type;
    std::string m_text;
    bool m_inData = false;
    bool m_inVisible = false;
};

}  // namespace

bool isSpreadsheetXml(QByteArrayView head) {
    const QByteArray text = head.toByteArray();
    return text.contains("<Workbook") && text.contains("urn:schemas-microsoft-com:office:spreadsheet");
}

Result<std::unique_ptr<RowSource>> openSpreadsheetXml(const QString& path, const ReadOptions& options,
                                                      const Job& job) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InputUnusable, Words::tr("%1 cannot be opened.").arg(name),
                    file.errorString());
    SheetsReader reader;
    for (bool last = false; !last;) {
        if (job.cancelled()) return fail(ErrorCode::Cancelled, Words::tr("Reading was cancelled."));
        const QByteArray bytes = file.read(1 << 18);
        last = bytes.isEmpty();
        if (!reader.parse({bytes.constData(), std::size_t(bytes.size())}, last))
            return fail(ErrorCode::InputUnusable,
                        Words::tr("%1 is damaged or was cut off on its way. Export or download it once more.")
                            .arg(name));
    }
    ReadInfo info;
    info.format = QStringLiteral("xml");
    return chooseGrid(std::move(reader.sheets()), options.sheet, name, std::move(info),
                      [](XmlSheet& sheet) -> Result<Grid> { return std::move(sheet.cells); });
}

}  // namespace icp
