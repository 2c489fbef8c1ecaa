#include "core/rows/html/htmltables.h"

#include "core/base/text.h"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <memory>
#include <set>

namespace icp {

namespace {

constexpr std::uint32_t mostSpan = 1000;  // what browsers allow
constexpr std::size_t deepest = 64;

std::string_view viewOf(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// One table while it is being read.
struct OpenTable {
    Grid cells;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool inRow = false;
    bool inCell = false;
    bool inCaption = false;
    std::string text;
    std::string caption;
    std::uint32_t columnSpan = 1;
    std::uint32_t rowSpan = 1;
    std::set<std::pair<std::uint32_t, std::uint32_t>> covered;  ///< by cells of rows above
};

class TableReader {
public:
    void start(std::string_view name, const xmlChar** attributes) {
        if (name == "script" || name == "style") {
            ++m_unseen;
        } else if (name == "table") {
            if (m_open.size() < deepest) m_open.emplace_back();
        } else if (m_open.empty()) {
            return;
        } else if (name == "tr") {
            endRow();
            table().inRow = true;
        } else if (name == "td" || name == "th") {
            startCell(attributes);
        } else if (name == "caption") {
            table().inCaption = true;
        } else if (name == "br" && table().inCell) {
            table().text += '\n';
        } else if ((name == "p" || name == "div" || name == "li") && table().inCell &&
                   !table().text.empty()) {
            space('\n');
        }
    }

    void end(std::string_view name) {
        if (name == "script" || name == "style") {
            m_unseen -= m_unseen > 0;
        } else if (m_open.empty()) {
            return;
        } else if (name == "table") {
            endRow();
            m_tables.push_back({toQString(table().caption).simplified(), std::move(table().cells)});
            m_open.pop_back();
        } else if (name == "tr") {
            endRow();
        } else if (name == "td" || name == "th") {
            endCell();
        } else if (name == "caption") {
            table().inCaption = false;
        }
    }

    void say(std::string_view text) {
        if (m_open.empty() || m_unseen > 0) return;
        if (table().inCaption) table().caption += text;
        if (!table().inCell) return;
        for (const char c : text) {
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r')
                space(' ');
            else
                table().text += c;
        }
    }

    std::vector<HtmlTable> take() {
        while (!m_open.empty()) end("table");
        return std::move(m_tables);
    }

private:
    OpenTable& table() { return m_open.back(); }

    void space(char kind) {
        std::string& text = table().text;
        if (text.empty() || text.back() == '\n') return;
        if (text.back() != ' ')
            text += kind;
        else if (kind == '\n')
            text.back() = kind;
    }

    void startCell(const xmlChar** attributes) {
        endCell();
        OpenTable& t = table();
        t.inRow = true;
        t.inCell = true;
        t.text.clear();
        t.columnSpan = t.rowSpan = 1;
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
            const std::string_view name = viewOf(attributes[0]);
            const std::string_view value = viewOf(attributes[1]);
            const auto span =
                std::uint32_t(std::clamp(std::atoi(std::string(value).c_str()), 1, int(mostSpan)));
            if (name == "colspan") t.columnSpan = span;
            if (name == "rowspan") t.rowSpan = span;
        }
        while (t.covered.erase({t.row, t.column}) > 0) ++t.column;
    }

    void endCell() {
        OpenTable& t = table();
        if (!t.inCell) return;
        t.inCell = false;
        while (!t.text.empty() && (t.text.back() == ' ' || t.text.back() == '\n')) t.text.pop_back();
        t.cells.put(t.row, t.column, t.text, CellKind::Text);
        if (t.covered.size() < 100'000)
            for (std::uint32_t down = 1; down < t.rowSpan; ++down)
                for (std::uint32_t across = 0; across < t.columnSpan; ++across)
                    t.covered.insert({t.row + down, t.column + across});
        t.column += t.columnSpan;
    }

    void endRow() {
        endCell();
        OpenTable& t = table();
        t.row += t.inRow;
        t.inRow = false;
        t.column = 0;
    }

    std::vector<OpenTable> m_open;
    std::vector<HtmlTable> m_tables;
    int m_unseen = 0;
};

void started(void* user, const xmlChar* name, const xmlChar** attributes) {
    static_cast<TableReader*>(user)->start(viewOf(name), attributes);
}
void ended(void* user, const xmlChar* name) { static_cast<TableReader*>(user)->end(viewOf(name)); }
void said(void* user, const xmlChar* text, int size) {
    static_cast<TableReader*>(user)->say({reinterpret_cast<const char*>(text), std::size_t(size)});
}

}  // namespace

std::vector<HtmlTable> readHtmlTables(std::string_view page, const QByteArray& encoding) {
    constexpr std::size_t chunk = 1 << 20;
    TableReader reader;
    htmlSAXHandler handler{};
    handler.startElement = started;
    handler.endElement = ended;
    handler.characters = said;
    handler.ignorableWhitespace = said;
    handler.cdataBlock = said;
    const xmlCharEncoding known =
        encoding.isEmpty() ? XML_CHAR_ENCODING_NONE : xmlParseCharEncoding(encoding.constData());
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreatePushParserCtxt(&handler, &reader, nullptr, 0, nullptr, known), &htmlFreeParserCtxt);
    if (!parser) return {};
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | XML_PARSE_HUGE);
    for (std::size_t at = 0; at < page.size(); at += chunk) {
        const std::string_view piece = page.substr(at, chunk);
        htmlParseChunk(parser.get(), piece.data(), int(piece.size()), 0);
    }
    htmlParseChunk(parser.get(), nullptr, 0, 1);
    return reader.take();
}

}  // namespace icp
