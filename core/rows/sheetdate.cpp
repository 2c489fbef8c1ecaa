#include "core/rows/sheetdate.h"

#include <chrono>
#include <cmath>
#include <cstdint>

namespace icp {

bool isDateFormat(int builtin) {
    // ECMA-376 18.8.30; 27 to 36 and 50 to 58 are the East Asian dates. 46 is elapsed time.
    return (builtin >= 14 && builtin <= 22) || (builtin >= 27 && builtin <= 36) || builtin == 45 ||
           builtin == 47 || (builtin >= 50 && builtin <= 58);
}

bool isDateFormat(std::string_view code) {
    if (code == "General" || code == "GENERAL" || code == "general") return false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        switch (code[i]) {
            case '"':
                i = std::min(code.find('"', i + 1), code.size());
                break;
            case '\\':
            case '_':
            case '*':
                ++i;
                break;
            case '[': {
                const std::size_t end = std::min(code.find(']', i), code.size());
                const std::string_view inside = code.substr(i + 1, end - i - 1);
                if (!inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos) return false;
                i = end;
                break;
            }
            case ';':
                return false;
            case 'y':
            case 'Y':
            case 'm':
            case 'M':
            case 'd':
            case 'D':
            case 'h':
            case 'H':
            case 's':
            case 'S':
                return true;
            default:
                break;
        }
    }
    return false;
}

namespace {

void appendDigits(std::string& text, int value, std::size_t count) {
    text.append(count, '0');
    for (std::size_t at = text.size(); count > 0; --count, value /= 10) text[--at] = char('0' + value % 10);
}

}  // namespace

std::string sheetDate(double serial, bool from1904) {
    constexpr std::int64_t perDay = 86'400'000;
    if (!(serial >= 0) || serial >= 2'958'466) return {};
    const std::int64_t thousandths = std::llround(serial * double(perDay));
    std::int64_t day = thousandths / perDay;
    const std::int64_t time = thousandths % perDay;
    std::string text;
    if (day > 0 || from1904) {
        // Day 1 is 1900-01-01; after the day that never was all days are one off.
        const std::int64_t epoch = from1904 ? day - 24'107 : day < 60 ? day - 25'568 : day - 25'569;
        const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{epoch}}};
        appendDigits(text, int(date.year()), 4);
        appendDigits(text += '-', int(unsigned(date.month())), 2);
        appendDigits(text += '-', int(unsigned(date.day())), 2);
    }
    if (time != 0 || text.empty()) {
        const auto second = int(time / 1000);
        if (!text.empty()) text += ' ';
        appendDigits(text, second / 3600, 2);
        appendDigits(text += ':', second / 60 % 60, 2);
        appendDigits(text += ':', second % 60, 2);
        if (time % 1000 != 0) appendDigits(text += '.', int(time % 1000), 3);
    }
    return text;
}

}  // namespace icp
