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
};

/// Reads a date as people and programs write it: "2024-05-20", "2017-08-04T09:09:33.000+0000", "20.5.2024",
/// "5/20/2024 7:42 PM", "16 Apr, 2021 00:02:00", "Apr 16, 2021", "16-Apr-21", "Fri, 16 April 2021", "16. März
/// 2021", "2024年5月20日". Two-digit years up to 68 are 20xx. Month names in English, German, French,
/// Spanish, Portuguese, Italian and Dutch.
DateText readDate(std::string_view text, bool dayFirst);

}  // namespace icp
