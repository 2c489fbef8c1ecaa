#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace icp {

/// The number of little-endian bytes at `at`; 0 past the end.
template <class Number>
Number littleEndian(std::string_view bytes, std::size_t at) {
    static_assert(std::endian::native == std::endian::little);
    Number value{};
    if (at <= bytes.size() && bytes.size() - at >= sizeof value)
        std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

inline std::uint8_t byteAt(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint8_t>(bytes, at);
}
inline std::uint16_t u16At(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint16_t>(bytes, at);
}
inline std::uint32_t u32At(std::string_view bytes, std::size_t at) {
    return littleEndian<std::uint32_t>(bytes, at);
}

}  // namespace icp
