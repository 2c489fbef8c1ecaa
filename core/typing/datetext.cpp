#include "core/typing/datetext.h"

#include "core/typing/numbertext.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>

namespace icp {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct MonthName {
    std::string_view name;  ///< lower case ASCII, accented letters left out
    int month;
};

/// Beginnings of at least three letters count, where `name` has them.
constexpr std::array months{MonthName{"january", 1},    MonthName{"januar", 1},    MonthName{"janvier", 1},
                            MonthName{"enero", 1},      MonthName{"janeiro", 1},   MonthName{"gennaio", 1},
                            MonthName{"jnner", 1},      MonthName{"ene", 1},       MonthName{"february", 2},
                            MonthName{"februar", 2},    MonthName{"fvrier", 2},    MonthName{"fv", 2},
                            MonthName{"fvr", 2},        MonthName{"febrero", 2},   MonthName{"fevereiro", 2},
                            MonthName{"febbraio", 2},   MonthName{"march", 3},     MonthName{"mr", 3},
                            MonthName{"mrz", 3},        MonthName{"maerz", 3},     MonthName{"mars", 3},
                            MonthName{"marzo", 3},      MonthName{"maro", 3},      MonthName{"maart", 3},
                            MonthName{"mrt", 3},        MonthName{"april", 4},     MonthName{"avril", 4},
                            MonthName{"abril", 4},      MonthName{"aprile", 4},    MonthName{"may", 5},
                            MonthName{"mai", 5},        MonthName{"mayo", 5},      MonthName{"maio", 5},
                            MonthName{"maggio", 5},     MonthName{"mei", 5},       MonthName{"june", 6},
                            MonthName{"juni", 6},       MonthName{"juin", 6},      MonthName{"junio", 6},
                            MonthName{"junho", 6},      MonthName{"giugno", 6},    MonthName{"july", 7},
                            MonthName{"juli", 7},       MonthName{"juillet", 7},   MonthName{"julio", 7},
                            MonthName{"julho", 7},      MonthName{"luglio", 7},    MonthName{"august", 8},
                            MonthName{"aot", 8},        MonthName{"aout", 8},      MonthName{"agosto", 8},
                            MonthName{"augustus", 8},   MonthName{"september", 9}, MonthName{"septembre", 9},
                            MonthName{"septiembre", 9}, MonthName{"setembro", 9},  MonthName{"settembre", 9},
                            MonthName{"october", 10},   MonthName{"oktober", 10},  MonthName{"octobre", 10},
                            MonthName{"octubre", 10},   MonthName{"outubro", 10},  MonthName{"ottobre", 10},
                            MonthName{"november", 11},  MonthName{"novembre", 11}, MonthName{"noviembre", 11},
                            MonthName{"novembro", 11},  MonthName{"december", 12}, MonthName{"dezember", 12},
                            MonthName{"dcembre", 12},   MonthName{"dc", 12},       MonthName{"diciembre", 12},
                            MonthName{"dezembro", 12},  MonthName{"dicembre", 12}};

constexpr std::array<std::string_view, 21> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun",
                                                    "mo",  "di",  "mi",  "do",  "fr",  "sa",  "so",
                                                    "lun", "mar", "mer", "jeu", "ven", "sam", "dim"};

/// The letters at the front of `text`, lower case, bytes above ASCII skipped; `size` is how many bytes that
/// took.
std::string word(std::string_view text, std::size_t& size) {
    std::string letters;
    for (size = 0; size < text.size(); ++size) {
        const char c = text[size];
        if (c >= 'A' && c <= 'Z')
            letters += char(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z')
            letters += c;
        else if (static_cast<unsigned char>(c) < 0x80)
            break;
    }
    return letters;
}

int monthOf(std::string_view name) {
    for (const MonthName& month : months)
        if (name == month.name || (name.size() >= 3 && month.name.substr(0, name.size()) == name))
            return month.month;
    return 0;
}

struct Part {
    int value = 0;
    int digits = 0;  ///< 0 = a month's name
};

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool date() {
        weekday();
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (i > 0 && !separator(i)) return false;
            if (!part(m_parts[i])) return false;
        }
        take("日");
        return true;
    }

    /// The time of day as a fraction, 0 when there is none; nothing when something else follows the date.
    std::optional<double> time() {
        bool apart = take("T") || take(",");
        while (take(" ") || take("\u202F") || take("\u00A0")) apart = true;
        if (m_rest.empty()) return 0.0;
        int hour = 0;
        int minute = 0;
        double second = 0;
        if (!apart || !number(hour, 1, 2) || !take(":") || !number(minute, 2, 2)) return std::nullopt;
        if (take(":")) {
            int whole = 0;
            if (!number(whole, 2, 2)) return std::nullopt;
            second = whole;
            if (!m_rest.empty() && (m_rest.front() == '.' || m_rest.front() == ',')) {
                double scale = 0.1;
                for (m_rest.remove_prefix(1); !m_rest.empty() && isDigit(m_rest.front());
                     m_rest.remove_prefix(1)) {
                    second += scale * (m_rest.front() - '0');
                    scale /= 10;
                }
            }
        }
        if (!half(hour) || !zone() || hour > 24 || minute > 59 || second >= 61 || !m_rest.empty())
            return std::nullopt;
        return (hour * 3600.0 + minute * 60.0 + second) / 86400.0;
    }

    const std::array<Part, 3>& parts() const { return m_parts; }

private:
    bool take(std::string_view what) {
        if (m_rest.substr(0, what.size()) != what) return false;
        m_rest.remove_prefix(what.size());
        return true;
    }

    bool number(int& value, int least, int most) {
        int digits = 0;
        value = 0;
        while (digits < most && !m_rest.empty() && isDigit(m_rest.front())) {
            value = value * 10 + (m_rest.front() - '0');
            m_rest.remove_prefix(1);
            ++digits;
        }
        return digits >= least;
    }

    void weekday() {
        std::size_t size = 0;
        const std::string name = word(m_rest, size);
        if (name.size() < 2 || monthOf(name) != 0) return;
        for (const std::string_view day : weekdays)
            if (name.substr(0, day.size()) == day) {
                m_rest.remove_prefix(size);
                take(".");
                take(",");
                while (take(" ")) {
                }
                return;
            }
    }

    bool part(Part& part) {
        if (m_rest.empty()) return false;
        if (isDigit(m_rest.front())) {
            const std::size_t before = m_rest.size();
            number(part.value, 1, 4);
            part.digits = int(before - m_rest.size());
            return m_rest.empty() || !isDigit(m_rest.front());
        }
        std::size_t size = 0;
        const std::string name = word(m_rest, size);
        part.value = monthOf(name);
        part.digits = 0;
        m_rest.remove_prefix(size);
        return part.value != 0;
    }

    /// Between part i - 1 and part i. All-digit dates need the same single mark twice.
    bool separator(std::size_t i) {
        if (m_rest.empty()) return false;
        if (take("年") || take("月")) {
            m_mark = 'j';
            return true;
        }
        char mark = 0;
        if (m_rest.front() == '-' || m_rest.front() == '/' || m_rest.front() == '.') {
            mark = m_rest.front();
            m_rest.remove_prefix(1);
        } else {
            for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "ª"})
                if (take(ending)) break;
            take(",");
        }
        const bool blank = take(" ");
        while (take(" ")) {
        }
        if (blank)
            for (const std::string_view filler : {"de ", "of ", "del ", "do "})
                if (take(filler)) break;
        if (mark == 0 && !blank) return false;
        if (mark == 0 && m_parts[i - 1].digits > 0 && !m_rest.empty() && isDigit(m_rest.front()) && i == 1)
            return false;
        if (i == 1) m_mark = mark;
        const bool named = m_parts[0].digits == 0 || (i == 2 && m_parts[1].digits == 0);
        return i == 1 || named || mark == m_mark;
    }

    bool half(int& hour) {
        while (take(" ") || take("\u202F") || take("\u00A0")) {
        }
        for (const bool afternoon : {false, true})
            for (const std::string_view spelling : afternoon
                                                       ? std::array<std::string_view, 3>{"PM", "pm", "p.m."}
                                                       : std::array<std::string_view, 3>{"AM", "am", "a.m."})
                if (take(spelling)) {
                    if (hour < 1 || hour > 12) return false;
                    hour = hour % 12 + (afternoon ? 12 : 0);
                    return true;
                }
        return true;
    }

    bool zone() {
        while (take(" ")) {
        }
        if (take("Z") || take("UTC") || take("GMT") || m_rest.empty()) return true;
        if (!take("+") && !take("-")) return false;
        int ignored = 0;
        if (!number(ignored, 2, 2)) return false;
        take(":");
        return m_rest.empty() || number(ignored, 2, 2);
    }

    std::string_view m_rest;
    std::array<Part, 3> m_parts;
    char m_mark = 0;
};

std::optional<double> calendarDay(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok() || year < 1000 || year > 2999) return std::nullopt;
    return double(std::chrono::sys_days(date).time_since_epoch().count());
}

int fullYear(Part part) {
    return part.digits == 2 ? part.value + (part.value <= 68 ? 2000 : 1900) : part.value;
}
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

}  // namespace

DateText readDate(std::string_view text, bool dayFirst) {
    if (const auto days = isoDay(text)) return {*days, DateProblem::None, false, false};
    text = trimmed(text);
    if (text.size() < 6 || text.size() > 48) return {};
    Scanner scanner(text);
    if (!scanner.date()) return {};
    const auto& [a, b, c] = scanner.parts();
    std::optional<double> days;
    std::optional<double> swapped;
    DateText result;
    if (a.digits == 4 && (b.digits == 0 || isDay(b)) && isDay(c)) {
        days = calendarDay(a.value, b.value, c.value);
    } else if (isDay(a) && b.digits == 0 && isYear(c)) {
        days = calendarDay(fullYear(c), b.value, a.value);
    } else if (a.digits == 0 && isDay(b) && isYear(c)) {
        days = calendarDay(fullYear(c), a.value, b.value);
    } else if (isDay(a) && isDay(b) && isYear(c)) {
        result.numericOrder = true;
        result.decides = a.value > 12 || b.value > 12;
        const int day = dayFirst ? a.value : b.value;
        const int month = dayFirst ? b.value : a.value;
        days = calendarDay(fullYear(c), month, day);
        swapped = calendarDay(fullYear(c), day, month);
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

}  // namespace icp
