#pragma once

#include <cstdint>
#include <string_view>

namespace icp {

enum class DateProblem : std::uint8_t {
    None,
    NotADate,
    OtherOrder,  ///< a date, but only if day and month change places
    Impossible   ///< written like a date, but the calendar has no such day
};

struct DateText {
    double days = 0;  ///< since 1970-01-01, the time of day as fraction; an offset from UTC is not applied
    DateProblem problem = DateProblem::NotADate;
    bool numericOrder = false;  ///< day and month are both numbers and the year is last: their order matters
    bool decides = false;       ///< ... and one of them is above 12
    bool shortYear = false;     ///< the year has two digits
};

/// Reads a day as people and programs write it: "2024-05-20", "2017-08-04T09:09:33.000+0000", "20.5.2024",
/// "5/20/2024 7:42 PM", "16 Apr, 2021 00:02:00", "Apr 16, 2021", "16-Apr-21", "16APR2021", "Fri, 16 April
/// 2021", "16. März 2021", "16 апреля 2021 г.", "2024年5月20日(月)", "令和6年5月20日". Two-digit years up to
/// 68 are 20xx, from 69 19xx. Months and weekdays by name in the languages of calendarwords. A time zone is
/// read and not applied: the day stays the one that is written.
DateText readDate(std::string_view text, bool dayFirst);

/// Dates by which programs say that there is none: "0000-00-00", "0001-01-01", "9999-12-31", with or without
/// a time.
bool isNoDate(std::string_view text);

}  // namespace icp
