#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace icp {

enum class TimeUnit : std::uint8_t { None, Seconds, Minutes, Hours, Days, Weeks, Months, Years };

/// A length of time. Months and years have no fixed number of seconds, so a text has either.
struct DurationText {
    double seconds = 0;
    double months = 0;
    std::uint8_t units = 0;  ///< bit 1 << TimeUnit for each unit that is written
    bool clock = false;      ///< "02:15:00": may be a time of day as well
};

/// Reads "3d 4h", "45 min", "1 hour, 30 minutes", "02:15:00", "3 days 04:00:00", "P3DT4H", "2 Jahre",
/// "3時間", in the interface languages. A bare number is no duration. Numbers may have a '.' or ',' as
/// decimal mark.
std::optional<DurationText> readDuration(std::string_view text);

/// How much of `unit` it is; days have 24 hours, years 12 months. Nothing when the two do not go together.
std::optional<double> inUnit(const DurationText& duration, TimeUnit unit);

}  // namespace icp
