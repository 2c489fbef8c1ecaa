#pragma once

#include <cstddef>
#include <string_view>

namespace icp {

/// Bytes of the space, tab or no-break space of any width that `text` begins with; 0 when it begins with
/// none.
std::size_t spaceAt(std::string_view text);

namespace blanks {
/// A character that is neither white space nor a part of it.
constexpr bool isInk(char c) { return c > ' ' && c <= '~'; }
std::string_view cut(std::string_view text);
}  // namespace blanks

/// Without white space at both ends, no-break spaces included.
inline std::string_view trimmed(std::string_view text) {
    const bool bare = text.empty() || (blanks::isInk(text.front()) && blanks::isInk(text.back()));
    return bare ? text : blanks::cut(text);
}

/// Whether there is nothing but white space.
inline bool isBlank(std::string_view text) {
    return text.empty() || (!blanks::isInk(text.front()) && blanks::cut(text).empty());
}

}  // namespace icp
