#pragma once

#include <cstddef>
#include <string_view>

namespace icp {

/// Bytes of the space, tab or no-break space of any width that `text` begins with; 0 when it begins with
/// none.
std::size_t spaceAt(std::string_view text);

/// Without white space at both ends, no-break spaces included.
std::string_view trimmed(std::string_view text);

/// Whether there is nothing but white space.
inline bool isBlank(std::string_view text) {
    const bool begins = !text.empty() && text.front() > ' ' && text.front() <= '~';
    return !begins && trimmed(text).empty();
}

}  // namespace icp
