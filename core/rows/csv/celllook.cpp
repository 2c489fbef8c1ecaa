#include "core/rows/csv/celllook.h"

#include <algorithm>
#include <array>
#include <utility>

namespace icp {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isIn(char c, std::string_view set) { return set.find(c) != set.npos; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isIn(text.front(), " \t")) text.remove_prefix(1);
    while (!text.empty() && isIn(text.back(), " \t")) text.remove_suffix(1);
    return text;
}

/// Takes one of `what` away from the front or the back.
template <std::size_t N>
std::string_view without(std::string_view text, const std::array<std::string_view, N>& what) {
    for (const std::string_view one : what) {
        if (text.substr(0, one.size()) == one) return trimmed(text.substr(one.size()));
        if (text.size() >= one.size() && text.substr(text.size() - one.size()) == one)
            return trimmed(text.substr(0, text.size() - one.size()));
    }
    return text;
}

bool isNumber(std::string_view text) {
    static constexpr std::array<std::string_view, 11> currencies{"$",   "€",   "£",   "¥",   "₹", "EUR",
                                                                 "USD", "GBP", "CHF", "US$", "R$"};
    if (text.size() > 40) return false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
    if (!text.empty() && isIn(text.front(), "+-")) text = trimmed(text.substr(1));
    text = without(text, currencies);
    if (!text.empty() && isIn(text.front(), "+-")) text.remove_prefix(1);
    if (!text.empty() && isIn(text.back(), "%kKmM")) text = trimmed(text.substr(0, text.size() - 1));
    if (text.empty() || !(isDigit(text.front()) || isIn(text.front(), ".,"))) return false;
    std::size_t digits = 0;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        if (isDigit(text[i])) {
            ++digits;
        } else if (text.substr(i, 2) == "\xC2\xA0") {
            ++i;
        } else if (text.substr(i, 3) == "\xE2\x80\xAF" || text.substr(i, 3) == "\xE2\x80\x99") {
            i += 2;
        } else if (!isIn(text[i], ".,' ") || (i > 0 && isIn(text[i - 1], ".,' "))) {
            break;
        }
    }
    if (i < text.size() && isIn(text[i], "eE") && digits > 0 && i + 1 < text.size()) {
        i += isIn(text[i + 1], "+-") ? 2 : 1;
        if (i == text.size()) return false;
        while (i < text.size() && isDigit(text[i])) ++i;
    }
    return digits > 0 && i == text.size();
}

/// Groups of one to four digits with the same sign between them twice, or once for a time; then perhaps
/// another such thing, as in "2024-01-31 10:30:00".
bool isDate(std::string_view text) {
    if (text.size() < 4 || text.size() > 40 || !isDigit(text.front())) return false;
    std::size_t digits = 0;
    std::size_t groups = 1;
    bool time = false;
    char sign = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isDigit(c)) {
            if (++digits > 4 && sign != '.') return false;
            continue;
        }
        if (digits == 0 && c != ' ') return false;
        digits = 0;
        if (isIn(c, "T ")) {
            if (groups < 3) return time;
            sign = 0;
            groups = 1;
            if (isIn(text[i + 1 < text.size() ? i + 1 : i], "APap+-")) return true;
        } else if (isIn(c, "Z+")) {
            return groups >= 2;
        } else if (isIn(c, "-/.:")) {
            time |= c == ':';
            sign = c;
            ++groups;
        } else {
            return false;
        }
    }
    return digits > 0 && digits <= 9 && (groups >= 3 || (time && groups == 2));
}

bool isAddress(std::string_view text) {
    if (text.find_first_of(" ,;|\t\"") != text.npos) return false;
    const std::size_t at = text.find('@');
    if (at != text.npos) return at > 0 && text.find('.', at) != text.npos;
    return text.find("://") != text.npos || text.substr(0, 4) == "www.";
}

bool looksUncut(std::string_view text) {
    if (text.size() > 1 && text.front() == text.back() && isIn(text.front(), "\"'`")) return true;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> framed{
        {{"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}}};
    for (const auto& [open, close] : framed)
        if (text.substr(0, open.size()) == open && text.size() > close.size() &&
            text.substr(text.size() - close.size()) == close)
            return true;
    // A quote that is opened and not closed was not meant to end with this cell.
    if (text.front() == '"' && std::count(text.begin(), text.end(), '"') % 2 != 0) return true;
    // Lists and objects of programs hold delimiters of their own.
    if ((text.front() == '{' && text.back() == '}') || (text.front() == '[' && text.back() == ']'))
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : 0;
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r') return true;
        switch (c) {
            case ';':
            case '|':
            case '^':
            case '~':
                return true;
            case ',':
                if (next != ' ' && next != '\n') return true;
                break;
            case ':':
                if (next == ':') return true;
                break;
            case '"':
                if (i > 0 && isIn(text[i - 1], "\\^/|#%&$*?!@~")) return true;
                break;
            case '\\':
                if (isIn(next, "\"'`,;|")) return true;
                break;
            default:
                break;
        }
    }
    return false;
}

}  // namespace

CellLook lookAt(std::string_view cell) {
    const std::string_view text = trimmed(cell);
    if (text.empty()) return CellLook::Empty;
    if (isDate(text)) return text.find_first_of("-/.") == text.npos ? CellLook::Time : CellLook::Date;
    if (isNumber(text)) return CellLook::Number;
    if (isAddress(text)) return CellLook::Address;
    return looksUncut(text) ? CellLook::Uncut : CellLook::Word;
}

}  // namespace icp
