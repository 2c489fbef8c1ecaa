#include "core/rows/xlsx/xmlscanner.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace icp {

namespace {

/// The character that the inside of "&...;" stands for; 0 when there is none.
char32_t characterOf(std::string_view entity) {
    if (entity == "amp") return U'&';
    if (entity == "lt") return U'<';
    if (entity == "gt") return U'>';
    if (entity == "quot") return U'"';
    if (entity == "apos") return U'\'';
    if (entity.size() < 2 || entity.front() != '#') return 0;
    const bool hex = entity[1] == 'x';
    entity.remove_prefix(hex ? 2 : 1);
    std::uint32_t code = 0;
    const char* last = entity.data() + entity.size();
    const auto read = std::from_chars(entity.data(), last, code, hex ? 16 : 10);
    const bool valid =
        read.ec == std::errc() && read.ptr == last && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return valid ? char32_t(code) : 0;
}

void appendUtf8(char32_t code, std::string& text) {
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += {char(0xC0 | code >> 6), char(0x80 | (code & 63))};
    } else if (code < 0x10000) {
        text += {char(0xE0 | code >> 12), char(0x80 | (code >> 6 & 63)), char(0x80 | (code & 63))};
    } else {
        text += {char(0xF0 | code >> 18), char(0x80 | (code >> 12 & 63)), char(0x80 | (code >> 6 & 63)),
                 char(0x80 | (code & 63))};
    }
}

}  // namespace

/// Behind "<": a comment, CDATA or a processing instruction. CDATA is text, the others are nothing.
std::optional<XmlScanner::Token> XmlScanner::special() {
    const std::string_view rest(m_at, std::size_t(m_end - m_at));
    const auto upTo = [&](std::string_view begin, std::string_view end) -> bool {
        if (rest.substr(0, begin.size()) != begin) return false;
        const std::size_t found = rest.find(end, begin.size());
        if (found == rest.npos) return false;
        m_text = rest.substr(begin.size(), found - begin.size());
        m_at += found + end.size();
        return true;
    };
    if (upTo("![CDATA[", "]]>")) {
        m_plain = true;
        return Token::Text;
    }
    if (upTo("!--", "-->") || upTo("?", "?>")) return std::nullopt;
    return Token::Damaged;
}

bool decodeXml(std::string_view raw, std::string& text) {
    while (!raw.empty()) {
        const std::size_t plain = std::min(raw.find_first_of("&\r"), raw.size());
        text += raw.substr(0, plain);
        raw.remove_prefix(plain);
        if (raw.empty()) break;
        if (raw.front() == '\r') {
            text += '\n';
            raw.remove_prefix(raw.substr(0, 2) == "\r\n" ? 2 : 1);
            continue;
        }
        const std::size_t end = raw.find(';');
        const char32_t code = end == raw.npos ? 0 : characterOf(raw.substr(1, end - 1));
        if (code == 0) return false;
        appendUtf8(code, text);
        raw.remove_prefix(end + 1);
    }
    return true;
}

}  // namespace icp
