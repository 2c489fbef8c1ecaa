#include "core/rows/ods/odsrows.h"

#include "core/base/plainnumber.h"
#include "core/base/text.h"
#include "core/rows/sheetchoice.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fast_float/fast_float.h>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::OdsRows)
};

constexpr std::size_t mostFields = 1 << 24;  // of one batch
constexpr std::uint32_t mostRows = 1 << 20;

std::size_t countOf(std::string_view text) {
    std::size_t value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::max<std::size_t>(value, 1);
}

/// "PT07H42M00S" as "07:42:00"; empty when it is not of that kind.
std::string clockTime(std::string_view duration) {
    unsigned hours = 0;
    unsigned minutes = 0;
    double seconds = 0;
    if (std::sscanf(std::string(duration).c_str(), "PT%uH%uM%lfS", &hours, &minutes, &seconds) != 3)
        return {};
    char buffer[64];
    const int size =
        std::snprintf(buffer, sizeof buffer, "%02u:%02u:%02u", hours, minutes, unsigned(seconds));
    return {buffer, std::size_t(size)};
}

std::string isoDateTime(std::string_view text) {
    std::string date(text);
    std::replace(date.begin(), date.end(), 'T', ' ');
    if (date.ends_with(" 00:00:00")) date.resize(date.size() - 9);
    return date;
}

std::string shortest(std::string_view number) {
    double value = 0;
    const char* last = number.data() + number.size();
    const auto read = fast_float::from_chars(number.data(), last, value);
    return read.ec == std::errc() && read.ptr == last ? plainNumber(value) : std::string(number);
}

}  // namespace

OdsRows::OdsRows(QString wanted, bool withHidden) : m_wanted(std::move(wanted)), m_withHidden(withHidden) {
    m_parser.onStart = [this](std::string_view name, XmlParser::Attributes attributes) {
        start(name, attributes);
    };
    m_parser.onEnd = [this](std::string_view name) { end(name); };
    m_parser.onText = [this](std::string_view text) {
        if (m_inParagraph == 0 || m_inNote > 0 || !m_textIsValue) return;
        m_value.text += text;
        if (m_value.text.size() > maxCellBytes)
            stop(Words::tr("The cell in row %1, column %2 is longer than 32 MB."));
    };
}

bool OdsRows::parse(std::string_view xml, bool last, RowBatch& batch) {
    m_batch = &batch;
    return m_parser.parse(xml, last) || m_done;
}

void OdsRows::stop(const QString& sentence) {
    m_batch->stop = ReadStop{m_row, m_column, sentence};
    m_done = true;
    m_parser.stop();
}

void OdsRows::start(std::string_view name, XmlParser::Attributes attributes) {
    if (name == "style") {
        m_style = XmlParser::value(attributes, "name");
    } else if (name == "table-properties") {
        if (XmlParser::value(attributes, "display") == "false") m_hiddenStyles.insert(m_style);
    } else if (name == "table") {
        startTable(attributes);
    } else if (!m_reading) {
        return;
    } else if (name == "table-row") {
        m_rowRepeats = std::uint32_t(
            std::min<std::size_t>(countOf(XmlParser::value(attributes, "number-rows-repeated")), mostRows));
        m_cells.clear();
        m_column = 0;
    } else if (name == "table-cell" || name == "covered-table-cell") {
        startCell(attributes);
    } else if (name == "annotation") {
        ++m_inNote;
    } else if (name == "p" && m_inCell && m_inNote == 0) {
        if (m_paragraphs++ > 0 && m_textIsValue) m_value.text += '\n';
        ++m_inParagraph;
    } else if (m_inParagraph > 0 && m_textIsValue && m_inNote == 0) {
        if (name == "s")
            m_value.text.append(std::min(countOf(XmlParser::value(attributes, "c")), maxCellBytes), ' ');
        else if (name == "tab")
            m_value.text += '\t';
        else if (name == "line-break")
            m_value.text += '\n';
    }
}

void OdsRows::startTable(XmlParser::Attributes attributes) {
    m_table = toQString(XmlParser::value(attributes, "name"));
    m_names << m_table;
    const bool hidden = m_hiddenStyles.contains(std::string(XmlParser::value(attributes, "style-name")));
    m_metHidden |= hidden;
    m_reading = isWanted(m_table, m_wanted) && (m_withHidden || !hidden || !m_wanted.isEmpty());
    m_row = 0;
}

void OdsRows::startCell(XmlParser::Attributes attributes) {
    m_inCell = true;
    m_value = {};
    m_paragraphs = 0;
    m_textIsValue = false;
    m_cellRepeats = countOf(XmlParser::value(attributes, "number-columns-repeated"));
    bool isError = false;
    for (XmlParser::Attributes at = attributes; *at != nullptr; at += 2)
        isError |= std::string_view(at[0]) == "calcext:value-type" && std::string_view(at[1]) == "error";
    const std::string_view type = XmlParser::value(attributes, "value-type");
    const auto take = [&](CellKind kind, std::string text) { m_value = {std::move(text), kind}; };
    if (isError) {
        m_textIsValue = true;
        m_value.kind = CellKind::Error;
    } else if (type == "float" || type == "percentage" || type == "currency") {
        take(CellKind::Number, shortest(XmlParser::value(attributes, "value")));
    } else if (type == "date") {
        take(CellKind::Date, isoDateTime(XmlParser::value(attributes, "date-value")));
    } else if (type == "time") {
        take(CellKind::Text, clockTime(XmlParser::value(attributes, "time-value")));
        m_textIsValue = m_value.text.empty();
    } else if (type == "boolean") {
        take(CellKind::Boolean, XmlParser::value(attributes, "boolean-value") == "true" ? "TRUE" : "FALSE");
    } else if (const std::string_view text = XmlParser::value(attributes, "string-value"); !text.empty()) {
        take(CellKind::Text, std::string(text));
    } else {
        m_textIsValue = true;
        m_value.kind = CellKind::Text;
    }
}

void OdsRows::end(std::string_view name) {
    if (name == "table") {
        if (m_reading && !m_sheet.isEmpty()) {
            m_done = true;
            m_parser.stop();
        }
        m_reading = false;
    } else if (!m_reading) {
        return;
    } else if (name == "table-row") {
        endRow();
    } else if (name == "table-cell" || name == "covered-table-cell") {
        endCell();
    } else if (name == "annotation") {
        --m_inNote;
    } else if (name == "p" && m_inParagraph > 0 && m_inNote == 0) {
        --m_inParagraph;
    }
}

void OdsRows::endCell() {
    m_inCell = false;
    if (m_value.text.empty()) {
        m_column += m_cellRepeats;
        return;
    }
    if (m_column + m_cellRepeats > maxColumns)
        return stop(Words::tr("Row %1 has a cell beyond column XFD, the last one a sheet can have."));
    m_cells.resize(m_column);
    m_cells.insert(m_cells.end(), m_cellRepeats, m_value);
    m_column += m_cellRepeats;
}

void OdsRows::endRow() {
    if (!m_cells.empty()) {
        m_sheet = m_table;
        if (m_batch->fields.size() + m_cells.size() * m_rowRepeats > mostFields)
            return stop(Words::tr("Row %1 is repeated more often than can be read."));
        const std::size_t first = m_batch->fields.size();
        for (const Value& value : m_cells) {
            m_batch->fields.push_back(
                {std::uint32_t(m_batch->text.size()), std::uint32_t(value.text.size())});
            m_batch->kinds.push_back(value.text.empty() ? CellKind::Empty : value.kind);
            m_batch->text += value.text;
        }
        const std::size_t width = m_cells.size();
        for (std::uint32_t i = 0; i < m_rowRepeats; ++i) {
            if (i > 0)
                for (std::size_t column = 0; column < width; ++column) {
                    m_batch->fields.push_back(m_batch->fields[first + column]);
                    m_batch->kinds.push_back(m_batch->kinds[first + column]);
                }
            m_batch->lines.push_back(m_row + i);
            m_batch->starts.push_back(std::uint32_t(m_batch->fields.size()));
        }
    }
    m_row += m_rowRepeats;
}

}  // namespace icp
