#pragma once

#include "core/base/blank.h"
#include "core/typing/calendarwords.h"

#include <optional>
#include <string_view>

namespace icp {

/// Eats its way through a text from the left. What does not fit is left where it is.
class TextScanner {
public:
    explicit TextScanner(std::string_view text) : m_rest(text) {}

    std::string_view rest() const { return m_rest; }
    bool atEnd() const { return m_rest.empty(); }
    bool atDigit() const { return !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9'; }

    bool take(std::string_view what) {
        if (m_rest.substr(0, what.size()) != what) return false;
        m_rest.remove_prefix(what.size());
        return true;
    }

    /// Whether there were any.
    bool blanks() {
        bool any = false;
        while (const std::size_t size = spaceAt(m_rest)) {
            m_rest.remove_prefix(size);
            any = true;
        }
        return any;
    }

    /// Up to `most` digits; how many there were.
    int number(int& value, int most) {
        int digits = 0;
        value = 0;
        for (; digits < most && atDigit(); ++digits, m_rest.remove_prefix(1))
            value = value * 10 + (m_rest.front() - '0');
        return digits;
    }

    /// The name of a month; 0 and nothing eaten when there is none.
    int month() {
        std::size_t size = 0;
        const int month = monthNamed(plainWord(m_rest, size));
        if (month != 0) m_rest.remove_prefix(size);
        return month;
    }

protected:
    std::string_view m_rest;
};

/// Days since 1970-01-01; nothing when the calendar has no such day or the year is not in 1000 to 2999.
std::optional<double> calendarDay(int year, int month, int day);

/// What a year of two digits stands for: up to 68 in this century, from 69 in the last.
inline int fullYear(int year, int digits) { return digits == 2 ? year + (year <= 68 ? 2000 : 1900) : year; }

}  // namespace icp
