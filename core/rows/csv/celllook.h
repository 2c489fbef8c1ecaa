#pragma once

#include <cstdint>
#include <string_view>

namespace icp {

/// What a cell looks like at a glance, to judge how a text was cut into cells. The types of columns are
/// decided elsewhere.
enum class CellLook : std::uint8_t {
    Empty,
    Number,  ///< with either decimal mark, a currency sign, a percent sign
    Date,    ///< figures as a date, perhaps with a time
    Time,
    Address,  ///< of mail or of a page
    Word,     ///< any other text
    Uncut     ///< as if another delimiter or quote should have cut it
};

CellLook lookAt(std::string_view cell);

}  // namespace icp
