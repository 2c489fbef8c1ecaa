#pragma once

#include "core/base/blank.h"
#include "core/typing/currencies.h"

#include <cstdint>
#include <string_view>

namespace icp {

/// Why a text is not taken for a number; the words for people are in typedissues.
enum class NumberProblem : std::uint8_t {
    None,
    NotANumber,
    LeadingZero,  ///< "00123", as ids and postcodes have
    TooLong       ///< more digits than a number can keep, or a telephone number
};

struct NumberText {
    double value = 0;  ///< 12% is 12 here
    NumberProblem problem = NumberProblem::NotANumber;
    bool percent = false;
    std::uint8_t currency = 0;  ///< for currencyName(); 0 = none
    bool marked = false;        ///< has a '.' or ',', so that the decimal mark matters
};

/// Reads a number as people and programs write it: "-1,234.5", "1.234,5" (decimal ','), "1 234", "1'234",
/// "1_234", "12,34,567", "$1,117.10K", "€ 3.500,00", "50,- €", "18.3 MM", "2,5 Mio. EUR", "(1,234)", "$(5)",
/// "1.234-", "12 %", "1.5E+07", "１２３", "٣". `decimal` is '.' or ','; the other of the two may group
/// thousands. Text around it must be blank.
NumberText readNumber(std::string_view text, char decimal);

}  // namespace icp
