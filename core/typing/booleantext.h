#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace icp {

/// How sure a spelling alone is. A letter or digit needs a counterpart in its column.
enum class BooleanWord : std::uint8_t {
    None,
    Yes,
    No,
    One,
    Zero,
    YesLetter,  ///< "y", "j"
    NoLetter,   ///< "n"
    TrueLetter,
    FalseLetter,
    Mark  ///< "x", "✓": blank cells mean no, so they need none
};

BooleanWord booleanWord(std::string_view text);

/// "yes" and its kin in the interface languages and their neighbours, TRUE/FALSE, on/off, Y/N, 1/0, x and ✓.
std::optional<bool> readBoolean(std::string_view text);

}  // namespace icp
