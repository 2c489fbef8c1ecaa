#include "core/base/plainnumber.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace icp {

std::string plainNumber(double value) {
    if (value == 0) return "0";
    char buffer[32];
    const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
    const auto end = whole ? std::to_chars(buffer, buffer + sizeof buffer, std::int64_t(value))
                           : std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end.ptr};
}

}  // namespace icp
