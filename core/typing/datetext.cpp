#include "core/typing/datetext.h"

#include "core/typing/plaindigits.h"
#include "core/typing/textscanner.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace icp {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct Part {
    int value = 0;
    int digits = 0;  ///< 0 = a month's name
};

class DateScanner : public TextScanner {
public:
    using TextScanner::TextScanner;

    bool date() {
        era();
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (i > 0 && !separator(i)) return false;
            if (!part(m_parts[i])) return false;
        }
        if (m_eraStart > 0) m_parts[0] = {m_parts[0].value + m_eraStart, 4};
        afterDate();
        return true;
    }

    /// Whether one was there.
    bool weekday() {
        std::size_t size = 0;
        if (!isWeekday(plainWord(m_rest, size))) return false;
        m_rest.remove_prefix(size);
        take("-feira");
        take(".");
        take(",");
        return blanks();
    }

    /// The time of day as a fraction, 0 when there is none; nothing when something else follows the date.
    std::optional<double> time() {
        bool apart = take("T") || take(",");
        apart |= blanks();
        for (const std::string_view filler : {"at ", "um ", "à ", "kl. ", "в ", "às "})
            if (apart && take(filler)) break;
        if (atEnd()) return 0.0;
        int hour = 0;
        int minute = 0;
        int whole = 0;
        double second = 0;
        if (!apart || number(hour, 2) == 0 || !(take(":") || take("h")) || number(minute, 2) != 2)
            return std::nullopt;
        if (take(":")) {
            if (number(whole, 2) != 2) return std::nullopt;
            second = whole;
            if (!atEnd() && (m_rest.front() == '.' || m_rest.front() == ',')) {
                double scale = 0.1;
                for (m_rest.remove_prefix(1); atDigit(); m_rest.remove_prefix(1)) {
                    second += scale * (m_rest.front() - '0');
                    scale /= 10;
                }
            }
        }
        if (!half(hour) || !zone() || hour > 24 || minute > 59 || second >= 61 || !atEnd())
            return std::nullopt;
        return (hour * 3600.0 + minute * 60.0 + second) / 86400.0;
    }

    const std::array<Part, 3>& parts() const { return m_parts; }

private:
    /// Of Japan; counted so that the first year is 1.
    void era() {
        if (take("令和"))
            m_eraStart = 2018;
        else if (take("平成"))
            m_eraStart = 1988;
        else if (take("昭和"))
            m_eraStart = 1925;
    }

    bool part(Part& part) {
        take("'");
        if (!atDigit()) {
            part = {month(), 0};
            return part.value != 0;
        }
        part.digits = number(part.value, 4);
        return !atDigit();
    }

    /// Between part i - 1 and part i. All-digit dates need the same single mark twice.
    bool separator(std::size_t i) {
        if (atEnd()) return false;
        if (take("年") || take("月")) {
            blanks();
            m_mark = 'j';
            return true;
        }
        char mark = 0;
        if (m_rest.front() == '-' || m_rest.front() == '/' || m_rest.front() == '.') {
            mark = m_rest.front();
            m_rest.remove_prefix(1);
        } else {
            for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "ª"})
                if (m_parts[i - 1].digits > 0 && endsWord(ending) && take(ending)) break;
            take(",");
        }
        const bool blank = blanks();
        if (blank)
            for (const std::string_view filler : {"de ", "of ", "del ", "do "})
                if (take(filler)) break;
        const bool toName = m_parts[i - 1].digits > 0 && !atDigit();
        const bool fromName = m_parts[i - 1].digits == 0 && atDigit();
        if (mark == 0 && !blank && !toName && !fromName) return false;
        if (mark == 0 && m_parts[i - 1].digits > 0 && atDigit() && i == 1) return false;
        if (i == 1) m_mark = mark;
        const bool named = m_parts[0].digits == 0 || (i == 2 && m_parts[1].digits == 0);
        return i == 1 || named || mark == m_mark;
    }

    /// Whether `ending` is there and no letter follows it.
    bool endsWord(std::string_view ending) const {
        return m_rest.substr(0, ending.size()) == ending &&
               (m_rest.size() == ending.size() ||
                static_cast<unsigned char>(m_rest[ending.size()] | 0x20) < 'a');
    }

    void afterDate() {
        take("日");
        if (m_rest.substr(0, 1) == "(" && m_mark == 'j')
            if (const std::size_t end = m_rest.find(')'); end != m_rest.npos && end <= 4)
                m_rest.remove_prefix(end + 1);
        const std::string_view before = m_rest;
        blanks();
        if (!take("г.") && !take("г")) m_rest = before;
    }

    bool half(int& hour) {
        blanks();
        for (const bool afternoon : {false, true})
            for (const std::string_view spelling : afternoon
                                                       ? std::array<std::string_view, 3>{"PM", "pm", "p.m."}
                                                       : std::array<std::string_view, 3>{"AM", "am", "a.m."})
                if (take(spelling)) {
                    if (hour < 1 || hour > 12) return false;
                    hour = hour % 12 + (afternoon ? 12 : 0);
                    return true;
                }
        take("Uhr");
        return true;
    }

    bool zone() {
        blanks();
        if (atEnd() || take("Z")) return true;
        bool named = false;
        for (const std::string_view name :
             {"UTC", "GMT", "CEST", "CET", "BST", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT",
              "JST", "IST", "AEST", "AEDT", "BRT", "MSK"})
            if ((named = take(name))) break;
        if (!take("+") && !take("-")) return named;
        int ignored = 0;
        if (number(ignored, 2) == 0) return false;
        take(":");
        return atEnd() || number(ignored, 2) == 2;
    }

    std::array<Part, 3> m_parts;
    char m_mark = 0;
    int m_eraStart = 0;
};

bool isYear(Part part) { return part.digits == 4 || part.digits == 2; }
bool isDay(Part part) { return part.digits == 1 || part.digits == 2; }

/// "2024-05-20" and nothing else.
std::optional<double> isoDay(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (!isDigit(text[i])) return std::nullopt;
    const auto at = [&](std::size_t i) { return text[i] - '0'; };
    return calendarDay(at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3), at(5) * 10 + at(6),
                       at(8) * 10 + at(9));
}

/// The parts of a date in the order in which they stand, as one; nothing that is no date has parts.
DateText dateOf(DateScanner& scanner, bool dayFirst) {
    const auto& [a, b, c] = scanner.parts();
    std::optional<double> days;
    std::optional<double> swapped;
    DateText result;
    if (a.digits == 4 && (b.digits == 0 || isDay(b)) && isDay(c)) {
        days = calendarDay(a.value, b.value, c.value);
    } else if (isDay(a) && b.digits == 0 && isYear(c)) {
        days = calendarDay(fullYear(c.value, c.digits), b.value, a.value);
        result.shortYear = c.digits == 2;
    } else if (a.digits == 0 && isDay(b) && isYear(c)) {
        days = calendarDay(fullYear(c.value, c.digits), a.value, b.value);
        result.shortYear = c.digits == 2;
    } else if (isDay(a) && isDay(b) && isYear(c)) {
        result.numericOrder = true;
        result.decides = a.value > 12 || b.value > 12;
        result.shortYear = c.digits == 2;
        const int year = fullYear(c.value, c.digits);
        days = calendarDay(year, dayFirst ? b.value : a.value, dayFirst ? a.value : b.value);
        swapped = calendarDay(year, dayFirst ? a.value : b.value, dayFirst ? b.value : a.value);
    } else {
        return {};
    }
    const std::optional<double> time = scanner.time();
    if (!time) return {};
    if (days) {
        result.problem = DateProblem::None;
        result.days = *days + *time;
    } else {
        result.problem = swapped ? DateProblem::OtherOrder : DateProblem::Impossible;
    }
    return result;
}

}  // namespace

std::optional<double> calendarDay(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok() || year < 1000 || year > 2999) return std::nullopt;
    return double(std::chrono::sys_days(date).time_since_epoch().count());
}

DateText readDate(std::string_view text, bool dayFirst) {
    if (const auto days = isoDay(text)) return {*days, DateProblem::None, false, false, false};
    text = trimmed(text);
    if (text.size() < 6 || text.size() > 64) return {};
    std::string buffer;
    text = plainDigits(text, '.', buffer);
    if (std::none_of(text.begin(), text.end(), isDigit)) return {};
    DateScanner scanner(text);
    if (isDigit(text.front())) return scanner.date() ? dateOf(scanner, dayFirst) : DateText();
    // "mar." is a month in English and a day of the week in French.
    if (scanner.date())
        if (const DateText date = dateOf(scanner, dayFirst); date.problem != DateProblem::NotADate)
            return date;
    DateScanner after(text);
    return after.weekday() && after.date() ? dateOf(after, dayFirst) : DateText();
}

bool isNoDate(std::string_view text) {
    text = trimmed(text);
    static constexpr std::array<std::string_view, 5> days{"0000-00-00", "0001-01-01", "9999-12-31",
                                                          "01/01/0001", "1/1/0001"};
    return std::any_of(days.begin(), days.end(), [&](std::string_view day) {
        return text.substr(0, day.size()) == day &&
               (text.size() == day.size() || text[day.size()] == ' ' || text[day.size()] == 'T');
    });
}

}  // namespace icp
