#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace icp {

enum class Period : std::uint8_t { Week, Month, Quarter };

struct PeriodText {
    double firstDay = 0;  ///< since 1970-01-01
    Period period = Period::Month;
    bool monthOrDay = false;  ///< "Mar-24": a month of 2024, unless it is a day of March
};

/// Reads a week, month or quarter: "2024-W05", "W05 2024", "KW 5/2024", "2024-03", "03/2024", "Mar 2024",
/// "März 2024", "Mar '24", "2024年3月", "Q1 2024", "2024-Q1", "1Q24", "T1 2024". Weeks are those of ISO 8601
/// and begin on Monday. A business year ("FY24", "Q1 FY24") is no period here, since nobody says when it
/// begins; a year alone is a number.
std::optional<PeriodText> readPeriod(std::string_view text);

}  // namespace icp
