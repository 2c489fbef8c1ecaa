#pragma once

#include "core/table/column.h"

#include <vector>

namespace icp {

/// A text that a spreadsheet has put in the place of what was typed.
struct SheetDamage {
    std::string text;      ///< "Oct-1"
    std::string original;  ///< "1-10"; empty when it cannot be known
    qint64 count = 0;
    std::size_t firstRow = 0;
};

/// Ranges that became dates: "10-Jan", "Oct-1", "Nov-50" or "2024-10-01" in a column of ranges such as
/// "11-50". The range is given with the lower end first. Category columns only; in the order of the rows.
std::vector<SheetDamage> rangesThatBecameDates(const Column& column);

/// Long digits that became "2.58E+16", so that the last of them are lost. In columns whose digits name
/// something, or where other cells have ten digits or more. Text and Category columns; in the order of the
/// rows.
std::vector<SheetDamage> shortenedDigits(const Column& column, bool namesSomething);

}  // namespace icp
