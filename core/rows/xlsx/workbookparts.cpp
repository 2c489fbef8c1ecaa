#include "core/rows/xlsx/workbookparts.h"

#include "core/rows/rowbatch.h"
#include "core/rows/xlsx/plaincell.h"
#include "core/rows/xlsx/xmlscanner.h"

#include <QString>

#include <charconv>
#include <optional>

namespace icp {

namespace {

/// The UTF-16 unit that the escape at `at` stands for; none when there is no escape.
std::optional<char16_t> escapeAt(std::string_view text, std::size_t at) {
    unsigned code = 0;
    const std::string_view escape = text.substr(at, 7);
    if (escape.size() < 7 || escape.substr(0, 2) != "_x" || escape[6] != '_') return std::nullopt;
    const auto read = std::from_chars(escape.data() + 2, escape.data() + 6, code, 16);
    if (read.ptr != escape.data() + 6 || code == 0) return std::nullopt;
    return char16_t(code);
}

}  // namespace

const std::size_t SharedTexts::limit = maxCellBytes;

void undoEscapes(std::string& text, std::size_t from) {
    std::size_t at = text.find("_x", from);
    if (at == text.npos) return;
    std::string result = text.substr(0, at);
    while (at < text.size()) {
        const auto unit = escapeAt(text, at);
        if (!unit) {
            result += text[at++];
            continue;
        }
        at += 7;
        QString units(QChar{*unit});
        if (units.front().isHighSurrogate())
            if (const auto low = escapeAt(text, at); low && QChar(*low).isLowSurrogate()) {
                units += QChar(*low);
                at += 7;
            }
        result += units.toStdString();
    }
    text = std::move(result);
}

void SharedTexts::add(std::string_view part) {
    const std::size_t begin = m_ends.empty() ? 0 : m_ends.back();
    if (m_bytes.size() - begin <= limit) m_bytes += part;
}

void SharedTexts::endText() {
    const std::size_t begin = m_ends.empty() ? 0 : m_ends.back();
    if (std::string_view(m_bytes).substr(begin).find("_x") != std::string_view::npos) {
        std::string text = m_bytes.substr(begin);
        undoEscapes(text);
        m_bytes.replace(begin, m_bytes.npos, text);
    }
    m_ends.push_back(m_bytes.size());
}

bool SharedTexts::addPlain(XmlScanner& scanner) {
    const std::string_view rest = scanner.rest();
    const char* at = rest.data();
    const char* const end = at + rest.size();
    std::string_view text;
    while (const char* const after = at == end ? nullptr : readPlainText(at, end, text)) {
        add(text);
        endText();
        at = after;
    }
    scanner.skip(std::size_t(at - rest.data()));
    return at != rest.data();
}

bool SharedTexts::addElements(const std::string& xml) {
    XmlScanner scanner(xml);
    std::string decoded;
    bool inText = false;
    int phonetic = 0;
    for (;;) {
        if (phonetic == 0 && addPlain(scanner)) inText = false;
        const XmlScanner::Token token = scanner.next();
        const std::string_view name = scanner.name();
        switch (token) {
            case XmlScanner::Token::Open:
                phonetic += isWord(name, "rPh");
                inText = isWord(name, "t") && phonetic == 0;
                break;
            case XmlScanner::Token::Close:
                phonetic -= isWord(name, "rPh");
                inText = false;
                if (isWord(name, "si")) endText();
                break;
            case XmlScanner::Token::Text:
                if (!inText) break;
                if (scanner.isPlain()) {
                    add(scanner.raw());
                    break;
                }
                decoded.clear();
                if (!decodeXml(scanner.raw(), decoded)) return false;
                add(decoded);
                break;
            case XmlScanner::Token::End:
                return true;
            case XmlScanner::Token::Damaged:
                return false;
        }
    }
}

}  // namespace icp
