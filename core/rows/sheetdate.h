#pragma once

#include <string>
#include <string_view>

namespace icp {

/// Whether a spreadsheet's number format shows a date or a time of day. Elapsed time ("[h]:mm") is a number.
bool isDateFormat(int builtin);
bool isDateFormat(std::string_view code);

/// A spreadsheet's day count as ISO text: "2024-05-20", "2024-05-20 07:42:00", or "07:42:00" below 1. Empty
/// when it is outside of the calendar (before 0, after 9999-12-31). `from1904` is the old Macintosh calendar;
/// the other one has the day 1900-02-29, which never was and becomes 1900-02-28.
std::string sheetDate(double serial, bool from1904);

}  // namespace icp
