#include "core/rows/sheetrows.h"

#include "core/base/plainnumber.h"
#include "core/rows/sheetdate.h"
#include "core/rows/xmlparser.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fast_float/fast_float.h>

namespace icp {

namespace {

constexpr std::size_t mostFields = 1 << 24;  // of one batch: rows of a megabyte of XML, gaps included
constexpr std::uint32_t mostRows = 1 << 20;

QString tr(const char* text) { return QCoreApplication::translate("icp::SheetRows", text); }

std::size_t numberOf(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Column of a reference like "BC12", counted from 1; 0 when there is none.
std::size_t columnOf(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > maxColumns) break;
        column = column * 26 + std::size_t(c - 'A' + 1);
    }
    return column;
}

/// Undoes the escapes of ECMA-376 22.9.2.19: "_x000D_" is a carriage return, "_x005F_" an underscore.
std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t at = text.find("_x"); at != text.npos; at = text.find("_x")) {
        unsigned code = 0;
        const char* digits = text.data() + at + 2;
        const bool whole = at + 7 <= text.size() && text[at + 6] == '_' &&
                           std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 && code > 0;
        result += text.substr(0, whole ? at : at + 2);
        if (whole) result += QString(QChar(char16_t(code))).toStdString();
        text.remove_prefix(whole ? at + 7 : at + 2);
    }
    return result += text;
}

class SheetRows {
public:
    SheetRows(RowBatch& batch, const WorkbookParts& parts) : m_batch(batch), m_parts(parts) {
        m_parser.onStart = [this](std::string_view name, XmlParser::Attributes attributes) {
            start(name, attributes);
        };
        m_parser.onEnd = [this](std::string_view name) { end(name); };
        m_parser.onText = [this](std::string_view text) { say(text); };
    }

    bool parse(std::string_view xml) {
        const bool sound = m_parser.parse("<rows>", false) && m_parser.parse(xml, false) &&
                           (m_batch.stop || m_parser.parse("</rows>", true));
        m_batch.lineCount = m_numbered ? 0 : m_line;
        // The piece of a row that is too long ends in the middle: its last cell is the culprit.
        if (m_batch.stop && m_batch.stop->sentence.isEmpty())
            stop(tr("The cell in row %1, column %2 is longer than 32 MB."));
        return sound || m_batch.stop;
    }

private:
    void stop(const QString& sentence) {
        m_batch.stop = ReadStop{m_line - 1, std::max<std::size_t>(m_column, 1) - 1, sentence};
        m_parser.stop();
    }

    void start(std::string_view name, XmlParser::Attributes attributes) {
        if (name == "c") {
            startCell(attributes);
        } else if (name == "row") {
            startRow(attributes);
        } else if (name == "v" || (name == "t" && m_inline && m_phonetic == 0)) {
            m_inValue = true;
        } else if (name == "rPh") {
            ++m_phonetic;
        }
    }

    void end(std::string_view name) {
        if (name == "v" || name == "t")
            m_inValue = false;
        else if (name == "rPh")
            --m_phonetic;
        else if (name == "c")
            endCell();
        else if (name == "row")
            endRow();
    }

    void say(std::string_view text) {
        if (!m_inValue) return;
        m_value += text;
        if (m_value.size() > maxCellBytes) stop(tr("The cell in row %1, column %2 is longer than 32 MB."));
    }

    void startRow(XmlParser::Attributes attributes) {
        const std::size_t number = numberOf(XmlParser::value(attributes, "r"));
        m_numbered |= number > 0;
        m_line = number > 0 ? std::uint32_t(std::min<std::size_t>(number, mostRows * 64)) : m_line + 1;
        m_column = 0;
    }

    void endRow() {
        const std::size_t begin = m_batch.starts.back();
        if (m_batch.fields.size() == begin) return;
        m_batch.lines.push_back(m_line - 1);
        m_batch.starts.push_back(std::uint32_t(m_batch.fields.size()));
    }

    void startCell(XmlParser::Attributes attributes) {
        m_type = {};
        m_date = false;
        const char* reference = nullptr;
        for (; *attributes != nullptr; attributes += 2) {
            const std::string_view name = attributes[0];
            if (name == "r") {
                reference = attributes[1];
            } else if (name == "t") {
                m_type = attributes[1];
            } else if (name == "s") {
                const std::size_t style = numberOf(attributes[1]);
                m_date = style < m_parts.dateStyles.size() && m_parts.dateStyles[style];
            }
        }
        const std::size_t column = reference == nullptr ? 0 : columnOf(reference);
        m_column = column > 0 ? column : m_column + 1;
        m_inline = m_type == "inlineStr";
        m_value.clear();
        if (m_column > maxColumns)
            stop(tr("Row %1 has a cell beyond column XFD, the last one a sheet can have."));
    }

    void endCell() {
        if (m_value.empty() || m_batch.stop) return;
        if (m_type == "s") {
            const std::size_t index = numberOf(m_value);
            if (index >= m_parts.texts.size()) return;
            if (m_parts.texts.isTooLong(index))
                return stop(tr("The cell in row %1, column %2 is longer than 32 MB."));
            addText(m_parts.texts.at(index));
        } else if (m_type.empty() || m_type == "n") {
            addNumber();
        } else if (m_type == "b") {
            add(m_value == "1" || m_value == "true" ? "TRUE" : "FALSE", CellKind::Boolean);
        } else if (m_type == "d") {
            std::replace(m_value.begin(), m_value.end(), 'T', ' ');
            add(m_value, CellKind::Date);
        } else {
            m_type == "e" ? add(m_value, CellKind::Error) : addText(m_value);
        }
    }

    void addText(std::string_view text) {
        if (text.find("_x") == text.npos)
            add(text, CellKind::Text);
        else
            add(unescaped(text), CellKind::Text);
    }

    void addNumber() {
        double value = 0;
        const char* last = m_value.data() + m_value.size();
        const auto read = fast_float::from_chars(m_value.data(), last, value);
        if (read.ec != std::errc() || read.ptr != last || !std::isfinite(value))
            return add(m_value, CellKind::Text);
        if (m_date)
            if (const std::string date = sheetDate(value, m_parts.from1904); !date.empty())
                return add(date, date.size() >= 10 && date[4] == '-' ? CellKind::Date : CellKind::Text);
        // Up to fifteen digits are as short as they get, unless zeros end them.
        const bool plain = m_value.size() <= 15 && m_value.find_first_not_of("0123456789") == m_value.npos &&
                           (m_value.front() != '0' || m_value.size() == 1);
        add(plain ? m_value : plainNumber(value), CellKind::Number);
    }

    void add(std::string_view text, CellKind kind) {
        const std::size_t begin = m_batch.starts.back();
        if (m_batch.fields.size() + m_column > mostFields)
            return stop(tr("Row %1 and those before it are wider than can be read: they reach column %2."));
        while (m_batch.fields.size() - begin < m_column) {
            m_batch.fields.push_back({0, 0});
            m_batch.kinds.push_back(CellKind::Empty);
        }
        const std::size_t at = begin + m_column - 1;
        m_batch.fields[at] = {std::uint32_t(m_batch.text.size()), std::uint32_t(text.size())};
        m_batch.kinds[at] = text.empty() ? CellKind::Empty : kind;
        m_batch.text += text;
    }

    RowBatch& m_batch;
    const WorkbookParts& m_parts;
    XmlParser m_parser;
    std::uint32_t m_line = 0;
    std::size_t m_column = 0;
    bool m_numbered = false;
    std::string m_type;
    std::string m_value;
    bool m_date = false;
    bool m_inline = false;
    bool m_inValue = false;
    int m_phonetic = 0;
};

}  // namespace

bool splitSheetRows(RowBatch& batch, const WorkbookParts& parts) {
    const std::string xml = std::exchange(batch.text, {});
    return SheetRows(batch, parts).parse(xml);
}

}  // namespace icp
