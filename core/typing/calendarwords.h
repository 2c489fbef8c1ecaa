#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace icp {

/// The word at the front of `text`: lower case, Latin letters without their marks, Cyrillic as it is; empty
/// when there is none. `size` becomes its bytes in `text`.
std::string plainWord(std::string_view text, std::size_t& size);

/// 1 to 12 for the name of a month, or its beginning of at least three letters where no other month begins
/// so; 0 for anything else. `word` comes from plainWord(). Languages: English, German, French, Spanish,
/// Portuguese, Italian, Dutch, Polish, Russian, Swedish, Danish, Norwegian, Finnish, Czech, Turkish.
int monthNamed(std::string_view word);

/// Whether a word of plainWord() names a day of the week, in full or by its first letters, in the same
/// languages.
bool isWeekday(std::string_view word);

}  // namespace icp
