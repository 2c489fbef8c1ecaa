#include "core/rows/xlsx/sheetrows.h"

#include "core/base/blank.h"
#include "core/base/plainnumber.h"
#include "core/rows/sheetdate.h"
#include "core/rows/xlsx/plaincell.h"
#include "core/rows/xlsx/xmlscanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fast_float/fast_float.h>

namespace icp {

namespace {

constexpr std::size_t mostFields = 1 << 24;  // of one batch: rows of a megabyte of XML, gaps included
constexpr std::size_t leastCellBytes = 24;   // of XML; cells are seldom shorter
constexpr std::uint32_t mostRows = 1 << 20;

QString tr(const char* text) { return QCoreApplication::translate("icp::SheetRows", text); }

std::size_t numberOf(std::string_view text) {
    std::size_t value = 0;
    if (text.size() < 10) {
        for (const char c : text) {
            if (c < '0' || c > '9') break;
            value = value * 10 + std::size_t(c - '0');
        }
        return value;
    }
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// trimmed(), without a call where there is nothing to trim.
std::string_view bare(std::string_view text) {
    const auto isMark = [](char c) { return c > ' ' && c <= '~'; };
    return !text.empty() && isMark(text.front()) && isMark(text.back()) ? text : trimmed(text);
}

/// Whether a number is written the one way plainNumber() would write it: up to fifteen digits, no zeros that
/// say nothing, no exponent.
bool isShortest(std::string_view text) {
    if (!text.empty() && text.front() == '-') {
        text.remove_prefix(1);
        if (text == "0") return false;
    }
    if (text.empty() || text.size() > 15) return false;
    std::size_t point = text.npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.' && point == text.npos)
            point = i;
        else if (text[i] < '0' || text[i] > '9')
            return false;
    }
    if (text.front() == '0' && text.size() > 1 && (point != 1 || text.substr(0, 5) == "0.000")) return false;
    return point == text.npos || (point > 0 && text.back() >= '1');
}

class SheetRows {
public:
    SheetRows(RowBatch& batch, const WorkbookParts& parts, const std::string& xml)
        : m_batch(batch), m_parts(parts), m_scanner(xml) {
        m_batch.text.reserve(xml.size() / 2);
        m_batch.fields.reserve(xml.size() / leastCellBytes);
        m_batch.kinds.reserve(xml.size() / leastCellBytes);
    }

    bool read() {
        const bool tooLong = m_batch.stop.has_value();
        m_batch.stop.reset();
        bool sound = true;
        for (bool more = true; more && sound && !m_batch.stop;) {
            takePlainCells();
            if (m_batch.stop) break;
            switch (m_scanner.next()) {
                case XmlScanner::Token::Open:
                    start(m_scanner.name());
                    break;
                case XmlScanner::Token::Close:
                    end(m_scanner.name());
                    break;
                case XmlScanner::Token::Text:
                    sound = say();
                    break;
                case XmlScanner::Token::End:
                    more = false;
                    break;
                case XmlScanner::Token::Damaged:
                    sound = false;
                    break;
            }
        }
        m_batch.lineCount = m_numbered ? 0 : m_line;
        // The piece of a row that is too long ends in the middle: its last cell is the culprit.
        if (tooLong && !m_batch.stop) stop(tr("The cell in row %1, column %2 is longer than 32 MB."));
        return sound || m_batch.stop;
    }

private:
    /// The cells that come next and look as nearly all do, without taking their XML apart.
    void takePlainCells() {
        const std::string_view rest = m_scanner.rest();
        const char* at = rest.data();
        const char* const end = at + rest.size();
        PlainCell cell;
        while (at != end && *at == '<') {
            const char* const after = readPlainCell(at, end, cell);
            if (after == nullptr) break;
            at = after;
            beginCell(columnNumber(cell.reference), cell.type, cell.style);
            m_value = cell.value;
            if (m_value.size() > maxCellBytes)
                stop(tr("The cell in row %1, column %2 is longer than 32 MB."));
            endCell();
            m_inValue = false;
            if (m_batch.stop) break;
        }
        m_scanner.skip(std::size_t(at - rest.data()));
    }

    void stop(const QString& sentence) {
        m_batch.stop = ReadStop{std::max(m_line, 1U) - 1, std::max<std::size_t>(m_column, 1) - 1, sentence};
    }

    void start(std::string_view name) {
        if (isWord(name, "c"))
            startCell();
        else if (isWord(name, "v"))
            m_inValue = !m_hasInline;
        else if (isWord(name, "row"))
            startRow();
        else if (isWord(name, "is"))
            startInline();
        else if (isWord(name, "t"))
            m_inValue = m_inline && m_phonetic == 0;
        else if (isWord(name, "rPh"))
            ++m_phonetic;
    }

    void end(std::string_view name) {
        if (isWord(name, "v") || isWord(name, "t"))
            m_inValue = false;
        else if (isWord(name, "c"))
            endCell();
        else if (isWord(name, "row"))
            endRow();
        else if (isWord(name, "is"))
            m_inline = false;
        else if (isWord(name, "rPh"))
            --m_phonetic;
    }

    /// A value in one plain piece stays where it stands in the XML; others are put together.
    bool say() {
        if (!m_inValue) return true;
        bool sound = true;
        if (m_value.empty() && m_scanner.isPlain()) {
            m_value = m_scanner.raw();
        } else {
            if (m_value.data() != m_joined.data()) m_joined = m_value;
            sound = decodeXml(m_scanner.raw(), m_joined);
            m_value = m_joined;
        }
        if (m_value.size() > maxCellBytes) stop(tr("The cell in row %1, column %2 is longer than 32 MB."));
        return sound;
    }

    void startRow() {
        const std::size_t number = numberOf(m_scanner.attribute("r"));
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

    /// An inline text counts, whatever else the cell holds.
    void startInline() {
        m_inline = true;
        m_hasInline = true;
        m_value = {};
    }

    void startCell() {
        std::size_t column = 0;
        std::string_view type;
        std::string_view style;
        for (const XmlScanner::Attribute& each : m_scanner.attributes()) {
            if (isWord(each.name, "r"))
                column = columnNumber(each.value);
            else if (isWord(each.name, "t"))
                type = each.value;
            else if (isWord(each.name, "s"))
                style = each.value;
        }
        beginCell(column, type, style);
    }

    void beginCell(std::size_t column, std::string_view type, std::string_view style) {
        m_hasInline = false;
        m_type = type;
        const std::size_t number = style.empty() ? m_parts.dateStyles.size() : numberOf(style);
        m_date = number < m_parts.dateStyles.size() && m_parts.dateStyles[number];
        m_column = column > 0 ? column : m_column + 1;
        m_value = {};
        if (m_column > maxColumns)
            stop(tr("Row %1 has a cell beyond column XFD, the last one a sheet can have."));
    }

    void endCell() {
        if (m_value.empty() || m_batch.stop) return;
        if (isWord(m_type, "s")) {
            const std::size_t index = numberOf(bare(m_value));
            if (m_parts.texts.size() == 0)
                return stop(tr("The text of row %1, column %2 is not in the file. Export it once more."));
            if (index >= m_parts.texts.size()) return add("#REF!", CellKind::Error);
            if (m_parts.texts.isTooLong(index))
                return stop(tr("The cell in row %1, column %2 is longer than 32 MB."));
            add(m_parts.texts.at(index), CellKind::Text);
        } else if (m_type.empty() || isWord(m_type, "n")) {
            addNumber(bare(m_value));
        } else if (isWord(m_type, "b")) {
            const std::string_view truth = bare(m_value);
            add(truth == "1" || truth == "true" ? "TRUE" : "FALSE", CellKind::Boolean);
        } else if (isWord(m_type, "d")) {
            std::string date(bare(m_value));
            if (date.empty()) return;
            std::replace(date.begin(), date.end(), 'T', ' ');
            if (date.back() == 'Z') date.pop_back();
            add(date, CellKind::Date);
        } else if (isWord(m_type, "e")) {
            add(m_value, CellKind::Error);
        } else {
            addText(m_value);
        }
    }

    void addText(std::string_view text) {
        if (text.find("_x") == text.npos) return add(text, CellKind::Text);
        std::string plain(text);
        undoEscapes(plain);
        add(plain, CellKind::Text);
    }

    void addNumber(std::string_view text) {
        if (!m_date && isShortest(text)) return add(text, CellKind::Number);
        double value = 0;
        const char* last = text.data() + text.size();
        const auto read = fast_float::from_chars(text.data(), last, value);
        if (read.ec != std::errc() || read.ptr != last || !std::isfinite(value)) return addText(m_value);
        if (m_date)
            if (const std::string date = sheetDate(value, m_parts.from1904); !date.empty())
                return add(date, date.size() >= 10 && date[4] == '-' ? CellKind::Date : CellKind::Text);
        add(plainNumber(value), CellKind::Number);
    }

    void add(std::string_view text, CellKind kind) {
        const std::size_t begin = m_batch.starts.back();
        if (m_batch.fields.size() + m_column > mostFields)
            return stop(tr("Row %1 and those before it are wider than can be read: they reach column %2."));
        const std::size_t at = begin + m_column - 1;
        while (m_batch.fields.size() <= at) {
            m_batch.fields.push_back({0, 0});
            m_batch.kinds.push_back(CellKind::Empty);
        }
        m_batch.fields[at] = {std::uint32_t(m_batch.text.size()), std::uint32_t(text.size())};
        m_batch.kinds[at] = text.empty() ? CellKind::Empty : kind;
        m_batch.text += text;
    }

    RowBatch& m_batch;
    const WorkbookParts& m_parts;
    XmlScanner m_scanner;
    std::uint32_t m_line = 0;
    std::size_t m_column = 0;
    bool m_numbered = false;
    std::string_view m_type;
    std::string_view m_value;
    std::string m_joined;
    bool m_date = false;
    bool m_inline = false;     ///< within <is>
    bool m_hasInline = false;  ///< of the cell
    bool m_inValue = false;
    int m_phonetic = 0;
};

}  // namespace

bool splitSheetRows(RowBatch& batch, const WorkbookParts& parts) {
    const std::string& xml = batch.raw;
    const bool readable = QByteArray::fromRawData(xml.data(), qsizetype(xml.size())).isValidUtf8();
    return readable && SheetRows(batch, parts, xml).read();
}

}  // namespace icp
