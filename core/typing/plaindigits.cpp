#include "core/typing/plaindigits.h"

#include <algorithm>

namespace icp {

namespace {

/// The ASCII character that the two or three bytes at the front of `text` stand for, and how many they are.
struct Plain {
    char c = 0;
    std::size_t size = 0;
};

Plain plainAt(std::string_view text, char decimal) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(0) == 0xEF && byte(1) == 0xBC && byte(2) >= 0x81 && byte(2) <= 0xBF)
        return {char(byte(2) - 0x81 + '!'), 3};
    if (byte(0) == 0xEF && byte(1) == 0xBD && byte(2) >= 0x80 && byte(2) <= 0x9E)
        return {char(byte(2) - 0x80 + '`'), 3};
    if (byte(0) == 0xD9 && byte(1) >= 0xA0 && byte(1) <= 0xA9) return {char(byte(1) - 0xA0 + '0'), 2};
    if (byte(0) == 0xDB && byte(1) >= 0xB0 && byte(1) <= 0xB9) return {char(byte(1) - 0xB0 + '0'), 2};
    if (byte(0) == 0xD9 && byte(1) == 0xAA) return {'%', 2};
    if (byte(0) == 0xD9 && byte(1) == 0xAB) return {decimal, 2};
    if (byte(0) == 0xD9 && byte(1) == 0xAC) return {decimal == '.' ? ',' : '.', 2};
    return {};
}

}  // namespace

std::string_view plainDigits(std::string_view text, char decimal, std::string& buffer) {
    const auto mayBegin = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xEF || byte == 0xD9 || byte == 0xDB;
    };
    if (std::none_of(text.begin(), text.end(), mayBegin)) return text;
    buffer.clear();
    while (!text.empty()) {
        const Plain plain = plainAt(text, decimal);
        buffer += plain.size > 0 ? plain.c : text.front();
        text.remove_prefix(std::max<std::size_t>(plain.size, 1));
    }
    return buffer;
}

}  // namespace icp
