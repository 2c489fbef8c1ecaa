#include "core/typing/periodtext.h"

#include "core/typing/plaindigits.h"
#include "core/typing/textscanner.h"

#include <chrono>

namespace icp {

namespace {

struct Year {
    int value = 0;
    bool isShort = false;
};

class PeriodScanner : public TextScanner {
public:
    using TextScanner::TextScanner;

    std::optional<PeriodText> period() {
        const std::string_view all = m_rest;
        for (const auto form :
             {&PeriodScanner::nameFirst, &PeriodScanner::yearFirst, &PeriodScanner::numberFirst}) {
            m_rest = all;
            const std::optional<PeriodText> found = (this->*form)();
            if (found && atEnd()) return found;
        }
        return std::nullopt;
    }

private:
    void gap() {
        blanks();
        if (!take("-") && !take("/") && !take(",")) take("–");
        blanks();
    }

    /// Four digits, or two after an apostrophe or where `two` allows.
    std::optional<Year> year(bool two) {
        Year year;
        const bool apostrophe = take("'") || take("’");
        const int digits = number(year.value, 4);
        if (atDigit() || (digits != 4 && !(digits == 2 && (two || apostrophe)))) return std::nullopt;
        year.value = fullYear(year.value, digits);
        year.isShort = digits == 2 && !apostrophe;
        if (digits == 4 && (year.value < 1900 || year.value > 2199)) return std::nullopt;
        return year;
    }

    static std::optional<PeriodText> month(int year, int month) {
        const auto day = calendarDay(year, month, 1);
        return day ? std::optional(PeriodText{*day, Period::Month, false}) : std::nullopt;
    }

    static std::optional<PeriodText> quarter(int year, int quarter) {
        if (quarter < 1 || quarter > 4) return std::nullopt;
        const auto day = calendarDay(year, quarter * 3 - 2, 1);
        return day ? std::optional(PeriodText{*day, Period::Quarter, false}) : std::nullopt;
    }

    static std::optional<PeriodText> week(int year, int week) {
        using namespace std::chrono;
        // Week 1 is the one that holds 4 January; the last one holds 28 December.
        const auto mondayOf = [](sys_days day) { return day - days((weekday(day).iso_encoding() - 1)); };
        const sys_days monday = mondayOf(sys_days(std::chrono::year(year) / January / 4)) + weeks(week - 1);
        if (week < 1 || monday > mondayOf(sys_days(std::chrono::year(year) / December / 28)))
            return std::nullopt;
        return PeriodText{double(monday.time_since_epoch().count()), Period::Week, false};
    }

    bool quarterLetter() { return take("Q") || take("q") || take("T") || take("Кв") || take("кв"); }
    bool weekLetter() { return take("W") || take("KW") || take("CW") || take("Week ") || take("week "); }

    std::optional<PeriodText> nameFirst() {
        int value = 0;
        if (quarterLetter()) {
            if (number(value, 1) == 0) return std::nullopt;
            gap();
            const auto found = year(true);
            return found ? quarter(found->value, value) : std::nullopt;
        }
        if (weekLetter()) {
            blanks();
            if (number(value, 2) == 0) return std::nullopt;
            gap();
            const auto found = year(false);
            return found ? week(found->value, value) : std::nullopt;
        }
        const int named = TextScanner::month();
        if (named == 0) return std::nullopt;
        take(".");
        gap();
        if (take("de ")) blanks();
        const auto found = year(true);
        if (!found) return std::nullopt;
        auto result = month(found->value, named);
        if (result) result->monthOrDay = found->isShort;
        return result;
    }

    std::optional<PeriodText> yearFirst() {
        const auto found = year(false);
        if (!found) return std::nullopt;
        int value = 0;
        if (take("年")) {
            blanks();
            return number(value, 2) > 0 && take("月") ? month(found->value, value) : std::nullopt;
        }
        const std::string_view before = m_rest;
        gap();
        if (quarterLetter()) return number(value, 1) > 0 ? quarter(found->value, value) : std::nullopt;
        if (weekLetter()) return number(value, 2) == 2 ? week(found->value, value) : std::nullopt;
        if (const int named = TextScanner::month(); named != 0) return month(found->value, named);
        const bool marked = !before.empty() && (before.front() == '-' || before.front() == '/');
        return marked && number(value, 2) == 2 ? month(found->value, value) : std::nullopt;
    }

    std::optional<PeriodText> numberFirst() {
        int value = 0;
        const int digits = number(value, 2);
        if (digits == 0) return std::nullopt;
        if (digits == 1 && quarterLetter()) {
            gap();
            const auto found = year(true);
            return found ? quarter(found->value, value) : std::nullopt;
        }
        if (!take("/") && !take("-")) return std::nullopt;
        const auto found = year(false);
        return found ? month(found->value, value) : std::nullopt;
    }
};

}  // namespace

std::optional<PeriodText> readPeriod(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 4 || text.size() > 32) return std::nullopt;
    std::string buffer;
    return PeriodScanner(plainDigits(text, '.', buffer)).period();
}

}  // namespace icp
