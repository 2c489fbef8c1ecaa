#include "core/typing/durationtext.h"

#include "core/typing/plaindigits.h"
#include "core/typing/textscanner.h"

#include <algorithm>
#include <array>

namespace icp {

namespace {

struct UnitWord {
    std::string_view word;  ///< as plainWord() gives it
    TimeUnit unit;
};

/// Sorted.
constexpr std::array unitWords{
    UnitWord{"an", TimeUnit::Years},         UnitWord{"annee", TimeUnit::Years},
    UnitWord{"annees", TimeUnit::Years},     UnitWord{"ano", TimeUnit::Years},
    UnitWord{"anos", TimeUnit::Years},       UnitWord{"ans", TimeUnit::Years},
    UnitWord{"d", TimeUnit::Days},           UnitWord{"day", TimeUnit::Days},
    UnitWord{"days", TimeUnit::Days},        UnitWord{"dia", TimeUnit::Days},
    UnitWord{"dias", TimeUnit::Days},        UnitWord{"h", TimeUnit::Hours},
    UnitWord{"heure", TimeUnit::Hours},      UnitWord{"heures", TimeUnit::Hours},
    UnitWord{"hora", TimeUnit::Hours},       UnitWord{"horas", TimeUnit::Hours},
    UnitWord{"hour", TimeUnit::Hours},       UnitWord{"hours", TimeUnit::Hours},
    UnitWord{"hr", TimeUnit::Hours},         UnitWord{"hrs", TimeUnit::Hours},
    UnitWord{"j", TimeUnit::Days},           UnitWord{"jahr", TimeUnit::Years},
    UnitWord{"jahre", TimeUnit::Years},      UnitWord{"jahren", TimeUnit::Years},
    UnitWord{"jour", TimeUnit::Days},        UnitWord{"jours", TimeUnit::Days},
    UnitWord{"m", TimeUnit::Minutes},        UnitWord{"mes", TimeUnit::Months},
    UnitWord{"meses", TimeUnit::Months},     UnitWord{"min", TimeUnit::Minutes},
    UnitWord{"mins", TimeUnit::Minutes},     UnitWord{"minute", TimeUnit::Minutes},
    UnitWord{"minuten", TimeUnit::Minutes},  UnitWord{"minutes", TimeUnit::Minutes},
    UnitWord{"minuto", TimeUnit::Minutes},   UnitWord{"minutos", TimeUnit::Minutes},
    UnitWord{"mo", TimeUnit::Months},        UnitWord{"mois", TimeUnit::Months},
    UnitWord{"monat", TimeUnit::Months},     UnitWord{"monate", TimeUnit::Months},
    UnitWord{"monaten", TimeUnit::Months},   UnitWord{"month", TimeUnit::Months},
    UnitWord{"months", TimeUnit::Months},    UnitWord{"mos", TimeUnit::Months},
    UnitWord{"s", TimeUnit::Seconds},        UnitWord{"sec", TimeUnit::Seconds},
    UnitWord{"second", TimeUnit::Seconds},   UnitWord{"seconde", TimeUnit::Seconds},
    UnitWord{"secondes", TimeUnit::Seconds}, UnitWord{"seconds", TimeUnit::Seconds},
    UnitWord{"secs", TimeUnit::Seconds},     UnitWord{"segundo", TimeUnit::Seconds},
    UnitWord{"segundos", TimeUnit::Seconds}, UnitWord{"sek", TimeUnit::Seconds},
    UnitWord{"sekunde", TimeUnit::Seconds},  UnitWord{"sekunden", TimeUnit::Seconds},
    UnitWord{"semaine", TimeUnit::Weeks},    UnitWord{"semaines", TimeUnit::Weeks},
    UnitWord{"semana", TimeUnit::Weeks},     UnitWord{"semanas", TimeUnit::Weeks},
    UnitWord{"std", TimeUnit::Hours},        UnitWord{"stunde", TimeUnit::Hours},
    UnitWord{"stunden", TimeUnit::Hours},    UnitWord{"tag", TimeUnit::Days},
    UnitWord{"tage", TimeUnit::Days},        UnitWord{"tagen", TimeUnit::Days},
    UnitWord{"w", TimeUnit::Weeks},          UnitWord{"week", TimeUnit::Weeks},
    UnitWord{"weeks", TimeUnit::Weeks},      UnitWord{"wk", TimeUnit::Weeks},
    UnitWord{"wks", TimeUnit::Weeks},        UnitWord{"woche", TimeUnit::Weeks},
    UnitWord{"wochen", TimeUnit::Weeks},     UnitWord{"y", TimeUnit::Years},
    UnitWord{"year", TimeUnit::Years},       UnitWord{"years", TimeUnit::Years},
    UnitWord{"yr", TimeUnit::Years},         UnitWord{"yrs", TimeUnit::Years}};

constexpr std::array japanese{UnitWord{"時間", TimeUnit::Hours},  UnitWord{"分", TimeUnit::Minutes},
                              UnitWord{"秒", TimeUnit::Seconds},  UnitWord{"日間", TimeUnit::Days},
                              UnitWord{"日", TimeUnit::Days},     UnitWord{"週間", TimeUnit::Weeks},
                              UnitWord{"か月", TimeUnit::Months}, UnitWord{"ヶ月", TimeUnit::Months},
                              UnitWord{"年間", TimeUnit::Years},  UnitWord{"年", TimeUnit::Years}};

/// Seconds, or months from TimeUnit::Months on.
constexpr std::array<double, 8> sizes{0, 1, 60, 3600, 86400, 604800, 1, 12};

class DurationScanner : public TextScanner {
public:
    using TextScanner::TextScanner;

    std::optional<DurationText> duration() {
        const bool negative = take("-");
        if (!(m_rest.substr(0, 1) == "P" ? iso() : words()) || (m_result.units == 0 && !m_result.clock) ||
            (m_result.seconds != 0 && m_result.months != 0))
            return std::nullopt;
        if (negative) {
            m_result.seconds = -m_result.seconds;
            m_result.months = -m_result.months;
        }
        return m_result;
    }

private:
    void add(double amount, TimeUnit unit) {
        (unit >= TimeUnit::Months ? m_result.months : m_result.seconds) += amount * sizes[std::size_t(unit)];
        m_result.units |= std::uint8_t(1U << std::size_t(unit));
        // Each unit once, the longer before the shorter.
        m_ordered = m_ordered && unit < m_last;
        m_last = unit;
    }

    /// Digits, with a decimal mark between where there is one.
    std::optional<double> amount() {
        if (!atDigit()) return std::nullopt;
        double value = 0;
        double scale = 0;
        for (std::size_t size = 0; !m_rest.empty() && size < 12; ++size, m_rest.remove_prefix(1)) {
            const char c = m_rest.front();
            const bool mark = (c == '.' || c == ',') && scale == 0 && m_rest.size() > 1 && m_rest[1] >= '0' &&
                              m_rest[1] <= '9';
            if (mark) {
                scale = 1;
            } else if (atDigit()) {
                value = value * 10 + (c - '0');
                scale *= 10;
            } else {
                break;
            }
        }
        return scale > 0 ? value / scale : value;
    }

    bool iso() {
        take("P");
        bool inTime = false;
        while (!atEnd()) {
            if (take("T")) {
                if (inTime) return false;
                inTime = true;
            }
            const auto value = amount();
            if (!value || atEnd()) return false;
            static constexpr std::string_view dates = "YMWD";
            static constexpr std::array dateUnits{TimeUnit::Years, TimeUnit::Months, TimeUnit::Weeks,
                                                  TimeUnit::Days};
            static constexpr std::string_view times = "HMS";
            static constexpr std::array timeUnits{TimeUnit::Hours, TimeUnit::Minutes, TimeUnit::Seconds};
            const std::size_t at = (inTime ? times : dates).find(m_rest.front());
            if (at == std::string_view::npos) return false;
            add(*value, inTime ? timeUnits[at] : dateUnits[at]);
            m_rest.remove_prefix(1);
        }
        return m_ordered;
    }

    bool words() {
        while (!atEnd()) {
            if (clock()) return atEnd() && m_ordered;
            const auto value = amount();
            if (!value) return false;
            blanks();
            const TimeUnit found = unit();
            if (found == TimeUnit::None) return false;
            add(*value, found);
            take(".");
            take(",");
            blanks();
            for (const std::string_view filler : {"and ", "und ", "et ", "y ", "e "})
                if (take(filler)) break;
        }
        return m_ordered;
    }

    TimeUnit unit() {
        for (const UnitWord& word : japanese)
            if (take(word.word)) return word.unit;
        std::size_t size = 0;
        const std::string word = plainWord(m_rest, size);
        const auto found =
            std::lower_bound(unitWords.begin(), unitWords.end(), word,
                             [](const UnitWord& a, const std::string& b) { return a.word < b; });
        if (found == unitWords.end() || found->word != word) return TimeUnit::None;
        m_rest.remove_prefix(size);
        return found->unit;
    }

    /// "h:mm:ss", perhaps with fractions of a second.
    bool clock() {
        const std::string_view before = m_rest;
        int hours = 0;
        int minutes = 0;
        int seconds = 0;
        const bool read = number(hours, 5) > 0 && take(":") && number(minutes, 2) == 2 && minutes < 60 &&
                          take(":") && number(seconds, 2) == 2 && seconds < 60;
        if (!read) {
            m_rest = before;
            return false;
        }
        double part = 0;
        if (take("."))
            for (double scale = 0.1; atDigit(); m_rest.remove_prefix(1), scale /= 10)
                part += scale * (m_rest.front() - '0');
        m_result.seconds += hours * 3600.0 + minutes * 60.0 + seconds + part;
        m_result.clock = m_result.units == 0 && hours < 24;
        if (!m_result.clock)
            m_result.units |= 1U << std::size_t(TimeUnit::Hours) | 1U << std::size_t(TimeUnit::Seconds);
        return true;
    }

    DurationText m_result;
    TimeUnit m_last = TimeUnit(100);
    bool m_ordered = true;
};

}  // namespace

std::optional<DurationText> readDuration(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 2 || text.size() > 48) return std::nullopt;
    std::string buffer;
    return DurationScanner(plainDigits(text, '.', buffer)).duration();
}

std::optional<double> inUnit(const DurationText& duration, TimeUnit unit) {
    const bool isLong = unit >= TimeUnit::Months;
    if (unit == TimeUnit::None || (isLong ? duration.seconds : duration.months) != 0) return std::nullopt;
    return (isLong ? duration.months : duration.seconds) / sizes[std::size_t(unit)];
}

}  // namespace icp
