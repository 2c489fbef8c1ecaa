#pragma once

#include <cstring>
#include <string_view>

namespace icp {

/// A cell the way nearly all programs write it: `<c r="B7" s="3" t="s"><v>41</v></c>`, its attributes in any
/// order, or without a value: `<c r="B7" s="3"/>`.
struct PlainCell {
    std::string_view reference;  ///< empty when there is none
    std::string_view style;
    std::string_view type;
    std::string_view value;  ///< needs no decoding
};

/// Whether `word` stands at `at`, without a call for words this short.
template <std::size_t Size>
bool isAt(const char* at, const char* end, const char (&word)[Size]) {
    return std::size_t(end - at) >= Size - 1 && std::memcmp(at, word, Size - 1) == 0;
}

/// Where a text that needs no decoding ends: at the next tag, entity or carriage return, or at a zero.
inline const char* plainEnd(const char* at) {
    while (*at != '<' && *at != '&' && *at != '\r' && *at != '\0') ++at;
    return at;
}

/// Reads the cell that begins at `at`. Returns where it ends, or nullptr when it looks any different, so that
/// the XML has to be read as XML. `end` is the end of the XML, and a zero stands there.
inline const char* readPlainCell(const char* at, const char* end, PlainCell& cell) {
    if (!isAt(at, end, "<c ")) return nullptr;
    cell = {};
    for (at += 2; *at == ' ';) {
        const char name = *++at;
        if ((name != 'r' && name != 's' && name != 't') || at[1] != '=' || at[2] != '"') return nullptr;
        const char* begin = at += 3;
        while ((*at >= '0' && *at <= '9') || (*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z')) ++at;
        if (*at != '"') return nullptr;
        const std::string_view text(begin, std::size_t(at++ - begin));
        (name == 'r' ? cell.reference : name == 's' ? cell.style : cell.type) = text;
    }
    if (isAt(at, end, "/>")) return at + 2;
    if (!isAt(at, end, "><v>")) return nullptr;
    const char* begin = at += 4;
    at = plainEnd(at);
    cell.value = {begin, std::size_t(at - begin)};
    return isAt(at, end, "</v></c>") ? at + 8 : nullptr;
}

/// The same for a shared text, `<si><t>Ann</t></si>`.
inline const char* readPlainText(const char* at, const char* end, std::string_view& text) {
    if (!isAt(at, end, "<si><t")) return nullptr;
    at += 6;
    if (isAt(at, end, " xml:space=\"preserve\"")) at += 21;
    if (*at != '>') return nullptr;
    const char* begin = ++at;
    at = plainEnd(at);
    text = {begin, std::size_t(at - begin)};
    return isAt(at, end, "</t></si>") ? at + 9 : nullptr;
}

}  // namespace icp
